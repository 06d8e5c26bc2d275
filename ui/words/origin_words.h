#pragma once

#include "exhibit/figure_origin.h"
#include "series/language.h"

#include <QString>

namespace weekboard
{

/// `B12`; both count from 1.
[[nodiscard]] QString name_of_cell(int row, int column);

/// Where a figure comes from, as rich text: vintage, batch, origin, and the releases before it.
[[nodiscard]] QString origin_text(const FigureOrigin& origin, bool computed, Language language);

} // namespace weekboard
