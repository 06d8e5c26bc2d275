#pragma once

#include "time/date.h"

#include <cstdint>

namespace weekboard
{

/// Dates are stored as days since 1970-01-01.
[[nodiscard]] constexpr std::int64_t stored(Date date)
{
    return date.time_since_epoch().count();
}

[[nodiscard]] constexpr Date date_from(std::int64_t stored)
{
    return Date{std::chrono::days{stored}};
}

/// "As of" this day everything that the store has is known.
inline constexpr Date end_of_time = make_date(9999, 12, 31);

} // namespace weekboard
