#include "ingest/title_days.h"

#include "ingest/day_parts.h"

#include <algorithm>
#include <array>

namespace weekboard
{

namespace
{

bool begins_with_digit(std::string_view text)
{
    return !text.empty() && text.front() >= '0' && text.front() <= '9';
}

/// What stands between the first and the last of a range.
bool take_range_mark(std::string_view& text)
{
    constexpr std::array<std::string_view, 7> marks{"-", "—", "–", "~", "～", "至", "到"};
    return std::ranges::any_of(marks, [&](std::string_view mark) { return take_word(text, mark); });
}

/// `3月`, `1-2月`, `1至2月` and so on, or a quarter: the last month that is told.
std::optional<int> take_months(std::string_view& text)
{
    if (const auto month = take_quarters(text)) {
        return month;
    }
    auto month = take_number(text, 2);
    if (month && take_range_mark(text)) {
        month = take_number(text, 2);
    }
    const bool is_month = month && take_word(text, "月");
    return is_month && !begins_with_digit(text) ? month : std::nullopt;
}

/// A whole day at the beginning of a text, which goes on behind it.
std::optional<Date> take_day(std::string_view& text)
{
    constexpr std::size_t digits_of_year = 4;
    std::string_view rest = text;
    const auto year = take_number(rest, digits_of_year);
    if (!year || text.size() - rest.size() != digits_of_year) {
        return std::nullopt;
    }
    const bool is_chinese = take_word(rest, "年");
    const bool is_marked = !is_chinese && take_mark(rest);
    const auto month = take_number(rest, 2);
    const bool goes_on = is_chinese ? take_word(rest, "月") : !is_marked || take_mark(rest);
    const auto day = month && goes_on ? take_number(rest, 2) : std::nullopt;
    const bool ends = day && (!is_chinese || take_word(rest, "日")) && !begins_with_digit(rest);
    const auto date = ends ? valid_date(*year, *month, *day) : std::nullopt;
    if (date) {
        text = rest;
    }
    return date;
}

/// `0410`, `04-10` or `04.10`.
std::optional<Date> take_month_and_day(std::string_view& text, int year)
{
    std::string_view rest = text;
    const auto month = take_number(rest, 2);
    const bool is_marked = take_mark(rest);
    const std::size_t before = rest.size();
    const auto day = month ? take_number(rest, 2) : std::nullopt;
    const bool is_whole =
        text.size() - before == (is_marked ? 3U : 2U) && before - rest.size() == 2;
    const auto date =
        day && is_whole && !begins_with_digit(rest) ? valid_date(year, *month, *day) : std::nullopt;
    if (date) {
        text = rest;
    }
    return date;
}

/// Behind a day `-4月10日`, `-0410` or `至10日`, of the same year, or of the same month.
std::optional<Date> take_short_day(std::string_view& text, Date before)
{
    std::string_view rest = text;
    const bool is_range = take_range_mark(rest);
    if (const auto day = is_range ? take_month_and_day(rest, year_of(before)) : std::nullopt) {
        text = rest;
        return day;
    }
    const auto number = is_range ? take_number(rest, 2) : std::nullopt;
    if (!number) {
        return std::nullopt;
    }
    std::optional<Date> day;
    if (take_word(rest, "月")) {
        const auto of_month = take_number(rest, 2);
        day = of_month && take_word(rest, "日") ? valid_date(year_of(before), *number, *of_month)
                                                : std::nullopt;
    } else if (take_word(rest, "日")) {
        const std::chrono::year_month_day parts{before};
        day = valid_date(year_of(before), static_cast<int>(static_cast<unsigned>(parts.month())),
                         *number);
    }
    if (day) {
        text = rest;
    }
    return day;
}

} // namespace

std::optional<FileDay> month_in_title(std::string_view title)
{
    constexpr std::string_view year_word = "年";
    constexpr std::size_t digits_of_year = 4;
    std::size_t at = title.find(year_word);
    for (; at != std::string_view::npos; at = title.find(year_word, at + year_word.size())) {
        if (at < digits_of_year) {
            continue;
        }
        std::string_view year_text = title.substr(at - digits_of_year, digits_of_year);
        std::string_view rest = title.substr(at + year_word.size());
        const auto year = take_number(year_text, digits_of_year);
        const auto month = take_months(rest);
        if (year && year_text.empty() && month) {
            return found(valid_date(*year, *month, 1), DaySpan::month);
        }
    }
    return std::nullopt;
}

std::vector<Date> days_in_text(std::string_view text)
{
    std::vector<Date> days;
    while (!text.empty()) {
        if (const auto day = take_day(text)) {
            days.push_back(*day);
            if (const auto other = take_short_day(text, *day)) {
                days.push_back(*other);
            }
            continue;
        }
        // A number that is no day is passed over as a whole.
        const bool is_number = begins_with_digit(text);
        do {
            text.remove_prefix(1);
        } while (is_number && begins_with_digit(text));
    }
    return days;
}

} // namespace weekboard
