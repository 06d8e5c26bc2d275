#pragma once

#include "series/language.h"

#include <optional>
#include <string>
#include <string_view>

/// The one place where a number becomes text and text becomes a number.
namespace weekboard
{

/// Whether a figure above zero carries a plus.
enum class Sign { minus_only, always };

/// Whether thousands are set apart.
enum class Grouping { thousands, none };

/// `9,652.40`, `−1.7`, `+10.06`: thousands separators, a true minus sign, never `−0.00`.
[[nodiscard]] std::string format_number(double value, int decimals, Sign sign = Sign::minus_only,
                                        Grouping grouping = Grouping::thousands);

/// `+10.06%`; `value` is in per cent already.
[[nodiscard]] std::string format_percent(double value, int decimals = 2, Sign sign = Sign::always);

/// The unit in the language of the reader; Chinese units that count in 万 and 亿 become mn and bn.
struct UnitScale {
    std::string name;
    double factor = 1;      ///< multiply a value in the stored unit by this
    int extra_decimals = 0; ///< add to the series' decimals to lose nothing
};
[[nodiscard]] UnitScale unit_scale(std::string_view unit, Language language);

/// The stored unit itself in the language of the reader, nothing converted: `100m` for 亿户.
[[nodiscard]] std::string unit_name(std::string_view unit, Language language);

/// A figure with its unit: `12.35`, `亿户` or, in English, `1.235`, `bn`.
struct Quantity {
    std::string number;
    std::string unit;
};
[[nodiscard]] Quantity format_quantity(double value, std::string_view unit, int decimals,
                                       Language language, Sign sign = Sign::minus_only,
                                       Grouping grouping = Grouping::thousands);

/// Rounds half away from zero, as the figures of a series are published.
[[nodiscard]] double round_to(double value, int decimals);

/// Reads a plain decimal number (`-1.7`, `2904`, `1e3`), all of it; infinities and NaN are read as
/// such, so that the caller can say why they are refused.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);

} // namespace weekboard
