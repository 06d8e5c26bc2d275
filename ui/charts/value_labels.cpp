#include "charts/value_labels.h"

#include "charts/label_space.h"
#include "widgets/painting.h"

#include <algorithm>

namespace weekboard
{

namespace
{

constexpr double gap = 4;
constexpr int most_lifts = 5;

/// In places; wider ones would read as a row of figures.
constexpr double widest_other = 1.7;

/// Up to this many figures each is worth a label, if it fits.
constexpr std::ptrdiff_t few_figures = 16;

/// From the plot's edge, where a line's last point lies.
constexpr double gap_beside = 7;

QString text_of(const Plot& plot, std::size_t place)
{
    return QString::fromStdString(value_text(plot, place));
}

QFont font_of_last(const Theme& theme)
{
    return theme.font(theme.body_size, QFont::Bold);
}

std::optional<std::size_t> last_figure(const Plot& plot)
{
    for (std::size_t i = plot.values.size(); i-- > 0;) {
        if (plot.values[i]) {
            return i;
        }
    }
    return std::nullopt;
}

class LabelPlacer
{
public:
    LabelPlacer(const Exhibit& exhibit, const PlotFrame& frame, const Theme& theme)
        : exhibit_{exhibit}
        , frame_{frame}
        , theme_{theme}
        , groups_{exhibit, frame}
        , space_{exhibit, frame, groups_, line_height(theme.font(theme.body_size)) * 1.1}
    {
    }

    std::vector<ValueLabel> place()
    {
        if (place_growth_labels()) {
            return std::move(labels_); // amounts beside them would be too much: the axis tells
        }
        // Lines first: their ends lie in the open, a bar's label sits on its bar.
        for (const PlotKind kind : {PlotKind::line, PlotKind::bar}) {
            for (std::size_t p = 0; p < exhibit_.plots.size(); ++p) {
                if (exhibit_.plots[p].kind == kind) {
                    place_last(p);
                }
            }
        }
        if (exhibit_.axis != AxisKind::days && count_figures() <= few_figures) {
            place_others();
        }
        return std::move(labels_);
    }

private:
    using Bars = LabelSpace::Bars;

    [[nodiscard]] std::ptrdiff_t count_figures() const
    {
        std::ptrdiff_t count = 0;
        for (const Plot& plot : exhibit_.plots) {
            count += std::ranges::count_if(plot.values,
                                           [](const auto& value) { return value.has_value(); });
        }
        return count;
    }

    /// Returns whether there are any.
    bool place_growth_labels()
    {
        bool any = false;
        std::ptrdiff_t highlighted = 0;
        for (std::size_t p = 0; p < exhibit_.plots.size(); ++p) {
            const Plot& plot = exhibit_.plots[p];
            if (plot.kind == PlotKind::label) {
                place_growth(p);
                any = true;
                highlighted += exhibit_.highlight && plot.values[*exhibit_.highlight] ? 1 : 0;
            }
        }
        // One company's growth alone would be taken for the group's.
        if (std::ranges::count(labels_, true, &ValueLabel::bold) < highlighted) {
            std::erase_if(labels_, [](const ValueLabel& label) { return label.bold; });
        }
        return any;
    }

    void place_last(std::size_t p)
    {
        if (exhibit_.axis == AxisKind::labels) {
            return; // no last one: all of them are alike
        }
        const Plot& plot = exhibit_.plots[p];
        const auto last = last_figure(plot);
        if (!last || !frame_.shows(exhibit_, *last)) {
            return;
        }
        if (frame_.beside > 0 && plot.kind == PlotKind::line) {
            place_beside(p, *last);
        } else {
            add(p, *last, true, most_lifts);
        }
        labelled_.emplace_back(p, *last);
    }

    /// On the right of the plot, at the point's height or near it where another label stands.
    void place_beside(std::size_t p, std::size_t place)
    {
        const Plot& plot = exhibit_.plots[p];
        const double middle = frame_.point(exhibit_, plot, place).y();
        const QString text = text_of(plot, place);
        const QFont font = font_of_last(theme_);
        const QSizeF size{text_width(text, font), line_height(font)};
        std::vector<double> tops{middle - size.height() / 2};
        for (int step = 1; step <= most_lifts; ++step) {
            const double way = step * size.height() / 2;
            tops.insert(tops.end(), {tops.front() - way, tops.front() + way});
        }
        put({{{frame_.area.right() + gap_beside, 0}, size},
             text,
             theme_.for_plot(p),
             true,
             false,
             false},
            tops, Bars::ignore);
    }

    void place_others()
    {
        for (std::size_t p = 0; p < exhibit_.plots.size(); ++p) {
            for (std::size_t i = 0; i < exhibit_.size(); ++i) {
                const bool done = std::ranges::find(labelled_, std::pair{p, i}) != labelled_.end();
                if (!done && exhibit_.plots[p].kind != PlotKind::label &&
                    exhibit_.plots[p].values[i] && frame_.shows(exhibit_, i)) {
                    add(p, i, exhibit_.axis == AxisKind::labels,
                        exhibit_.axis == AxisKind::labels ? 2 : 0);
                }
            }
        }
    }

