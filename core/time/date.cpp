#include "time/date.h"

#include <fmt/format.h>

#include <charconv>

namespace weekboard
{

namespace
{

template <typename Number>
bool read_digits(std::string_view digits, Number& number)
{
    const char* last = digits.data() + digits.size();
    const auto [end, error] = std::from_chars(digits.data(), last, number);
    return error == std::errc{} && end == last && digits.front() != '-';
}

} // namespace

Date add_months(Date date, int months)
{
    const auto from = calendar(date);
    const auto target = from.year() / from.month() + std::chrono::months{months};
    const auto last = std::chrono::year_month_day_last{target.year(),
                                                       std::chrono::month_day_last{target.month()}};
    return Date{target / std::min(from.day(), last.day())};
}

std::optional<Date> parse_date(std::string_view text)
{
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' ||
        !read_digits(text.substr(0, 4), year) || !read_digits(text.substr(5, 2), month) ||
        !read_digits(text.substr(8, 2), day)) {
        return std::nullopt;
    }
    const auto date = std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
    if (!date.ok() || year < 1900 || year > 2199) {
        return std::nullopt;
    }
    return Date{date};
}

std::string to_iso(Date date)
{
    return fmt::format("{:04}-{:02}-{:02}", year_of(date), month_of(date), day_of(date));
}

std::string to_iso(std::chrono::sys_seconds instant)
{
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::hh_mm_ss time{instant - day};
    return fmt::format("{}T{:02}:{:02}:{:02}Z", to_iso(day), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

} // namespace weekboard
