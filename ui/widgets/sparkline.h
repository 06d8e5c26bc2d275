#pragma once

#include "series/observation.h"
#include "theme/theme.h"

#include <QPainter>
#include <QRectF>

namespace weekboard
{

/// A small line of a series' figures without axes, its last point marked.
void draw_sparkline(QPainter& painter, const QRectF& box, ObservationSpan figures,
                    const Theme& theme);

} // namespace weekboard
