#pragma once

#include "exhibit/exhibit.h"
#include "theme/theme.h"

#include <QGraphicsItem>
#include <QPolygonF>

namespace weekboard
{

/// What part of the exhibit the plot area shows.
struct PlotRange {
    Date first;
    Date last;
    double low = 0;
    double high = 1;
};

/// The lines of an exhibit inside a chart's plot area. A gap in the figures is a gap in the line.
/// Clipped by itself: Qt 6.4's SVG writer does not clip.
class LineItem : public QGraphicsItem
{
public:
    LineItem(const Exhibit& exhibit, const Theme& theme, double pen_width, QGraphicsItem* parent);

    /// `area` is the plot area in the parent's coordinates.
    void place(const QRectF& area, const PlotRange& range);

    /// Where a figure is drawn, in the parent's coordinates.
    [[nodiscard]] QPointF position(Date day, double value) const;

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

    [[nodiscard]] QColor color_of(std::size_t plot) const;

private:
    [[nodiscard]] std::vector<QPolygonF> pieces(const Plot& plot) const;
    void paint_last_point(QPainter& painter, const Plot& plot, const QColor& color) const;

    const Exhibit& exhibit_;
    Theme theme_;
    double pen_width_;
    QRectF area_;
    PlotRange range_;
};

} // namespace weekboard
