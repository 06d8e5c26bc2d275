#include "time/period.h"

#include "time/week.h"

#include <fmt/format.h>

#include <array>
#include <string>
#include <utility>

namespace weekboard
{

namespace
{

constexpr std::array<std::pair<Frequency, std::string_view>, 5> frequency_names{{
    {Frequency::daily, "daily"},
    {Frequency::weekly, "weekly"},
    {Frequency::monthly, "monthly"},
    {Frequency::quarterly, "quarterly"},
    {Frequency::annual, "annual"},
}};

Date month_end(Date day)
{
    const auto on = calendar(day);
    return Date{on.year() / on.month() / std::chrono::last};
}

/// Any day of the period that the short form names.
std::optional<Date> day_in_named_period(Frequency frequency, std::string_view text)
{
    const std::string padded{text};
    switch (frequency) {
    case Frequency::monthly:
        return parse_date(padded + "-01");
    case Frequency::quarterly:
        if (text.size() == 6 && text[4] == 'Q' && text[5] >= '1' && text[5] <= '4') {
            const auto year = parse_date(padded.substr(0, 4) + "-01-01");
            return year ? std::optional{add_months(*year, 3 * (text[5] - '1'))} : std::nullopt;
        }
        return std::nullopt;
    case Frequency::annual:
        return parse_date(padded + "-01-01");
    case Frequency::daily:
    case Frequency::weekly:
        break;
    }
    return std::nullopt;
}

} // namespace

std::optional<Frequency> parse_frequency(std::string_view name)
{
    for (const auto& [frequency, text] : frequency_names) {
        if (text == name) {
            return frequency;
        }
    }
    return std::nullopt;
}

std::string_view to_string(Frequency frequency)
{
    return frequency_names[static_cast<std::size_t>(frequency)].second;
}

Date period_end(Frequency frequency, Date day)
{
    switch (frequency) {
    case Frequency::daily:
        return day;
    case Frequency::weekly:
        return Week::containing(day).friday();
    case Frequency::monthly:
        return month_end(day);
    case Frequency::quarterly:
        return month_end(add_months(day, static_cast<int>(2 - (month_of(day) - 1) % 3)));
    case Frequency::annual:
        return make_date(year_of(day), 12, 31);
    }
    return day;
}

Date period_start(Frequency frequency, Date day)
{
    if (frequency == Frequency::weekly) {
        return Week::containing(day).monday();
    }
    return shift_period(frequency, day, -1) + std::chrono::days{1};
}

Date shift_period(Frequency frequency, Date day, int count)
{
    const Date end = period_end(frequency, day);
    switch (frequency) {
    case Frequency::daily:
        return end + std::chrono::days{count};
    case Frequency::weekly:
        return end + std::chrono::weeks{count};
    case Frequency::monthly:
        return month_end(add_months(end, count));
    case Frequency::quarterly:
        return month_end(add_months(end, 3 * count));
    case Frequency::annual:
        return make_date(year_of(end) + count, 12, 31);
    }
    return end;
}

std::optional<Date> parse_period(Frequency frequency, std::string_view text)
{
    if (const auto day = parse_date(text)) {
        return period_end(frequency, *day) == *day ? day : std::nullopt;
    }
    const auto day = day_in_named_period(frequency, text);
    return day ? std::optional{period_end(frequency, *day)} : std::nullopt;
}

std::string period_name(Frequency frequency, Date period_end)
{
    switch (frequency) {
    case Frequency::monthly:
        return fmt::format("{}-{:02}", year_of(period_end), month_of(period_end));
    case Frequency::quarterly:
        return fmt::format("{}Q{}", year_of(period_end), (month_of(period_end) + 2) / 3);
    case Frequency::annual:
        return std::to_string(year_of(period_end));
    case Frequency::daily:
    case Frequency::weekly:
        break;
    }
    return to_iso(period_end);
}

} // namespace weekboard
