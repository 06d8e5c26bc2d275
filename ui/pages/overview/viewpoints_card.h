#pragma once

#include "board/board.h"
#include "widgets/card.h"
#include "widgets/paragraph.h"

#include <vector>

namespace weekboard
{

/// The week's viewpoints, each in as many lines as there is room for.
class ViewpointsCard : public Card
{
    Q_OBJECT

public:
    explicit ViewpointsCard(const Appearance& appearance, QWidget* parent = nullptr);

    /// Those of section `viewpoint` are shown.
    void show_notes(const std::vector<Note>& notes);

    [[nodiscard]] QSize minimumSizeHint() const override { return {300, 200}; }

protected:
    void paint_content(QPainter& painter, const QRectF& content) override;

private:
    void set_paragraphs(double width);

    /// How many lines each viewpoint gets, so that all of them fit if they can.
    [[nodiscard]] std::vector<int> lines_that_fit(double height) const;

    std::vector<Note> viewpoints_;
    std::vector<SetParagraph> paragraphs_; ///< one for each viewpoint, or none while not set
    double set_width_ = 0;
};

} // namespace weekboard
