#include "store/acknowledgements.h"

#include "store/stored_date.h"

#include <SQLiteCpp/Statement.h>

namespace weekboard
{

std::optional<std::string> reason_for(SQLite::Database& database, const Acknowledgement& finding)
{
    SQLite::Statement query{
        database, "SELECT a.reason FROM acknowledgement a JOIN batch b ON b.id = a.batch_id"
                  " AND b.reverted_at IS NULL WHERE a.code = ? AND a.period_end = ? AND a.rule = ?"
                  " AND a.figures = ? ORDER BY a.id DESC LIMIT 1"};
    query.bind(1, finding.code);
    query.bind(2, stored(finding.period_end));
    query.bind(3, finding.rule);
    query.bind(4, finding.figures);
    return query.executeStep() ? std::optional{query.getColumn(0).getString()} : std::nullopt;
}

} // namespace weekboard
