#include "store/batch_changes.h"

#include "store/figures.h"
#include "store/stored_date.h"

#include <SQLiteCpp/Statement.h>

#include <map>

namespace weekboard
{

namespace
{

std::optional<double> number_in(const SQLite::Column& column)
{
    return column.isNull() ? std::nullopt : std::optional{column.getDouble()};
}

/// Figures that stand, then those that something newer took out.
constexpr const char* figures_of_batch =
    "WITH brought AS ("
    " SELECT series_id, period_end, vintage, value, 1 AS stands FROM observation"
    "  WHERE batch_id = ?1 AND series_id IN"
    "   (SELECT series_id FROM batch_series WHERE batch_id = ?1)"
    " UNION ALL SELECT series_id, period_end, vintage, value, 1 FROM illustration"
    "  WHERE batch_id = ?1 AND series_id IN"
    "   (SELECT series_id FROM batch_series WHERE batch_id = ?1)"
    " UNION ALL SELECT series_id, period_end, vintage, value, 0 FROM superseded"
    "  WHERE batch_id = ?1 AND series_id IN"
    "   (SELECT series_id FROM batch_series WHERE batch_id = ?1))"
    " SELECT brought.series_id, brought.period_end, brought.vintage, brought.value, stands, "
    "before.id IS NOT NULL,"
    "  before.value, count(*) OVER () FROM brought LEFT JOIN superseded before ON before.id ="
    "  (SELECT max(id) FROM superseded s WHERE s.series_id = brought.series_id"
    "   AND s.period_end = brought.period_end AND s.vintage = brought.vintage"
    "   AND s.replaced_by = ?1)"
    " ORDER BY brought.series_id, brought.period_end, brought.vintage LIMIT ?2";

constexpr const char* lines_of_batch =
    "SELECT 'rating', b.name_zh, r.name_zh || '  ' || h.reason FROM heat_rating h"
    "  JOIN board b ON b.code = h.board JOIN rating r ON r.code = h.rating WHERE batch_id = ?1"
    " UNION ALL SELECT 'note', section, subject || '  ' || body FROM note WHERE batch_id = ?1"
    " UNION ALL SELECT 'ranking', name_zh || ' ' || code, printf('%+.2f%%', change_percent)"
    "  FROM ranking WHERE batch_id = ?1"
    " UNION ALL SELECT 'event', target, text_zh FROM event WHERE batch_id = ?1"
    " UNION ALL SELECT 'acknowledgement', rule || ' ' || code, reason FROM acknowledgement"
    "  WHERE batch_id = ?1 LIMIT ?2";

} // namespace

BatchChanges changes_of_batch(SQLite::Database& database, std::int64_t batch, std::size_t most)
{
    BatchChanges changes;
    std::map<std::int64_t, Series> by_id;
    for (Series& series : all_series(database)) {
        by_id[series.id] = std::move(series);
    }
    SQLite::Statement figures{database, figures_of_batch};
    figures.bind(1, batch);
    figures.bind(2, static_cast<std::int64_t>(most));
    while (figures.executeStep()) {
        changes.figures.push_back(
            {by_id[figures.getColumn(0).getInt64()], date_from(figures.getColumn(1).getInt64()),
             date_from(figures.getColumn(2).getInt64()), number_in(figures.getColumn(3)),
             figures.getColumn(5).getInt() != 0, number_in(figures.getColumn(6)),
             figures.getColumn(4).getInt() != 0});
        changes.left_out =
            figures.getColumn(7).getInt64() - static_cast<std::int64_t>(changes.figures.size());
    }
    SQLite::Statement lines{database, lines_of_batch};
    lines.bind(1, batch);
    lines.bind(2, static_cast<std::int64_t>(most));
    while (lines.executeStep()) {
        changes.lines.push_back({lines.getColumn(0).getString(), lines.getColumn(1).getString(),
                                 lines.getColumn(2).getString()});
    }
    return changes;
}

} // namespace weekboard
