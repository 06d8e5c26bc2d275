#pragma once

#include "exhibit/week_view.h"
#include "widgets/card.h"

namespace weekboard
{

/// One figure of the operators, large, with its period and what goes with it.
class KeyFigureTile : public Card
{
    Q_OBJECT

public:
    using Card::Card;

    /// `year` is the shown week's; the period says its own where it is another.
    void show_figure(const KeyFigure& figure, int year);

    [[nodiscard]] QSize minimumSizeHint() const override { return {130, 82}; }

protected:
    void paint_content(QPainter& painter, const QRectF& content) override;

private:
    QString name_;
    QString number_;
    QString unit_;
    QString companion_;
    QString period_;
    QString origin_;
};

} // namespace weekboard
