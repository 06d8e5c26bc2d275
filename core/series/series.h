#pragma once

#include "series/language.h"
#include "time/period.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace weekboard
{

/// What the figures of a series are; it decides which changes of them make sense.
enum class Measure { close, level, ytd_flow, flow, share, growth, returns, net_add };

[[nodiscard]] std::optional<Measure> parse_measure(std::string_view name);
[[nodiscard]] std::string_view to_string(Measure measure);

/// One measure at one frequency in one unit.
struct Series {
    std::int64_t id = 0;
    std::string code; ///< unique, e.g. `miit.base_stations_5g`
    Bilingual name;
    std::string unit; ///< as the source writes it, e.g. `亿户`
    Frequency frequency = Frequency::daily;
    Measure measure = Measure::level;
    int decimals = 2;
    int release_lag_days = 0; ///< from period end to publication, as a rule
    std::string source;
    std::string group;
    bool retired = false; ///< not followed any more: nothing of it is waited for
};

/// Shares, growth rates and returns are in per cent already: their changes are points.
[[nodiscard]] bool is_rate(const Series& series);

/// The series that has the growth rates which the source publishes beside the figures of `code`.
[[nodiscard]] std::string growth_code(std::string_view code);

/// The day on which a figure became public, where nobody says: period end + the release lag, or
/// today if that is sooner.
[[nodiscard]] Date presumed_vintage(const Series& series, Date period_end, Date today);

/// Why a value cannot be one of this series, whatever the source says.
enum class Impossible { not_finite, share_out_of_range, negative, not_positive, fall_over_100 };

[[nodiscard]] std::optional<Impossible> why_impossible(const Series& series, double value);

} // namespace weekboard
