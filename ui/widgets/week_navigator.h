#pragma once

#include "theme/appearance.h"
#include "time/week.h"

#include <QWidget>

#include <vector>

class QToolButton;

namespace weekboard
{

class WeekCalendar;

/// The week that is shown, with the way to others: previous, next, latest, and a calendar in which
/// weeks with figures are marked.
class WeekNavigator : public QWidget
{
    Q_OBJECT

public:
    explicit WeekNavigator(const Appearance& appearance, QWidget* parent = nullptr);

    /// Fridays of the weeks with figures, ascending; `today` bounds the way forward.
    void set_weeks(std::vector<Date> fridays, Date today);

    void show_week(Week week);

    void go_to_previous();
    void go_to_next();
    void go_to_latest();

signals:
    void week_chosen(weekboard::Week week);

protected:
    void changeEvent(QEvent* event) override;

private:
    void choose(Week week);
    void set_texts();
    void show_place();
    void open_calendar();
    [[nodiscard]] Week last_week() const;

    const Appearance& appearance_;
    QToolButton* previous_ = nullptr;
    QToolButton* label_ = nullptr;
    QToolButton* next_ = nullptr;
    QToolButton* latest_ = nullptr;
    std::vector<Date> fridays_;
    Week week_ = Week::containing(Date{});
    Date today_;
};

} // namespace weekboard