    /// Growth over its bars: along them where they are wide enough, else upright, else only where
    /// the exhibit looks.
    void place_growth(std::size_t p)
    {
        const Plot& plot = exhibit_.plots[p];
        const QFont font = theme_.font(theme_.caption_size, QFont::Bold);
        const double height = line_height(font);
        for (std::size_t i = exhibit_.size(); i-- > 0;) {
            const auto& value = plot.values[i];
            const auto& bar = exhibit_.plots[plot.over].values[i];
            if (!value || !bar || !frame_.shows(exhibit_, i)) {
                continue;
            }
            const QString text = text_of(plot, i);
            const double width = text_width(text, font);
            const QRectF on = groups_.bar(plot.over, i, *bar);
            const QColor color = theme_.for_plot(plot.over);
            const bool highlighted = exhibit_.highlight == i;
            const double middle = on.center().x();
            const bool upright = width > on.width() + 2 && height <= on.width() + 4;
            if (upright) {
                const double across = std::min(height, on.width()); // the bar beside has one, too
                try_at({{middle - across / 2, on.top() - gap - width, across, width},
                        text,
                        color,
                        highlighted,
                        true,
                        true},
                       0, Bars::ignore);
            } else if (highlighted || width <= on.width() + 2) {
                const double left = std::min(middle - width / 2, rightmost(width));
                try_at({{left, on.top() - gap - height, width, height},
                        text,
                        color,
                        highlighted,
                        false,
                        true},
                       highlighted ? lifts_to_the_top(on.top(), height) : 0,
                       highlighted ? Bars::never : Bars::ignore);
            }
        }
    }

    void add(std::size_t p, std::size_t place, bool bold, int lifts)
    {
        const Plot& plot = exhibit_.plots[p];
        const double value = *plot.values[place];
        const QString text = text_of(plot, place);
        const QFont font = theme_.font(theme_.body_size, bold ? QFont::Bold : QFont::Normal);
        const double width = text_width(text, font);
        const double height = line_height(font);
        if (lifts == 0 && width > groups_.place_width() * widest_other) {
            return;
        }
        const bool is_bar = plot.kind == PlotKind::bar;
        const QRectF on = is_bar ? groups_.bar(p, place, value)
                                 : QRectF{frame_.point(exhibit_, plot, place), QSizeF{}};
        double left = on.center().x() - width / 2;
        left = std::min(left, rightmost(width));
        if (exhibit_.axis == AxisKind::days) {
            left = std::min(on.left() + gap, frame_.area.right() + gap) - width;
        }
        const double above = on.top() - gap - height - (is_bar ? 0 : 3);
        const double below = on.bottom() + gap + (is_bar ? 0 : 3);
        // A bar's label never stands inside it.
        const auto otherwise = is_bar ? std::nullopt : std::optional{value < 0 ? above : below};
        try_at({{left, value < 0 ? below : above, width, height},
                text,
                theme_.for_plot(p),
                bold,
                false,
                false},
               lifts, bars_for(is_bar, lifts, height), otherwise);
    }

    /// A line's label stands by its point. A bar's stands off its neighbours; where a place is
    /// narrower than a label is high, it would hide them.
    [[nodiscard]] Bars bars_for(bool is_bar, int lifts, double height) const
    {
        if (!is_bar || lifts == 0) {
            return Bars::ignore;
        }
        constexpr double narrow = 0.8;
        return groups_.place_width() < height * narrow ? Bars::never : Bars::avoid;
    }

    /// Beyond the plot's edge only where nothing else stands.
    [[nodiscard]] double rightmost(double width) const
    {
        return frame_.area.right() + (uses_right_axis(exhibit_) ? 2 : width * 0.3) - width;
    }

    /// A label goes up as far as there is room, rather than stand on a bar.
    [[nodiscard]] int lifts_to_the_top(double from, double height) const
    {
        return static_cast<int>(std::max(from - frame_.area.top(), 0.0) / (height / 2)) + 1;
    }

    /// Tries where a label is, `otherwise`, and up to `lifts` times half its height above.
    void try_at(const ValueLabel& label, int lifts, Bars bars,
                std::optional<double> otherwise = std::nullopt)
    {
        std::vector<double> tops{label.box.top()};
        if (lifts > 0 && otherwise) {
            tops.push_back(*otherwise);
        }
        for (int lift = 1; lift <= lifts; ++lift) {
            tops.push_back(tops.front() - lift * label.box.height() / 2);
        }
        put(label, tops, bars);
    }

    /// Puts a label with the first of `tops` where it collides with none, if there is one.
    void put(ValueLabel label, const std::vector<double>& tops, Bars bars)
    {
        if (const auto box = space_.take(label.box, tops, bars)) {
            label.box = *box;
            labels_.push_back(std::move(label));
        }
    }

    const Exhibit& exhibit_;
    const PlotFrame& frame_;
    const Theme& theme_;
    BarGroups groups_;
    LabelSpace space_;
    std::vector<ValueLabel> labels_;
    std::vector<std::pair<std::size_t, std::size_t>> labelled_;
};

} // namespace

std::vector<ValueLabel> place_value_labels(const Exhibit& exhibit, const PlotFrame& frame,
                                           const Theme& theme)
{
    return LabelPlacer{exhibit, frame, theme}.place();
}

double room_for_last_figures(const Exhibit& exhibit, const Theme& theme)
{
    // Periods leave room at their points, and on the right of an axis there is none.
    if (exhibit.axis != AxisKind::days || uses_right_axis(exhibit)) {
        return 0;
    }
    double room = 0;
    for (const Plot& plot : exhibit.plots) {
        const auto last = last_figure(plot);
        if (last && plot.kind == PlotKind::line) {
            const double width = text_width(text_of(plot, *last), font_of_last(theme));
            room = std::max(room, gap_beside + width);
        }
    }
    return room;
}

} // namespace weekboard
