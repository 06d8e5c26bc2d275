#pragma once

#include "board/board.h"
#include "exhibit/heat.h"
#include "exhibit/index_week.h"
#include "exhibit/ranking.h"
#include "store/store.h"
#include "time/week.h"

#include <optional>
#include <string>
#include <vector>

/// The week at a glance: what the overview shows and what the verb `week` prints.
namespace weekboard
{

/// A figure shown large, and the one that goes with it.
struct KeyFigure {
    Bilingual name;
    Series series;
    Observation latest;
    std::string role; ///< of the companion: `share`, `yoy` or `net_add`
    std::optional<double> companion;
    int companion_decimals = 1;
    std::string companion_unit;
    bool companion_computed = false; ///< recomputed here, because none was published
};

struct WeekView {
    Week week = Week::containing(Date{});
    Date as_of;
    std::optional<Date> last_trading_day;
    int trading_days = 0;
    bool closed = false; ///< a week without trading, not one without figures yet
    std::vector<IndexWeek> indices;
    std::vector<HeatRow> heat;
    std::vector<RankedRow> industries;
    std::vector<RankedRow> top_stocks;
    std::vector<RankedRow> bottom_stocks; ///< the worst last
    std::vector<Note> notes;
    std::vector<KeyFigure> key_figures;
    std::optional<Date> latest_week; ///< Friday of the latest week with figures

    /// Nothing of this very week is known.
    [[nodiscard]] bool is_empty() const;
};

/// The week as known on `as_of` (as a rule its Sunday).
[[nodiscard]] WeekView view_week(Connection& database, Week week, Date as_of);

} // namespace weekboard
