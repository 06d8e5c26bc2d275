#include "store/schema.h"

#include "store/file_probe.h"
#include "store/migration_scripts.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <array>
#include <set>

namespace weekboard
{

namespace
{

const std::array<Migration, 6> all_migrations{{
    {1, embedded::migration_001_series},
    {2, embedded::migration_002_board},
    {3, embedded::migration_003_spec},
    {4, embedded::migration_004_publication},
    {5, embedded::migration_005_entry},
    {6, embedded::migration_006_import},
}};

/// Between two objects; none of ours has it within.
constexpr std::string_view separator = ";\n\n";

/// Each with its type and name in the first line.
using SchemaObjects = std::set<std::string>;

SchemaObjects objects_of(SQLite::Database& database)
{
    SchemaObjects objects;
    SQLite::Statement query{database,
                            "SELECT '-- ' || type || ' ' || name || char(10) || sql"
                            " FROM sqlite_master"
                            " WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"};
    while (query.executeStep()) {
        objects.insert(query.getColumn(0).getString());
    }
    return objects;
}

SchemaObjects objects_in(std::string_view text)
{
    SchemaObjects objects;
    while (!text.empty()) {
        const std::size_t end = text.find(separator);
        objects.emplace(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + separator.size());
    }
    return objects;
}

/// Running all migrations takes longer than everything else about opening a store: what they end
/// in is known.
SchemaObjects our_objects(int version)
{
    if (version == schema_version()) {
        return objects_in(embedded::schema);
    }
    SQLite::Database blank{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    migrate(blank, version);
    return objects_of(blank);
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

std::string schema_text(SQLite::Database& database)
{
    std::string text;
    for (const std::string& object : objects_of(database)) {
        text += object;
        text += separator;
    }
    return text;
}

bool has_our_schema(SQLite::Database& database)
{
    const int version = schema_version_of(database);
    return version >= 1 && version <= schema_version() &&
           objects_of(database) == our_objects(version);
}

void distrust(SQLite::Database& database)
{
    sqlite3* handle = database.getHandle();
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 16 << 20);
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 1 << 20);
    sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, 100);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
    database.exec("PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON; PRAGMA mmap_size = 0");
}

} // namespace weekboard
