#include "store/acknowledgements.h"

#include "store/statement.h"
#include "store/stored_date.h"

namespace weekboard
{

std::optional<std::string> reason_for(Connection& database, const Acknowledgement& finding)
{
    Statement query{
        database,
        "SELECT a.reason FROM acknowledgement a JOIN batch b ON b.id = a.batch_id"
        " AND b.reverted_at IS NULL WHERE a.code = ? AND a.period_end = ? AND a.rule = ?"
        " AND a.figures = ? ORDER BY a.id DESC LIMIT 1",
        finding.code,
        stored(finding.period_end),
        finding.rule,
        finding.figures};
    return query.step() ? std::optional{query.as_text(0)} : std::nullopt;
}

} // namespace weekboard
