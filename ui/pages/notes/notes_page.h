#pragma once

#include "board/board.h"
#include "pages/page.h"
#include "store/week_lists.h"

#include <vector>

class QLineEdit;
class QTextBrowser;
class QUrl;

namespace weekboard
{

/// The week's text: sector rating with its scale, viewpoints, tracks, advice, risks and news; or
/// what was found in the notes of all weeks.
class NotesPage : public Page
{
    Q_OBJECT

public:
    explicit NotesPage(const PageContext& context, QWidget* parent = nullptr);

    void show_week(Week week) override;

    /// Looks for a text in the notes of all weeks; an empty one shows the week again.
    void search(const QString& text);

    [[nodiscard]] QString shown_text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void load();
    void draw();
    void set_texts();
    void follow(const QUrl& link);

    Week week_ = Week::containing(Date{});
    QLineEdit* search_ = nullptr;
    QTextBrowser* text_ = nullptr;
    QString wanted_;
    std::vector<Note> notes_;
    std::vector<SectorRating> scale_;
};

} // namespace weekboard
