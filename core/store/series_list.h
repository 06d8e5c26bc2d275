#pragma once

#include "series/series.h"
#include "store/connection.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Which series the store has. All functions throw SQLite::Exception, which Store::read and
/// Store::write turn into StoreError.
namespace weekboard
{

[[nodiscard]] std::optional<Series> find_series(Connection& database, std::string_view code);

/// All series, in the order in which they were made.
[[nodiscard]] std::vector<Series> all_series(Connection& database);

[[nodiscard]] std::vector<Series> series_in_group(Connection& database, std::string_view group);

/// The known codes most like `code`, the likest first; empty if none is near.
[[nodiscard]] std::vector<std::string> nearest_codes(Connection& database, std::string_view code);

} // namespace weekboard
