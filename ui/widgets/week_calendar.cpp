#include "widgets/week_calendar.h"

#include "widgets/icon.h"
#include "widgets/painting.h"
#include "words/week_words.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>

namespace weekboard
{

namespace
{

constexpr int rows = 6;
constexpr int padding = 12;
constexpr int heading = 34;
constexpr int days_heading = 24;
constexpr int row_height = 30;
constexpr int number_width = 40;
constexpr int day_width = 34;
constexpr int dot_width = 22;

} // namespace

WeekCalendar::WeekCalendar(const Appearance& appearance, std::vector<Date> fridays, Week shown,
                           Week last, QWidget* parent)
    : QWidget{parent, Qt::Popup}
    , appearance_{appearance}
    , fridays_{std::move(fridays)}
    , shown_{shown}
    , last_{last}
    , cursor_{shown}
    , month_{period_start(Frequency::monthly, shown.friday())}
{
    setAttribute(Qt::WA_DeleteOnClose);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setFixedSize(2 * padding + number_width + 7 * day_width + dot_width,
                 2 * padding + heading + days_heading + rows * row_height);
    setAccessibleName(tr("Choose a week from the calendar"));
}

Week WeekCalendar::row_week(int row) const
{
    return Week::containing(month_).plus(row);
}

int WeekCalendar::row_at(const QPointF& position) const
{
    const double top = position.y() - padding - heading - days_heading;
    const int row = static_cast<int>(top / row_height);
    return top >= 0 && row < rows ? row : -1;
}

void WeekCalendar::turn_month(int count)
{
    month_ = add_months(month_, count);
    cursor_ = row_week(1);
    update();
}

void WeekCalendar::paintEvent(QPaintEvent*)
{
    const Theme& theme = appearance_.theme();
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme.card);
    painter.setPen(theme.hairline);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5));
    paint_heading(painter);
    for (int row = 0; row < rows; ++row) {
        paint_week(painter, row);
    }
}

void WeekCalendar::paint_heading(QPainter& painter) const
{
    const Theme& theme = appearance_.theme();
    const bool zh = appearance_.language() == Language::chinese;
    const int month = static_cast<int>(month_of(month_));
    const QString title = zh ? QStringLiteral("%1年%2月").arg(year_of(month_)).arg(month)
                             : QStringLiteral("%1 %2")
                                   .arg(QLocale::c().monthName(month, QLocale::LongFormat))
                                   .arg(year_of(month_));
    draw_line(painter, {0, padding, static_cast<double>(width()), heading - 8}, title,
              theme.font(theme.body_size, QFont::Bold), theme.text, Qt::AlignCenter);
    draw_icon(painter, {padding + 4.0, padding + 6.0, 14, 14}, QStringLiteral("previous"),
              theme.secondary);
    draw_icon(painter, {width() - padding - 18.0, padding + 6.0, 14, 14}, QStringLiteral("next"),
              theme.secondary);
    const QFont caption = theme.font(theme.caption_size);
    const QLocale locale{zh ? QLocale::Chinese : QLocale::English};
    for (int day = 1; day <= 7; ++day) {
        draw_line(painter,
                  {padding + number_width + (day - 1.0) * day_width, padding + heading + 0.0,
                   day_width, days_heading},
                  locale.dayName(day, QLocale::NarrowFormat), caption, theme.faint,
                  Qt::AlignCenter);
    }
}

void WeekCalendar::paint_week(QPainter& painter, int row) const
{
    const Theme& theme = appearance_.theme();
    const Week week = row_week(row);
    const double top = padding + heading + days_heading + row * row_height;
    const QRectF line{padding, top + 1, width() - 2.0 * padding, row_height - 2.0};
    const bool chosen = week == shown_;
    const bool reachable = week <= last_;
    if (chosen || (week == cursor_ && reachable)) {
        painter.setPen(week == cursor_ ? QPen{theme.accent, 1} : QPen{Qt::NoPen});
        painter.setBrush(chosen ? theme.accent_tint : theme.window);
        painter.drawRoundedRect(line.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    const QFont caption = theme.font(theme.caption_size);
    draw_line(painter, {line.left(), line.top(), number_width, line.height()},
              QStringLiteral("W%1").arg(week.iso_number(), 2, 10, QLatin1Char{'0'}), caption,
              theme.faint, Qt::AlignCenter);
    for (int day = 0; day < 7; ++day) {
        const Date date = week.monday() + std::chrono::days{day};
        const bool own_month = month_of(date) == month_of(month_);
        const QColor color = !reachable ? theme.hairline : own_month ? theme.text : theme.faint;
        draw_line(
            painter,
            {line.left() + number_width + day * day_width, line.top(), day_width, line.height()},
            QString::number(day_of(date)),
            theme.font(theme.body_size, chosen ? QFont::Bold : QFont::Normal),
            day > 4 && reachable ? theme.faint : color, Qt::AlignCenter);
    }
    if (std::ranges::binary_search(fridays_, week.friday())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent);
        painter.drawEllipse(QPointF{line.right() - dot_width / 2.0, line.center().y()}, 3, 3);
    }
}

void WeekCalendar::mousePressEvent(QMouseEvent* event)
{
    if (!rect().contains(event->pos())) {
        close();
        return;
    }
    if (event->position().y() < padding + heading) {
        turn_month(event->position().x() < width() / 2.0 ? -1 : 1);
        return;
    }
    const int row = row_at(event->position());
    if (row >= 0 && row_week(row) <= last_) {
        emit week_chosen(row_week(row));
        close();
    }
}

void WeekCalendar::mouseMoveEvent(QMouseEvent* event)
{
    const int row = row_at(event->position());
    if (row >= 0 && row_week(row) != cursor_) {
        cursor_ = row_week(row);
        update();
    }
}

void WeekCalendar::wheelEvent(QWheelEvent* event)
{
    turn_month(event->angleDelta().y() > 0 ? -1 : 1);
}

void WeekCalendar::keyPressEvent(QKeyEvent* event)
{
    const auto move = [this](int count) {
        cursor_ = std::min(cursor_.plus(count), last_);
        if (cursor_ < row_week(0) || cursor_ > row_week(rows - 1)) {
            month_ = period_start(Frequency::monthly, cursor_.friday());
        }
        update();
    };
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Left:
        move(-1);
        break;
    case Qt::Key_Down:
    case Qt::Key_Right:
        move(1);
        break;
    case Qt::Key_PageUp:
        turn_month(-1);
        break;
    case Qt::Key_PageDown:
        turn_month(1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (cursor_ <= last_) {
            emit week_chosen(cursor_);
            close();
        }
        break;
    default:
        QWidget::keyPressEvent(event); // Escape closes a popup
    }
}

} // namespace weekboard
