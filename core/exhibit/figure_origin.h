#pragma once

#include "store/batch.h"
#include "store/connection.h"
#include "store/figures.h"

#include <optional>
#include <string_view>
#include <vector>

namespace weekboard
{

/// Where a figure comes from: its release, the batch that brought it, and what stood before.
struct FigureOrigin {
    Series series;
    Release release;
    std::optional<Batch> batch;
    std::optional<FilePlace> place; ///< of a figure that was imported from a file
    std::vector<Release> earlier;   ///< releases of the same period before it, newest first
    bool illustrative = false;
};

/// The origin of a period's figure as known on a day; nothing where there is none.
[[nodiscard]] std::optional<FigureOrigin> origin_of(Connection& database, std::string_view code,
                                                    Date period_end, Date as_of);

} // namespace weekboard
