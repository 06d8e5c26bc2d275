#pragma once

#include "board/board.h"
#include "time/week.h"

#include <SQLiteCpp/Database.h>

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
[[nodiscard]] std::vector<HeatRow> heat_of_week(SQLite::Database& database, Week week);

} // namespace weekboard
