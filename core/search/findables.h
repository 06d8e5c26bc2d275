#pragma once

#include "search/finder.h"
#include "store/connection.h"

#include <vector>

namespace weekboard
{

/// What a store has to find: exhibits, series, weeks with figures, notes. Ids are an exhibit's id,
/// a series' code, a week's Friday (of notes too).
[[nodiscard]] std::vector<Findable> findables_of(Connection& database);

} // namespace weekboard
