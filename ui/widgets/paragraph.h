#pragma once

#include "theme/theme.h"

#include <QPainter>
#include <QString>
#include <QTextLayout>

#include <memory>

namespace weekboard
{

/// A paragraph whose first words, `lead`, are set in bold.
struct Paragraph {
    QString lead;
    QString body;
};

/// A paragraph set in lines once, to be measured and painted as often as is wanted.
class SetParagraph
{
public:
    /// In lines of `width`, of which `most_lines` at most are wanted.
    SetParagraph(const Paragraph& paragraph, const Theme& theme, double width, int most_lines);

    /// How many lines the paragraph takes, up to the most.
    [[nodiscard]] int lines() const;

    /// How far apart the lines are.
    [[nodiscard]] double step() const { return step_; }

    [[nodiscard]] double height() const { return lines() * step_; }

    /// Draws the first `lines`, from `corner` at the top left; the last one is shortened where the
    /// text goes on.
    void draw(QPainter& painter, const QPointF& corner, int lines) const;

private:
    void draw_shortened(QPainter& painter, const QPointF& corner, int line) const;

    Theme theme_;
    int lead_; ///< characters before the body
    double width_;
    double step_;
    int most_lines_;
    std::unique_ptr<QTextLayout> layout_; ///< one line more than the most, where the text goes on
};

} // namespace weekboard
