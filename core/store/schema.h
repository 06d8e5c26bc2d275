#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace SQLite
{
class Database;
}

namespace weekboard
{

/// Migrations are numbered from 1 and only ever added to. `script` is plain SQL.
struct Migration {
    int version = 0;
    std::string_view script;
};

[[nodiscard]] std::span<const Migration> migrations();

/// The schema version that this program writes.
[[nodiscard]] int schema_version();

/// The version that the file says it has.
[[nodiscard]] int schema_version_of(SQLite::Database& database);

/// Brings the schema to version `target`, version mark included. The caller holds the transaction.
void migrate(SQLite::Database& database, int target);

/// The tables and indices as text, one after the other by type and name; of a store that is current
/// it is `store/schema.sql`.
[[nodiscard]] std::string schema_text(SQLite::Database& database);

/// Whether the tables and indices are those that our migrations up to the file's own version make,
/// no more and no fewer.
[[nodiscard]] bool has_our_schema(SQLite::Database& database);

/// A store may come from a stranger: nothing in its schema is trusted or run, and no statement on
/// it may grow without bound. See https://www.sqlite.org/security.html.
void distrust(SQLite::Database& database);

} // namespace weekboard
