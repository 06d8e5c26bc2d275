#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>
#include <vector>

namespace weekboard
{

/// An exhibit's spec as it is stored: the TOML text is the spec, the rest is for finding it.
struct StoredSpec {
    std::string id;
    int number = 0;
    std::string toml;
};

/// In the report's order.
[[nodiscard]] std::vector<StoredSpec> all_specs(SQLite::Database& database);

/// Stores a bundled spec.
void save_spec(SQLite::Database& database, const StoredSpec& spec);

} // namespace weekboard
