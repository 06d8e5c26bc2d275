#include "exhibit/written_title.h"

#include "series/number_format.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace weekboard
{

namespace
{

using Words = std::array<std::string_view, 8>;
constexpr Words rising{"增长", "上涨", "上升", "提升", "大涨", " up ", "rise", "grow"};
constexpr Words falling{"下降", "下跌", "下滑", "回落", "大跌", " down ", "fall", "declin"};

bool has_any(const std::string& text, const Words& words)
{
    return std::ranges::any_of(
        words, [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

std::optional<double> last_value(const Plot& plot)
{
    const auto last = std::ranges::find_if(plot.values.rbegin(), plot.values.rend(),
                                           [](const auto& value) { return value.has_value(); });
    return last != plot.values.rend() ? *last : std::nullopt;
}

bool contradicts(const std::string& title, const Exhibit& exhibit)
{
    bool any_rise = false;
    bool any_fall = false;
    for (const Plot& plot : exhibit.plots) {
        const auto value = plot.unit == "%" ? last_value(plot) : std::nullopt;
        any_rise = any_rise || value.value_or(0) > 0;
        any_fall = any_fall || value.value_or(0) < 0;
    }
    const bool says_rise = has_any(title, rising);
    const bool says_fall = has_any(title, falling);
    return (says_rise && any_fall && !any_rise) || (says_fall && any_rise && !any_fall);
}

} // namespace

std::string figures_in_words(const Exhibit& exhibit)
{
    std::vector<std::string> figures;
    for (const Plot& plot : exhibit.plots) {
        const auto value = last_value(plot);
        figures.push_back(
            value ? format_number(*value, plot.decimals, Sign::minus_only, Grouping::none) : "–");
    }
    for (const HeatTableRow& row : exhibit.heat) {
        figures.push_back(std::to_string(row.score));
    }
    const std::string place =
        exhibit.size() > 0 ? place_name(exhibit, exhibit.size() - 1) : std::string{};
    return fmt::format("{}: {}", place, fmt::join(figures, "; "));
}

TitleFlag flag_of_title(const WrittenTitle& written, const Exhibit& exhibit)
{
    if (contradicts(written.text.in(exhibit.language), exhibit)) {
        return TitleFlag::contradicts;
    }
    return written.figures.empty() || written.figures == figures_in_words(exhibit)
               ? TitleFlag::none
               : TitleFlag::figures_changed;
}

} // namespace weekboard
