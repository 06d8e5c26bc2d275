#include "charts/plot_item.h"

#include "widgets/painting.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace weekboard
{

namespace
{

/// Bars beside the highlighted one step back a little.
constexpr double quiet_bar = 0.8;

/// More points than this along a line of periods would touch each other.
constexpr std::size_t most_markers = 60;

bool is_raster(const QPainter& painter)
{
    const int kind = painter.device()->devType();
    return kind == QInternal::Widget || kind == QInternal::Image || kind == QInternal::Pixmap;
}

/// In pixels a long path is slow to stroke as one, and its segments look alike.
void stroke(QPainter& painter, const QPolygonF& piece)
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

} // namespace

PlotItem::PlotItem(const Exhibit& exhibit, const Theme& theme, double line_width,
                   QGraphicsItem* parent)
    : QGraphicsItem{parent}
    , exhibit_{exhibit}
    , theme_{theme}
    , line_width_{line_width}
{
}

void PlotItem::place(const PlotFrame& frame)
{
    prepareGeometryChange();
    frame_ = frame;
    labels_ = place_value_labels(exhibit_, frame_, theme_);
    update();
}

QRectF PlotItem::boundingRect() const
{
    const double air = theme_.body_size * 4;
    return frame_.area.adjusted(-air, -air, air, air);
}

QColor PlotItem::color_of(std::size_t plot) const
{
    return theme_.series[plot % theme_.series.size()];
}

QPointF PlotItem::point(const Plot& plot, std::size_t place) const
{
    return {frame_.x(coordinate_of(exhibit_, place)), frame_.y(*plot.values[place], plot.axis)};
}

void PlotItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->save();
    painter->setClipRect(frame_.area.adjusted(-1, -1, 1, 1));
    for (std::size_t p = 0; p < exhibit_.plots.size(); ++p) {
        if (exhibit_.plots[p].kind == PlotKind::bar) {
            paint_bars(*painter, p);
        }
    }
    for (std::size_t p = 0; p < exhibit_.plots.size(); ++p) {
        if (exhibit_.plots[p].kind == PlotKind::line) {
            paint_line(*painter, p);
        }
    }
    painter->restore();
    for (std::size_t p = 0; p < exhibit_.plots.size(); ++p) {
        if (exhibit_.plots[p].kind == PlotKind::line) {
            paint_markers(*painter, p);
        }
    }
    paint_value_labels(*painter, labels_, theme_);
}

void PlotItem::paint_bars(QPainter& painter, std::size_t plot) const
{
    const BarGroups groups{exhibit_, frame_};
    const auto& values = exhibit_.plots[plot].values;
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i]) {
            continue;
        }
        const bool quiet = exhibit_.highlight && *exhibit_.highlight != i;
        painter.setBrush(quiet ? blend(color_of(plot), theme_.card, quiet_bar) : color_of(plot));
        painter.drawRect(groups.bar(plot, i, *values[i]) & frame_.area);
    }
}

/// The line, broken at gaps; figures just outside the span lead it to the edge of the area.
std::vector<QPolygonF> PlotItem::pieces(const Plot& plot) const
{
    std::vector<QPolygonF> pieces(1);
    const std::size_t size = exhibit_.size();
    for (std::size_t i = 0; i < size; ++i) {
        const bool near = (i + 1 >= size || coordinate_of(exhibit_, i + 1) >= frame_.span.first) &&
                          (i == 0 || coordinate_of(exhibit_, i - 1) <= frame_.span.last);
        if (!near || !plot.values[i]) {
            if (!pieces.back().isEmpty()) {
                pieces.emplace_back();
            }
            continue;
        }
        pieces.back() << point(plot, i);
    }
    return pieces;
}

void PlotItem::paint_line(QPainter& painter, std::size_t plot) const
{
    const QColor color = color_of(plot);
    painter.setPen(QPen{color, line_width_, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    for (const QPolygonF& piece : pieces(exhibit_.plots[plot])) {
        if (piece.size() == 1) {
            painter.setBrush(color);
            painter.drawEllipse(piece.front(), line_width_, line_width_);
            painter.setBrush(Qt::NoBrush);
            continue;
        }
        painter.setBrush(Qt::NoBrush);
        stroke(painter, piece);
    }
}

/// On days the last point alone, on periods every one.
void PlotItem::paint_markers(QPainter& painter, std::size_t plot) const
{
    const Plot& shown = exhibit_.plots[plot];
    const bool all = exhibit_.axis != AxisKind::days && exhibit_.size() <= most_markers;
    const double radius = line_width_ * (all ? 1.5 : 1.9);
    for (std::size_t i = all || exhibit_.size() == 0 ? 0 : exhibit_.size() - 1; i < exhibit_.size();
         ++i) {
        const double at = coordinate_of(exhibit_, i);
        if (!shown.values[i] || at < frame_.span.first || at > frame_.span.last) {
            continue;
        }
        if (all) {
            painter.setPen(QPen{color_of(plot), line_width_ * 0.8});
            painter.setBrush(theme_.card);
        } else {
            painter.setPen(QPen{theme_.card, 1});
            painter.setBrush(color_of(plot));
        }
        painter.drawEllipse(point(shown, i), radius, radius);
    }
}

} // namespace weekboard
