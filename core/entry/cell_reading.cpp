#include "entry/cell_reading.h"

#include "series/number_format.h"
#include "series/unit.h"

#include <fmt/format.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace weekboard
{

namespace
{

void replace_all(std::string& text, std::string_view what, std::string_view with)
{
    for (auto at = text.find(what); at != std::string::npos;
         at = text.find(what, at + with.size())) {
        text.replace(at, what.size(), with);
    }
}

/// A footnote's ² or ① would become a digit of the figure before it.
bool has_mark(const icu::UnicodeString& text)
{
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const auto kind = static_cast<UDecompositionType>(
            u_getIntPropertyValue(text.char32At(i), UCHAR_DECOMPOSITION_TYPE));
        if (kind == U_DT_SUPER || kind == U_DT_SUB || kind == U_DT_CIRCLE ||
            kind == U_DT_FRACTION) {
            return true;
        }
    }
    return false;
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// Two figures in one cell: blanks between digits that do not part them by threes.
bool is_cut_by_blanks(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    for (std::size_t at = text.find_first_of(blanks); at != std::string_view::npos;
         at = text.find_first_of(blanks, at)) {
        const std::size_t next = std::min(text.find_first_not_of(blanks, at), text.size());
        const bool is_between =
            at > 0 && next < text.size() && is_digit(text[at - 1]) && is_digit(text[next]);
        const std::size_t end = std::min(text.find_first_not_of("0123456789", next), text.size());
        const bool is_behind_point = text.substr(0, at).find('.') != std::string_view::npos;
        std::size_t before = at;
        while (before > 0 && is_digit(text[before - 1])) {
            --before;
        }
        const bool parts_threes = next - at == 1 && end - next == 3 && at - before <= 3;
        if (is_between && (!parts_threes || is_behind_point)) {
            return true;
        }
        at = next;
    }
    return false;
}

/// Full-width characters become plain ones, every minus the ASCII one, blanks go.
std::string plain(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* compatible = icu::Normalizer2::getNFKCInstance(status);
    std::string result{text};
    if (U_SUCCESS(status) != 0) {
        icu::UnicodeString wide = icu::UnicodeString::fromUTF8(
            icu::StringPiece{text.data(), static_cast<int32_t>(text.size())});
        if (has_mark(wide)) {
            return result; // and is no number
        }
        wide = compatible->normalize(wide, status);
        if (U_SUCCESS(status) != 0) {
            result.clear();
            wide.toUTF8String(result);
        }
    }
    for (const char* dash : {"\u2212", "\u2013", "\u2014"}) {
        replace_all(result, dash, "-");
    }
    if (is_cut_by_blanks(result)) {
        return result; // and is no number
    }
    for (const char* blank : {" ", "\t", "\r", "\n"}) {
        replace_all(result, blank, "");
    }
    return result;
}

/// Takes thousands separators out of a number where they stand in their places; `12,35` is none.
bool drop_separators(std::string& number)
{
    const auto point = number.find_first_of(".eE");
    const std::size_t end = point == std::string::npos ? number.size() : point;
    const std::size_t begin = number.starts_with('-') || number.starts_with('+') ? 1 : 0;
    std::size_t digits = 0;
    for (std::size_t i = end; i-- > begin;) {
        if (number[i] == ',') {
            if (digits == 0 || digits % 3 != 0 || i == begin) {
                return false;
            }
            continue;
        }
        ++digits;
    }
    if (number.find(',') != std::string::npos && number.find(',') - begin > 3) {
        return false;
    }
    if (point != std::string::npos && number.find(',', point) != std::string::npos) {
        return false;
    }
    replace_all(number, ",", "");
    return true;
}

/// A sum with + − × ÷ and parentheses, by descent; nothing where it is none.
class Sum
{
public:
    explicit Sum(std::string_view text)
        : rest_{text}
    {
    }

    std::optional<double> value()
    {
        const auto result = sum(0);
        return rest_.empty() ? result : std::nullopt;
    }

private:
    static constexpr int deepest = 50;

    bool take(char c)
    {
        const bool is_next = rest_.starts_with(c);
        rest_.remove_prefix(is_next ? 1 : 0);
        return is_next;
    }

    std::optional<double> sum(int depth)
    {
        auto total = product(depth);
        while (total) {
            const bool plus = take('+');
            if (!plus && !take('-')) {
                break;
            }
            const auto next = product(depth);
            total = next ? std::optional{plus ? *total + *next : *total - *next} : std::nullopt;
        }
        return total;
    }

    std::optional<double> product(int depth)
    {
        auto total = factor(depth);
        while (total) {
            const bool times = take('*');
            if (!times && !take('/')) {
                break;
            }
            const auto next = factor(depth);
            total = next ? std::optional{times ? *total * *next : *total / *next} : std::nullopt;
        }
        return total;
    }

    std::optional<double> factor(int depth)
    {
        if (depth > deepest) {
            return std::nullopt;
        }
        if (take('-')) {
            const auto value = factor(depth + 1);
            return value ? std::optional{-*value} : std::nullopt;
        }
        if (take('(')) {
            const auto value = sum(depth + 1);
            return value && take(')') ? value : std::nullopt;
        }
        const std::string_view digits = rest_.substr(0, rest_.find_first_not_of("0123456789.,"));
        std::string number{digits};
        rest_.remove_prefix(digits.size());
        auto value = drop_separators(number) ? parse_number(number) : std::nullopt;
        if (value && take('%')) {
            *value /= 100;
        }
        return value;
    }

    std::string_view rest_;
};

CellReading trouble(CellTrouble what)
{
    return {CellContent::trouble, 0, what};
}

CellReading of_value(double value, const Series& series)
{
    if (!std::isfinite(value)) {
        return trouble(CellTrouble::not_finite);
    }
    if (why_impossible(series, value)) {
        return trouble(CellTrouble::impossible);
    }
    return {CellContent::value, value, {}};
}

/// How many of the series' units one of the typed is; nothing where they measure other things.
std::optional<double> factor_of(std::string_view typed, const Series& series)
{
    if (typed.empty()) {
        return 1;
    }
    if (typed == "%" || typed == "个百分点" || typed == "百分点" || typed == "pct") {
        return is_rate(series) || series.unit == "个百分点" ? std::optional{1.0} : std::nullopt;
    }
    const CountedUnit unit = counted_unit(typed);
    const CountedUnit own = counted_unit(series.unit);
    const bool measures_the_same = unit.noun.empty() || unit.noun == own.noun;
    return measures_the_same && !is_rate(series) ? std::optional{unit.count / own.count}
                                                 : std::nullopt;
}

bool says_none(std::string_view text)
{
    constexpr std::array<std::string_view, 7> words{"--", "-", "---", "n/a", "N/A", "无", "/"};
    return std::find(words.begin(), words.end(), text) != words.end();
}

} // namespace

CellReading read_cell(std::string_view text, const Series& series, std::string_view unit_if_bare)
{
    std::string typed = plain(text);
    if (typed.find_first_not_of(" \t\r\n") == std::string::npos) {
        return {};
    }
    if (says_none(typed)) {
        return {CellContent::none, 0, {}};
    }
    if (typed.starts_with('=')) {
        const auto value = Sum{std::string_view{typed}.substr(1)}.value();
        return value ? of_value(*value, series) : trouble(CellTrouble::not_a_number);
    }
    double sign = 1;
    if (typed.starts_with('(') && typed.ends_with(')')) { // as accountants write a loss
        sign = -1;
        typed = typed.substr(1, typed.size() - 2);
    }
    const auto end = typed.find_first_not_of("+-0123456789.,eE");
    std::string number = typed.substr(0, end);
    const std::string unit =
        end == std::string::npos ? std::string{unit_if_bare} : typed.substr(end);
    const auto value = drop_separators(number) ? parse_number(number) : std::nullopt;
    if (!value) {
        return trouble(CellTrouble::not_a_number);
    }
    const auto factor = factor_of(unit, series);
    if (!factor) {
        return trouble(CellTrouble::other_unit);
    }
    // 1.02万亿 is 10200亿, not 10200.000000000002.
    const double scaled =
        *factor == 1 ? *value : parse_number(fmt::format("{:.12g}", *value * *factor)).value();
    return of_value(sign * scaled, series);
}

std::optional<Date> read_day(std::string_view text, Week week)
{
    std::vector<int> numbers;
    bool goes_on = false;
    for (const char c : plain(text)) {
        const bool is_digit = c >= '0' && c <= '9';
        if (is_digit && !goes_on) {
            numbers.push_back(0);
        }
        if (is_digit && numbers.back() < 100'000'000) { // longer ones are no days
            numbers.back() = numbers.back() * 10 + (c - '0');
        }
        goes_on = is_digit;
    }
    const auto date_of = [](int year, int month, int day) -> std::optional<Date> {
        const std::chrono::year_month_day date{std::chrono::year{year},
                                               std::chrono::month{static_cast<unsigned>(month)},
                                               std::chrono::day{static_cast<unsigned>(day)}};
        return year >= 1900 && year <= 2999 && date.ok() ? std::optional{Date{date}} : std::nullopt;
    };
    if (numbers.size() == 1 && numbers[0] >= 1900'00'00) {
        return date_of(numbers[0] / 10000, numbers[0] / 100 % 100, numbers[0] % 100);
    }
    if (numbers.size() == 3) {
        return date_of(numbers[0], numbers[1], numbers[2]);
    }
    if (numbers.size() != 2) {
        return std::nullopt;
    }
    std::optional<Date> nearest;
    for (int year = year_of(week.friday()) - 1; year <= year_of(week.friday()) + 1; ++year) {
        const auto day = date_of(year, numbers[0], numbers[1]);
        const auto distance = [&](Date to) { return std::chrono::abs(to - week.friday()); };
        if (day && (!nearest || distance(*day) < distance(*nearest))) {
            nearest = day;
        }
    }
    return nearest;
}

} // namespace weekboard
