#include "charts/axis_body.h"

#include "charts/plot_item.h"
#include "charts/wrapped_text.h"
#include "exhibit/ticks.h"
#include "series/number_format.h"
#include "widgets/painting.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace weekboard
{

namespace
{

/// A plot smaller than this shows nothing that a reader could use.
constexpr double least_plot = 24;

/// Rows of the grid are at least this many label heights apart, ticks of the axis this many widths.
constexpr double least_row_share = 1.5;
constexpr double label_share = 1.9;

/// A line alone gets its own range; its ends keep off the frame.
constexpr int most_rows = 8;
constexpr int most_rows_of_lines = 6;
constexpr int most_label_lines = 2;

/// Of the width; in less room the last figures stand at their points.
constexpr double most_beside = 0.25;

bool is_shown_over_days(const Exhibit& exhibit)
{
    return exhibit.axis == AxisKind::days;
}

QString axis_text(double value, const ValueScale& scale, bool percent)
{
    return QString::fromStdString(percent ? format_percent(value, scale.decimals, Sign::minus_only)
                                          : format_number(value, scale.decimals));
}

} // namespace

AxisBody::AxisBody(const Exhibit& exhibit, const Theme& theme, double line_width, double margin,
                   QGraphicsScene& scene)
    : ExhibitBody{exhibit, theme}
    , events_{this->exhibit(), this->theme()}
    , margin_{margin}
    , room_beside_{room_for_last_figures(exhibit, theme)}
{
    for (std::size_t plot = 0; plot < exhibit.plots.size(); ++plot) {
        lines_.emplace_back(exhibit, plot);
    }
    chart_ = new QChart;
    chart_->legend()->hide();
    chart_->setBackgroundVisible(false);
    chart_->setBackgroundRoundness(0);
    chart_->setMargins({});
    chart_->layout()->setContentsMargins(0, 0, 0, 0);
    place_axis_ = new QValueAxis{chart_};
    value_axis_ = new QValueAxis{chart_};
    for (QValueAxis* axis : {place_axis_, value_axis_}) {
        // Qt Charts shortens labels to "…" where it thinks them too wide: they are painted here.
        axis->setLabelsVisible(false);
        axis->setGridLinePen(QPen{theme.grid, 1});
        axis->setLinePen(QPen{theme.hairline, 1});
    }
    place_axis_->setGridLineVisible(false);
    place_axis_->setTickCount(2); // the fewest: its labels are ours too
    value_axis_->setLineVisible(false);
    chart_->addAxis(place_axis_, Qt::AlignBottom);
    chart_->addAxis(value_axis_, Qt::AlignLeft);
    scene.addItem(chart_);
    plots_ = new PlotItem{exhibit, theme, line_width, lines_, chart_};
    plots_->setZValue(10);
    frame_.span = whole_span(exhibit);
    QObject::connect(chart_, &QChart::plotAreaChanged, chart_, [this](const QRectF& area) {
        frame_.area = area;
        plots_->place(frame_);
    });
}

AxisBody::~AxisBody()
{
    delete chart_; // with its item of plots, which look at our lines
}

PlotFrame AxisBody::frame() const
{
    PlotFrame frame = frame_;
    frame.area.translate(chart_->pos());
    return frame;
}

void AxisBody::show_span(const Span& span)
{
    frame_.span = {span.first, std::max(span.last, span.first + 1)};
    place(box_);
}

void AxisBody::place(const QRectF& box)
{
    box_ = box;
    const QFont font = theme().font(theme().body_size);
    const double label_height = line_height(font);
    const int rows =
        static_cast<int>((box.height() - label_height) / (label_height * least_row_share));
    fit_values(std::clamp(rows, 2, has_bars(exhibit()) ? most_rows : most_rows_of_lines));
    set_value_labels();
    const auto widest = [&](const std::vector<AxisLabel>& labels) {
        double width = 0;
        for (const AxisLabel& label : labels) {
            width = std::max(width, text_width(label.text, font));
        }
        return width;
    };
    const double gap = theme().body_size * 0.6;
    const double left = widest(left_labels_) + gap;
    frame_.beside = room_beside_ < box.width() * most_beside ? room_beside_ : 0;
    // Without an axis there, the last label reaches beyond the plot by half its width.
    const double half_label = text_width(QStringLiteral("88-88"), font) / 2;
    const double right = right_labels_.empty()
                             ? std::max({half_label - margin_, frame_.beside, 2.0})
                             : widest(right_labels_) + gap;
    set_place_labels(box.width() - left - right);
    events_.place(box.marginsRemoved({left, 0, right, place_label_height()}), frame_.span);
    const QMarginsF labels{left, events_.height(), right,
                           place_label_height() + theme().body_size * 0.4};
    const QRectF plot = box.marginsRemoved(labels);
    const bool has_room = plot.width() >= least_plot && plot.height() >= least_plot;
    chart_->setVisible(has_room && exhibit().size() > 0);
    if (!chart_->isVisible()) {
        return;
    }
    set_axes();
    chart_->setMargins(labels.toMargins());
    chart_->setGeometry(box);
    chart_->layout()->activate();
    frame_.area = chart_->plotArea();
    plots_->place(frame_);
}

std::pair<std::size_t, std::size_t> AxisBody::shown_places() const
{
    std::size_t first = nearest_place(exhibit(), frame_.span.first);
    std::size_t last = nearest_place(exhibit(), frame_.span.last);
    if (!frame_.shows(exhibit(), first) && first < last) {
        ++first;
    }
    if (!frame_.shows(exhibit(), last) && first < last) {
        --last;
    }
    return {first, last};
}

/// Growth labels that are wider than their bars stand one over the other above the last group: a
/// share of the plot's height for each.
double AxisBody::room_for_stacked_labels() const
{
    constexpr double least_lines = 8; // else the bars would be pressed flat
    const auto count = std::ranges::count(exhibit().plots, PlotKind::label, &Plot::kind);
    const double bar =
        box_.width() /
        static_cast<double>(exhibit().size() *
                            static_cast<std::size_t>(std::max<std::ptrdiff_t>(count, 1)));
    const QFont font = theme().font(theme().caption_size, QFont::Bold);
    const bool is_stacked =
        count > 1 && line_height(font) > bar && box_.height() > line_height(font) * least_lines;
    constexpr double most = 0.35; // the bars are what is looked at
    const double room =
        line_height(font) * static_cast<double>(count) / std::max(box_.height(), 1.0);
    return is_stacked ? std::min(room, most) : 0;
}

void AxisBody::fit_values(int most_steps)
{
    if (exhibit().size() == 0) {
        return;
    }
    const auto [first, last] = shown_places();
    ValueExtent left;
    ValueExtent right;
    for (std::size_t p = 0; p < exhibit().plots.size(); ++p) {
        const Plot& plot = exhibit().plots[p];
        if (plot.kind == PlotKind::label) {
            continue;
        }
        ValueExtent& extent = plot.axis == AxisSide::left ? left : right;
        if (const ValueRange shown = lines_[p].range(first, last); shown.any()) {
            extent.add(shown.least);
            extent.add(shown.greatest);
        }
    }
    if (const double room = room_for_stacked_labels(); room > 0 && left.any) {
        left.add(left.greatest * (1 + room));
    }
    if (!left.any && !right.any) {
        return; // nothing in the span: the scales stay
    }
    const PairedScales scales = fit_scales(exhibit(), left, right, most_steps);
    frame_.left = scales.left;
    frame_.right = scales.right;
}

void AxisBody::set_value_labels()
{
    left_labels_.clear();
    right_labels_.clear();
    if (exhibit().size() == 0) {
        return;
    }
    for (const AxisSide side : {AxisSide::left, AxisSide::right}) {
        bool any = false;
        bool percent = true;
        bool any_below = false;
        for (std::size_t p = 0; p < exhibit().plots.size(); ++p) {
            const Plot& plot = exhibit().plots[p];
            if (plot.axis != side || plot.kind == PlotKind::label) {
                continue;
            }
            any = true;
            percent = percent && plot.unit == "%";
            any_below = any_below || lines_[p].range(0, exhibit().size() - 1).least < 0;
        }
        if (!any) {
            continue;
        }
        const ValueScale& scale = frame_.scale(side);
        for (const double value : scale.ticks()) {
            // Below zero an axis that never goes there stays silent: the other one needs the room.
            if (value >= 0 || any_below || scale.low == scale.high) {
                (side == AxisSide::left ? left_labels_ : right_labels_)
                    .push_back({value, axis_text(value, scale, percent)});
            }
        }
    }
}

void AxisBody::set_place_labels(double width)
{
    place_labels_.clear();
    if (exhibit().size() == 0) {
        return;
    }
    const QFont font = theme().font(theme().body_size);
    const double wide = text_width(
        exhibit().frequency == Frequency::annual ? QStringLiteral("8888") : QStringLiteral("88-88"),
        font);
    const int most = std::max(2, static_cast<int>(width / (wide * label_share)));
    const auto [first, last] = shown_places();
    switch (exhibit().axis) {
    case AxisKind::days:
        for (const TimeTick& tick :
             time_ticks(Date{std::chrono::days{std::lround(frame_.span.first)}},
                        Date{std::chrono::days{std::lround(frame_.span.last)}}, most)) {
            place_labels_.push_back({static_cast<double>(tick.day.time_since_epoch().count()),
                                     QString::fromStdString(tick.label)});
        }
        break;
    case AxisKind::periods:
        for (const PlaceTick& tick :
             period_ticks(exhibit().x, exhibit().frequency, first, last, most)) {
            place_labels_.push_back(
                {static_cast<double>(tick.place), QString::fromStdString(tick.label)});
        }
        break;
    case AxisKind::labels:
        for (std::size_t i = first; i <= last; ++i) {
            place_labels_.push_back(
                {static_cast<double>(i), QString::fromStdString(exhibit().labels[i])});
        }
        break;
    }
}

double AxisBody::place_label_height() const
{
    const QFont font = theme().font(theme().body_size);
    if (exhibit().axis != AxisKind::labels || place_labels_.empty()) {
        return line_height(font);
    }
    const double width = box_.width() * 0.9 / static_cast<double>(place_labels_.size());
    qsizetype lines = 1;
    for (const AxisLabel& label : place_labels_) {
        lines = std::max(lines, wrapped(label.text, font, width, most_label_lines).size());
    }
    return line_height(font) * static_cast<double>(lines);
}

/// Qt Charts draws the grid: it needs to know where.
void AxisBody::set_axes()
{
    place_axis_->setRange(frame_.span.first, frame_.span.last);
    const ValueScale& grid = left_labels_.empty() ? frame_.right : frame_.left;
    value_axis_->setRange(grid.low, grid.high);
    value_axis_->setTickCount(std::max(static_cast<int>(grid.ticks().size()), 2));
    // Where bars hang below zero the axis of places is the lower edge, not zero: a line marks it.
    place_axis_->setLineVisible(is_shown_over_days(exhibit()) || grid.low >= 0);
}

void AxisBody::paint(QPainter& painter) const
{
    if (!chart_->isVisible()) {
        return;
    }
    const QFont font = theme().font(theme().body_size);
    const double step = line_height(font);
    const PlotFrame shown = frame();
    const QRectF& area = shown.area;
    const double gap = theme().body_size * 0.6;
    events_.paint(painter, shown);
    for (const AxisLabel& label : left_labels_) {
        const double y = shown.y(label.at, AxisSide::left);
        draw_line(painter, {box_.left(), y - step / 2, area.left() - gap - box_.left(), step},
                  label.text, font, theme().secondary, Qt::AlignRight | Qt::AlignVCenter);
    }
    for (const AxisLabel& label : right_labels_) {
        const double y = shown.y(label.at, AxisSide::right);
        draw_line(painter, {area.right() + gap, y - step / 2, box_.right() - area.right(), step},
                  label.text, font, theme().secondary);
    }
    const double top = area.bottom() + theme().body_size * 0.4;
    for (const AxisLabel& label : place_labels_) {
        const double x = shown.x(label.at);
        if (exhibit().axis != AxisKind::labels) {
            const double width = text_width(label.text, font);
            draw_line(painter, {x - width / 2, top, width, step}, label.text, font,
                      theme().secondary, Qt::AlignHCenter | Qt::AlignVCenter);
            continue;
        }
        const double width = area.width() * 0.9 / static_cast<double>(place_labels_.size());
        double line_top = top;
        for (const QString& line : wrapped(label.text, font, width, most_label_lines)) {
            draw_line(painter, {x - width / 2, line_top, width, step}, line, font,
                      theme().secondary, Qt::AlignHCenter | Qt::AlignVCenter);
            line_top += step;
        }
    }
    if (!is_shown_over_days(exhibit()) && shown.left.low < 0 && shown.left.high > 0) {
        const double zero = shown.y(0, AxisSide::left);
        painter.setPen(QPen{theme().faint, 1});
        painter.drawLine(QPointF{area.left(), zero}, QPointF{area.right(), zero});
    }
}

} // namespace weekboard
