#include "store/events.h"

#include "store/stored_date.h"

#include <SQLiteCpp/Statement.h>

namespace weekboard
{

std::vector<Event> all_events(SQLite::Database& database)
{
    std::vector<Event> events;
    SQLite::Statement query{database,
                            "SELECT place, day, text_zh, text_en, target FROM event WHERE id IN"
                            " (SELECT max(e.id) FROM event e JOIN batch b ON b.id = e.batch_id"
                            "  AND b.reverted_at IS NULL GROUP BY e.place)"
                            " AND text_zh || text_en <> '' ORDER BY place"};
    while (query.executeStep()) {
        events.push_back({query.getColumn(0).getInt(),
                          date_from(query.getColumn(1).getInt64()),
                          {query.getColumn(2).getString(), query.getColumn(3).getString()},
                          query.getColumn(4).getString()});
    }
    return events;
}

} // namespace weekboard
