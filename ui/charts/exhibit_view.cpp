#include "charts/exhibit_view.h"

#include "series/number_format.h"
#include "widgets/painting.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace weekboard
{

namespace
{

constexpr std::chrono::days least_range{7};
constexpr double zoom_step = 1.25;
constexpr double least_drag = 6;

} // namespace

ExhibitView::ExhibitView(QWidget* parent)
    : QGraphicsView{parent}
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    setBackgroundBrush(Qt::NoBrush);
}

ExhibitView::~ExhibitView()
{
    setScene(nullptr);
}

void ExhibitView::show_exhibit(Exhibit exhibit, const Theme& theme, const ExhibitLayout& layout,
                               bool keep_range)
{
    const bool keep = keep_range && scene_ && exhibit.has_figures() &&
                      scene_->last_shown() > exhibit.x.front() &&
                      scene_->first_shown() < exhibit.x.back();
    const Date first = keep ? scene_->first_shown() : Date{};
    const Date last = keep ? scene_->last_shown() : Date{};
    auto scene = std::make_unique<ExhibitScene>(std::move(exhibit), theme, layout);
    if (keep) {
        scene->show_range(first, last);
    }
    const std::optional<Date> pointed = keep ? crosshair() : std::nullopt;
    setScene(scene.get());
    scene_ = std::move(scene);
    scene_->resize(viewport()->size());
    if (!scene_->exhibit().has_figures()) {
        drag_ = Drag::none;
    }
    point_to(pointed);
    setAccessibleName(QString::fromStdString(scene_->exhibit().title));
    setAccessibleDescription(QString::fromStdString(scene_->exhibit().source));
    viewport()->update();
}

void ExhibitView::show_range(Date first, Date last)
{
    if (scene_) {
        scene_->show_range(first, last);
        point_to(crosshair());
        viewport()->update();
    }
}

/// The crosshair stands on a figure that is seen, or nowhere.
void ExhibitView::point_to(std::optional<Date> day)
{
    pointed_.reset();
    if (day && *day >= scene_->first_shown() && *day <= scene_->last_shown()) {
        const auto& x = scene_->exhibit().x;
        const auto found = std::ranges::lower_bound(x, *day);
        if (found != x.end() && *found == *day) {
            pointed_ = static_cast<std::size_t>(found - x.begin());
        }
    }
}

std::optional<Date> ExhibitView::crosshair() const
{
    return pointed_ && scene_ ? std::optional{scene_->exhibit().x[*pointed_]} : std::nullopt;
}

void ExhibitView::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    if (scene_) {
        scene_->resize(viewport()->size());
    }
}

void ExhibitView::choose_range(Date first, Date last)
{
    const auto& x = scene_->exhibit().x;
    const auto width = std::clamp<std::chrono::days>(last - first, least_range,
                                                     std::max(x.back() - x.front(), least_range));
    first = std::clamp(first, x.front(), std::max(x.front(), x.back() - width));
    show_range(first, first + width);
    emit range_chosen(scene_->first_shown(), scene_->last_shown());
}

void ExhibitView::zoom_about(Date day, double factor)
{
    const auto scaled = [factor](std::chrono::days days) {
        return std::chrono::days{std::lround(static_cast<double>(days.count()) * factor)};
    };
    choose_range(day - scaled(day - scene_->first_shown()),
                 day + scaled(scene_->last_shown() - day));
}

void ExhibitView::wheelEvent(QWheelEvent* event)
{
    if (!scene_ || !scene_->exhibit().has_figures()) {
        return;
    }
    const double steps = event->angleDelta().y() / 120.0;
    zoom_about(scene_->day_at(event->position().x()), std::pow(zoom_step, -steps));
    event->accept();
}

