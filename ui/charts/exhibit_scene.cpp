#include "charts/exhibit_scene.h"

#include "charts/ticks.h"
#include "series/number_format.h"
#include "widgets/painting.h"

#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace weekboard
{

namespace
{

constexpr int most_title_lines = 3;
constexpr int most_terse = 2;

/// A plot smaller than this shows nothing that a reader could use.
constexpr double least_plot = 24;

/// Rows of the grid are at least this many label heights apart, ticks of time this many widths.
constexpr double least_row_share = 1.5;
constexpr double label_share = 1.9;

/// In the exhibit's own language, whatever the program speaks at the moment.
QString number_text(const Exhibit& exhibit)
{
    if (exhibit.number == 0) {
        return {};
    }
    return exhibit.language == Language::chinese ? QStringLiteral("图表%1").arg(exhibit.number)
                                                 : QStringLiteral("Exhibit %1").arg(exhibit.number);
}

double axis_value(Date day)
{
    return static_cast<double>(day.time_since_epoch().count());
}

void clear_labels(QCategoryAxis& axis)
{
    const QStringList labels = axis.categoriesLabels();
    for (const QString& label : labels) {
        axis.remove(label);
    }
}

/// Breaks a text into lines of a width; what does not fit in `most` lines is shortened.
QStringList wrapped(const QString& text, const QFont& font, double width, int most)
{
    QTextLayout layout{text, font};
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() == most - 1) {
            lines << QFontMetricsF{font}.elidedText(text.mid(line.textStart()), Qt::ElideRight,
                                                    width);
            break;
        }
        lines << text.mid(line.textStart(), line.textLength());
    }
    layout.endLayout();
    return lines;
}

} // namespace

ExhibitScene::ExhibitScene(Exhibit exhibit, const Theme& theme, const ExhibitLayout& layout)
    : exhibit_{std::move(exhibit)}
    , theme_{theme}
    , layout_{layout}
{
    setItemIndexMethod(QGraphicsScene::NoIndex);
    build_chart();
    if (exhibit_.has_figures()) {
        range_.first = exhibit_.x.front();
        range_.last = exhibit_.x.back();
    }
}

ExhibitScene::~ExhibitScene() = default;

void ExhibitScene::build_chart()
{
    chart_ = new QChart;
    chart_->legend()->hide();
    chart_->setBackgroundVisible(false);
    chart_->setBackgroundRoundness(0);
    chart_->setMargins({});
    chart_->layout()->setContentsMargins(0, 0, 0, 0);
    time_axis_ = new QCategoryAxis{chart_};
    value_axis_ = new QCategoryAxis{chart_};
    for (QCategoryAxis* axis : {time_axis_, value_axis_}) {
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        // Qt Charts shortens labels to "…" where it thinks them too wide: they are painted here.
        axis->setLabelsVisible(false);
        axis->setGridLinePen(QPen{theme_.grid, 1});
        axis->setLinePen(QPen{theme_.hairline, 1});
    }
    time_axis_->setGridLineVisible(false);
    value_axis_->setLineVisible(false);
    chart_->addAxis(time_axis_, Qt::AlignBottom);
    chart_->addAxis(value_axis_, Qt::AlignLeft);
    addItem(chart_);
    lines_ = new LineItem{exhibit_, theme_, layout_.line_width, chart_};
    lines_->setZValue(10);
    connect(chart_, &QChart::plotAreaChanged, this,
            [this](const QRectF& area) { lines_->place(area, range_); });
}

QColor ExhibitScene::color_of(std::size_t plot) const
{
    return lines_->color_of(plot);
}

QRectF ExhibitScene::plot_area() const
{
    return chart_->plotArea().translated(chart_->pos());
}

QPointF ExhibitScene::position(Date day, double value) const
{
    return lines_->position(day, value) + chart_->pos();
}

Date ExhibitScene::day_at(double x) const
{
    const QRectF area = plot_area();
    const double share = area.width() > 0 ? (x - area.left()) / area.width() : 0;
    const double days = static_cast<double>((range_.last - range_.first).count());
    return range_.first + std::chrono::days{std::lround(share * days)};
}

void ExhibitScene::resize(const QSizeF& size)
{
    size_ = size;
    setSceneRect(QRectF{{0, 0}, size});
    lay_out();
    update();
}

void ExhibitScene::show_range(Date first, Date last)
{
    range_.first = first;
    range_.last = std::max(last, first + std::chrono::days{1});
    lay_out();
    update();
}

QRectF ExhibitScene::inner() const
{
    return QRectF{{0, 0}, size_}.adjusted(layout_.margin, layout_.margin, -layout_.margin,
                                          -layout_.margin);
}

