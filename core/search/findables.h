#pragma once

#include "search/finder.h"

#include <SQLiteCpp/Database.h>

#include <vector>

namespace weekboard
{

/// What a store has to find: exhibits, series, weeks with figures, notes. Ids are an exhibit's id,
/// a series' code, a week's Friday (of notes too).
[[nodiscard]] std::vector<Findable> findables_of(SQLite::Database& database);

} // namespace weekboard
