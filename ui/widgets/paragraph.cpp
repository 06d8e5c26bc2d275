#include "widgets/paragraph.h"

#include "widgets/painting.h"

#include <algorithm>

namespace weekboard
{

namespace
{

/// Stands between the first words and the others.
QString gap_after(const QString& lead)
{
    return lead.isEmpty() ? QString{} : QStringLiteral("\u2003");
}

} // namespace

SetParagraph::SetParagraph(const Paragraph& paragraph, const Theme& theme, double width,
                           int most_lines)
    : theme_{theme}
    , lead_{paragraph.lead + gap_after(paragraph.lead)}
    , width_{width}
    , step_{line_height(theme.font(theme.body_size))}
    , most_lines_{most_lines}
    , layout_{std::make_unique<QTextLayout>(lead_ + paragraph.body, theme.font(theme.body_size))}
{
    QTextCharFormat bold;
    bold.setFont(theme.font(theme.body_size, QFont::Bold));
    bold.setForeground(theme.text);
    QTextCharFormat normal;
    normal.setForeground(theme.secondary);
    const auto lead = static_cast<int>(paragraph.lead.size());
    const auto all = static_cast<int>(layout_->text().size());
    layout_->setFormats({{0, lead, bold}, {lead, all - lead, normal}});
    layout_->setCacheEnabled(true);
    layout_->beginLayout();
    for (int i = 0; i <= most_lines; ++i) {
        QTextLine line = layout_->createLine();
        if (!line.isValid()) {
            break;
        }
        line.setLineWidth(width);
        line.setPosition({0, i * step_});
    }
    layout_->endLayout();
}

int SetParagraph::lines() const
{
    return std::min(layout_->lineCount(), most_lines_);
}

void SetParagraph::draw(QPainter& painter, const QPointF& corner, int lines) const
{
    const int drawn = std::min(lines, this->lines());
    const bool goes_on = drawn < layout_->lineCount();
    for (int i = 0; i < drawn; ++i) {
        if (goes_on && i == drawn - 1) {
            draw_shortened(painter, corner, i);
        } else {
            layout_->lineAt(i).draw(&painter, corner);
        }
    }
}

/// The line with as much of the next one as it has room for, and an ellipsis.
void SetParagraph::draw_shortened(QPainter& painter, const QPointF& corner, int line) const
{
    const QTextLine last = layout_->lineAt(line);
    const QTextLine next = layout_->lineAt(line + 1);
    const auto end = next.textStart() + next.textLength();
    const auto lead = static_cast<int>(lead_.size());
    const Qt::Alignment top_left = Qt::AlignLeft | Qt::AlignTop;
    QRectF box{corner.x(), corner.y() + last.position().y(), width_, step_};
    if (last.textStart() < lead) {
        const QFont bold = theme_.font(theme_.body_size, QFont::Bold);
        const QString rest_of_lead = lead_.mid(last.textStart());
        if (!draw_line(painter, box, rest_of_lead, bold, theme_.text, top_left)) {
            return;
        }
        box.setLeft(box.left() + text_width(rest_of_lead, bold));
    }
    const int start = std::max(last.textStart(), lead);
    draw_line(painter, box, layout_->text().mid(start, end - start), theme_.font(theme_.body_size),
              theme_.secondary, top_left);
}

} // namespace weekboard
