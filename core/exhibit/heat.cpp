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

std::map<std::string, Rating> scale_of(Connection& database)
{
    std::map<std::string, Rating> scale;
    for (Rating& rating : all_ratings(database)) {
        scale[rating.code] = std::move(rating);
    }
    return scale;
}

} // namespace

std::vector<HeatRow> heat_of_week(Connection& database, Week week)
{
    const auto scale = scale_of(database);
    std::vector<HeatRow> rows;
    for (const Board& board : all_boards(database)) {
        const auto history = heat_history(database, board.code, week.friday());
        if (!history.empty() && history.front().week_end == week.friday()) {
            rows.push_back(heat_row(board, history, scale));
        }
    }
    return rows;
}

HeatMatrix heat_matrix(Connection& database, Week last, int weeks)
{
    const auto scale = scale_of(database);
    HeatMatrix matrix;
    matrix.boards = all_boards(database);
    std::vector<std::vector<HeatRating>> histories;
    for (const Board& board : matrix.boards) {
        histories.push_back(heat_history(database, board.code, last.friday()));
        const std::vector<HeatRating>& history = histories.back();
        for (std::size_t i = 0; i < history.size(); ++i) {
            matrix.weeks.push_back(history[i].week_end);
            const bool first = i + 1 == history.size();
            if (first || history[i + 1].rating != history[i].rating) {
                matrix.changes.push_back(
                    {history[i].week_end, board,
                     first ? std::nullopt : std::optional{scale.at(history[i + 1].rating)},
                     scale.at(history[i].rating), history[i].reason});
            }
        }
    }
    std::ranges::sort(matrix.weeks);
    matrix.weeks.erase(std::unique(matrix.weeks.begin(), matrix.weeks.end()), matrix.weeks.end());
    if (matrix.weeks.size() > static_cast<std::size_t>(weeks)) {
        matrix.weeks.erase(matrix.weeks.begin(), matrix.weeks.end() - weeks);
    }
    std::ranges::stable_sort(matrix.changes, std::greater{}, &HeatChange::week_end);
    for (const std::vector<HeatRating>& history : histories) {
        std::vector<HeatCell> row;
        for (const Date week : matrix.weeks) {
            const auto found = std::ranges::find(history, week, &HeatRating::week_end);
            row.push_back(found == history.end()
                              ? HeatCell{}
                              : HeatCell{scale.at(found->rating), found->reason});
        }
        matrix.cells.push_back(std::move(row));
    }
    return matrix;
}

} // namespace weekboard
