#include "exhibit/heat.h"

#include "store/week_lists.h"

#include <algorithm>
#include <map>

namespace weekboard
{

namespace
{

HeatRow heat_row(const Board& board, const std::vector<HeatRating>& history,
                 const std::map<std::string, Rating>& scale)
{
    const HeatRating& now = history.front();
    const auto changed = std::ranges::find_if(
        history, [&](const HeatRating& past) { return past.rating != now.rating; });
    HeatRow row{board, scale.at(now.rating),
                static_cast<int>(std::distance(history.begin(), changed)), std::nullopt,
                now.reason};
    if (history.size() > 1) {
        row.score_change = row.rating.score - scale.at(history[1].rating).score;
    }
    return row;
}

} // namespace

std::vector<HeatRow> heat_of_week(SQLite::Database& database, Week week)
{
    std::map<std::string, Rating> scale;
    for (Rating& rating : all_ratings(database)) {
        scale[rating.code] = std::move(rating);
    }
    std::vector<HeatRow> rows;
    for (const Board& board : all_boards(database)) {
        const auto history = heat_history(database, board.code, week.friday());
        if (!history.empty() && history.front().week_end == week.friday()) {
            rows.push_back(heat_row(board, history, scale));
        }
    }
    return rows;
}

} // namespace weekboard
