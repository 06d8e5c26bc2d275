#include "store/specs.h"

#include <SQLiteCpp/Statement.h>

#include <array>

namespace weekboard
{

namespace
{

constexpr std::array<std::string_view, 3> state_names{"shown", "hidden", "deleted"};

constexpr const char* columns =
    "SELECT id, coalesce(own_number, number), coalesce(edited, bundled), edited IS NOT NULL, state"
    " FROM spec";

StoredSpec spec_from(const SQLite::Statement& row)
{
    StoredSpec spec{row.getColumn(0).getString(),
                    row.getColumn(1).getInt(),
                    row.getColumn(2).getString(),
                    row.getColumn(3).getInt() != 0,
                    {}};
    const std::string state = row.getColumn(4).getString();
    spec.state = state == "shown"    ? SpecState::shown
                 : state == "hidden" ? SpecState::hidden
                                     : SpecState::deleted;
    return spec;
}

std::vector<StoredSpec> specs_where(SQLite::Database& database, const char* condition)
{
    std::vector<StoredSpec> specs;
    SQLite::Statement query{database, std::string{columns} + condition + " ORDER BY 2, id"};
    while (query.executeStep()) {
        specs.push_back(spec_from(query));
    }
    return specs;
}

template <typename... Values>
int execute(SQLite::Database& database, const char* sql, const Values&... values)
{
    SQLite::Statement statement{database, sql};
    int place = 0;
    (statement.bind(++place, values), ...);
    return statement.exec();
}

void keep_own_text(SQLite::Database& database, const std::string& id, const Clock& clock)
{
    execute(database,
            "INSERT INTO spec_history (spec_id, toml, replaced_at)"
            " SELECT id, edited, ? FROM spec WHERE id = ? AND edited IS NOT NULL",
            to_iso(clock.now()), id);
}

} // namespace

std::string_view to_string(SpecState state)
{
    return state_names[static_cast<std::size_t>(state)];
}

std::vector<StoredSpec> shown_specs(SQLite::Database& database)
{
    return specs_where(database, " WHERE state = 'shown'");
}

std::vector<StoredSpec> all_specs(SQLite::Database& database)
{
    return specs_where(database, "");
}

std::optional<StoredSpec> find_spec(SQLite::Database& database, std::string_view id)
{
    SQLite::Statement query{database, std::string{columns} + " WHERE id = ?"};
    query.bind(1, std::string{id});
    return query.executeStep() ? std::optional{spec_from(query)} : std::nullopt;
}

std::set<std::string> bundled_spec_texts(SQLite::Database& database)
{
    std::set<std::string> texts;
    SQLite::Statement query{database, "SELECT bundled FROM spec WHERE bundled IS NOT NULL"};
    while (query.executeStep()) {
        texts.insert(query.getColumn(0).getString());
    }
    return texts;
}

void save_bundled_spec(SQLite::Database& database, const std::string& id, int number,
                       const std::string& toml)
{
    execute(database,
            "INSERT INTO spec (id, number, bundled, state) VALUES (?, ?, ?, 'shown')"
            " ON CONFLICT (id) DO UPDATE SET bundled = excluded.bundled,"
            " number = excluded.number",
            id, number, toml);
}

void save_own_spec(SQLite::Database& database, const std::string& id, int number,
                   const std::string& toml, const Clock& clock)
{
    keep_own_text(database, id, clock);
    execute(database,
            "INSERT INTO spec (id, number, edited, state) VALUES (?, ?, ?, 'shown')"
            " ON CONFLICT (id) DO UPDATE SET edited = excluded.edited,"
            " own_number = excluded.number, state = 'shown'",
            id, number, toml);
}

bool restore_spec(SQLite::Database& database, const std::string& id, const Clock& clock)
{
    SQLite::Statement has_bundled{database,
                                  "SELECT 1 FROM spec WHERE id = ? AND bundled IS NOT NULL"};
    has_bundled.bind(1, id);
    if (!has_bundled.executeStep()) {
        return false;
    }
    keep_own_text(database, id, clock);
    execute(database,
            "UPDATE spec SET edited = NULL, own_number = NULL, state = 'shown' WHERE id = ?", id);
    return true;
}

void delete_spec(SQLite::Database& database, const std::string& id, const Clock& clock)
{
    keep_own_text(database, id, clock);
    execute(database, "DELETE FROM spec WHERE id = ? AND bundled IS NULL", id);
    execute(database, "UPDATE spec SET state = 'deleted', edited = NULL WHERE id = ?", id);
}

void hide_spec(SQLite::Database& database, const std::string& id, bool hidden)
{
    execute(database, "UPDATE spec SET state = ? WHERE id = ? AND state <> 'deleted'",
            std::string{hidden ? "hidden" : "shown"}, id);
}

void show_spec(SQLite::Database& database, const std::string& id)
{
    execute(database, "UPDATE spec SET state = 'shown' WHERE id = ?", id);
}

void number_spec(SQLite::Database& database, const std::string& id, int number)
{
    execute(database, "UPDATE spec SET own_number = ? WHERE id = ?", number, id);
}

} // namespace weekboard
