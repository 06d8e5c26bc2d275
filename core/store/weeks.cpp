#include "store/weeks.h"

#include "store/statement.h"
#include "store/stored_date.h"
#include "time/week.h"

namespace weekboard
{

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
