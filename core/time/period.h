#pragma once

#include "time/date.h"

#include <optional>
#include <string>
#include <string_view>

namespace weekboard
{

/// How often a series has a figure. Weekly periods end on Friday.
enum class Frequency { daily, weekly, monthly, quarterly, annual };

[[nodiscard]] std::optional<Frequency> parse_frequency(std::string_view name);
[[nodiscard]] std::string_view to_string(Frequency frequency);

/// Last day of the period in which `day` lies; it is the key of the period's figure.
[[nodiscard]] Date period_end(Frequency frequency, Date day);

/// First day of the period in which `day` lies.
[[nodiscard]] Date period_start(Frequency frequency, Date day);

/// End of the period `count` periods after the one in which `day` lies, before it if negative.
[[nodiscard]] Date shift_period(Frequency frequency, Date day, int count);

/// Reads a period's end: any `2026-02-28`; for the longer frequencies also `2026-02`, `2026Q1` or
/// `2026`. A date that is not the end of a period of this frequency gives nothing.
[[nodiscard]] std::optional<Date> parse_period(Frequency frequency, std::string_view text);

/// `2026-04-10`, `2026-02`, `2025Q4`, `2025`: what `parse_period` reads.
[[nodiscard]] std::string period_name(Frequency frequency, Date period_end);

} // namespace weekboard
