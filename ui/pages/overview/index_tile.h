#pragma once

#include "exhibit/week_view.h"
#include "widgets/card.h"

namespace weekboard
{

/// An index: its week's change large, month to date, close, and a line of the last months.
class IndexTile : public Card
{
    Q_OBJECT

public:
    using Card::Card;

    void show_index(const IndexWeek& index, const WeekView& view);

    [[nodiscard]] QSize sizeHint() const override { return {300, 112}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 112}; }

signals:
    void clicked();

protected:
    void paint_content(QPainter& painter, const QRectF& content) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void paint_heading(QPainter& painter, const QRectF& line);
    void paint_change(QPainter& painter, const QRectF& line);
    void paint_details(QPainter& painter, const QRectF& line);

    IndexWeek index_;
    QString week_change_;
    QString month_change_;
    QString origin_;
};

} // namespace weekboard
