#pragma once

#include "exhibit/series_view.h"
#include "widgets/card.h"

#include <vector>

namespace weekboard
{

/// A group of series, a row each: latest figure, change, growth, a small line, freshness.
class SeriesCard : public Card
{
    Q_OBJECT

public:
    explicit SeriesCard(const Appearance& appearance, QWidget* parent = nullptr);

    void show_rows(std::vector<SeriesRow> rows);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void series_chosen(const QString& code);

protected:
    void paint_content(QPainter& painter, const QRectF& content) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void paint_header(QPainter& painter, const QRectF& line);
    void paint_row(QPainter& painter, const QRectF& line, const SeriesRow& row);
    [[nodiscard]] int row_at(double y) const;
    void point_to(int row);

    std::vector<SeriesRow> rows_;
    double first_row_top_ = 0;
    int pointed_ = -1;
};

} // namespace weekboard
