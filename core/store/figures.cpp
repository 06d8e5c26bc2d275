#include "store/figures.h"

#include "store/statement.h"
#include "store/stored_date.h"
#include "time/week.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>

namespace weekboard
{

namespace
{

constexpr const char* series_columns =
    "SELECT id, code, name_zh, name_en, unit, frequency, measure,"
    " decimals, release_lag_days, source, series_group, retired"
    " FROM series";

/// The names are held to the enumerations by the schema's own checks.
Series series_from(const Statement& row)
{
    Series series;
    series.id = row.as_int64(0);
    series.code = row.as_text(1);
    series.name = {row.as_text(2), row.as_text(3)};
    series.unit = row.as_text(4);
    series.frequency = parse_frequency(row.as_text(5)).value();
    series.measure = parse_measure(row.as_text(6)).value();
    series.decimals = row.as_int(7);
    series.release_lag_days = row.as_int(8);
    series.source = row.as_text(9);
    series.group = row.as_text(10);
    series.retired = row.as_int(11) != 0;
    return series;
}

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

std::size_t edit_distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row.back();
}

} // namespace

std::optional<Series> find_series(Connection& database, std::string_view code)
{
    Statement query{database, std::string{series_columns} + " WHERE code = ?", code};
    return query.step() ? std::optional{series_from(query)} : std::nullopt;
}

std::vector<Series> all_series(Connection& database)
{
    std::vector<Series> series;
    Statement query{database, std::string{series_columns} + " ORDER BY id"};
    while (query.step()) {
        series.push_back(series_from(query));
    }
    return series;
}

std::vector<Series> series_in_group(Connection& database, std::string_view group)
{
    std::vector<Series> series;
    Statement query{database, std::string{series_columns} + " WHERE series_group = ? ORDER BY id",
                    group};
    while (query.step()) {
        series.push_back(series_from(query));
    }
    return series;
}

std::vector<std::string> nearest_codes(Connection& database, std::string_view code)
{
    constexpr std::size_t offered = 3;
    constexpr std::size_t longest_compared = 200;
    if (code.empty() || code.size() > longest_compared) {
        return {};
    }
    std::vector<std::pair<std::size_t, std::string>> near;
    Statement query{database, "SELECT code FROM series"};
    while (query.step()) {
        std::string known = query.as_text(0);
        const bool contains = code.size() >= 3 && known.find(code) != std::string::npos;
        const std::size_t distance = contains ? 0 : edit_distance(code, known);
        if (distance <= std::max<std::size_t>(2, code.size() / 3)) {
            near.emplace_back(distance, std::move(known));
        }
    }
    std::ranges::sort(near);
    std::vector<std::string> codes;
    for (auto& [distance, known] : near) {
        if (codes.size() < offered) {
            codes.push_back(std::move(known));
        }
    }
    return codes;
}

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

std::vector<Date> weeks_with_figures(Connection& database)
{
    std::vector<Date> fridays;
    Statement query{
        database,
        "WITH market AS (SELECT id FROM series"
        "                WHERE series_group IN ('index', 'index_published', 'sw1')),"
        " day AS (SELECT period_end AS at FROM observation WHERE series_id IN market"
        "   UNION SELECT period_end FROM illustration WHERE series_id IN market AND NOT EXISTS"
        "     (SELECT 1 FROM observation o WHERE o.series_id = illustration.series_id)"
        "   UNION SELECT week_end FROM heat_rating JOIN batch b ON b.id = batch_id AND reverted_at "
        "IS NULL"
        "   UNION SELECT week_end FROM note JOIN batch b ON b.id = batch_id AND reverted_at IS NULL"
        "   UNION SELECT week_end FROM ranking JOIN batch b ON b.id = batch_id AND reverted_at IS "
        "NULL)"
        " SELECT at FROM day ORDER BY at"};
    while (query.step()) {
        const Date friday = Week::containing(date_from(query.as_int64(0))).friday();
        if (fridays.empty() || fridays.back() != friday) {
            fridays.push_back(friday);
        }
    }
    return fridays;
}

std::optional<Date> latest_week_with_figures(Connection& database)
{
    Statement query{
        database,
        "SELECT max(at) FROM ("
        "  SELECT coalesce((SELECT max(period_end) FROM observation WHERE series_id = id),"
        "                  (SELECT max(period_end) FROM illustration WHERE series_id = id)) AS at"
        "    FROM series WHERE series_group IN ('index', 'index_published', 'sw1')"
        "  UNION ALL SELECT max(week_end) FROM heat_rating JOIN batch b ON b.id = batch_id AND "
        "reverted_at IS NULL"
        "  UNION ALL SELECT max(week_end) FROM note JOIN batch b ON b.id = batch_id AND "
        "reverted_at IS NULL"
        "  UNION ALL SELECT max(week_end) FROM ranking JOIN batch b ON b.id = batch_id AND "
        "reverted_at IS NULL)"};
    query.step();
    if (query.is_null(0)) {
        return std::nullopt;
    }
    return Week::containing(date_from(query.as_int64(0))).friday();
}

} // namespace weekboard
