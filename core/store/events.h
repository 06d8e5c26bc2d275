#pragma once

#include "board/event.h"
#include "store/connection.h"

#include <vector>

namespace weekboard
{

/// By their places; those that were taken away are left out.
[[nodiscard]] std::vector<Event> all_events(Connection& database);

} // namespace weekboard
