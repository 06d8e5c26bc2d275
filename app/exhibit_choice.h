#pragma once

#include "exhibit/resolve.h"

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

namespace weekboard
{

/// Resolves the exhibits that an argument names: an id, a number, several with commas, or `all`.
/// Throws VerbFailure, exit_refused, for one that there is not.
[[nodiscard]] std::vector<Exhibit>
resolve_chosen(SQLite::Database& database, const std::string& which, const ResolveFor& wanted);

} // namespace weekboard
