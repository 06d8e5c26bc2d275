#pragma once

#include "store/connection.h"
#include "time/date.h"

#include <optional>
#include <vector>

/// Which weeks the store has something of. All functions throw SQLite::Exception, which Store::read
/// and Store::write turn into StoreError.
namespace weekboard
{

/// Fridays of the weeks in which a series of the groups `index`, `index_published` or `sw1` has a
/// figure, or the week has ratings, notes or rankings; ascending.
[[nodiscard]] std::vector<Date> weeks_with_figures(Connection& database);

/// The last of them, without looking at the others.
[[nodiscard]] std::optional<Date> latest_week_with_figures(Connection& database);

} // namespace weekboard