void ExhibitView::mousePressEvent(QMouseEvent* event)
{
    if (!scene_ || !scene_->exhibit().has_figures()) {
        return;
    }
    const bool pans =
        event->button() != Qt::LeftButton || event->modifiers().testFlag(Qt::ShiftModifier);
    drag_ = pans ? Drag::pan : Drag::zoom;
    drag_start_ = event->position();
    drag_now_ = drag_start_;
    drag_first_ = scene_->first_shown();
    drag_last_ = scene_->last_shown();
    if (pans) {
        setCursor(Qt::ClosedHandCursor);
    }
}

void ExhibitView::mouseMoveEvent(QMouseEvent* event)
{
    if (!scene_ || !scene_->exhibit().has_figures()) {
        return;
    }
    drag_now_ = event->position();
    if (drag_ == Drag::pan) {
        const double width = std::max(1.0, scene_->plot_area().width());
        const double days = static_cast<double>((drag_last_ - drag_first_).count());
        const std::chrono::days shift{
            std::lround((drag_start_.x() - drag_now_.x()) / width * days)};
        choose_range(drag_first_ + shift, drag_last_ + shift);
    }
    point_at(event->position().x());
}

void ExhibitView::mouseReleaseEvent(QMouseEvent* event)
{
    const bool zooms =
        drag_ == Drag::zoom && std::abs(event->position().x() - drag_start_.x()) >= least_drag;
    drag_ = Drag::none;
    unsetCursor();
    if (zooms && scene_ && scene_->exhibit().has_figures()) {
        const auto [left, right] = std::minmax({drag_start_.x(), event->position().x()});
        choose_range(scene_->day_at(left), scene_->day_at(right));
    }
    viewport()->update();
}

void ExhibitView::mouseDoubleClickEvent(QMouseEvent*)
{
    if (scene_ && scene_->exhibit().has_figures()) {
        choose_range(scene_->exhibit().x.front(), scene_->exhibit().x.back());
    }
}

void ExhibitView::leaveEvent(QEvent*)
{
    pointed_.reset();
    viewport()->update();
}

void ExhibitView::point_at(double x)
{
    const auto& days = scene_->exhibit().x;
    const Date day = scene_->day_at(x);
    auto nearest = std::ranges::lower_bound(days, day);
    if (nearest == days.end() ||
        (nearest != days.begin() && day - *std::prev(nearest) < *nearest - day)) {
        --nearest;
    }
    const bool shown = *nearest >= scene_->first_shown() && *nearest <= scene_->last_shown();
    pointed_ =
        shown ? std::optional{static_cast<std::size_t>(nearest - days.begin())} : std::nullopt;
    viewport()->update();
}

void ExhibitView::move_crosshair(int step)
{
    const auto& days = scene_->exhibit().x;
    const auto last = std::ranges::upper_bound(days, scene_->last_shown()) - days.begin() - 1;
    const auto first = std::ranges::lower_bound(days, scene_->first_shown()) - days.begin();
    if (first > last) {
        return;
    }
    const auto from = pointed_ ? static_cast<std::ptrdiff_t>(*pointed_) + step : last;
    pointed_ = static_cast<std::size_t>(std::clamp(from, first, last));
    viewport()->update();
}

void ExhibitView::keyPressEvent(QKeyEvent* event)
{
    if (!scene_ || !scene_->exhibit().has_figures()) {
        QGraphicsView::keyPressEvent(event);
        return;
    }
    const auto& x = scene_->exhibit().x;
    const Date middle = crosshair().value_or(scene_->first_shown() +
                                             (scene_->last_shown() - scene_->first_shown()) / 2);
    switch (event->key()) {
    case Qt::Key_Left:
        move_crosshair(-1);
        break;
    case Qt::Key_Right:
        move_crosshair(1);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom_about(middle, 1 / zoom_step);
        break;
    case Qt::Key_Minus:
        zoom_about(middle, zoom_step);
        break;
    case Qt::Key_Home:
        choose_range(x.front(), x.back());
        break;
    case Qt::Key_Escape:
        pointed_.reset();
        drag_ = Drag::none;
        viewport()->update();
        break;
    default:
        QGraphicsView::keyPressEvent(event);
    }
}

