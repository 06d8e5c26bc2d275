#include "pages/overview/viewpoints_card.h"

#include "widgets/painting.h"
#include "words/week_words.h"

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

ViewpointsCard::ViewpointsCard(const Appearance& appearance, QWidget* parent)
    : Card{appearance, parent}
{
    connect(&appearance, &Appearance::changed, this, [this] { paragraphs_.clear(); });
}

void ViewpointsCard::show_notes(const std::vector<Note>& notes)
{
    paragraphs_.clear();
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

void ViewpointsCard::set_paragraphs(double width)
{
    if (!paragraphs_.empty() && set_width_ == width) {
        return;
    }
    paragraphs_.clear();
    set_width_ = width;
    for (const Note& note : viewpoints_) {
        paragraphs_.emplace_back(paragraph_of(note), theme(), width, most_lines);
    }
}

std::vector<int> ViewpointsCard::lines_that_fit(double height) const
{
    std::vector<int> lines(paragraphs_.size(), 1);
    const double step = paragraphs_.front().step();
    const auto count = static_cast<double>(paragraphs_.size());
    double room = height - count * step - (count - 1) * paragraph_gap;
    // A second line for everybody comes before a third for the first.
    for (int more = 2; more <= most_lines; ++more) {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (paragraphs_[i].lines() >= more && room >= step) {
                lines[i] = more;
                room -= step;
            }
        }
    }
    return lines;
}

void ViewpointsCard::paint_content(QPainter& painter, const QRectF& content)
{
    const QFont caption = theme().font(theme().caption_size);
    if (viewpoints_.empty()) {
        draw_line(painter, content, tr("No viewpoints were written for this week."), caption,
                  theme().faint, Qt::AlignCenter);
        return;
    }
    set_paragraphs(content.width());
    const auto lines = lines_that_fit(content.height());
    double top = content.top();
    for (std::size_t i = 0; i < viewpoints_.size(); ++i) {
        const QRectF box{content.left(), top, content.width(), content.bottom() - top};
        const double height = lines[i] * paragraphs_[i].step();
        if (top + height > content.bottom() + 2) {
            const auto more = static_cast<int>(viewpoints_.size() - i);
            QStringList rest;
            for (std::size_t j = i; j < viewpoints_.size(); ++j) {
                rest << hint_for(viewpoints_[j]);
            }
            draw_line(painter, box, tr("and %n more", nullptr, more), caption, theme().faint,
                      Qt::AlignLeft | Qt::AlignTop);
            add_hint(box, rest.join(QStringLiteral(" · ")));
            return;
        }
        paragraphs_[i].draw(painter, box.topLeft(), lines[i]);
        add_hint({box.left(), top, box.width(), height}, hint_for(viewpoints_[i]));
        top += height + paragraph_gap;
    }
}

} // namespace weekboard
