#include "exhibit/ranking.h"

#include "series/transforms.h"
#include "store/figures.h"
#include "store/week_lists.h"

#include <algorithm>

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

Ranking ranking_of_closes(SQLite::Database& database, std::string_view group, Week week, Date as_of)
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

Ranking published_ranking(SQLite::Database& database, std::string_view list, Week week)
{
    Ranking ranking;
    for (Ranked& ranked : ranking_of(database, week.friday(), list)) {
        ranking.rows.push_back(
            {0, std::move(ranked.code), std::move(ranked.name), ranked.change_percent});
    }
    rank(ranking.rows);
    return ranking;
}

} // namespace weekboard
