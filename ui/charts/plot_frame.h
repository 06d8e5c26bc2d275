#pragma once

#include "exhibit/exhibit.h"
#include "exhibit/ticks.h"

#include <QRectF>

#include <cstddef>
#include <vector>

namespace weekboard
{

/// Part of an exhibit's axis, in coordinates: days since 1970-01-01 for days, else the number of
/// a place.
struct Span {
    double first = 0;
    double last = 1;

    [[nodiscard]] bool contains(double coordinate) const
    {
        return coordinate >= first && coordinate <= last;
    }
};

/// The coordinate of a place, and the nearest place to a coordinate (0 where there is none).
[[nodiscard]] double coordinate_of(const Exhibit& exhibit, std::size_t place);
[[nodiscard]] std::size_t nearest_place(const Exhibit& exhibit, double coordinate);

/// All of the axis; places that stand for themselves get half a place of air on both sides.
[[nodiscard]] Span whole_span(const Exhibit& exhibit);

/// Where figures lie on the plot area.
struct PlotFrame {
    QRectF area;
    Span span;
    ValueScale left;
    ValueScale right;
    double beside = 0; ///< width on the right of the area that is left to the last figures

    [[nodiscard]] double x(double coordinate) const;
    [[nodiscard]] double coordinate(double x) const;
    [[nodiscard]] double y(double value, AxisSide side) const;

    /// Whether a place lies in the span.
    [[nodiscard]] bool shows(const Exhibit& exhibit, std::size_t place) const;

    /// Where a plot's figure lies; there must be one at the place.
    [[nodiscard]] QPointF point(const Exhibit& exhibit, const Plot& plot, std::size_t place) const;
    [[nodiscard]] const ValueScale& scale(AxisSide side) const
    {
        return side == AxisSide::left ? left : right;
    }
};

/// How the bars of an exhibit share a place.
class BarGroups
{
public:
    BarGroups(const Exhibit& exhibit, const PlotFrame& frame);

    /// The bar of a plot at a place, from zero to its value.
    [[nodiscard]] QRectF bar(std::size_t plot, std::size_t place, double value) const;
    [[nodiscard]] double bar_width() const { return bar_width_; }
    [[nodiscard]] double place_width() const { return place_width_; }

private:
    const Exhibit& exhibit_;
    const PlotFrame& frame_;
    std::vector<std::size_t> position_; ///< of each plot among those with bars
    double place_width_ = 0;
    double group_width_ = 0;
    double bar_width_ = 0;
};

[[nodiscard]] bool has_bars(const Exhibit& exhibit);
[[nodiscard]] bool uses_right_axis(const Exhibit& exhibit);

} // namespace weekboard
