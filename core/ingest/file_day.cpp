#include "ingest/file_day.h"

#include "time/period.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace weekboard
{

namespace
{

/// Digits at the beginning of a text, which goes on behind them.
std::optional<int> take_number(std::string_view& text, std::size_t most_digits)
{
    int number = 0;
    std::size_t digits = 0;
    while (digits < text.size() && digits < most_digits && text[digits] >= '0' &&
           text[digits] <= '9') {
        number = number * 10 + (text[digits] - '0');
        ++digits;
    }
    text.remove_prefix(digits);
    return digits > 0 ? std::optional{number} : std::nullopt;
}

bool take_word(std::string_view& text, std::string_view word)
{
    const bool begins = text.starts_with(word);
    text.remove_prefix(begins ? word.size() : 0);
    return begins;
}

std::optional<Date> valid_date(int year, int month, int day)
{
    const bool is_sensible = year >= 1900 && year <= 2200 && month >= 1 && month <= 12;
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    return is_sensible && day >= 1 && date.ok() ? std::optional{Date{date}} : std::nullopt;
}

/// A time that says no more than the day: midnight, as spreadsheets add it, or after the close.
bool is_of_whole_day(std::string_view time)
{
    constexpr std::array<std::string_view, 5> ways{"", "00:00:00", "00:00", "0:00:00", "0:00"};
    if (std::ranges::find(ways, time) != ways.end()) {
        return true;
    }
    constexpr int close = 15;
    const auto hour = take_number(time, 2);
    const bool has_minutes = take_word(time, ":") && take_number(time, 2);
    const bool ends =
        time.empty() || (take_word(time, ":") && take_number(time, 2) && time.empty());
    return hour && *hour >= close && *hour < 24 && has_minutes && ends;
}

bool take_mark(std::string_view& text)
{
    return take_word(text, "-") || take_word(text, "/") || take_word(text, ".");
}

std::optional<FileDay> found(std::optional<Date> day, DaySpan span)
{
    return day ? std::optional{FileDay{*day, span}} : std::nullopt;
}

/// `一季度`, `1季度`, `第一季度`, `上半年`, `前三季度`, `全年`: the month at its end.
std::optional<int> take_quarters(std::string_view& text)
{
    constexpr std::array<std::pair<std::string_view, int>, 15> words{{
        {"第一季度", 3},
        {"第二季度", 6},
        {"第三季度", 9},
        {"第四季度", 12},
        {"前三季度", 9},
        {"一季度", 3},
        {"二季度", 6},
        {"三季度", 9},
        {"四季度", 12},
        {"1季度", 3},
        {"2季度", 6},
        {"3季度", 9},
        {"4季度", 12},
        {"上半年", 6},
        {"全年", 12},
    }};
    for (const auto& [word, month] : words) {
        if (take_word(text, word)) {
            return month;
        }
    }
    return std::nullopt;
}

std::optional<FileDay> quarter(int year, int number)
{
    constexpr int months = 3;
    const auto first = valid_date(year, number * months, 1);
    return first ? found(period_end(Frequency::quarterly, *first), DaySpan::quarter) : std::nullopt;
}

bool take_q(std::string_view& text)
{
    return take_word(text, "Q") || take_word(text, "q");
}

/// `2026Q1`, `2026-Q1`, `Q1 2026`, `2026年一季度`.
std::optional<FileDay> quarter_in(std::string_view text)
{
    constexpr int months = 3;
    const auto is_quarter = [](std::optional<int> number) {
        return number && *number >= 1 && *number <= 4;
    };
    if (take_q(text)) {
        const auto number = take_number(text, 1);
        const bool is_parted = take_word(text, " ") || take_mark(text);
        const auto year = take_number(text, 4);
        return is_quarter(number) && is_parted && year && text.empty() ? quarter(*year, *number)
                                                                       : std::nullopt;
    }
    const auto year = take_number(text, 4);
    if (!year) {
        return std::nullopt;
    }
    if (take_word(text, "年")) {
        const bool is_of_one =
            text.find("季度") != std::string_view::npos && !text.starts_with("前");
        const auto month = take_quarters(text);
        return is_of_one && month && text.empty() ? quarter(*year, *month / months) : std::nullopt;
    }
    (void)(take_word(text, " ") || take_mark(text));
    if (!take_q(text)) {
        return std::nullopt;
    }
    const auto number = take_number(text, 1);
    return is_quarter(number) && text.empty() ? quarter(*year, *number) : std::nullopt;
}

std::optional<FileDay> year_in(std::string_view text)
{
    constexpr std::size_t digits_of_year = 4;
    const std::size_t size = text.size();
    const auto year = take_number(text, digits_of_year);
    const bool has_four = size - text.size() == digits_of_year;
    (void)(take_word(text, "年度") || take_word(text, "年"));
    return year && has_four && text.empty() ? found(valid_date(*year, 12, 31), DaySpan::year)
                                            : std::nullopt;
}

/// `text` has no blanks but the one before a time.
std::optional<FileDay> date_in(std::string_view text)
{
    constexpr std::size_t digits_of_day = 8;
    const std::size_t end = std::min(text.find_first_of(" Tt"), text.size());
    if (end < text.size() && !is_of_whole_day(text.substr(end + 1))) {
        return std::nullopt;
    }
    text = text.substr(0, end);
    const bool is_compact = text.size() == digits_of_day &&
                            std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    const bool is_dotted = text.find('.') != std::string_view::npos;
    const auto year = take_number(text, 4);
    if (!year) {
        return std::nullopt;
    }
    const bool is_chinese = !is_compact && take_word(text, "年");
    if (!is_compact && !is_chinese && !take_mark(text)) {
        return std::nullopt;
    }
    const std::size_t before_month = text.size();
    const auto month = take_number(text, 2);
    const bool has_one_digit = before_month - text.size() == 1;
    if (!month) {
        return std::nullopt;
    }
    const bool ends = is_chinese ? take_word(text, "月") && text.empty() : text.empty();
    if (ends) {
        return is_dotted && has_one_digit ? std::nullopt
                                          : found(valid_date(*year, *month, 1), DaySpan::month);
    }
    if (!is_compact && !is_chinese && !take_mark(text)) {
        return std::nullopt;
    }
    const auto day = take_number(text, 2);
    if (!day || (is_chinese && !take_word(text, "日")) || !text.empty()) {
        return std::nullopt;
    }
    return found(valid_date(*year, *month, *day), DaySpan::day);
}

/// A workbook's day 60 is a 29 February 1900 that never was; later ones count as if from the 30th
/// of December 1899.
std::optional<Date> date_of_serial(double serial, bool counts_from_1904)
{
    constexpr double first = 10000; // 1927
    constexpr double last = 110000; // 2201
    if (!(serial >= first && serial <= last)) {
        return std::nullopt;
    }
    const Date origin = counts_from_1904 ? make_date(1904, 1, 1) : make_date(1899, 12, 30);
    return origin + std::chrono::days{static_cast<int>(serial)};
}

/// `3月`, `1-2月`, `1至2月` and so on, or a quarter: the last month that is told.
std::optional<int> take_months(std::string_view& text)
{
    constexpr std::array<std::string_view, 7> between{"-", "—", "–", "~", "～", "至", "到"};
    if (const auto month = take_quarters(text)) {
        return month;
    }
    auto month = take_number(text, 2);
    for (const std::string_view mark : between) {
        if (month && take_word(text, mark)) {
            month = take_number(text, 2);
            break;
        }
    }
    const bool is_month = month && take_word(text, "月");
    const bool is_day = !text.empty() && text.front() >= '0' && text.front() <= '9';
    return is_month && !is_day ? month : std::nullopt;
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
    const bool ends = day && (!is_chinese || take_word(rest, "日")) &&
                      (rest.empty() || rest.front() < '0' || rest.front() > '9');
    const auto date = ends ? valid_date(*year, *month, *day) : std::nullopt;
    if (date) {
        text = rest;
    }
    return date;
}

} // namespace

std::optional<FileDay> day_in(const FileCell& cell, bool counts_from_1904)
{
    if (cell.number) {
        const double number = *cell.number;
        constexpr double first_compact = 19000101;
        constexpr double first_year = 1990;
        constexpr double last_year = 2100;
        if (number >= first_year && number <= last_year && number == std::floor(number)) {
            return year_in(fmt::format("{:.0f}", number));
        }
        return number >= first_compact
                   ? date_in(fmt::format("{:.0f}", number))
                   : found(date_of_serial(number, counts_from_1904), DaySpan::day);
    }
    // As it stands: the narrow forms that headers are compared in would make digits of marks.
    constexpr std::size_t longest = 32;
    if (cell.text.size() > longest) {
        return std::nullopt;
    }
    if (const auto day = date_in(cell.text)) {
        return day;
    }
    const auto of_quarter = quarter_in(cell.text);
    return of_quarter ? of_quarter : year_in(cell.text);
}

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

namespace
{

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
    const bool ends = rest.empty() || rest.front() < '0' || rest.front() > '9';
    const auto date = day && is_whole && ends ? valid_date(year, *month, *day) : std::nullopt;
    if (date) {
        text = rest;
    }
    return date;
}

/// Behind a day `-4月10日`, `-0410` or `至10日`, of the same year, or of the same month.
std::optional<Date> take_short_day(std::string_view& text, Date before)
{
    constexpr std::array<std::string_view, 7> between{"-", "—", "–", "~", "～", "至", "到"};
    std::string_view rest = text;
    const bool is_range =
        std::ranges::any_of(between, [&](std::string_view mark) { return take_word(rest, mark); });
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

std::vector<Date> days_in_text(std::string_view text)
{
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
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
        const bool is_number = is_digit(text.front());
        do {
            text.remove_prefix(1);
        } while (is_number && !text.empty() && is_digit(text.front()));
    }
    return days;
}

} // namespace weekboard
