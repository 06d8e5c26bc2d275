#include "charts/line_item.h"

#include "series/number_format.h"
#include "widgets/painting.h"

#include <QPainter>
#include <QPainterPath>

namespace weekboard
{

namespace
{

constexpr double label_gap = 7;

double days_between(Date from, Date to)
{
    return static_cast<double>((to - from).count());
}

} // namespace

LineItem::LineItem(const Exhibit& exhibit, const Theme& theme, double pen_width,
                   QGraphicsItem* parent)
    : QGraphicsItem{parent}
    , exhibit_{exhibit}
    , theme_{theme}
    , pen_width_{pen_width}
{
}

void LineItem::place(const QRectF& area, const PlotRange& range)
{
    prepareGeometryChange();
    area_ = area;
    range_ = range;
    update();
}

QPointF LineItem::position(Date day, double value) const
{
    const double days = std::max(1.0, days_between(range_.first, range_.last));
    return {area_.left() + days_between(range_.first, day) / days * area_.width(),
            area_.bottom() - (value - range_.low) / (range_.high - range_.low) * area_.height()};
}

QRectF LineItem::boundingRect() const
{
    return area_.adjusted(-8, -24, 24, 8);
}

QColor LineItem::color_of(std::size_t plot) const
{
    return theme_.series[plot % theme_.series.size()];
}

/// The line, broken at gaps; figures just outside the range lead it to the edge of the area.
std::vector<QPolygonF> LineItem::pieces(const Plot& plot) const
{
    std::vector<QPolygonF> pieces(1);
    const auto& x = exhibit_.x;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const bool near =
            (i + 1 >= x.size() || x[i + 1] >= range_.first) && (i == 0 || x[i - 1] <= range_.last);
        if (!near || !plot.values[i]) {
            if (!pieces.back().isEmpty()) {
                pieces.emplace_back();
            }
            continue;
        }
        pieces.back() << position(x[i], *plot.values[i]);
    }
    return pieces;
}

void LineItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    for (std::size_t p = 0; p < exhibit_.plots.size(); ++p) {
        const QColor color = color_of(p);
        painter->save();
        painter->setClipRect(area_.adjusted(-1, -1, 1, 1));
        painter->setPen(QPen{color, pen_width_, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
        painter->setBrush(Qt::NoBrush);
        for (const QPolygonF& piece : pieces(exhibit_.plots[p])) {
            if (piece.size() == 1) {
                painter->setBrush(color);
                painter->drawEllipse(piece.front(), pen_width_, pen_width_);
                painter->setBrush(Qt::NoBrush);
                continue;
            }
            QPainterPath path;
            path.addPolygon(piece);
            // A path of this many points is slow to stroke as one; in pixels, segments look alike.
            if (painter->device()->devType() == QInternal::Widget ||
                painter->device()->devType() == QInternal::Image) {
                QList<QLineF> segments;
                segments.reserve(piece.size());
                for (qsizetype i = 1; i < piece.size(); ++i) {
                    segments << QLineF{piece[i - 1], piece[i]};
                }
                painter->drawLines(segments);
            } else {
                painter->drawPath(path);
            }
        }
        painter->restore();
        paint_last_point(*painter, exhibit_.plots[p], color);
    }
}

void LineItem::paint_last_point(QPainter& painter, const Plot& plot, const QColor& color) const
{
    if (exhibit_.x.empty() || !plot.values.back() || exhibit_.x.back() > range_.last ||
        exhibit_.x.back() < range_.first) {
        return;
    }
    const QPointF at = position(exhibit_.x.back(), *plot.values.back());
    painter.setPen(QPen{theme_.card, 1});
    painter.setBrush(color);
    painter.drawEllipse(at, pen_width_ * 1.9, pen_width_ * 1.9);
    const QFont font = theme_.font(theme_.body_size, QFont::Bold);
    const QString text = QString::fromStdString(format_number(*plot.values.back(), plot.decimals));
    const double width = text_width(text, font);
    const double height = line_height(font);
    // To the left of the line's end and above it, where a rising line leaves room.
    double top = at.y() - height - label_gap;
    if (top < area_.top() - 22) {
        top = at.y() + label_gap;
    }
    const QRectF box{std::min(at.x() + 4, area_.right() + 4) - width, top, width, height};
    draw_line(painter, box, text, font, color, Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace weekboard
