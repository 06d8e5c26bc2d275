#include "pages/overview/viewpoints_card.h"

#include "widgets/painting.h"
#include "words/week_words.h"

#include <cmath>

namespace weekboard
{

namespace
{

constexpr double paragraph_gap = 5;
constexpr int most_lines = 4;

Paragraph paragraph_of(const Note& note)
{
    return {from_utf8(note.subject), from_utf8(note.body)};
}

QString hint_for(const Note& note)
{
    QString hint = from_utf8(note.subject + "  " + note.body);
    if (note.published_on) {
        hint += QStringLiteral(" (%1 %2)")
                    .arg(from_utf8(note.outlet), from_utf8(to_iso(*note.published_on)));
    }
    return hint;
}

} // namespace

void ViewpointsCard::show_notes(const std::vector<Note>& notes)
{
    viewpoints_.clear();
    QStringList spoken;
    for (const Note& note : notes) {
        if (note.section == "viewpoint") {
            viewpoints_.push_back(note);
            spoken << from_utf8(note.subject + ": " + note.body);
        }
    }
    set_title(tr("Viewpoints of the week"),
              viewpoints_.empty()
                  ? QString{}
                  : tr("%n viewpoint(s)", nullptr, static_cast<int>(viewpoints_.size())));
    setAccessibleDescription(spoken.join(QStringLiteral("\n")));
}

std::vector<int> ViewpointsCard::lines_that_fit(const QRectF& content) const
{
    const double step = line_height(theme().font(theme().body_size));
    std::vector<int> wanted;
    for (const Note& note : viewpoints_) {
        const ParagraphDrawn whole =
            draw_paragraph(nullptr, content, paragraph_of(note), theme(), most_lines);
        wanted.push_back(static_cast<int>(std::lround(whole.height / step)));
    }
    std::vector<int> lines(viewpoints_.size(), 1);
    const auto count = static_cast<double>(viewpoints_.size());
    double room = content.height() - count * step - (count - 1) * paragraph_gap;
    // A second line for everybody comes before a third for the first.
    for (int more = 2; more <= most_lines; ++more) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (wanted[i] >= more && room >= step) {
                lines[i] = more;
                room -= step;
            }
        }
    }
    return lines;
}

void ViewpointsCard::paint_content(QPainter& painter, const QRectF& content)
{
    if (viewpoints_.empty()) {
        draw_line(painter, content, tr("No viewpoints were written for this week."),
                  theme().font(theme().caption_size), theme().faint, Qt::AlignCenter);
        return;
    }
    const auto lines = lines_that_fit(content);
    double top = content.top();
    for (std::size_t i = 0; i < viewpoints_.size(); ++i) {
        const Note& note = viewpoints_[i];
        const QRectF box{content.left(), top, content.width(), content.bottom() - top};
        const double height = lines[i] * line_height(theme().font(theme().body_size));
        if (top + height > content.bottom() + 2) {
            const auto more = static_cast<int>(viewpoints_.size() - i);
            QStringList rest;
            for (std::size_t j = i; j < viewpoints_.size(); ++j) {
                rest << hint_for(viewpoints_[j]);
            }
            draw_line(painter, box, tr("and %n more", nullptr, more),
                      theme().font(theme().caption_size), theme().faint,
                      Qt::AlignLeft | Qt::AlignTop);
            add_hint(box, rest.join(QStringLiteral(" · ")));
            return;
        }
        draw_paragraph(&painter, box, paragraph_of(note), theme(), lines[i]);
        add_hint({box.left(), top, box.width(), height}, hint_for(note));
        top += height + paragraph_gap;
    }
}

} // namespace weekboard
