#include "exhibit/written_title.h"

#include "series/number_format.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace weekboard
{

namespace
{

constexpr std::array<std::string_view, 3> rising{"增长", "上涨", "大涨"};
constexpr std::array<std::string_view, 4> falling{"下降", "下跌", "下滑", "大跌"};
constexpr std::array<std::string_view, 8> rising_words{"up",   "rise",  "rises", "rose",
                                                       "grow", "grows", "grew",  "growing"};
constexpr std::array<std::string_view, 7> falling_words{"down",    "fall",     "falls",  "fell",
                                                        "decline", "declines", "falling"};

/// Of growth itself: that it slows is no fall.
constexpr std::array<std::string_view, 4> of_growth{"增速", "增幅", "降幅", "跌幅"};

template <std::size_t N>
bool has_any(std::string_view text, const std::array<std::string_view, N>& words)
{
    return std::ranges::any_of(
        words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

bool is_letter(char c)
{
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

/// The same for whole words.
template <std::size_t N>
bool has_any_word(std::string_view text, const std::array<std::string_view, N>& words)
{
    return std::ranges::any_of(words, [&](std::string_view word) {
        for (std::size_t at = text.find(word); at != std::string_view::npos;
             at = text.find(word, at + 1)) {
            const std::size_t end = at + word.size();
            if ((at == 0 || !is_letter(text[at - 1])) &&
                (end == text.size() || !is_letter(text[end]))) {
                return true;
            }
        }
        return false;
    });
}

std::optional<double> last_value(const Plot& plot)
{
    const auto last = std::ranges::find_if(plot.values.rbegin(), plot.values.rend(),
                                           [](const auto& value) { return value.has_value(); });
    return last != plot.values.rend() ? *last : std::nullopt;
}

bool contradicts(std::string_view title, const Exhibit& exhibit)
{
    bool any_rise = false;
    bool any_fall = false;
    const auto look_at = [&](std::optional<double> value) {
        any_rise = any_rise || value.value_or(0) > 0;
        any_fall = any_fall || value.value_or(0) < 0;
    };
    for (const Plot& plot : exhibit.plots) {
        if (!plot.is_change) {
            continue;
        }
        if (exhibit.axis == AxisKind::labels) {
            std::ranges::for_each(plot.values, look_at);
        } else {
            look_at(last_value(plot));
        }
    }
    if (has_any(title, of_growth)) {
        return false;
    }
    const bool says_rise = has_any(title, rising) || has_any_word(title, rising_words);
    const bool says_fall = has_any(title, falling) || has_any_word(title, falling_words);
    return (says_rise && any_fall && !any_rise) || (says_fall && any_rise && !any_fall);
}

std::string in_words(std::optional<double> value, int decimals)
{
    return value ? format_number(*value, decimals, Sign::minus_only, Grouping::none) : "–";
}

} // namespace

std::string figures_in_words(const Exhibit& exhibit)
{
    std::vector<std::string> figures;
    const bool of_list = exhibit.axis == AxisKind::labels;
    for (const Plot& plot : exhibit.plots) {
        if (!of_list) {
            figures.push_back(in_words(last_value(plot), plot.decimals));
            continue;
        }
        for (std::size_t i = 0; i < exhibit.codes.size(); ++i) {
            figures.push_back(
                fmt::format("{} {}", exhibit.codes[i], in_words(plot.values[i], plot.decimals)));
        }
    }
    for (const HeatTableRow& row : exhibit.heat) {
        figures.push_back(std::to_string(row.score));
    }
    const std::string place = of_list || exhibit.size() == 0
                                  ? to_iso(exhibit.week.friday())
                                  : place_name(exhibit, exhibit.size() - 1);
    return fmt::format("{}: {}", place, fmt::join(figures, "; "));
}

TitleFlag flag_of_title(const WrittenTitle& written, const Exhibit& exhibit)
{
    if (contradicts(written.text.in(exhibit.language), exhibit)) {
        return TitleFlag::contradicts;
    }
    return written.figures.empty() || written.figures == figures_in_words(exhibit)
               ? TitleFlag::none
               : TitleFlag::figures_changed;
}

} // namespace weekboard
