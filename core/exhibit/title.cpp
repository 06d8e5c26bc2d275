#include "exhibit/title.h"

#include "series/number_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace weekboard
{

namespace
{

constexpr std::array<std::pair<std::string_view, TitleWord>, 3> words{{
    {"latest", TitleWord::latest},
    {"week_move", TitleWord::week_move},
    {"month_move", TitleWord::month_move},
}};

std::optional<TitleWord> word_named(std::string_view name)
{
    for (const auto& [text, word] : words) {
        if (text == name) {
            return word;
        }
    }
    return std::nullopt;
}

/// Calls `on_text` and `on_token` in turn; false if a brace is not closed.
template <typename OnText, typename OnToken>
bool walk(std::string_view title, OnText on_text, OnToken on_token)
{
    while (!title.empty()) {
        const std::size_t open = std::min(title.find('{'), title.size());
        on_text(title.substr(0, open));
        title.remove_prefix(open);
        if (title.empty()) {
            break;
        }
        const std::size_t close = title.find('}');
        if (close == std::string_view::npos) {
            return false;
        }
        const std::string_view token = title.substr(1, close - 1);
        const std::size_t colon = std::min(token.find(':'), token.size());
        on_token(token, token.substr(0, colon),
                 colon < token.size() ? token.substr(colon + 1) : std::string_view{});
        title.remove_prefix(close + 1);
    }
    return true;
}

} // namespace

std::optional<std::string> fill_title(std::string_view title_template, const TitleLookup& lookup)
{
    std::string title;
    bool complete = true;
    const bool closed = walk(
        title_template, [&](std::string_view text) { title += text; },
        [&](std::string_view, std::string_view plot, std::string_view name) {
            const auto word = word_named(name);
            const auto text = word ? lookup(std::string{plot}, *word) : std::nullopt;
            complete = complete && text;
            title += text.value_or("");
        });
    return closed && complete ? std::optional{title} : std::nullopt;
}

std::vector<std::string> faults_of_title(std::string_view title_template,
                                         const std::vector<PlotSpec>& plots)
{
    std::vector<std::string> faults;
    const bool closed = walk(
        title_template, [](std::string_view) {},
        [&](std::string_view token, std::string_view plot, std::string_view word) {
            if (std::ranges::find(plots, plot, &PlotSpec::name) == plots.end() ||
                !word_named(word)) {
                faults.push_back(fmt::format(
                    "a plot's name and one of latest, week_move, month_move in {{{}}}", token));
            }
        });
    if (!closed) {
        faults.emplace_back("a } for every {");
    }
    return faults;
}

std::string move_in_words(double percent, int decimals, Language language)
{
    const double rounded = round_to(percent, decimals);
    const bool zh = language == Language::chinese;
    if (rounded == 0) {
        return zh ? "持平" : "flat";
    }
    const std::string size = format_percent(std::abs(rounded), decimals, Sign::minus_only);
    if (rounded > 0) {
        return zh ? "上涨" + size : "up " + size;
    }
    return zh ? "下跌" + size : "down " + size;
}

} // namespace weekboard
