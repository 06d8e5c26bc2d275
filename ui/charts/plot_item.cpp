#include "charts/plot_item.h"

#include "widgets/painting.h"

#include <QPainter>

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

} // namespace

PlotItem::PlotItem(const Exhibit& exhibit, const Theme& theme, double line_width,
                   const std::vector<PlottedLine>& lines, QGraphicsItem* parent)
    : QGraphicsItem{parent}
    , exhibit_{exhibit}
    , theme_{theme}
    , line_width_{line_width}
    , lines_{lines}
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
    return frame_.area.adjusted(-air, -air, std::max(air, frame_.beside), air);
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
        painter.setBrush(quiet ? blend(theme_.for_plot(plot), theme_.card, quiet_bar)
                               : theme_.for_plot(plot));
        painter.drawRect(groups.bar(plot, i, *values[i]) & frame_.area);
    }
}

void PlotItem::paint_line(QPainter& painter, std::size_t plot) const
{
    const QColor color = theme_.for_plot(plot);
    painter.setPen(QPen{color, line_width_, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
    // As many columns as the device has pixels; a drawing of vectors gets as many as a good screen.
    const double scale = painter.worldTransform().m11() * painter.device()->devicePixelRatioF();
    const int columns = static_cast<int>(std::ceil(frame_.area.width() * std::max(scale, 1.0)));
    for (const QPolygonF& whole : lines_[plot].pieces(frame_, columns)) {
        const QPolygonF piece = cut_at_sides(whole, frame_.area);
        if (piece.size() == 1) {
            painter.setBrush(color);
            painter.drawEllipse(piece.front(), line_width_, line_width_);
            painter.setBrush(Qt::NoBrush);
            continue;
        }
        painter.setBrush(Qt::NoBrush);
        stroke_line(painter, piece);
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
            painter.setPen(QPen{theme_.for_plot(plot), line_width_ * 0.8});
            painter.setBrush(theme_.card);
        } else {
            painter.setPen(QPen{theme_.card, 1});
            painter.setBrush(theme_.for_plot(plot));
        }
        painter.drawEllipse(frame_.point(exhibit_, shown, i), radius, radius);
    }
}

} // namespace weekboard
