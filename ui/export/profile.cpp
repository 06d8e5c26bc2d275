#include "export/profile.h"

#include "series/number_format.h"

#include <cmath>

namespace weekboard
{

namespace
{

constexpr double cm_per_inch = 2.54;

std::optional<double> side(std::string_view text)
{
    constexpr double shortest = 4;
    constexpr double longest = 100;
    const auto cm = parse_number(text);
    return cm && *cm >= shortest && *cm <= longest ? cm : std::nullopt;
}

} // namespace

int pixels(double cm, int dpi)
{
    return static_cast<int>(std::lround(cm / cm_per_inch * dpi));
}

int ExportProfile::width_px() const
{
    return pixels(width_cm, dpi);
}

int ExportProfile::height_px() const
{
    return pixels(height_cm, dpi);
}

const std::vector<ExportProfile>& export_profiles()
{
    static const std::vector<ExportProfile> profiles{{"slide-full", 31.0, 14.5},
                                                     {"slide-half", 15.2, 11.0},
                                                     {"slide-third", 10.0, 8.0},
                                                     {"report-column", 8.2, 5.6}};
    return profiles;
}

std::optional<ExportProfile> find_profile(std::string_view name)
{
    for (const ExportProfile& profile : export_profiles()) {
        if (profile.name == name) {
            return profile;
        }
    }
    if (!name.ends_with("cm")) {
        return std::nullopt;
    }
    const std::string_view sides = name.substr(0, name.size() - 2);
    const std::size_t by = sides.find('x');
    if (by == std::string_view::npos) {
        return std::nullopt;
    }
    const auto width = side(sides.substr(0, by));
    const auto height = side(sides.substr(by + 1));
    if (!width || !height) {
        return std::nullopt;
    }
    return ExportProfile{std::string{name}, *width, *height};
}

} // namespace weekboard
