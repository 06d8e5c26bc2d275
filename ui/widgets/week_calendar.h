#pragma once

#include "theme/appearance.h"
#include "time/period.h"
#include "time/week.h"

#include <QWidget>

#include <vector>

namespace weekboard
{

/// A month of weeks, opened below the navigator: weeks with figures carry a dot, the shown one is
/// filled. Arrows move, Enter chooses, Page up and down turn the month.
class WeekCalendar : public QWidget
{
    Q_OBJECT

public:
    WeekCalendar(const Appearance& appearance, std::vector<Date> fridays, Week shown, Week last,
                 QWidget* parent);

signals:
    void week_chosen(weekboard::Week week);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] Week row_week(int row) const;
    [[nodiscard]] int row_at(const QPointF& position) const;
    void turn_month(int count);
    void paint_heading(QPainter& painter) const;
    void paint_week(QPainter& painter, int row) const;

    const Appearance& appearance_;
    std::vector<Date> fridays_;
    Week shown_;
    Week last_;
    Week cursor_;
    Date month_; ///< its first day
};

} // namespace weekboard
