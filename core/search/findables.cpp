#include "search/findables.h"

#include "exhibit/spec_library.h"
#include "store/series_list.h"
#include "store/week_lists.h"
#include "store/weeks.h"

#include <fmt/format.h>

#include <algorithm>

namespace weekboard
{

namespace
{

/// More would not be looked through by anybody; the notes' own search has all.
constexpr int most_notes = 2000;

} // namespace

std::vector<Findable> findables_of(Connection& database)
{
    std::vector<Findable> things;
    for (const ExhibitSpec& spec : stored_specs(database).specs) {
        things.push_back({FoundKind::exhibit,
                          spec.id,
                          {fmt::format("图表{} {}", spec.number, spec.neutral_title.zh),
                           fmt::format("Exhibit {} {}", spec.number, spec.neutral_title.en)},
                          std::to_string(spec.number)});
    }
    for (const Series& series : all_series(database)) {
        things.push_back({FoundKind::series, series.code, series.name, series.code});
    }
    std::vector<Date> weeks = weeks_with_figures(database);
    std::ranges::reverse(weeks);
    for (const Date friday : weeks) {
        const std::string day = to_iso(friday);
        things.push_back(
            {FoundKind::week, day, {day, day}, to_iso(Week::containing(friday).monday())});
    }
    for (const Note& note : notes_with(database, "", most_notes)) {
        const std::string name = note.subject + "：" + note.body;
        things.push_back({FoundKind::note, to_iso(note.week_end), {name, name}, note.outlet});
    }
    return things;
}

} // namespace weekboard
