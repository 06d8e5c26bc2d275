#include "widgets/week_navigator.h"

#include "widgets/icon.h"
#include "widgets/week_calendar.h"
#include "words/week_words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QIcon>
#include <QPainter>
#include <QPixmap>
#include <QToolButton>

#include <algorithm>

namespace weekboard
{

namespace
{

QIcon icon_named(const QString& name, const QColor& color, double scale)
{
    const double size = 14;
    QPixmap pixmap{(QSizeF{size, size} * scale).toSize()};
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    QPainter painter{&pixmap};
    draw_icon(painter, {0, 0, size, size}, name, color);
    return QIcon{pixmap};
}

QToolButton* flat_button(QHBoxLayout* row)
{
    auto* button = new QToolButton;
    button->setProperty("flat", true);
    button->setCursor(Qt::PointingHandCursor);
    row->addWidget(button);
    return button;
}

} // namespace

WeekNavigator::WeekNavigator(const Appearance& appearance, QWidget* parent)
    : QWidget{parent}
    , appearance_{appearance}
{
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    previous_ = flat_button(row);
    label_ = flat_button(row);
    next_ = flat_button(row);
    latest_ = new QToolButton;
    row->addSpacing(6);
    row->addWidget(latest_);
    connect(previous_, &QToolButton::clicked, this, &WeekNavigator::go_to_previous);
    connect(next_, &QToolButton::clicked, this, &WeekNavigator::go_to_next);
    connect(latest_, &QToolButton::clicked, this, &WeekNavigator::go_to_latest);
    connect(label_, &QToolButton::clicked, this, &WeekNavigator::open_calendar);
    connect(&appearance, &Appearance::changed, this, &WeekNavigator::set_texts);
    set_texts();
}

void WeekNavigator::set_texts()
{
    const Theme& theme = appearance_.theme();
    label_->setFont(theme.font(theme.title_size, QFont::Bold));
    label_->setToolTip(tr("Choose a week from the calendar"));
    previous_->setIcon(
        icon_named(QStringLiteral("previous"), theme.secondary, devicePixelRatioF()));
    next_->setIcon(icon_named(QStringLiteral("next"), theme.secondary, devicePixelRatioF()));
    previous_->setToolTip(tr("Previous week (Alt+Left)"));
    next_->setToolTip(tr("Next week (Alt+Right)"));
    previous_->setAccessibleName(tr("Previous week"));
    next_->setAccessibleName(tr("Next week"));
    latest_->setText(tr("Latest"));
    latest_->setToolTip(tr("The latest week with figures (Alt+End)"));
    show_place();
}

/// Where the week stands among the others.
void WeekNavigator::show_place()
{
    label_->setText(week_span(week_));
    next_->setEnabled(week_ < last_week());
    latest_->setEnabled(!fridays_.empty() && Week::containing(fridays_.back()) != week_);
}

Week WeekNavigator::last_week() const
{
    const Week current = Week::containing(today_);
    return fridays_.empty() ? current : std::max(current, Week::containing(fridays_.back()));
}

void WeekNavigator::set_weeks(std::vector<Date> fridays, Date today)
{
    fridays_ = std::move(fridays);
    today_ = today;
    show_place();
}

void WeekNavigator::show_week(Week week)
{
    week_ = week;
    show_place();
}

void WeekNavigator::choose(Week week)
{
    const Week bounded = std::min(week, last_week());
    if (bounded != week_) {
        show_week(bounded);
        emit week_chosen(bounded);
    }
}

void WeekNavigator::go_to_previous()
{
    choose(week_.plus(-1));
}

void WeekNavigator::go_to_next()
{
    choose(week_.plus(1));
}

void WeekNavigator::go_to_latest()
{
    if (!fridays_.empty()) {
        choose(Week::containing(fridays_.back()));
    }
}

void WeekNavigator::open_calendar()
{
    auto* calendar = new WeekCalendar{appearance_, fridays_, week_, last_week(), this};
    connect(calendar, &WeekCalendar::week_chosen, this, &WeekNavigator::choose);
    calendar->move(mapToGlobal(QPoint{0, height() + 4}));
    calendar->show();
}

void WeekNavigator::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        set_texts();
    }
    QWidget::changeEvent(event);
}

} // namespace weekboard
