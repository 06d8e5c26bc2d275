#include "widgets/paragraph.h"

#include "widgets/painting.h"

#include <algorithm>

namespace weekboard
{

namespace
{

/// The first words and what stands between them and the others.
QString lead_of(const Paragraph& paragraph)
{
    return paragraph.lead.isEmpty() ? QString{} : paragraph.lead + QStringLiteral("\u2003");
}

} // namespace

SetParagraph::SetParagraph(const Paragraph& paragraph, const Theme& theme, double width,
                           int most_lines)
    : theme_{theme}
    , lead_{static_cast<int>(lead_of(paragraph).size())}
    , width_{width}
    , step_{line_height(theme.font(theme.body_size))}
    , most_lines_{most_lines}
    , layout_{std::make_unique<QTextLayout>(lead_of(paragraph) + paragraph.body,
                                            theme.font(theme.body_size))}
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
    const QString& text = layout_->text();
    const int end = next.textStart() + next.textLength();
    const int body = std::clamp(lead_, last.textStart(), end);
    const double body_left = last.cursorToX(std::min(body, last.textStart() + last.textLength()));
    const bool has_room = width_ - body_left >= theme_.body_size; // for the ellipsis
    const QRectF box{corner.x(), corner.y() + last.position().y(), width_, step_};
    const Qt::Alignment top_left = Qt::AlignLeft | Qt::AlignTop;
    draw_line(painter, box, text.mid(last.textStart(), (has_room ? body : end) - last.textStart()),
              theme_.font(theme_.body_size, QFont::Bold), theme_.text, top_left);
    if (has_room) {
        draw_line(painter, box.adjusted(body_left, 0, 0, 0), text.mid(body, end - body),
                  theme_.font(theme_.body_size), theme_.secondary, top_left);
    }
}

} // namespace weekboard
