#include "charts/exhibit_view.h"

#include "series/number_format.h"
#include "widgets/painting.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace weekboard
{

namespace
{

/// No closer than a week of days or a few periods.
constexpr double least_days = 7;
constexpr double least_periods = 3;
constexpr double zoom_step = 1.25;
constexpr double least_drag = 6;
constexpr double near_enough = 4;

QString event_words(const ExhibitEvent& event)
{
    return QString::fromStdString(to_iso(event.day) + "  " + event.text);
}

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
    const bool keep = keep_range && scene_ && scene_->has_time_axis() && !exhibit.x.empty() &&
                      exhibit.axis == scene_->exhibit().axis &&
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
    QStringList described{QString::fromStdString(scene_->exhibit().source)};
    for (const ExhibitEvent& event : scene_->exhibit().events) {
        described << event_words(event);
    }
    setAccessibleDescription(described.join(u'\n'));
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

bool ExhibitView::can_look_along() const
{
    return scene_ && scene_->has_time_axis();
}

void ExhibitView::choose_span(Span span)
{
    const Exhibit& exhibit = scene_->exhibit();
    const Span whole = whole_span(exhibit);
    const double least = exhibit.axis == AxisKind::days ? least_days : least_periods;
    const double width =
        std::clamp(span.last - span.first, std::min(least, whole.last - whole.first),
                   whole.last - whole.first);
    span.first = std::clamp(span.first, whole.first, whole.last - width);
    if (exhibit.axis == AxisKind::days) {
        span.first = std::round(span.first);
    }
    scene_->show_span({span.first, span.first + width});
    point_to(crosshair());
    viewport()->update();
    emit range_chosen(scene_->first_shown(), scene_->last_shown());
}

void ExhibitView::choose_all()
{
    choose_span(whole_span(scene_->exhibit()));
}

void ExhibitView::zoom_about(double coordinate, double factor)
{
    const Span span = scene_->span();
    Span zoomed{coordinate - (coordinate - span.first) * factor,
                coordinate + (span.last - coordinate) * factor};
    if (scene_->exhibit().axis == AxisKind::days) {
        zoomed = {std::round(zoomed.first), std::round(zoomed.last)};
    }
    choose_span(zoomed);
}

void ExhibitView::wheelEvent(QWheelEvent* event)
{
    if (!can_look_along()) {
        event->ignore(); // the page may scroll
        return;
    }
    const double steps = event->angleDelta().y() / 120.0;
    zoom_about(scene_->frame().coordinate(event->position().x()), std::pow(zoom_step, -steps));
    event->accept();
}

void ExhibitView::mousePressEvent(QMouseEvent* event)
{
    const bool on_plot = can_look_along() && scene_->plot_area().contains(event->position());
    if (scene_ && !on_plot && event->button() == Qt::LeftButton) {
        drag_ = Drag::away;
        drag_start_ = event->position();
        return;
    }
    if (!can_look_along()) {
        return;
    }
    const bool pans =
        event->button() != Qt::LeftButton || event->modifiers().testFlag(Qt::ShiftModifier);
    drag_ = pans ? Drag::pan : Drag::zoom;
    drag_start_ = event->position();
    drag_now_ = drag_start_;
    drag_span_ = scene_->span();
    if (pans) {
        setCursor(Qt::ClosedHandCursor);
    }
}

void ExhibitView::mouseMoveEvent(QMouseEvent* event)
{
    if (drag_ == Drag::away) {
        const QPointF way = event->position() - drag_start_;
        if (way.manhattanLength() >= QApplication::startDragDistance()) {
            drag_ = Drag::none;
            emit dragged_away();
        }
        return;
    }
    if (!can_look_along()) {
        return;
    }
    drag_now_ = event->position();
    if (drag_ == Drag::pan) {
        const double width = std::max(1.0, scene_->plot_area().width());
        double shift =
            (drag_start_.x() - drag_now_.x()) / width * (drag_span_.last - drag_span_.first);
        if (scene_->exhibit().axis == AxisKind::days) {
            shift = std::round(shift);
        }
        choose_span({drag_span_.first + shift, drag_span_.last + shift});
    }
    point_at(event->position().x());
}

void ExhibitView::mouseReleaseEvent(QMouseEvent* event)
{
    const bool zooms =
        drag_ == Drag::zoom && std::abs(event->position().x() - drag_start_.x()) >= least_drag;
    drag_ = Drag::none;
    unsetCursor();
    if (zooms && can_look_along()) {
        const auto [left, right] = std::minmax({drag_start_.x(), event->position().x()});
        const PlotFrame frame = scene_->frame();
        Span chosen{frame.coordinate(left), frame.coordinate(right)};
        if (scene_->exhibit().axis == AxisKind::days) {
            chosen = {std::round(chosen.first), std::round(chosen.last)};
        }
        choose_span(chosen);
    }
    viewport()->update();
}

void ExhibitView::mouseDoubleClickEvent(QMouseEvent*)
{
    if (can_look_along()) {
        choose_all();
    }
}

void ExhibitView::leaveEvent(QEvent*)
{
    pointed_.reset();
    viewport()->update();
}

bool ExhibitView::is_shown(std::size_t place) const
{
    return scene_->span().contains(coordinate_of(scene_->exhibit(), place));
}

void ExhibitView::point_at(double x)
{
    const std::size_t nearest = nearest_place(scene_->exhibit(), scene_->frame().coordinate(x));
    pointed_ = is_shown(nearest) ? std::optional{nearest} : std::nullopt;
    viewport()->update();
}

void ExhibitView::move_crosshair(int step)
{
    const Exhibit& exhibit = scene_->exhibit();
    auto first = static_cast<std::ptrdiff_t>(nearest_place(exhibit, scene_->span().first));
    auto last = static_cast<std::ptrdiff_t>(nearest_place(exhibit, scene_->span().last));
    first += is_shown(static_cast<std::size_t>(first)) ? 0 : 1;
    last -= is_shown(static_cast<std::size_t>(last)) ? 0 : 1;
    if (first > last) {
        return;
    }
    const auto from = pointed_ ? static_cast<std::ptrdiff_t>(*pointed_) + step : last;
    pointed_ = static_cast<std::size_t>(std::clamp(from, first, last));
    viewport()->update();
}

void ExhibitView::keyPressEvent(QKeyEvent* event)
{
    if (!can_look_along()) {
        QGraphicsView::keyPressEvent(event);
        return;
    }
    const Span span = scene_->span();
    const double middle =
        pointed_ ? coordinate_of(scene_->exhibit(), *pointed_) : (span.first + span.last) / 2;
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
        choose_all();
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
    if (!can_look_along()) {
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
    const PlotFrame frame = scene_->frame();
    const double x = frame.x(coordinate_of(exhibit, *pointed_));
    painter.setPen(QPen{scene_->theme().faint, 1, Qt::DashLine});
    painter.drawLine(QPointF{x, area.top()}, QPointF{x, area.bottom()});
    for (std::size_t p = 0; p < exhibit.plots.size(); ++p) {
        const Plot& plot = exhibit.plots[p];
        if (const auto& value = plot.values[*pointed_]; value && plot.kind == PlotKind::line) {
            painter.setPen(QPen{scene_->theme().card, 1.5});
            painter.setBrush(scene_->color_of(p));
            painter.drawEllipse(QPointF{x, frame.y(*value, plot.axis)}, 4.5, 4.5);
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
    const QString date = QString::fromStdString(place_name(exhibit, place));
    double name_width = 0;
    double value_width = 0;
    std::vector<std::pair<QString, QString>> rows;
    for (const Plot& plot : exhibit.plots) {
        rows.emplace_back(QString::fromStdString(plot.name),
                          QString::fromStdString(value_text(plot, place)));
        name_width = std::max(name_width, text_width(rows.back().first, plain));
        value_width = std::max(value_width, text_width(rows.back().second, bold));
    }
    const PlotFrame frame = scene_->frame();
    const double x = frame.x(coordinate_of(exhibit, place));
    QStringList happened;
    double line_width = std::max(14 + name_width + 16 + value_width, text_width(date, bold));
    for (const ExhibitEvent& event : exhibit.events) {
        // A day among many is a pixel wide: near it counts.
        if (std::abs(frame.x(coordinate_of(exhibit, event.place)) - x) <= near_enough) {
            happened << event_words(event);
            line_width = std::max(line_width, text_width(happened.back(), plain));
        }
    }
    const double step = line_height(plain) + 2;
    const QRectF area = scene_->plot_area();
    const double width = std::min(line_width + 20, area.width());
    const double height =
        step * static_cast<double>(rows.size() + static_cast<std::size_t>(happened.size()) + 1) +
        14;
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
        painter.setBrush(
            scene_->color_of(exhibit.plots[p].kind == PlotKind::label ? exhibit.plots[p].over : p));
        painter.drawEllipse(QPointF{line.left() + 4, line.center().y()}, 4, 4);
        draw_line(painter, line.adjusted(14, 0, 0, 0), rows[p].first, plain, theme.secondary);
        draw_line(painter, line, rows[p].second, bold, theme.text,
                  Qt::AlignRight | Qt::AlignVCenter);
    }
    for (const QString& event : happened) {
        line.translate(0, step);
        draw_line(painter, line, event, plain, theme.secondary);
    }
}

} // namespace weekboard
