#include "charts/plot_item.h"

#include "widgets/painting.h"

#include <QFontMetricsF>
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

/// Keeps a figure apart from the bars and lines behind it.
void draw_outline(QPainter& painter, const QRectF& box, const QString& text, const QFont& font,
                  const QColor& color)
{
    const QFontMetricsF metrics{font};
    QPainterPath outline;
    outline.addText(box.center().x() - metrics.horizontalAdvance(text) / 2,
                    box.center().y() + (metrics.ascent() - metrics.descent()) / 2, font, text);
    painter.strokePath(
        outline, QPen{color, font.pixelSize() * 0.28, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
}

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
    paint_labels(*painter);
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
        if (!shown.values[i] || !frame_.shows(exhibit_, i)) {
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

void PlotItem::paint_labels(QPainter& painter) const
{
    for (const ValueLabel& label : labels_) {
        const double size = label.small ? theme_.caption_size : theme_.body_size;
        const QFont font = theme_.font(size, label.bold ? QFont::Bold : QFont::Normal);
        painter.save();
        painter.translate(label.box.center());
        QSizeF size_along = label.box.size();
        if (label.upright) {
            painter.rotate(-90);
            size_along.transpose();
        }
        const QRectF box{{-size_along.width() / 2, -size_along.height() / 2}, size_along};
        draw_outline(painter, box, label.text, font, theme_.card);
        draw_line(painter, box, label.text, font, label.color, Qt::AlignCenter);
        painter.restore();
    }
}

} // namespace weekboard
