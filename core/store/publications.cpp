#include "store/publications.h"

#include "store/statement.h"
#include "store/stored_date.h"

namespace weekboard
{

int add_publication(Connection& database, const Publication& publication)
{
    const auto before = editions_of(database, publication.week_end);
    const int edition = before.empty() ? 1 : before.back() + 1;
    execute(database,
            "INSERT INTO publication (week_end, edition, published_at, author,"
            " content) VALUES (?, ?, ?, ?, ?)",
            stored(publication.week_end), edition, publication.published_at, publication.author,
            publication.content);
    return edition;
}

std::optional<Publication> find_publication(Connection& database, Date week_end,
                                            std::optional<int> edition)
{
    Statement query{database,
                    "SELECT week_end, edition, published_at, author, content"
                    " FROM publication WHERE week_end = ?1 AND (?2 IS NULL OR edition = ?2)"
                    " ORDER BY edition DESC LIMIT 1",
                    stored(week_end), edition};
    if (!query.step()) {
        return std::nullopt;
    }
    return Publication{date_from(query.as_int64(0)), query.as_int(1), query.as_text(2),
                       query.as_text(3), query.as_text(4)};
}

std::vector<int> editions_of(Connection& database, Date week_end)
{
    std::vector<int> editions;
    Statement query{database, "SELECT edition FROM publication WHERE week_end = ? ORDER BY edition",
                    stored(week_end)};
    while (query.step()) {
        editions.push_back(query.as_int(0));
    }
    return editions;
}

} // namespace weekboard
