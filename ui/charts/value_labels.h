#pragma once

#include "charts/plot_frame.h"
#include "exhibit/exhibit.h"
#include "theme/theme.h"

#include <QColor>
#include <QString>

#include <vector>

namespace weekboard
{

/// A figure beside its bar or point.
struct ValueLabel {
    QRectF box;
    QString text;
    QColor color;
    bool bold = false;
    bool upright = false; ///< runs from bottom to top
    bool small = false;   ///< in caption size
};

/// The labels that help and do not collide: the last figure of each plot first, then as many
/// others as have room.
[[nodiscard]] std::vector<ValueLabel>
place_value_labels(const Exhibit& exhibit, const PlotFrame& frame, const Theme& theme);

/// The room that the last figures of lines over days take on the right of the plot, in sight or
/// not, so that a plot keeps its width while it is moved; 0 where they do not stand there.
[[nodiscard]] double room_for_last_figures(const Exhibit& exhibit, const Theme& theme);

} // namespace weekboard
