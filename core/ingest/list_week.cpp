#include "ingest/list_week.h"

#include "ingest/title_days.h"

#include <algorithm>
#include <array>

namespace weekboard
{

namespace
{

/// The lines of a text, the last one first.
std::vector<std::string> lines_backwards(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.rfind('\n');
        const std::size_t begin = end == std::string_view::npos ? 0 : end + 1;
        lines.emplace_back(text.substr(begin));
        text = text.substr(0, begin > 0 ? begin - 1 : 0);
    }
    return lines;
}

/// The close before a week stands at its beginning, a weekend away.
bool begins_with(Week week, Date first)
{
    constexpr std::chrono::days weekend{3};
    return first + weekend >= week.monday();
}

struct Told {
    bool is_told = false;
    std::optional<Week> week;
    std::optional<Date> first;
    std::optional<Date> last;
};

/// When a file was made says nothing of what it is about.
bool is_about_the_file(std::string_view text)
{
    constexpr std::array<std::string_view, 8> words{"导出", "制表", "更新", "下载",
                                                    "生成", "发布", "打印", "截至"};
    return std::ranges::any_of(
        words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

bool says_week(const std::string& text)
{
    const std::string form = compared_form(text);
    constexpr std::array<std::string_view, 8> words{"本周", "当周",   "一周", "周涨",
                                                    "周度", "周行情", "week", "全周"};
    return std::ranges::any_of(
        words, [&](std::string_view word) { return form.find(word) != std::string::npos; });
}

/// The week of the days in a text, where they are of one: from its Monday, or from the close
/// before it, to its Friday or later. One day alone is of a week where a word says so.
Told week_in(const std::string& text, bool is_of_week)
{
    const auto days = days_in_text(text);
    if (days.empty() || is_about_the_file(text)) {
        return {};
    }
    const auto [first, last] = std::ranges::minmax(days);
    const Week week = Week::containing(last);
    constexpr std::chrono::days holiday{1}; // a Monday that was none of trading
    const bool is_range = begins_with(week, first) && first <= week.monday() + holiday;
    const bool is_whole = last >= week.friday() && (first != last ? is_range : is_of_week);
    return {true, is_whole ? std::optional{week} : std::nullopt, first, last};
}

/// What titles say, where they do not disagree.
Told agreed(const std::vector<std::string>& titles, bool is_of_week)
{
    Told all;
    for (const std::string& title : titles) {
        const Told told = week_in(title, is_of_week);
        if (told.is_told && all.is_told && told.week != all.week) {
            return {true, std::nullopt, {}, {}};
        }
        all = told.is_told ? told : all;
    }
    return all;
}

bool is_within(const Told& told, Week week)
{
    return told.first && begins_with(week, *told.first) && *told.last <= week.sunday();
}

} // namespace

std::vector<std::string> titles_of(const RecognisedSheet& recognised, const SheetTraits& traits)
{
    std::vector<std::string> titles{recognised.title.rbegin(), recognised.title.rend()};
    const auto lines = lines_backwards(traits.title);
    titles.insert(titles.end(), lines.begin(), lines.end());
    titles.emplace_back(traits.file_name);
    return titles;
}

std::optional<Week> week_of_list(const RecognisedSheet& recognised, const SheetTraits& traits,
                                 const std::string& heading, std::optional<Date> wished_day,
                                 std::vector<std::string>& why)
{
    auto titles = titles_of(recognised, traits);
    const std::string file_name = titles.back();
    titles.pop_back();
    const bool is_of_week = says_week(heading) || std::ranges::any_of(titles, says_week);
    Told told = week_in(heading, is_of_week);
    if (!told.is_told) {
        told = agreed(titles, is_of_week);
    }
    const bool is_by_name = !told.is_told;
    if (is_by_name) {
        told = week_in(file_name, is_of_week);
    }
    if (!wished_day) {
        if (told.week) {
            why.push_back(to_iso(told.week->friday()));
        }
        return told.week;
    }
    // Somebody's own word is taken, unless the list says that it is of other days.
    const Week wished = Week::containing(*wished_day);
    const bool is_against = told.is_told && !is_by_name && !is_within(told, wished);
    return is_against ? std::nullopt : std::optional{wished};
}

bool is_of_other_days(const std::string& span, Week week)
{
    if (span.empty()) {
        return false;
    }
    const Told told = week_in(span, true);
    return told.is_told ? told.week != week : !says_week(span);
}

} // namespace weekboard
