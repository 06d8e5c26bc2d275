#pragma once

#include "charts/plot_frame.h"
#include "exhibit/exhibit.h"

#include <QRectF>

#include <optional>
#include <vector>

namespace weekboard
{

/// Which places of a plot are free for labels.
class LabelSpace
{
public:
    /// What a label may do about bars, which are not in its way as points and labels are.
    enum class Bars {
        ignore, ///< its outline keeps it apart
        avoid,  ///< stands on one only where no other place is free
        never,  ///< is left out rather than stand on one: the title or the axis tells
    };

    /// Labels reach above the plot by at most `headroom`. The frame must outlive it.
    LabelSpace(const Exhibit& exhibit, const PlotFrame& frame, const BarGroups& groups,
               double headroom);

    /// Takes a box with the first of `tops` where it is free; nothing where none is.
    std::optional<QRectF> take(QRectF box, const std::vector<double>& tops, Bars bars);

private:
    void mark_points(const Exhibit& exhibit);
    void mark_bars(const Exhibit& exhibit, const BarGroups& groups);
    [[nodiscard]] bool is_free(const QRectF& box) const;
    [[nodiscard]] bool is_off_bars(const QRectF& box) const;

    const PlotFrame& frame_;
    double headroom_;
    std::vector<QRectF> taken_;
    std::vector<QRectF> bars_;
};

} // namespace weekboard
