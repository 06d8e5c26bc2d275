#include "store/figures.h"

#include "store/statement.h"
#include "store/stored_date.h"

#include <algorithm>
#include <limits>
#include <string>

namespace weekboard
{

namespace
{

bool has_rows(Connection& database, const char* table, const Series& series)
{
    Statement query{database,
                    std::string{"SELECT EXISTS (SELECT 1 FROM "} + table + " WHERE series_id = ?)",
                    series.id};
    query.step();
    return query.as_int(0) != 0;
}

/// A series has its real figures or, while it has none, the made-up ones: never a mixture.
const char* table_of(Connection& database, const Series& series)
{
    return has_rows(database, "observation", series) ? "observation" : "illustration";
}

/// Keeps of each period the last release by `as_of`. Returns whether the table has any row of the
/// series from `from` on.
bool read_figures(Connection& database, const std::string& table, const Series& series, Date as_of,
                  std::optional<Date> from, Observations& kept)
{
    constexpr auto before_everything = std::numeric_limits<std::int64_t>::min();
    constexpr std::size_t usual_count = 2048;
    // The vintage is compared here and not by SQLite: it is read anyway, and a row is dear there.
    Statement query{database,
                    "SELECT period_end, vintage, value FROM " + table +
                        " WHERE series_id = ? AND period_end >= ? ORDER BY period_end, vintage",
                    series.id, from ? stored(*from) : before_everything};
    bool found = false;
    while (query.step()) {
        if (!found) {
            found = true;
            kept.reserve(from ? usual_count / 8 : usual_count);
        }
        const Observation row{date_from(query.as_int64(0)), date_from(query.as_int64(1)),
                              query.as_double(2)};
        if (row.vintage > as_of) {
            continue;
        }
        if (!kept.empty() && kept.back().period_end == row.period_end) {
            kept.pop_back();
        }
        // SQLite reads NULL as 0.0: only a zero needs the second look.
        if (row.value != 0 || !query.is_null(2)) {
            kept.push_back(row);
        }
    }
    return found;
}

} // namespace

Figures figures_as_of(Connection& database, const Series& series, Date as_of,
                      std::optional<Date> from)
{
    Figures figures;
    if (!read_figures(database, "observation", series, as_of, from, figures.observations) &&
        !has_rows(database, "observation", series)) {
        read_figures(database, "illustration", series, as_of, from, figures.observations);
        figures.illustrative = !figures.observations.empty();
    }
    return figures;
}

std::vector<Release> all_releases(Connection& database, const Series& series)
{
    std::vector<Release> releases;
    Statement query{database,
                    std::string{"SELECT period_end, vintage, value, batch_id FROM "} +
                        table_of(database, series) +
                        " WHERE series_id = ? ORDER BY period_end, vintage",
                    series.id};
    while (query.step()) {
        releases.push_back({date_from(query.as_int64(0)), date_from(query.as_int64(1)),
                            query.as_optional_double(2), query.as_int64(3)});
    }
    return releases;
}

std::vector<Release> releases_of_period(Connection& database, const Series& series, Date period_end)
{
    std::vector<Release> releases;
    Statement query{database,
                    "SELECT vintage, value, batch_id FROM observation"
                    " WHERE series_id = ? AND period_end = ? ORDER BY vintage",
                    series.id, stored(period_end)};
    while (query.step()) {
        releases.push_back({period_end, date_from(query.as_int64(0)), query.as_optional_double(1),
                            query.as_int64(2)});
    }
    return releases;
}

std::optional<FilePlace> place_of(Connection& database, const Series& series, Date period_end,
                                  Date vintage)
{
    Statement query{database,
                    "SELECT b.file, b.sheet, o.sheet_row, o.sheet_column FROM observation o"
                    " JOIN batch_sheet b ON b.batch_id = o.batch_id AND b.ordinal = o.sheet"
                    " WHERE o.series_id = ? AND o.period_end = ? AND o.vintage = ?",
                    series.id, stored(period_end), stored(vintage)};
    if (!query.step()) {
        return std::nullopt;
    }
    return FilePlace{query.as_text(0), query.as_text(1), query.as_int(2), query.as_int(3)};
}

const Release* holding(const std::vector<Release>& releases, Date day)
{
    const auto after = std::ranges::upper_bound(releases, day, {}, &Release::vintage);
    return after == releases.begin() ? nullptr : &*std::prev(after);
}

std::vector<Date> rounded_periods(Connection& database, const Series& series,
                                  ObservationSpan observations)
{
    std::vector<Date> periods;
    Statement query{database,
                    "SELECT period_end, vintage FROM rounding"
                    " WHERE series_id = ? ORDER BY period_end, vintage",
                    series.id};
    while (query.step()) {
        const Date period_end = date_from(query.as_int64(0));
        const Date vintage = date_from(query.as_int64(1));
        const auto found =
            std::ranges::lower_bound(observations, period_end, {}, &Observation::period_end);
        if (found != observations.end() && found->period_end == period_end &&
            found->vintage == vintage) {
            periods.push_back(period_end);
        }
    }
    return periods;
}

Extent extent_of(Connection& database, const Series& series)
{
    Statement query{database,
                    std::string{"SELECT count(DISTINCT period_end), min(period_end),"
                                " max(period_end) FROM "} +
                        table_of(database, series) + " WHERE series_id = ?",
                    series.id};
    query.step();
    Extent extent;
    extent.count = query.as_int64(0);
    if (extent.count > 0) {
        extent.first = date_from(query.as_int64(1));
        extent.last = date_from(query.as_int64(2));
    }
    return extent;
}

std::vector<LastValue> last_values(Connection& database, Date day, Date as_of)
{
    std::vector<LastValue> values;
    std::vector<std::int64_t> without;
    Statement query{database,
                    "SELECT id, (SELECT value FROM observation WHERE series_id = series.id"
                    " AND period_end <= ?1 AND vintage <= ?2"
                    " ORDER BY period_end DESC, vintage DESC LIMIT 1) FROM series",
                    stored(day), stored(as_of)};
    while (query.step()) {
        if (query.is_null(1)) {
            without.push_back(query.as_int64(0));
        } else {
            values.push_back({query.as_int64(0), query.as_double(1)});
        }
    }
    // Withdrawn, illustrative or without any figure by then: few, and told apart first.
    for (const std::int64_t id : without) {
        Statement has_any{database,
                          "SELECT EXISTS (SELECT 1 FROM observation WHERE series_id = ?1"
                          " AND period_end <= ?2) OR EXISTS (SELECT 1 FROM illustration"
                          " WHERE series_id = ?1 AND period_end <= ?2)",
                          id, stored(day)};
        if (!has_any.step() || has_any.as_int(0) == 0) {
            continue;
        }
        Series series;
        series.id = id;
        const Figures figures = figures_as_of(database, series, as_of);
        const auto after =
            std::ranges::upper_bound(figures.observations, day, {}, &Observation::period_end);
        if (after != figures.observations.begin()) {
            values.push_back({id, std::prev(after)->value});
        }
    }
    std::ranges::sort(values, {}, &LastValue::series);
    return values;
}

} // namespace weekboard
