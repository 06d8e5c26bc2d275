#pragma once

#include "exhibit/week_view.h"
#include "widgets/card.h"

namespace weekboard
{

/// The best and the worst of a list of changes, side by side, with bars.
class RankingCard : public Card
{
    Q_OBJECT

public:
    using Card::Card;

    /// The best and the worst five are shown; `highlighted` is the code of the one in full colour.
    void show_ranking(std::vector<RankedRow> best, std::vector<RankedRow> worst,
                      const std::string& highlighted, const QString& when_empty);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paint_content(QPainter& painter, const QRectF& content) override;

private:
    void paint_list(QPainter& painter, const QRectF& box, const std::vector<RankedRow>& rows);

    std::vector<RankedRow> best_;
    std::vector<RankedRow> worst_;
    std::string highlighted_;
    QString when_empty_;
};

} // namespace weekboard
