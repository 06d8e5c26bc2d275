#include "store/publications.h"

#include "store/stored_date.h"

#include <SQLiteCpp/Statement.h>

namespace weekboard
{

int add_publication(SQLite::Database& database, const Publication& publication)
{
    const auto before = editions_of(database, publication.week_end);
    const int edition = before.empty() ? 1 : before.back() + 1;
    SQLite::Statement insert{database,
                             "INSERT INTO publication (week_end, edition, published_at, author,"
                             " content) VALUES (?, ?, ?, ?, ?)"};
    insert.bind(1, stored(publication.week_end));
    insert.bind(2, edition);
    insert.bind(3, publication.published_at);
    insert.bind(4, publication.author);
    insert.bind(5, publication.content);
    insert.exec();
    return edition;
}

std::optional<Publication> find_publication(SQLite::Database& database, Date week_end,
                                            std::optional<int> edition)
{
    SQLite::Statement query{database,
                            "SELECT week_end, edition, published_at, author, content"
                            " FROM publication WHERE week_end = ?1 AND (?2 IS NULL OR edition = ?2)"
                            " ORDER BY edition DESC LIMIT 1"};
    query.bind(1, stored(week_end));
    if (edition) {
        query.bind(2, *edition);
    }
    if (!query.executeStep()) {
        return std::nullopt;
    }
    return Publication{date_from(query.getColumn(0).getInt64()), query.getColumn(1).getInt(),
                       query.getColumn(2).getString(), query.getColumn(3).getString(),
                       query.getColumn(4).getString()};
}

std::vector<int> editions_of(SQLite::Database& database, Date week_end)
{
    std::vector<int> editions;
    SQLite::Statement query{database,
                            "SELECT edition FROM publication WHERE week_end = ? ORDER BY edition"};
    query.bind(1, stored(week_end));
    while (query.executeStep()) {
        editions.push_back(query.getColumn(0).getInt());
    }
    return editions;
}

} // namespace weekboard
