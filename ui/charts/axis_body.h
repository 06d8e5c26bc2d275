#pragma once

#include "charts/event_markers.h"
#include "charts/exhibit_body.h"
#include "charts/line_painter.h"
#include "charts/plot_frame.h"

#include <QGraphicsScene>
#include <QString>

#include <utility>
#include <vector>

QT_BEGIN_NAMESPACE
class QChart;
class QValueAxis;
QT_END_NAMESPACE

namespace weekboard
{

class PlotItem;

/// Bars and lines over days, periods or labels, with an axis of values at the left and, if a plot
/// asks for it, at the right. Qt Charts draws axes and grid; plots and labels are ours.
class AxisBody : public ExhibitBody
{
public:
    /// Adds its items to the scene, which must outlive the body.
    AxisBody(const Exhibit& exhibit, const Theme& theme, double line_width, double margin,
             QGraphicsScene& scene);

    ~AxisBody() override;

    void place(const QRectF& box) override;
    void paint(QPainter& painter) const override;

    /// Shows a part of the axis; the value axes follow.
    void show_span(const Span& span);

    [[nodiscard]] const Span& span() const { return frame_.span; }

    /// In the scene's coordinates.
    [[nodiscard]] PlotFrame frame() const;

private:
    void fit_values(int most_steps);
    [[nodiscard]] double room_for_stacked_labels() const;
    void set_place_labels(double width);
    void set_value_labels();
    void set_axes();
    [[nodiscard]] double place_label_height() const;
    [[nodiscard]] std::pair<std::size_t, std::size_t> shown_places() const;

    struct AxisLabel {
        double at;
        QString text;
    };
    std::vector<PlottedLine> lines_; ///< beside the plots
    EventMarkers events_;
    double margin_;
    double room_beside_; ///< that the last figures take where they stand beside the plot
    QRectF box_;
    PlotFrame frame_;
    std::vector<AxisLabel> place_labels_;
    std::vector<AxisLabel> left_labels_;
    std::vector<AxisLabel> right_labels_;
    QChart* chart_ = nullptr;
    QValueAxis* place_axis_ = nullptr;
    QValueAxis* value_axis_ = nullptr;
    PlotItem* plots_ = nullptr;
};

} // namespace weekboard