void ExhibitView::drawForeground(QPainter* painter, const QRectF&)
{
    if (!scene_ || !scene_->exhibit().has_figures()) {
        return;
    }
    if (drag_ == Drag::zoom && std::abs(drag_now_.x() - drag_start_.x()) >= least_drag) {
        const QRectF area = scene_->plot_area();
        const auto [left, right] = std::minmax({drag_start_.x(), drag_now_.x()});
        QColor tint = scene_->theme().accent;
        tint.setAlphaF(0.14F);
        painter->fillRect(QRectF{left, area.top(), right - left, area.height()} & area, tint);
    }
    if (pointed_ && drag_ != Drag::pan) {
        draw_crosshair(*painter);
    }
}

void ExhibitView::draw_crosshair(QPainter& painter)
{
    const Exhibit& exhibit = scene_->exhibit();
    const QRectF area = scene_->plot_area();
    const Date day = exhibit.x[*pointed_];
    const double x = scene_->position(day, 0).x();
    painter.setPen(QPen{scene_->theme().faint, 1, Qt::DashLine});
    painter.drawLine(QPointF{x, area.top()}, QPointF{x, area.bottom()});
    for (std::size_t p = 0; p < exhibit.plots.size(); ++p) {
        if (const auto& value = exhibit.plots[p].values[*pointed_]) {
            painter.setPen(QPen{scene_->theme().card, 1.5});
            painter.setBrush(scene_->color_of(p));
            painter.drawEllipse(scene_->position(day, *value), 4.5, 4.5);
        }
    }
    draw_readout(painter, *pointed_);
}

void ExhibitView::draw_readout(QPainter& painter, std::size_t place)
{
    const Exhibit& exhibit = scene_->exhibit();
    const Theme& theme = scene_->theme();
    const QFont plain = theme.font(theme.caption_size);
    const QFont bold = theme.font(theme.caption_size, QFont::Bold);
    const QString date = QString::fromStdString(to_iso(exhibit.x[place]));
    double name_width = 0;
    double value_width = 0;
    std::vector<std::pair<QString, QString>> rows;
    for (const Plot& plot : exhibit.plots) {
        const auto& value = plot.values[place];
        rows.emplace_back(QString::fromStdString(plot.name),
                          value ? QString::fromStdString(format_number(*value, plot.decimals))
                                : QStringLiteral("–"));
        name_width = std::max(name_width, text_width(rows.back().first, plain));
        value_width = std::max(value_width, text_width(rows.back().second, bold));
    }
    const double step = line_height(plain) + 2;
    const double width = std::max(14 + name_width + 16 + value_width, text_width(date, bold)) + 20;
    const double height = step * static_cast<double>(rows.size() + 1) + 14;
    const QRectF area = scene_->plot_area();
    const double x = scene_->position(exhibit.x[place], 0).x();
    const double left = x + 14 + width <= area.right() ? x + 14 : x - 14 - width;
    const QRectF box{std::max(left, area.left()), area.top() + 6, width, height};
    painter.setPen(QPen{theme.hairline, 1});
    painter.setBrush(theme.card);
    painter.drawRoundedRect(box, 6, 6);
    QRectF line{box.left() + 10, box.top() + 7, box.width() - 20, step};
    draw_line(painter, line, date, bold, theme.text);
    for (std::size_t p = 0; p < rows.size(); ++p) {
        line.translate(0, step);
        painter.setPen(Qt::NoPen);
        painter.setBrush(scene_->color_of(p));
        painter.drawEllipse(QPointF{line.left() + 4, line.center().y()}, 4, 4);
        draw_line(painter, line.adjusted(14, 0, 0, 0), rows[p].first, plain, theme.secondary);
        draw_line(painter, line, rows[p].second, bold, theme.text,
                  Qt::AlignRight | Qt::AlignVCenter);
    }
}

} // namespace weekboard
