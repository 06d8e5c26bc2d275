#include "series/number_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace weekboard
{

namespace
{

constexpr std::string_view minus = "\u2212";

struct EnglishUnit {
    std::string_view unit;
    std::string_view plain; ///< what the unit says, word for word
    std::string_view name;  ///< what figures in it are shown in
    double factor;
    int extra_decimals;
};

// 亿 is 10^8, a tenth of a billion; 万 is 10^4, a hundredth of a million.
constexpr std::array<EnglishUnit, 12> english_units{{
    {"点", "pts", "pts", 1, 0},
    {"%", "%", "%", 1, 0},
    {"个百分点", "pp", "pp", 1, 0},
    {"亿元", "100m yuan", "bn yuan", 0.1, 1},
    {"亿美元", "100m USD", "bn USD", 0.1, 1},
    {"亿户", "100m", "bn", 0.1, 1},
    {"亿个", "100m", "bn", 0.1, 1},
    {"亿GB", "100m GB", "bn GB", 0.1, 1},
    {"亿分钟", "100m min", "bn min", 0.1, 1},
    {"万户", "10k", "mn", 0.01, 2},
    {"万个", "10k", "mn", 0.01, 2},
    {"GB/户·月", "GB/user/mo", "GB/user/mo", 1, 0},
}};

const EnglishUnit* find_english(std::string_view unit)
{
    const auto found = std::ranges::find(english_units, unit, &EnglishUnit::unit);
    return found != english_units.end() ? &*found : nullptr;
}

std::string with_thousands(const std::string& digits)
{
    const std::size_t whole = std::min(digits.find('.'), digits.size());
    std::string grouped;
    for (std::size_t i = 0; i < whole; ++i) {
        if (i > 0 && (whole - i) % 3 == 0) {
            grouped += ',';
        }
        grouped += digits[i];
    }
    return grouped + digits.substr(whole);
}

} // namespace

double round_to(double value, int decimals)
{
    const double scale = std::pow(10.0, decimals);
    const double scaled = value * scale;
    // 2.675 is stored as 2.67499…: what a reader sees as a half is rounded as one.
    const double nudge = std::copysign(std::abs(scaled) * 1e-12, scaled);
    const double rounded = std::round(scaled + nudge) / scale;
    return std::isfinite(rounded) ? rounded : value;
}

std::string format_number(double value, int decimals, Sign sign, Grouping grouping)
{
    if (!std::isfinite(value)) {
        return "–";
    }
    const double rounded = round_to(value, decimals);
    std::string digits = fmt::format("{:.{}f}", std::abs(rounded), decimals);
    if (grouping == Grouping::thousands) {
        digits = with_thousands(digits);
    }
    if (rounded < 0) {
        return std::string{minus} + digits;
    }
    return sign == Sign::always && rounded > 0 ? "+" + digits : digits;
}

std::string format_percent(double value, int decimals, Sign sign)
{
    return format_number(value, decimals, sign) + "%";
}

UnitScale unit_scale(std::string_view unit, Language language)
{
    if (const auto* english = language == Language::english ? find_english(unit) : nullptr) {
        return {std::string{english->name}, english->factor, english->extra_decimals};
    }
    return {std::string{unit}, 1, 0};
}

std::string unit_name(std::string_view unit, Language language)
{
    const EnglishUnit* english = language == Language::english ? find_english(unit) : nullptr;
    return std::string{english != nullptr ? english->plain : unit};
}

Quantity format_quantity(double value, std::string_view unit, int decimals, Language language,
                         Sign sign, Grouping grouping)
{
    const UnitScale scale = unit_scale(unit, language);
    return {format_number(value * scale.factor, decimals + scale.extra_decimals, sign, grouping),
            scale.name};
}

std::optional<double> parse_number(std::string_view text)
{
    if (text.starts_with('+')) {
        text.remove_prefix(1);
        if (text.starts_with('-')) {
            return std::nullopt;
        }
    }
    double value = 0;
    const char* last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, value);
    if (error == std::errc::result_out_of_range) {
        return HUGE_VAL; // read as what it is, too large, and refused as such
    }
    if (error != std::errc{} || end != last) {
        return std::nullopt;
    }
    return value;
}

} // namespace weekboard
