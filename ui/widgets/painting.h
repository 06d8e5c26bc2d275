#pragma once

#include "theme/theme.h"

#include <QPainter>
#include <QRectF>
#include <QString>

namespace weekboard
{

/// Draws one line of text in `box`, shortened with an ellipsis where it is too long. Returns
/// whether all of it could be drawn.
bool draw_line(QPainter& painter, const QRectF& box, const QString& text, const QFont& font,
               const QColor& color, Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);

/// While one lives, text is painted as outlines: for drawings that must not ask for fonts.
class TextAsPaths
{
public:
    TextAsPaths();
    ~TextAsPaths();
    TextAsPaths(const TextAsPaths&) = delete;
    TextAsPaths& operator=(const TextAsPaths&) = delete;
};

/// Width of a text in a font.
[[nodiscard]] double text_width(const QString& text, const QFont& font);

/// A rating on its fill, in `box`'s left edge and centre. Returns its width.
double draw_badge(QPainter& painter, const QRectF& box, const QString& text,
                  const BadgeColors& colors, const QFont& font);

/// The mark of illustrative figures: a dashed frame round a small word. Returns its width.
double draw_dashed_badge(QPainter& painter, const QRectF& box, const QString& text,
                         const Theme& theme);

/// An upright or a turned triangle, for a rise or a fall.
void draw_arrow(QPainter& painter, const QRectF& box, bool up, const QColor& color);

/// How long a line height is in this font, with air between the lines.
[[nodiscard]] double line_height(const QFont& font);

} // namespace weekboard
