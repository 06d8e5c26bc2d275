#include "store/specs.h"

#include "store/statement.h"

#include <array>

namespace weekboard
{

namespace
{

constexpr std::array<std::string_view, 3> state_names{"shown", "hidden", "deleted"};

constexpr const char* columns =
    "SELECT id, coalesce(own_number, number), coalesce(edited, bundled), edited IS NOT NULL, state"
    " FROM spec";

StoredSpec spec_from(const Statement& row)
{
    StoredSpec spec{row.as_text(0), row.as_int(1), row.as_text(2), row.as_int(3) != 0, {}};
    const std::string state = row.as_text(4);
    spec.state = state == "shown"    ? SpecState::shown
                 : state == "hidden" ? SpecState::hidden
                                     : SpecState::deleted;
    return spec;
}

std::vector<StoredSpec> specs_where(Connection& database, const char* condition)
{
    std::vector<StoredSpec> specs;
    Statement query{database, std::string{columns} + condition + " ORDER BY 2, id"};
    while (query.step()) {
        specs.push_back(spec_from(query));
    }
    return specs;
}

void keep_own_text(Connection& database, const std::string& id, const Clock& clock)
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

std::vector<StoredSpec> shown_specs(Connection& database)
{
    return specs_where(database, " WHERE state = 'shown'");
}

std::vector<StoredSpec> all_specs(Connection& database)
{
    return specs_where(database, "");
}

std::optional<StoredSpec> find_spec(Connection& database, std::string_view id)
{
    Statement query{database, std::string{columns} + " WHERE id = ?", id};
    return query.step() ? std::optional{spec_from(query)} : std::nullopt;
}

std::set<std::string> bundled_spec_texts(Connection& database)
{
    std::set<std::string> texts;
    Statement query{database, "SELECT bundled FROM spec WHERE bundled IS NOT NULL"};
    while (query.step()) {
        texts.insert(query.as_text(0));
    }
    return texts;
}

void save_bundled_spec(Connection& database, const std::string& id, int number,
                       const std::string& toml)
{
    execute(database,
            "INSERT INTO spec (id, number, bundled, state) VALUES (?, ?, ?, 'shown')"
            " ON CONFLICT (id) DO UPDATE SET bundled = excluded.bundled,"
            " number = excluded.number",
            id, number, toml);
}

void save_own_spec(Connection& database, const std::string& id, int number, const std::string& toml,
                   const Clock& clock)
{
    keep_own_text(database, id, clock);
    execute(database,
            "INSERT INTO spec (id, number, edited, state) VALUES (?, ?, ?, 'shown')"
            " ON CONFLICT (id) DO UPDATE SET edited = excluded.edited,"
            " own_number = excluded.number, state = 'shown'",
            id, number, toml);
}

bool restore_spec(Connection& database, const std::string& id, const Clock& clock)
{
    Statement has_bundled{database, "SELECT 1 FROM spec WHERE id = ? AND bundled IS NOT NULL", id};
    if (!has_bundled.step()) {
        return false;
    }
    keep_own_text(database, id, clock);
    execute(database,
            "UPDATE spec SET edited = NULL, own_number = NULL, state = 'shown' WHERE id = ?", id);
    return true;
}

void delete_spec(Connection& database, const std::string& id, const Clock& clock)
{
    keep_own_text(database, id, clock);
    execute(database, "DELETE FROM spec WHERE id = ? AND bundled IS NULL", id);
    execute(database, "UPDATE spec SET state = 'deleted', edited = NULL WHERE id = ?", id);
}

void hide_spec(Connection& database, const std::string& id, bool hidden)
{
    execute(database, "UPDATE spec SET state = ? WHERE id = ? AND state <> 'deleted'",
            hidden ? "hidden" : "shown", id);
}

void show_spec(Connection& database, const std::string& id)
{
    execute(database, "UPDATE spec SET state = 'shown' WHERE id = ?", id);
}

void number_spec(Connection& database, const std::string& id, int number)
{
    execute(database, "UPDATE spec SET own_number = ? WHERE id = ?", number, id);
}

} // namespace weekboard
