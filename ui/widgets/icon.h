#pragma once

#include <QColor>
#include <QPainter>
#include <QRectF>
#include <QString>

namespace weekboard
{

/// Paints `:/icons/NAME.svg` in one colour.
void draw_icon(QPainter& painter, const QRectF& box, const QString& name, const QColor& color);

} // namespace weekboard
