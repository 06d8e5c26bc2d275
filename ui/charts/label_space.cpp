#include "charts/label_space.h"

#include <algorithm>

namespace weekboard
{

LabelSpace::LabelSpace(const Exhibit& exhibit, const PlotFrame& frame, const BarGroups& groups,
                       double headroom)
    : frame_{frame}
    , headroom_{headroom}
{
    mark_points(exhibit);
    mark_bars(exhibit, groups);
}

std::optional<QRectF> LabelSpace::take(QRectF box, const std::vector<double>& tops, Bars bars)
{
    const auto find = [&](bool off_bars) {
        return std::ranges::any_of(tops, [&](double top) {
            box.moveTop(top);
            return is_free(box) && (!off_bars || is_off_bars(box));
        });
    };
    const bool is_found =
        (bars != Bars::ignore && find(true)) || (bars != Bars::never && find(false));
    if (!is_found) {
        return std::nullopt;
    }
    taken_.push_back(box);
    return box;
}

void LabelSpace::mark_points(const Exhibit& exhibit)
{
    constexpr double radius = 3;
    constexpr std::size_t most = 60;
    if (exhibit.axis == AxisKind::days || exhibit.size() > most) {
        return;
    }
    for (const Plot& plot : exhibit.plots) {
        for (std::size_t i = 0; plot.kind == PlotKind::line && i < exhibit.size(); ++i) {
            if (plot.values[i] && frame_.shows(exhibit, i)) {
                const QPointF at = frame_.point(exhibit, plot, i);
                taken_.emplace_back(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
            }
        }
    }
}

void LabelSpace::mark_bars(const Exhibit& exhibit, const BarGroups& groups)
{
    constexpr std::size_t most = 400;
    for (std::size_t p = 0; p < exhibit.plots.size() && exhibit.size() <= most; ++p) {
        const Plot& plot = exhibit.plots[p];
        for (std::size_t i = 0; plot.kind == PlotKind::bar && i < exhibit.size(); ++i) {
            if (plot.values[i] && frame_.shows(exhibit, i)) {
                bars_.push_back(groups.bar(p, i, *plot.values[i]));
            }
        }
    }
}

bool LabelSpace::is_off_bars(const QRectF& box) const
{
    return std::ranges::none_of(bars_, [&](const QRectF& bar) { return bar.intersects(box); });
}

bool LabelSpace::is_free(const QRectF& box) const
{
    return box.top() >= frame_.area.top() - headroom_ && box.bottom() <= frame_.area.bottom() + 1 &&
           std::ranges::none_of(taken_, [&](const QRectF& other) { return other.intersects(box); });
}

} // namespace weekboard
