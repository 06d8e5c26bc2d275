#pragma once

#include "board/board.h"
#include "widgets/card.h"

namespace weekboard
{

/// The week's viewpoints, each in as many lines as there is room for.
class ViewpointsCard : public Card
{
    Q_OBJECT

public:
    using Card::Card;

    /// Those of section `viewpoint` are shown.
    void show_notes(const std::vector<Note>& notes);

    [[nodiscard]] QSize minimumSizeHint() const override { return {300, 200}; }

protected:
    void paint_content(QPainter& painter, const QRectF& content) override;

private:
    /// How many lines each viewpoint gets, so that all of them fit if they can.
    [[nodiscard]] std::vector<int> lines_that_fit(const QRectF& content) const;

    std::vector<Note> viewpoints_;
};

} // namespace weekboard
