#include "store/events.h"

#include "store/statement.h"
#include "store/stored_date.h"

namespace weekboard
{

std::vector<Event> all_events(Connection& database)
{
    std::vector<Event> events;
    Statement query{database, "SELECT place, day, text_zh, text_en, target FROM event WHERE id IN"
                              " (SELECT max(e.id) FROM event e JOIN batch b ON b.id = e.batch_id"
                              "  AND b.reverted_at IS NULL GROUP BY e.place)"
                              " AND text_zh || text_en <> '' ORDER BY place"};
    while (query.step()) {
        events.push_back({query.as_int(0),
                          date_from(query.as_int64(1)),
                          {query.as_text(2), query.as_text(3)},
                          query.as_text(4)});
    }
    return events;
}

} // namespace weekboard
