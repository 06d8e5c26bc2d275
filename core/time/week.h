#pragma once

#include "time/date.h"

#include <compare>

namespace weekboard
{

/// Monday to Sunday, named by its Friday.
class Week
{
public:
    /// The week in which `day` lies.
    [[nodiscard]] static constexpr Week containing(Date day)
    {
        const std::chrono::weekday weekday{day};
        return Week{day - (weekday - std::chrono::Monday)};
    }

    [[nodiscard]] constexpr Date monday() const { return monday_; }
    [[nodiscard]] constexpr Date friday() const { return monday_ + std::chrono::days{4}; }
    [[nodiscard]] constexpr Date sunday() const { return monday_ + std::chrono::days{6}; }

    [[nodiscard]] constexpr bool contains(Date day) const
    {
        return day >= monday_ && day <= sunday();
    }

    /// The week `count` weeks later, earlier if negative.
    [[nodiscard]] constexpr Week plus(int count) const
    {
        return Week{monday_ + std::chrono::weeks{count}};
    }

    /// Number of the week in its year by ISO 8601: the week of the year's first Thursday is 1.
    [[nodiscard]] constexpr int iso_number() const
    {
        const Date thursday = monday_ + std::chrono::days{3};
        const Date new_year = make_date(year_of(thursday), 1, 1);
        return static_cast<int>((thursday - new_year).count() / 7) + 1;
    }

    auto operator<=>(const Week&) const = default;

private:
    explicit constexpr Week(Date monday)
        : monday_{monday}
    {
    }

    Date monday_;
};

} // namespace weekboard
