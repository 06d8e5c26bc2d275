#include "store/specs.h"

#include <SQLiteCpp/Statement.h>

namespace weekboard
{

std::vector<StoredSpec> all_specs(SQLite::Database& database)
{
    std::vector<StoredSpec> specs;
    SQLite::Statement query{database, "SELECT id, number, toml FROM exhibit_spec ORDER BY number"};
    while (query.executeStep()) {
        specs.push_back({query.getColumn(0).getString(), query.getColumn(1).getInt(),
                         query.getColumn(2).getString()});
    }
    return specs;
}

void save_spec(SQLite::Database& database, const StoredSpec& spec)
{
    SQLite::Statement save{
        database,
        "INSERT INTO exhibit_spec (id, number, toml, origin) VALUES (?, ?, ?, 'bundled')"};
    save.bind(1, spec.id);
    save.bind(2, spec.number);
    save.bind(3, spec.toml);
    save.exec();
}

} // namespace weekboard
