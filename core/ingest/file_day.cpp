#include "ingest/file_day.h"

#include "ingest/day_parts.h"
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

} // namespace weekboard
