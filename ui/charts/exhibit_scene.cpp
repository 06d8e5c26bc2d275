#include "charts/exhibit_scene.h"

#include "charts/axis_body.h"
#include "charts/heat_body.h"
#include "charts/ranked_body.h"
#include "charts/wrapped_text.h"
#include "exhibit/caption.h"
#include "widgets/painting.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace weekboard
{

namespace
{

constexpr int most_title_lines = 3;
constexpr int most_source_lines = 3;
constexpr int most_terse = 2;

QString badge_text(Language language)
{
    return language == Language::chinese ? QStringLiteral("示例数据")
                                         : QStringLiteral("Illustrative");
}

double days(Date day)
{
    return static_cast<double>(day.time_since_epoch().count());
}

} // namespace

ExhibitScene::ExhibitScene(Exhibit exhibit, const Theme& theme, const ExhibitLayout& layout)
    : exhibit_{std::move(exhibit)}
    , theme_{theme}
    , layout_{layout}
    , legend_{exhibit_, theme_}
{
    setItemIndexMethod(QGraphicsScene::NoIndex);
    if (!layout_.events) {
        exhibit_.events.clear();
    }
    make_body();
}

ExhibitScene::~ExhibitScene() = default;

void ExhibitScene::make_body()
{
    switch (exhibit_.kind) {
    case ExhibitKind::ranked_bars:
    case ExhibitKind::movers:
        body_ = std::make_unique<RankedBody>(exhibit_, theme_);
        return;
    case ExhibitKind::heat_table:
        body_ = std::make_unique<HeatBody>(exhibit_, theme_);
        return;
    case ExhibitKind::line:
    case ExhibitKind::bars:
    case ExhibitKind::comparison:
        break;
    }
    auto axes =
        std::make_unique<AxisBody>(exhibit_, theme_, layout_.line_width, layout_.margin, *this);
    axes_ = axes.get();
    body_ = std::move(axes);
}

QColor ExhibitScene::color_of(std::size_t plot) const
{
    return theme_.for_plot(plot);
}

bool ExhibitScene::has_time_axis() const
{
    return axes_ != nullptr && exhibit_.axis != AxisKind::labels && exhibit_.size() > 0;
}

PlotFrame ExhibitScene::frame() const
{
    return axes_ != nullptr ? axes_->frame() : PlotFrame{};
}

void ExhibitScene::resize(const QSizeF& size)
{
    size_ = size;
    setSceneRect(QRectF{{0, 0}, size});
    lay_out();
    update();
}

void ExhibitScene::show_span(const Span& span)
{
    if (has_time_axis()) {
        axes_->show_span(span);
        update();
    }
}

Span ExhibitScene::span() const
{
    return axes_ != nullptr ? axes_->span() : Span{};
}

void ExhibitScene::show_range(Date first, Date last)
{
    if (exhibit_.axis == AxisKind::days) {
        show_span({days(first), days(last)});
        return;
    }
    const auto from = std::ranges::lower_bound(exhibit_.x, first) - exhibit_.x.begin();
    const auto to = std::ranges::upper_bound(exhibit_.x, last) - exhibit_.x.begin();
    show_span({static_cast<double>(from) - 0.5, static_cast<double>(to) - 0.5});
}

Date ExhibitScene::first_shown() const
{
    if (!has_time_axis()) {
        return {};
    }
    return exhibit_.axis == AxisKind::days
               ? Date{std::chrono::days{std::lround(span().first)}}
               : exhibit_.x[nearest_place(exhibit_, std::ceil(span().first))];
}

Date ExhibitScene::last_shown() const
{
    if (!has_time_axis()) {
        return {};
    }
    return exhibit_.axis == AxisKind::days
               ? Date{std::chrono::days{std::lround(span().last)}}
               : exhibit_.x[nearest_place(exhibit_, std::floor(span().last))];
}

QRectF ExhibitScene::inner() const
{
    return QRectF{{0, 0}, size_}.adjusted(layout_.margin, layout_.margin, -layout_.margin,
                                          -layout_.margin);
}

/// Setting text is dear: it is done once for a layout, not once for a painting.
void ExhibitScene::break_lines()
{
    const QFont font = theme_.font(theme_.title_size, QFont::Bold);
    const QString number = QString::fromStdString(number_words(exhibit_));
    const double lead = number.isEmpty() ? 0 : text_width(number, font) + theme_.title_size;
    title_lines_ = balanced(QString::fromStdString(exhibit_.title), font, inner().width() - lead,
                            terseness_ < most_terse ? most_title_lines : 1);
    source_lines_ = wrapped(QString::fromStdString(source_line(exhibit_)),
                            theme_.font(theme_.caption_size), inner().width(), most_source_lines);
}

double ExhibitScene::title_height() const
{
    if (!layout_.number_and_title) {
        return 0;
    }
    return static_cast<double>(title_lines_.size()) *
               line_height(theme_.font(theme_.title_size, QFont::Bold)) +
           theme_.body_size * 0.5;
}

double ExhibitScene::badge_width() const
{
    if (!exhibit_.illustrative || !layout_.illustrative_badge) {
        return 0;
    }
    return text_width(badge_text(exhibit_.language), theme_.font(theme_.body_size)) + 12;
}

double ExhibitScene::legend_height() const
{
    const bool nothing = legend_.is_empty() && badge_width() == 0;
    if (terseness_ > 0 || nothing) {
        return theme_.body_size * 0.6;
    }
    const double width =
        inner().width() - (badge_width() > 0 ? badge_width() + theme_.body_size : 0);
    return line_height(theme_.font(theme_.body_size)) * std::max(1, legend_.rows(width)) +
           theme_.body_size * 1.6;
}

double ExhibitScene::source_height() const
{
    if (!layout_.source) {
        return 0;
    }
    return static_cast<double>(source_lines_.size()) *
               line_height(theme_.font(theme_.caption_size)) +
           theme_.caption_size;
}

/// In a small place the legend goes first, then all but one line of the title: the figures stay.
void ExhibitScene::choose_terseness()
{
    const double comfortable = line_height(theme_.font(theme_.body_size)) * 5;
    for (terseness_ = 0; terseness_ < most_terse; ++terseness_) {
        break_lines();
        if (body_box().height() >= comfortable) {
            return;
        }
    }
    break_lines();
}

QRectF ExhibitScene::body_box() const
{
    return inner().adjusted(0, title_height() + legend_height(), 0, -source_height());
}

void ExhibitScene::lay_out()
{
    choose_terseness();
    body_->place(body_box());
}

void ExhibitScene::drawBackground(QPainter* painter, const QRectF&)
{
    painter->setRenderHint(QPainter::Antialiasing);
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
        body_->paint(*painter);
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
    const QString number = QString::fromStdString(number_words(exhibit_));
    const double step = line_height(font);
    double lead = 0;
    if (!number.isEmpty()) {
        draw_line(painter, {box.left(), box.top(), box.width(), step}, number, font, theme_.accent);
        lead = text_width(number, font) + theme_.title_size;
    }
    double top = box.top();
    for (const QString& line : title_lines_) {
        draw_line(painter, {box.left() + lead, top, box.width() - lead, step}, line, font,
                  theme_.text);
        top += step;
    }
}

void ExhibitScene::draw_legend(QPainter& painter, const QRectF& box) const
{
    const QFont font = theme_.font(theme_.body_size);
    if (badge_width() > 0) {
        const double width = badge_width();
        draw_dashed_badge(painter, {box.right() - width, box.top(), width, line_height(font)},
                          badge_text(exhibit_.language), theme_);
    }
    const double beside = badge_width() > 0 ? badge_width() + theme_.body_size : 0;
    legend_.paint(painter, box.adjusted(0, 0, -beside, 0));
}

void ExhibitScene::draw_source(QPainter& painter, const QRectF& box) const
{
    const QFont font = theme_.font(theme_.caption_size);
    const double step = line_height(font);
    painter.setPen(QPen{theme_.hairline, 1});
    const double line = box.top() + theme_.caption_size * 0.5;
    painter.drawLine(QPointF{box.left(), line}, QPointF{box.right(), line});
    double top = box.top() + theme_.caption_size;
    for (const QString& text : source_lines_) {
        draw_line(painter, {box.left(), top, box.width(), step}, text, font, theme_.faint);
        top += step;
    }
}

} // namespace weekboard
