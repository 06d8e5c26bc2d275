#pragma once

#include "charts/line_painter.h"
#include "charts/plot_frame.h"
#include "charts/value_labels.h"
#include "exhibit/exhibit.h"
#include "theme/theme.h"

#include <QGraphicsItem>

#include <vector>

namespace weekboard
{

/// The bars and lines of an exhibit inside a chart's plot area, with their labels. A gap in the
/// figures is a gap in the line. Clipped by itself: Qt 6.4's SVG writer does not clip.
class PlotItem : public QGraphicsItem
{
public:
    /// `lines` beside the exhibit's plots; all three must outlive the item.
    PlotItem(const Exhibit& exhibit, const Theme& theme, double line_width,
             const std::vector<PlottedLine>& lines, QGraphicsItem* parent);

    /// `frame.area` is the plot area in the parent's coordinates.
    void place(const PlotFrame& frame);

    [[nodiscard]] const PlotFrame& frame() const { return frame_; }

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void paint_bars(QPainter& painter, std::size_t plot) const;
    void paint_line(QPainter& painter, std::size_t plot) const;
    void paint_markers(QPainter& painter, std::size_t plot) const;
    void paint_labels(QPainter& painter) const;

    const Exhibit& exhibit_;
    const Theme& theme_;
    double line_width_;
    const std::vector<PlottedLine>& lines_;
    PlotFrame frame_;
    std::vector<ValueLabel> labels_;
};

} // namespace weekboard
