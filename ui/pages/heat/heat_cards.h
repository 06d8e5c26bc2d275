#pragma once

#include "exhibit/heat.h"
#include "widgets/card.h"

namespace weekboard
{

/// Boards down, weeks across, a rating in each cell; hovering tells the reason.
class HeatMatrixCard : public Card
{
    Q_OBJECT

public:
    using Card::Card;

    void show_matrix(const HeatMatrix& matrix, Week week);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {420, sizeHint().height()}; }

protected:
    void paint_content(QPainter& painter, const QRectF& content) override;

private:
    void paint_row(QPainter& painter, const QRectF& line, std::size_t board, double name_width,
                   double week_width, std::size_t first_week);

    HeatMatrix matrix_;
    Week week_ = Week::containing(Date{});
};

/// Every change of a rating, the newest first, each with its reason.
class HeatLedgerCard : public Card
{
    Q_OBJECT

public:
    using Card::Card;

    void show_changes(std::vector<HeatChange> changes);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {420, sizeHint().height()}; }

protected:
    void paint_content(QPainter& painter, const QRectF& content) override;

private:
    std::vector<HeatChange> changes_;
};

} // namespace weekboard
