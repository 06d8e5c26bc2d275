#pragma once

#include "exhibit/ranking.h"
#include "widgets/card.h"

#include <string>

namespace weekboard
{

/// Industries down, weeks across, each change on a colour as strong as it is large.
class ChangeMapCard : public Card
{
    Q_OBJECT

public:
    using Card::Card;

    void show_map(const ChangeMap& map, const std::string& highlighted);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {420, sizeHint().height()}; }

protected:
    void paint_content(QPainter& painter, const QRectF& content) override;

private:
    [[nodiscard]] double strongest() const;

    ChangeMap map_;
    std::string highlighted_;
};

} // namespace weekboard
