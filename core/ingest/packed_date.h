#pragma once

#include "time/date.h"

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>

namespace weekboard
{

/// A day in four bytes, or none: an import holds millions of them.
class PackedDate
{
public:
    PackedDate() = default;
    PackedDate(Date date) // NOLINT(google-explicit-constructor): a Date by another name
        : days_{static_cast<std::int32_t>(date.time_since_epoch().count())}
    {
    }
    PackedDate(const std::optional<Date>& date) // NOLINT(google-explicit-constructor)
        : PackedDate{date ? PackedDate{*date} : PackedDate{}}
    {
    }

    /// There must be one.
    operator Date() const // NOLINT(google-explicit-constructor)
    {
        return Date{std::chrono::days{days_}};
    }
    [[nodiscard]] std::optional<Date> if_any() const
    {
        return days_ != none ? std::optional{Date{*this}} : std::nullopt;
    }

    friend bool operator==(PackedDate left, PackedDate right) = default;
    friend auto operator<=>(PackedDate left, PackedDate right) = default;

private:
    static constexpr std::int32_t none = std::numeric_limits<std::int32_t>::min();
    std::int32_t days_ = none;
};

} // namespace weekboard
