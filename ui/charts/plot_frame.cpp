#include "charts/plot_frame.h"

#include <algorithm>
#include <cmath>

namespace weekboard
{

namespace
{

/// Shares of a place that bars fill: one series, and several beside each other.
constexpr double single_share = 0.6;
constexpr double group_share = 0.78;

/// Few bars do not become slabs.
constexpr double widest_bar = 56;

double days(Date day)
{
    return static_cast<double>(day.time_since_epoch().count());
}

} // namespace

double coordinate_of(const Exhibit& exhibit, std::size_t place)
{
    return exhibit.axis == AxisKind::days ? days(exhibit.x[place]) : static_cast<double>(place);
}

std::size_t nearest_place(const Exhibit& exhibit, double coordinate)
{
    if (exhibit.size() == 0) {
        return 0;
    }
    if (exhibit.axis != AxisKind::days) {
        const double last = static_cast<double>(exhibit.size() - 1);
        return static_cast<std::size_t>(std::lround(std::clamp(coordinate, 0.0, last)));
    }
    const auto after = std::ranges::lower_bound(exhibit.x, coordinate, {}, days);
    if (after == exhibit.x.begin()) {
        return 0;
    }
    const auto before = std::prev(after);
    const bool takes_before =
        after == exhibit.x.end() || coordinate - days(*before) < days(*after) - coordinate;
    return static_cast<std::size_t>((takes_before ? before : after) - exhibit.x.begin());
}

Span whole_span(const Exhibit& exhibit)
{
    if (exhibit.size() == 0) {
        return {};
    }
    const double first = coordinate_of(exhibit, 0);
    const double last = coordinate_of(exhibit, exhibit.size() - 1);
    if (exhibit.axis != AxisKind::days) {
        return {first - 0.5, last + 0.5};
    }
    return {first, std::max(last, first + 1)};
}

double PlotFrame::x(double coordinate) const
{
    return area.left() + (coordinate - span.first) / (span.last - span.first) * area.width();
}

double PlotFrame::coordinate(double x) const
{
    const double share = area.width() > 0 ? (x - area.left()) / area.width() : 0;
    return span.first + share * (span.last - span.first);
}

double PlotFrame::y(double value, AxisSide side) const
{
    const ValueScale& on = scale(side);
    return area.bottom() - (value - on.low) / (on.high - on.low) * area.height();
}

bool PlotFrame::shows(const Exhibit& exhibit, std::size_t place) const
{
    return span.contains(coordinate_of(exhibit, place));
}

QPointF PlotFrame::point(const Exhibit& exhibit, const Plot& plot, std::size_t place) const
{
    return {x(coordinate_of(exhibit, place)), y(*plot.values[place], plot.axis)};
}

BarGroups::BarGroups(const Exhibit& exhibit, const PlotFrame& frame)
    : exhibit_{exhibit}
    , frame_{frame}
{
    std::size_t count = 0;
    for (const Plot& plot : exhibit.plots) {
        position_.push_back(count);
        count += plot.kind == PlotKind::bar ? 1 : 0;
    }
    place_width_ = frame.area.width() / (frame.span.last - frame.span.first);
    const double bars = static_cast<double>(std::max<std::size_t>(count, 1));
    bar_width_ =
        std::min(place_width_ * (count > 1 ? group_share : single_share) / bars, widest_bar);
    group_width_ = bar_width_ * bars;
}

QRectF BarGroups::bar(std::size_t plot, std::size_t place, double value) const
{
    const AxisSide side = exhibit_.plots[plot].axis;
    const double left = frame_.x(coordinate_of(exhibit_, place)) - group_width_ / 2 +
                        static_cast<double>(position_[plot]) * bar_width_;
    const double zero = frame_.y(0, side);
    const double end = frame_.y(value, side);
    // A hair of air between the bars of a group.
    const double air = std::min(2.0, bar_width_ * 0.12);
    return {left + air / 2, std::min(zero, end), bar_width_ - air, std::abs(end - zero)};
}

bool has_bars(const Exhibit& exhibit)
{
    return std::ranges::any_of(exhibit.plots,
                               [](const Plot& plot) { return plot.kind == PlotKind::bar; });
}

bool uses_right_axis(const Exhibit& exhibit)
{
    return std::ranges::any_of(exhibit.plots, [](const Plot& plot) {
        return plot.axis == AxisSide::right && plot.kind != PlotKind::label;
    });
}

} // namespace weekboard
