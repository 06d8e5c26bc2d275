#include "charts/line_painter.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace weekboard
{

namespace
{

/// From here on a pyramid is worth its making.
constexpr std::size_t long_line = 20000;

/// With fewer points than this for a column all of them are drawn.
constexpr std::size_t points_a_column = 4;

bool is_raster(const QPainter& painter)
{
    const int kind = painter.device()->devType();
    return kind == QInternal::Widget || kind == QInternal::Image || kind == QInternal::Pixmap;
}

/// The places whose coordinates lie in a span, and one more on either side.
std::pair<std::size_t, std::size_t> places_in(const Exhibit& exhibit, const Span& span)
{
    std::size_t first = nearest_place(exhibit, span.first);
    std::size_t last = nearest_place(exhibit, span.last);
    while (first > 0 && coordinate_of(exhibit, first) >= span.first) {
        --first;
    }
    while (last + 1 < exhibit.size() && coordinate_of(exhibit, last) <= span.last) {
        ++last;
    }
    return {first, last};
}

/// The first place from `from` on whose coordinate is `edge` or more, else `to`. It is looked for
/// near `from + guess`, in strides that grow: the columns of a line are about equally wide.
std::size_t first_from(const Exhibit& exhibit, double edge, std::size_t from, std::size_t to,
                       std::size_t guess)
{
    const auto is_before = [&](std::size_t place) { return coordinate_of(exhibit, place) < edge; };
    std::size_t low = from;
    std::size_t high = std::min(from + guess, to);
    std::size_t stride = 1;
    if (high < to && is_before(high)) {
        for (; high < to && is_before(high); stride *= 2) {
            low = high + 1;
            high = std::min(high + stride, to);
        }
    } else {
        for (; high > low + stride && !is_before(high - stride); stride *= 2) {
            high -= stride;
        }
        low = high > low + stride ? high - stride : low;
    }
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (is_before(middle)) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return high;
}

} // namespace

PlottedLine::PlottedLine(const Exhibit& exhibit, std::size_t plot)
    : exhibit_{exhibit}
    , plot_{plot}
{
    if (this->plot().values.size() >= long_line) {
        pyramid_ = std::make_unique<RangePyramid>(this->plot().values);
    }
}

ValueRange PlottedLine::range(std::size_t first, std::size_t last) const
{
    if (pyramid_) {
        return pyramid_->range(first, last + 1);
    }
    ValueRange range;
    for (std::size_t i = first; i <= last && i < plot().values.size(); ++i) {
        if (const auto& value = plot().values[i]) {
            range.add(*value);
        }
    }
    return range;
}

std::vector<QPolygonF> PlottedLine::pieces(const PlotFrame& frame, int columns) const
{
    if (exhibit_.size() == 0) {
        return {};
    }
    const auto [first, last] = places_in(exhibit_, frame.span);
    const bool few =
        last - first < points_a_column * static_cast<std::size_t>(std::max(columns, 1));
    return pyramid_ && !few ? by_columns(frame, first, last, columns)
                            : all_points(frame, first, last);
}

std::vector<QPolygonF> PlottedLine::all_points(const PlotFrame& frame, std::size_t first,
                                               std::size_t last) const
{
    std::vector<QPolygonF> pieces(1);
    for (std::size_t i = first; i <= last; ++i) {
        if (plot().values[i]) {
            pieces.back() << frame.point(exhibit_, plot(), i);
        } else if (!pieces.back().isEmpty()) {
            pieces.emplace_back();
        }
    }
    return pieces;
}

std::vector<QPolygonF> PlottedLine::by_columns(const PlotFrame& frame, std::size_t first,
                                               std::size_t last, int columns) const
{
    std::vector<std::size_t> bounds{first};
    for (int column = 1; column < columns; ++column) {
        const double edge = frame.span.first + (frame.span.last - frame.span.first) *
                                                   static_cast<double>(column) / columns;
        const std::size_t width = column > 1 ? bounds.back() - bounds[bounds.size() - 2] : 1;
        bounds.push_back(first_from(exhibit_, edge, bounds.back(), last + 1, width));
    }
    bounds.push_back(last + 1);

    std::vector<QPolygonF> pieces(1);
    std::optional<std::size_t> before;
    for (const LineColumn& column : line_columns(*pyramid_, bounds)) {
        if (!column.range.any()) {
            continue;
        }
        if (before && column.first != *before + 1 && !pieces.back().isEmpty()) {
            pieces.emplace_back();
        }
        before = column.last;
        const QPointF begin = frame.point(exhibit_, plot(), column.first);
        const QPointF end = frame.point(exhibit_, plot(), column.last);
        pieces.back() << begin;
        if (column.last > column.first) {
            const double middle = (begin.x() + end.x()) / 2;
            const double low = frame.y(column.range.least, plot().axis);
            const double high = frame.y(column.range.greatest, plot().axis);
            // The nearer end of the range first: the way from first to last is shortest so.
            const bool up = std::abs(begin.y() - low) <= std::abs(begin.y() - high);
            const double nearer = up ? low : high;
            const double farther = up ? high : low;
            if (nearer != begin.y()) {
                pieces.back() << QPointF{middle, nearer};
            }
            if (farther != nearer && farther != end.y()) {
                pieces.back() << QPointF{middle, farther};
            }
            pieces.back() << end;
        }
    }
    return pieces;
}

QPolygonF cut_at_sides(QPolygonF piece, const QRectF& area)
{
    const auto at = [](const QPointF& a, const QPointF& b, double x) {
        const double share = b.x() > a.x() ? (x - a.x()) / (b.x() - a.x()) : 0;
        return QPointF{x, a.y() + share * (b.y() - a.y())};
    };
    if (piece.size() > 1 && piece[0].x() < area.left() && piece[1].x() >= area.left()) {
        piece[0] = at(piece[0], piece[1], area.left());
    }
    const qsizetype last = piece.size() - 1;
    if (last > 0 && piece[last].x() > area.right() && piece[last - 1].x() <= area.right()) {
        piece[last] = at(piece[last - 1], piece[last], area.right());
    }
    return piece;
}

/// In pixels a long path is slow to stroke as one, and its segments look alike.
void stroke_line(QPainter& painter, const QPolygonF& piece)
{
    if (!is_raster(painter)) {
        QPainterPath path;
        path.addPolygon(piece);
        painter.drawPath(path);
        return;
    }
    QList<QLineF> segments;
    segments.reserve(piece.size());
    for (qsizetype i = 1; i < piece.size(); ++i) {
        segments << QLineF{piece[i - 1], piece[i]};
    }
    painter.drawLines(segments);
}

} // namespace weekboard
