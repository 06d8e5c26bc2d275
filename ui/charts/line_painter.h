#pragma once

#include "charts/plot_frame.h"
#include "exhibit/exhibit.h"
#include "series/downsampling.h"

#include <QPainter>
#include <QPolygonF>

#include <memory>
#include <vector>

namespace weekboard
{

/// One line of an exhibit, as the few points that can be seen of it. The exhibit must outlive it,
/// unchanged.
class PlottedLine
{
public:
    PlottedLine(const Exhibit& exhibit, std::size_t plot);

    /// The range of the figures at places `first` to `last`.
    [[nodiscard]] ValueRange range(std::size_t first, std::size_t last) const;

    /// The line, broken at gaps, in the frame's coordinates, with a few points for each of
    /// `columns`; figures just outside the span lead it to the edge of the area.
    [[nodiscard]] std::vector<QPolygonF> pieces(const PlotFrame& frame, int columns) const;

private:
    [[nodiscard]] const Plot& plot() const { return exhibit_.plots[plot_]; }
    [[nodiscard]] std::vector<QPolygonF> all_points(const PlotFrame& frame, std::size_t first,
                                                    std::size_t last) const;
    [[nodiscard]] std::vector<QPolygonF> by_columns(const PlotFrame& frame, std::size_t first,
                                                    std::size_t last, int columns) const;

    const Exhibit& exhibit_;
    std::size_t plot_;
    std::unique_ptr<RangePyramid> pyramid_; ///< for long lines alone
};

/// The part of a piece between the area's left and right edge: not every device clips. Pieces run
/// from left to right.
[[nodiscard]] QPolygonF cut_at_sides(QPolygonF piece, const QRectF& area);

/// Strokes a piece of a line with the painter's pen.
void stroke_line(QPainter& painter, const QPolygonF& piece);

} // namespace weekboard
