#include "ingest/file_day.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
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

bool is_midnight(std::string_view time)
{
    constexpr std::array<std::string_view, 5> ways{"", "00:00:00", "00:00", "0:00:00", "0:00"};
    return std::ranges::find(ways, time) != ways.end();
}

bool take_mark(std::string_view& text)
{
    return take_word(text, "-") || take_word(text, "/") || take_word(text, ".");
}

std::optional<FileDay> found(std::optional<Date> day, bool is_month)
{
    return day ? std::optional{FileDay{*day, is_month}} : std::nullopt;
}

/// `text` has no blanks but the one before a time.
std::optional<FileDay> date_in(std::string_view text)
{
    constexpr std::size_t digits_of_day = 8;
    const std::size_t end = std::min(text.find_first_of(" Tt"), text.size());
    if (end < text.size() && !is_midnight(text.substr(end + 1))) {
        return std::nullopt;
    }
    text = text.substr(0, end);
    const bool is_compact = text.size() == digits_of_day &&
                            std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    const auto year = take_number(text, 4);
    if (!year) {
        return std::nullopt;
    }
    const bool is_chinese = !is_compact && take_word(text, "年");
    if (!is_compact && !is_chinese && !take_mark(text)) {
        return std::nullopt;
    }
    const auto month = take_number(text, 2);
    if (!month) {
        return std::nullopt;
    }
    const bool ends = is_chinese ? take_word(text, "月") && text.empty() : text.empty();
    if (ends) {
        return found(valid_date(*year, *month, 1), true);
    }
    if (!is_compact && !is_chinese && !take_mark(text)) {
        return std::nullopt;
    }
    const auto day = take_number(text, 2);
    if (!day || (is_chinese && !take_word(text, "日")) || !text.empty()) {
        return std::nullopt;
    }
    return found(valid_date(*year, *month, *day), false);
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

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// `3月`, `1-2月`, `1至2月` and so on: the last month that is told.
std::optional<int> take_months(std::string_view& text)
{
    constexpr std::array<std::string_view, 7> between{"-", "—", "–", "~", "～", "至", "到"};
    auto month = take_number(text, 2);
    for (const std::string_view mark : between) {
        if (month && take_word(text, mark)) {
            month = take_number(text, 2);
            break;
        }
    }
    return month && take_word(text, "月") ? month : std::nullopt;
}

} // namespace

std::optional<FileDay> day_in(const FileCell& cell, bool counts_from_1904)
{
    if (cell.number) {
        const double number = *cell.number;
        constexpr double first_compact = 19000101;
        return number >= first_compact ? date_in(fmt::format("{:.0f}", number))
                                       : found(date_of_serial(number, counts_from_1904), false);
    }
    // As it stands: the narrow forms that headers are compared in would make digits of marks.
    constexpr std::size_t longest = 32;
    return cell.text.size() <= longest ? date_in(cell.text) : std::nullopt;
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
            return found(valid_date(*year, *month, 1), true);
        }
    }
    return std::nullopt;
}

std::vector<Date> days_in_text(std::string_view text)
{
    std::vector<Date> days;
    while (!text.empty()) {
        const auto first = std::ranges::find_if(text, is_digit);
        text.remove_prefix(static_cast<std::size_t>(first - text.begin()));
        const std::size_t end = text.find_first_not_of("0123456789-/.");
        std::string_view word = text.substr(0, end);
        text.remove_prefix(word.size());
        while (!word.empty() && !is_digit(word.back())) {
            word.remove_suffix(1);
        }
        if (const auto told = date_in(word); told && !told->is_month) {
            days.push_back(told->day);
        }
    }
    return days;
}

} // namespace weekboard
