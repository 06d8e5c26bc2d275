#include "ingest/series_matcher.h"

#include "entry/cell_reading.h"
#include "series/security_code.h"
#include "store/series_list.h"
#include "store/statement.h"

#include <algorithm>

namespace weekboard
{

namespace
{

/// The header's own, or what stands in brackets behind the name of a column that somebody matched;
/// a series' own name may end in brackets, too.
std::string unit_of(const HeaderColumn& column, const Series& series)
{
    const std::string name = compared_form(column.name);
    const bool is_own_name = name == compared_form(series.name.zh) ||
                             name == compared_form(series.name.en) ||
                             name == compared_form(series.code);
    const std::size_t open = name.rfind('(');
    if (!column.unit.empty() || is_own_name || open == std::string::npos || !name.ends_with(')')) {
        return column.unit;
    }
    return name.substr(open + 1, name.size() - open - 2);
}

/// `月`, `Monthly` and so on against the series'; a word that is not known says nothing.
bool contradicts_frequency(const std::string& word, Frequency frequency)
{
    const auto known = frequency_in(word);
    return known && *known != frequency;
}

} // namespace

std::optional<Frequency> frequency_in(std::string_view word)
{
    static const std::map<std::string, Frequency, std::less<>> words{
        {"日", Frequency::daily},          {"日度", Frequency::daily},
        {"d", Frequency::daily},           {"day", Frequency::daily},
        {"daily", Frequency::daily},       {"周", Frequency::weekly},
        {"周度", Frequency::weekly},       {"w", Frequency::weekly},
        {"week", Frequency::weekly},       {"weekly", Frequency::weekly},
        {"月", Frequency::monthly},        {"月度", Frequency::monthly},
        {"m", Frequency::monthly},         {"month", Frequency::monthly},
        {"monthly", Frequency::monthly},   {"季", Frequency::quarterly},
        {"季度", Frequency::quarterly},    {"q", Frequency::quarterly},
        {"quarter", Frequency::quarterly}, {"quarterly", Frequency::quarterly},
        {"年", Frequency::annual},         {"年度", Frequency::annual},
        {"y", Frequency::annual},          {"year", Frequency::annual},
        {"yearly", Frequency::annual},     {"annual", Frequency::annual}};
    const auto known = words.find(compared_form(word));
    return known != words.end() ? std::optional{known->second} : std::nullopt;
}

SeriesMatcher::SeriesMatcher(Connection& database, const ImportWishes& wishes)
    : wishes_{wishes}
    , series_{all_series(database)}
{
    for (const Series& created : wishes.created) {
        if (std::ranges::find(series_, created.code, &Series::code) == series_.end()) {
            series_.push_back(created);
        }
    }
    for (const Series& series : series_) {
        by_code_.emplace(compared_form(series.code), &series);
        by_name_.emplace(compared_form(series.name.zh), &series);
        if (!series.name.en.empty()) {
            by_name_.emplace(compared_form(series.name.en), &series);
        }
    }
    Statement choices{database, "SELECT name, unit, series FROM column_choice"};
    while (choices.step()) {
        remembered_[{choices.as_text(0), choices.as_text(1)}] = choices.as_text(2);
    }
}

FigureTarget SeriesMatcher::match(const HeaderColumn& column) const
{
    const Match found = find(column);
    if (found.series == nullptr) {
        return {nullptr, {}, found.trouble};
    }
    if (contradicts_frequency(column.frequency, found.series->frequency)) {
        return {nullptr, {}, RejectReason::other_frequency};
    }
    const std::string unit = unit_of(column, *found.series);
    if (unit.empty() || compared_form(unit) == compared_form(found.series->unit)) {
        return {found.series, {}, {}};
    }
    if (read_cell("1" + unit, *found.series).content != CellContent::value) {
        return {nullptr, {}, RejectReason::other_unit};
    }
    return {found.series, unit, {}};
}

SeriesMatcher::Match SeriesMatcher::find(const HeaderColumn& column) const
{
    if (const auto chosen = wishes_.chosen.find(column.name); chosen != wishes_.chosen.end()) {
        return {of_code(chosen->second)};
    }
    for (const std::string& text : {column.id, column.name}) {
        if (const Series* found = of_code(text)) {
            return {found};
        }
    }
    if (const Match found = of_name(column.name);
        found.series != nullptr || found.trouble == RejectReason::several_series) {
        return found;
    }
    const auto known = remembered_.find({column.name, column.unit});
    return known != remembered_.end() ? Match{of_code(known->second)} : Match{};
}

const Series* SeriesMatcher::of_code(std::string_view code) const
{
    if (code.empty()) {
        return nullptr;
    }
    auto found = by_code_.find(compared_form(code));
    if (found == by_code_.end()) {
        if (const auto security = security_code(code)) {
            found = by_code_.find(compared_form(*security));
        }
    }
    return found != by_code_.end() ? found->second : nullptr;
}

/// A name that several series have is nobody's.
SeriesMatcher::Match SeriesMatcher::of_name(const std::string& name) const
{
    const auto [first, last] = by_name_.equal_range(compared_form(name));
    const Series* only = nullptr;
    for (auto it = first; it != last; ++it) {
        if (only != nullptr && only != it->second) {
            return {nullptr, RejectReason::several_series};
        }
        only = it->second;
    }
    return {only};
}

} // namespace weekboard
