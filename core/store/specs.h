#pragma once

#include "store/connection.h"
#include "time/clock.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// Exhibit specs as they are stored: the TOML text is the spec, the rest is for finding it. An own
/// text hides the bundled one of the same id, and stays when the program brings a newer one.
namespace weekboard
{

enum class SpecState { shown, hidden, deleted };

[[nodiscard]] std::string_view to_string(SpecState state);

struct StoredSpec {
    std::string id;
    int number = 0; ///< in the report: the user's own, else the text's
    std::string toml;
    bool edited = false;
    SpecState state = SpecState::shown;
};

/// Those that are shown, in the report's order.
[[nodiscard]] std::vector<StoredSpec> shown_specs(Connection& database);

/// All of them, hidden and deleted ones too.
[[nodiscard]] std::vector<StoredSpec> all_specs(Connection& database);

[[nodiscard]] std::optional<StoredSpec> find_spec(Connection& database, std::string_view id);

/// The bundled texts, whatever became of them.
[[nodiscard]] std::set<std::string> bundled_spec_texts(Connection& database);

/// The text that the program brings.
void save_bundled_spec(Connection& database, const std::string& id, int number,
                       const std::string& toml);

/// The user's own text; the one before goes to the history.
void save_own_spec(Connection& database, const std::string& id, int number, const std::string& toml,
                   const Clock& clock);

/// Back to the bundled text, its number and its place; an own spec without one stays. Returns
/// whether there is a bundled one.
bool restore_spec(Connection& database, const std::string& id, const Clock& clock);

/// Takes a spec away; a bundled one can be restored.
void delete_spec(Connection& database, const std::string& id, const Clock& clock);

/// A deleted one stays deleted.
void hide_spec(Connection& database, const std::string& id, bool hidden);

/// Shows a spec again, hidden or deleted.
void show_spec(Connection& database, const std::string& id);

/// Gives a spec another number than its text does.
void number_spec(Connection& database, const std::string& id, int number);

} // namespace weekboard
