#pragma once

#include "exhibit/figure_origin.h"
#include "series/language.h"

#include <QString>

namespace weekboard
{

/// Where a figure comes from, as rich text: vintage, batch, origin, and the releases before it.
[[nodiscard]] QString origin_text(const FigureOrigin& origin, bool computed, Language language);

} // namespace weekboard
