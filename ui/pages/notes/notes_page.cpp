#include "pages/notes/notes_page.h"

#include "widgets/chart_frame.h"
#include "words/notes_html.h"
#include "words/week_words.h"

#include <QEvent>
#include <QLineEdit>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

namespace weekboard
{

namespace
{

constexpr int most_found = 200;
constexpr int longest_search = 100;

} // namespace

NotesPage::NotesPage(const PageContext& context, QWidget* parent)
    : Page{context, parent}
    , search_{new QLineEdit}
    , text_{new QTextBrowser}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    search_->setMaxLength(longest_search);
    search_->setClearButtonEnabled(true);
    search_->setMaximumWidth(420);
    column->addWidget(search_);
    text_->setFrameShape(QFrame::NoFrame);
    text_->setOpenLinks(false);
    text_->viewport()->setAutoFillBackground(false);
    auto* frame = new ChartFrame{context.appearance};
    frame->set_content(text_);
    column->addWidget(frame, 1);
    connect(search_, &QLineEdit::textChanged, this, &NotesPage::search);
    connect(text_, &QTextBrowser::anchorClicked, this, &NotesPage::follow);
    connect(&context.appearance, &Appearance::changed, this, [this] { draw(); });
    set_texts();
}

void NotesPage::set_texts()
{
    search_->setPlaceholderText(tr("Search the notes of all weeks"));
    search_->setAccessibleName(search_->placeholderText());
    text_->setAccessibleName(tr("Notes"));
}

void NotesPage::show_week(Week week)
{
    week_ = week;
    load();
}

void NotesPage::search(const QString& text)
{
    if (search_->text() != text) {
        search_->setText(text);
        return; // comes back by the signal
    }
    wanted_ = text.trimmed();
    load();
}

void NotesPage::load()
{
    struct Content {
        std::vector<Note> notes;
        std::vector<SectorRating> scale;
    };
    read(
        [week = week_, wanted = wanted_.toStdString()](Connection& database) {
            return Content{wanted.empty() ? notes_of(database, week.friday())
                                          : notes_with(database, wanted, most_found),
                           all_sector_ratings(database)};
        },
        [this](Content content) {
            notes_ = std::move(content.notes);
            scale_ = std::move(content.scale);
            draw();
        });
}

void NotesPage::draw()
{
    const Theme& theme = appearance().theme();
    text_->setFont(theme.font(theme.body_size));
    text_->setHtml(wanted_.isEmpty()
                       ? week_notes_html(notes_, scale_, theme, appearance().language())
                       : found_notes_html(notes_, wanted_, theme));
}

void NotesPage::follow(const QUrl& link)
{
    const auto day = parse_date(link.path().toStdString());
    if (link.scheme() == QStringLiteral("week") && day) {
        search_->clear();
        emit week_wanted(Week::containing(*day));
    }
}

QString NotesPage::shown_text() const
{
    return text_->toPlainText();
}

void NotesPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        set_texts();
    }
    Page::changeEvent(event);
}

} // namespace weekboard
