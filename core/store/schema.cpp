#include "store/schema.h"

#include "store/file_probe.h"
#include "store/migration_scripts.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <array>
#include <set>

namespace weekboard
{

namespace
{

const std::array<Migration, 2> all_migrations{{
    {1, embedded::migration_001_series},
    {2, embedded::migration_002_board},
}};

using SchemaObjects = std::set<std::string>;

SchemaObjects objects_of(SQLite::Database& database)
{
    SchemaObjects objects;
    SQLite::Statement query{database,
                            "SELECT type || ' ' || name || ' ' || sql FROM sqlite_master"
                            " WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"};
    while (query.executeStep()) {
        objects.insert(query.getColumn(0).getString());
    }
    return objects;
}

const SchemaObjects& our_objects()
{
    static const SchemaObjects objects = [] {
        SQLite::Database blank{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
        migrate(blank, schema_version());
        return objects_of(blank);
    }();
    return objects;
}

} // namespace

std::span<const Migration> migrations()
{
    return all_migrations;
}

int schema_version()
{
    return all_migrations.back().version;
}

int schema_version_of(SQLite::Database& database)
{
    return database.execAndGet("PRAGMA user_version").getInt();
}

void migrate(SQLite::Database& database, int target)
{
    for (const Migration& migration : all_migrations) {
        if (migration.version > schema_version_of(database) && migration.version <= target) {
            database.exec(std::string{migration.script});
            database.exec(fmt::format("PRAGMA user_version = {}; PRAGMA application_id = {}",
                                      migration.version, store_application_id));
        }
    }
}

bool has_our_schema(SQLite::Database& database)
{
    return objects_of(database) == our_objects();
}

} // namespace weekboard
