#include "store/batch_changes.h"

#include "store/figures.h"
#include "store/series_list.h"
#include "store/statement.h"
#include "store/stored_date.h"

#include <map>

namespace weekboard
{

namespace
{

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

BatchChanges changes_of_batch(Connection& database, std::int64_t batch, std::size_t most)
{
    BatchChanges changes;
    std::map<std::int64_t, Series> by_id;
    for (Series& series : all_series(database)) {
        by_id[series.id] = std::move(series);
    }
    Statement figures{database, figures_of_batch, batch, most};
    while (figures.step()) {
        changes.figures.push_back({by_id[figures.as_int64(0)], date_from(figures.as_int64(1)),
                                   date_from(figures.as_int64(2)), figures.as_optional_double(3),
                                   figures.as_int(5) != 0, figures.as_optional_double(6),
                                   figures.as_int(4) != 0});
        changes.left_out = figures.as_int64(7) - static_cast<std::int64_t>(changes.figures.size());
    }
    Statement lines{database, lines_of_batch, batch, most};
    while (lines.step()) {
        changes.lines.push_back({lines.as_text(0), lines.as_text(1), lines.as_text(2)});
    }
    return changes;
}

} // namespace weekboard
