#pragma once

#include "exhibit/exhibit.h"
#include "exhibit/resolve.h"
#include "series/observation.h"
#include "series/series.h"
#include "store/connection.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Series for the reader who follows them one by one.
namespace weekboard
{

/// A series at a glance. Changes are in per cent, of shares and growth rates in percentage points.
struct SeriesRow {
    Series series;
    Observations recent; ///< the last two years, for a small line
    bool illustrative = false;
    std::optional<Observation> latest;
    std::optional<double> change; ///< against the figure of the period before
    std::optional<double> published_growth;
    std::optional<double> computed_growth; ///< YoY from levels
    bool due = false;                      ///< by its release lag the next figure should be there
};

/// The series of a group, as known on the week's Sunday.
[[nodiscard]] std::vector<SeriesRow> series_rows(Connection& database, std::string_view group,
                                                 Week week);

/// What a series can be shown as.
enum class SeriesShape { level, published_growth, computed_growth, single_period, net_change };

/// The shapes that make sense for a series; `published_growth` where there is a series with it.
[[nodiscard]] std::vector<SeriesShape> shapes_of(Connection& database, const Series& series);

/// A series as an exhibit without a number, all of its history.
[[nodiscard]] Exhibit series_exhibit(Connection& database, const Series& series, SeriesShape shape,
                                     const ResolveFor& wanted);

} // namespace weekboard
