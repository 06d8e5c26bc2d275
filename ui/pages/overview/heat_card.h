#pragma once

#include "exhibit/week_view.h"
#include "widgets/card.h"

namespace weekboard
{

/// The boards with their heat ratings and reasons.
class HeatCard : public Card
{
    Q_OBJECT

public:
    using Card::Card;

    void show_heat(const std::vector<HeatRow>& rows);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paint_content(QPainter& painter, const QRectF& content) override;

private:
    void paint_row(QPainter& painter, const QRectF& line, const HeatRow& row, double board_width,
                   double rating_width);

    std::vector<HeatRow> rows_;
};

} // namespace weekboard
