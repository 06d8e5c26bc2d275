#pragma once

#include "board/board.h"
#include "store/connection.h"
#include "time/week.h"

#include <optional>
#include <string>
#include <vector>

/// What the house thinks of its boards, week by week.
namespace weekboard
{

struct HeatRow {
    Board board;
    Rating rating;
    int weeks_held = 0;              ///< rated weeks in a row with this rating, this one included
    std::optional<int> score_change; ///< against the rating before; nothing for the first one
    std::string reason;
};

/// The boards that were rated in the week, in the report's order.
[[nodiscard]] std::vector<HeatRow> heat_of_week(Connection& database, Week week);

/// A board's rating in a week, or that it had none.
struct HeatCell {
    std::optional<Rating> rating;
    std::string reason;
};

/// One change of a rating: the ledger of the house's judgement.
struct HeatChange {
    Date week_end;
    Board board;
    std::optional<Rating> from; ///< nothing for a board's first rating
    Rating to;
    std::string reason;
};

/// All boards over the last weeks that have ratings.
struct HeatMatrix {
    std::vector<Date> weeks; ///< Fridays, ascending
    std::vector<Board> boards;
    std::vector<std::vector<HeatCell>> cells; ///< by board, then by week
    std::vector<HeatChange> changes;          ///< of all weeks up to the last one, newest first
};
[[nodiscard]] HeatMatrix heat_matrix(Connection& database, Week last, int weeks);

} // namespace weekboard
