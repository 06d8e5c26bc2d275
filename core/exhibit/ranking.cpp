#include "exhibit/ranking.h"

#include "series/transforms.h"
#include "store/figures.h"
#include "store/series_list.h"
#include "store/week_lists.h"

#include <algorithm>
#include <cmath>

namespace weekboard
{

namespace
{

/// A base for the week's change, even after long holidays.
constexpr std::chrono::days look_back{60};

void rank(std::vector<RankedRow>& rows)
{
    std::ranges::stable_sort(rows, std::greater{}, &RankedRow::change_percent);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].rank = static_cast<int>(i) + 1;
    }
}

} // namespace

Ranking ranking_of_closes(Connection& database, std::string_view group, Week week, Date as_of)
{
    Ranking ranking;
    for (const Series& series : series_in_group(database, group)) {
        const Figures figures = figures_as_of(database, series, as_of, week.monday() - look_back);
        if (const auto change = week_change(figures.observations, week)) {
            ranking.rows.push_back({0, series.code, series.name, change->percent});
            ranking.illustrative = ranking.illustrative || figures.illustrative;
        }
    }
    rank(ranking.rows);
    return ranking;
}

Ranking published_ranking(Connection& database, std::string_view list, Week week)
{
    Ranking ranking;
    for (Ranked& ranked : ranking_of(database, week.friday(), list)) {
        ranking.rows.push_back(
            {0, std::move(ranked.code), std::move(ranked.name), ranked.change_percent});
    }
    rank(ranking.rows);
    return ranking;
}

ChangeMap change_map(Connection& database, std::string_view group, Week last, Date as_of, int weeks)
{
    ChangeMap map;
    const Week first = last.plus(1 - weeks);
    for (const Series& series : series_in_group(database, group)) {
        const Figures figures = figures_as_of(database, series, as_of, first.monday() - look_back);
        map.illustrative = map.illustrative || figures.illustrative;
        ChangeMap::Row row{series.code, series.name, {}};
        for (Week week = first; week <= last; week = week.plus(1)) {
            const auto change = week_change(figures.observations, week);
            row.changes.push_back(change ? std::optional{change->percent} : std::nullopt);
        }
        map.rows.push_back(std::move(row));
    }
    for (int i = weeks; i-- > 0;) {
        const auto place = static_cast<std::ptrdiff_t>(i);
        const bool any = std::ranges::any_of(map.rows, [place](const ChangeMap::Row& row) {
            return row.changes[static_cast<std::size_t>(place)].has_value();
        });
        if (any) {
            map.weeks.insert(map.weeks.begin(), first.plus(i));
            continue;
        }
        for (ChangeMap::Row& row : map.rows) {
            row.changes.erase(row.changes.begin() + place);
        }
    }
    std::erase_if(map.rows, [](const ChangeMap::Row& row) {
        return std::ranges::none_of(row.changes, [](const auto& c) { return c.has_value(); });
    });
    std::ranges::stable_sort(map.rows, std::greater{}, [](const ChangeMap::Row& row) {
        return row.changes.back().value_or(-HUGE_VAL);
    });
    return map;
}

} // namespace weekboard
