#pragma once

#include "exhibit/exhibit.h"
#include "theme/theme.h"

#include <QPixmap>
#include <QSize>

namespace weekboard
{

/// An exhibit drawn small, with its title and without its source, on the theme's card.
[[nodiscard]] QPixmap draw_thumbnail(const Exhibit& exhibit, const Theme& theme, QSize size,
                                     double pixel_ratio);

} // namespace weekboard
