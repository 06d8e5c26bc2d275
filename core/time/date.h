#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace weekboard
{

/// A calendar date without a time zone.
using Date = std::chrono::sys_days;

[[nodiscard]] constexpr Date make_date(int year, unsigned month, unsigned day)
{
    return Date{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

[[nodiscard]] constexpr std::chrono::year_month_day calendar(Date date)
{
    return std::chrono::year_month_day{date};
}

[[nodiscard]] constexpr int year_of(Date date)
{
    return static_cast<int>(calendar(date).year());
}

[[nodiscard]] constexpr unsigned month_of(Date date)
{
    return static_cast<unsigned>(calendar(date).month());
}

[[nodiscard]] constexpr unsigned day_of(Date date)
{
    return static_cast<unsigned>(calendar(date).day());
}

/// The same month and day `months` later, clipped to the month's last day.
[[nodiscard]] Date add_months(Date date, int months);

/// Reads `2026-04-10`, and nothing else; years 1900 to 2199.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

/// `2026-04-10`.
[[nodiscard]] std::string to_iso(Date date);

/// `2026-04-10T08:30:00Z`.
[[nodiscard]] std::string to_iso(std::chrono::sys_seconds instant);

} // namespace weekboard
