#pragma once

#include "series/observation.h"
#include "series/series.h"
#include "store/connection.h"
#include "time/week.h"

#include <optional>

namespace weekboard
{

/// Changes of an index in a week, in per cent. They come from real closes where those cover the
/// week and its base; else from the change that a source published; else, with illustrative
/// closes, from these.
struct IndexChange {
    double percent = 0;
    bool published = false;
};

struct IndexWeek {
    Series series;
    Observations closes; ///< as known on the day asked for, up to the week's Sunday
    bool illustrative = false;
    std::optional<Observation> last; ///< the week's last close
    std::optional<IndexChange> week;
    std::optional<IndexChange> month_to_date;
    std::optional<Series> published_source; ///< the published series that was used, if one was
};

/// Reads closes from `from` on. `from` must lie before the year in which the week lies, or be
/// early enough for what the caller draws.
[[nodiscard]] IndexWeek index_week(Connection& database, const Series& series, Week week,
                                   Date as_of, std::optional<Date> from = std::nullopt);

/// Weeks with closes in a row, this one included, whose changes have one sign; below zero for
/// falls. 0 without a change, or where the closes do not agree with the published change.
[[nodiscard]] int week_streak(const IndexWeek& index, Week week);

/// The code of the series with an index's changes as published: `week_change` or `mtd_change`.
[[nodiscard]] std::string published_change_code(const Series& series, std::string_view change);

} // namespace weekboard