double ExhibitScene::title_height() const
{
    if (!layout_.number_and_title) {
        return 0;
    }
    const QFont font = theme_.font(theme_.title_size, QFont::Bold);
    const QString number = number_text(exhibit_);
    const double lead = number.isEmpty() ? 0 : text_width(number, font) + theme_.title_size;
    const auto lines = wrapped(QString::fromStdString(exhibit_.title), font, inner().width() - lead,
                               most_title_lines);
    return static_cast<double>(lines.size()) * line_height(font) + theme_.body_size * 0.5;
}

int ExhibitScene::title_lines() const
{
    return terseness_ < most_terse ? most_title_lines : 1;
}

double ExhibitScene::legend_height() const
{
    if (terseness_ > 0) {
        return theme_.body_size * 0.6;
    }
    return line_height(theme_.font(theme_.body_size)) + theme_.body_size * 1.6;
}

QString ExhibitScene::source_text() const
{
    QStringList parts{QString::fromStdString(exhibit_.source)};
    for (const std::string& footnote : exhibit_.footnotes) {
        parts << QString::fromStdString(footnote);
    }
    return parts.join(QStringLiteral("\u2003"));
}

double ExhibitScene::source_height() const
{
    if (!layout_.source) {
        return 0;
    }
    const QFont font = theme_.font(theme_.caption_size);
    const auto lines = wrapped(source_text(), font, inner().width(), 3);
    return static_cast<double>(lines.size()) * line_height(font) + theme_.caption_size;
}

/// In a small place the legend goes first, then all but one line of the title: the figures stay.
void ExhibitScene::choose_terseness()
{
    const double comfortable = line_height(theme_.font(theme_.body_size)) * 5;
    for (terseness_ = 0; terseness_ < most_terse; ++terseness_) {
        if (chart_box().height() >= comfortable) {
            return;
        }
    }
}

QRectF ExhibitScene::chart_box() const
{
    return inner().adjusted(0, title_height() + legend_height(), 0, -source_height());
}

void ExhibitScene::lay_out()
{
    choose_terseness();
    const QRectF box = chart_box();
    const QFont font = theme_.font(theme_.body_size);
    const double label_height = line_height(font);
    const double time_label = text_width(QStringLiteral("88-88"), font);
    fit_values(static_cast<int>((box.height() - label_height) / (label_height * least_row_share)));
    set_ticks(static_cast<int>(box.width() / (time_label * label_share)));

    double value_label = 0;
    for (const auto& [value, text] : value_labels_) {
        value_label = std::max(value_label, text_width(text, font));
    }
    // The last label and the last point reach beyond the plot by half their width.
    const double overhang = std::max(time_label / 2 - layout_.margin, 2.0);
    const QMarginsF labels{value_label + theme_.body_size * 0.6, 0, overhang,
                           label_height + theme_.body_size * 0.4};
    const QRectF plot = box.marginsRemoved(labels);
    const bool has_room = plot.width() >= least_plot && plot.height() >= least_plot;
    chart_->setVisible(has_room);
    if (has_room) {
        chart_->setMargins(labels.toMargins());
        chart_->setGeometry(box);
        chart_->layout()->activate();
        lines_->place(chart_->plotArea(), range_);
    }
}

void ExhibitScene::fit_values(int most_steps)
{
    double least = HUGE_VAL;
    double greatest = -HUGE_VAL;
    for (const Plot& plot : exhibit_.plots) {
        for (std::size_t i = 0; i < exhibit_.x.size(); ++i) {
            if (plot.values[i] && exhibit_.x[i] >= range_.first && exhibit_.x[i] <= range_.last) {
                least = std::min(least, *plot.values[i]);
                greatest = std::max(greatest, *plot.values[i]);
            }
        }
    }
    if (least > greatest) {
        return; // nothing in the range: the scale stays
    }
    const ValueScale scale = value_scale(least, greatest, std::clamp(most_steps, 2, 6));
    range_.low = scale.low;
    range_.high = scale.high;
    value_step_ = scale.step;
    value_decimals_ = scale.decimals;
}

void ExhibitScene::set_ticks(int most)
{
    clear_labels(*time_axis_);
    clear_labels(*value_axis_);
    time_labels_.clear();
    value_labels_.clear();
    if (!exhibit_.has_figures()) {
        return;
    }
    time_axis_->setRange(axis_value(range_.first), axis_value(range_.last));
    time_axis_->setStartValue(axis_value(range_.first));
    for (const TimeTick& tick : time_ticks(range_.first, range_.last, std::max(most, 2))) {
        const QString label = QString::fromStdString(tick.label);
        time_axis_->append(label, axis_value(tick.day));
        time_labels_.emplace_back(tick.day, label);
    }
    value_axis_->setRange(range_.low, range_.high);
    value_axis_->setStartValue(range_.low);
    for (const double value :
         ValueScale{range_.low, range_.high, value_step_, value_decimals_}.ticks()) {
        const QString label = QString::fromStdString(format_number(value, value_decimals_));
        value_axis_->append(label, value);
        value_labels_.emplace_back(value, label);
    }
}

