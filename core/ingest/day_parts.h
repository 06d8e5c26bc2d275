#pragma once

#include "ingest/file_day.h"

#include <array>
#include <chrono>
#include <optional>
#include <string_view>
#include <utility>

namespace weekboard
{

// The parts of days and periods as texts write them. Each is taken from the beginning of a text,
// which goes on behind it.

/// Digits at the beginning of a text, which goes on behind them.
[[nodiscard]] inline std::optional<int> take_number(std::string_view& text, std::size_t most_digits)
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

[[nodiscard]] inline bool take_word(std::string_view& text, std::string_view word)
{
    const bool begins = text.starts_with(word);
    text.remove_prefix(begins ? word.size() : 0);
    return begins;
}

[[nodiscard]] inline std::optional<Date> valid_date(int year, int month, int day)
{
    const bool is_sensible = year >= 1900 && year <= 2200 && month >= 1 && month <= 12;
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    return is_sensible && day >= 1 && date.ok() ? std::optional{Date{date}} : std::nullopt;
}

[[nodiscard]] inline bool take_mark(std::string_view& text)
{
    return take_word(text, "-") || take_word(text, "/") || take_word(text, ".");
}

[[nodiscard]] inline std::optional<FileDay> found(std::optional<Date> day, DaySpan span)
{
    return day ? std::optional{FileDay{*day, span}} : std::nullopt;
}

/// `一季度`, `1季度`, `第一季度`, `上半年`, `前三季度`, `全年`: the month at its end.
[[nodiscard]] inline std::optional<int> take_quarters(std::string_view& text)
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

} // namespace weekboard
