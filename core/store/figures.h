#pragma once

#include "series/observation.h"
#include "series/series.h"
#include "store/connection.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Reading the figures of series. All functions throw SQLite::Exception, which Store::read and
/// Store::write turn into StoreError.
namespace weekboard
{

/// A series' figures as known on a day.
struct Figures {
    Observations observations;
    bool illustrative = false; ///< made up; real ones have not come in yet
};

/// For each period the release with the greatest vintage on or before `as_of`; periods whose figure
/// was withdrawn by then are absent. Periods that end before `from` are not read.
[[nodiscard]] Figures figures_as_of(Connection& database, const Series& series, Date as_of,
                                    std::optional<Date> from = std::nullopt);

/// Every release of every period, by period and vintage; illustrative ones while there are no
/// others.
[[nodiscard]] std::vector<Release> all_releases(Connection& database, const Series& series);

/// The real releases of one period, by vintage.
[[nodiscard]] std::vector<Release> releases_of_period(Connection& database, const Series& series,
                                                      Date period_end);

/// Where an imported figure stands.
struct FilePlace {
    std::string file;
    std::string sheet; ///< empty for a text
    int row = 0;       ///< from 1
    int column = 0;    ///< from 1
};

/// Nothing for a figure that came from no file.
[[nodiscard]] std::optional<FilePlace> place_of(Connection& database, const Series& series,
                                                Date period_end, Date vintage);

/// Of the releases of one period, by vintage, the one that holds on a day; null if none does.
[[nodiscard]] const Release* holding(const std::vector<Release>& releases, Date day);

/// Periods of those `observations` that the source rounds more coarsely than the series' decimals,
/// ascending.
[[nodiscard]] std::vector<Date> rounded_periods(Connection& database, const Series& series,
                                                ObservationSpan observations);

/// First and last period of a series and the number of its periods.
struct Extent {
    std::int64_t count = 0;
    std::optional<Date> first;
    std::optional<Date> last;
};
[[nodiscard]] Extent extent_of(Connection& database, const Series& series);

/// The last value of each series on or before a day, of all series at once.
struct LastValue {
    std::int64_t series = 0;
    double value = 0;
};
[[nodiscard]] std::vector<LastValue> last_values(Connection& database, Date day, Date as_of);

} // namespace weekboard