void ExhibitScene::draw_labels(QPainter& painter) const
{
    const QFont font = theme_.font(theme_.body_size);
    const double step = line_height(font);
    const QRectF area = plot_area();
    for (const auto& [value, text] : value_labels_) {
        const double y = position(range_.first, value).y();
        draw_line(painter, {0, y - step / 2, area.left() - theme_.body_size * 0.6, step}, text,
                  font, theme_.secondary, Qt::AlignRight | Qt::AlignVCenter);
    }
    for (const auto& [day, text] : time_labels_) {
        const double x = position(day, range_.low).x();
        const double width = text_width(text, font);
        draw_line(painter, {x - width / 2, area.bottom() + theme_.body_size * 0.4, width, step},
                  text, font, theme_.secondary, Qt::AlignHCenter | Qt::AlignVCenter);
    }
}

void ExhibitScene::drawBackground(QPainter* painter, const QRectF&)
{
    QRectF box = inner();
    if (layout_.number_and_title) {
        draw_title(*painter, {box.topLeft(), QSizeF{box.width(), title_height()}});
        box.setTop(box.top() + title_height());
    }
    if (terseness_ == 0) {
        draw_legend(*painter, {box.topLeft(), QSizeF{box.width(), legend_height()}});
    }
    if (layout_.source) {
        const double height = source_height();
        draw_source(*painter, {box.left(), box.bottom() - height, box.width(), height});
    }
    if (exhibit_.has_figures()) {
        if (chart_->isVisible()) {
            draw_labels(*painter);
        }
    } else {
        draw_line(*painter, box,
                  exhibit_.language == Language::chinese ? QStringLiteral("没有可用的数据")
                                                         : QStringLiteral("No figures"),
                  theme_.font(theme_.body_size), theme_.faint, Qt::AlignCenter);
    }
}

void ExhibitScene::draw_title(QPainter& painter, const QRectF& box) const
{
    const QFont font = theme_.font(theme_.title_size, QFont::Bold);
    const QString number = number_text(exhibit_);
    const double step = line_height(font);
    double lead = 0;
    if (!number.isEmpty()) {
        draw_line(painter, {box.left(), box.top(), box.width(), step}, number, font, theme_.accent);
        lead = text_width(number, font) + theme_.title_size;
    }
    double top = box.top();
    for (const QString& line :
         wrapped(QString::fromStdString(exhibit_.title), font, box.width() - lead, title_lines())) {
        draw_line(painter, {box.left() + lead, top, box.width() - lead, step}, line, font,
                  theme_.text);
        top += step;
    }
}

void ExhibitScene::draw_legend(QPainter& painter, const QRectF& box) const
{
    const QFont font = theme_.font(theme_.body_size);
    const double step = line_height(font);
    const double mark = theme_.body_size * 1.5;
    const bool zh = exhibit_.language == Language::chinese;
    double left = box.left();
    double right = box.right();
    if (exhibit_.illustrative && layout_.illustrative_badge) {
        const QString badge = zh ? QStringLiteral("示例数据") : QStringLiteral("Illustrative");
        const double width = text_width(badge, font) + 12;
        draw_dashed_badge(painter, {right - width, box.top(), width, step}, badge, theme_);
        right -= width + 12;
    }
    for (std::size_t p = 0; p < exhibit_.plots.size(); ++p) {
        const Plot& plot = exhibit_.plots[p];
        QString text = QString::fromStdString(plot.name);
        if (!plot.unit.empty()) {
            text += (zh ? QStringLiteral("（%1）") : QStringLiteral(" (%1)"))
                        .arg(QString::fromStdString(plot.unit));
        }
        const double middle = box.top() + step / 2;
        painter.setPen(QPen{color_of(p), 2.5, Qt::SolidLine, Qt::FlatCap});
        painter.drawLine(QPointF{left, middle}, QPointF{left + mark, middle});
        left += mark + 6;
        const double width = std::min(text_width(text, font), std::max(0.0, right - left));
        draw_line(painter, {left, box.top(), width, step}, text, font, theme_.secondary);
        left += width + theme_.body_size * 1.6;
    }
}

void ExhibitScene::draw_source(QPainter& painter, const QRectF& box) const
{
    const QFont font = theme_.font(theme_.caption_size);
    const double step = line_height(font);
    painter.setPen(QPen{theme_.hairline, 1});
    const double line = box.top() + theme_.caption_size * 0.5;
    painter.drawLine(QPointF{box.left(), line}, QPointF{box.right(), line});
    double top = box.top() + theme_.caption_size;
    for (const QString& text : wrapped(source_text(), font, box.width(), 3)) {
        draw_line(painter, {box.left(), top, box.width(), step}, text, font, theme_.faint);
        top += step;
    }
}

} // namespace weekboard
