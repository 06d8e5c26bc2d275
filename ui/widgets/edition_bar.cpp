#include "widgets/edition_bar.h"

#include "words/week_words.h"

#include <QEvent>
#include <QMenu>

#include <utility>

namespace weekboard
{

EditionSwitch::EditionSwitch(const Appearance& appearance, QWidget* parent)
    : QToolButton{parent}
{
    setPopupMode(QToolButton::InstantPopup);
    setMenu(new QMenu{this});
    connect(&appearance, &Appearance::changed, this, [this] { set_texts(); });
    hide();
}

void EditionSwitch::show_editions(std::vector<int> editions, std::optional<int> shown)
{
    editions_ = std::move(editions);
    shown_ = shown;
    setVisible(!editions_.empty());
    set_texts();
}

void EditionSwitch::set_texts()
{
    setText(shown_ ? tr("As published") : tr("Current figures"));
    setToolTip(tr("The week as the store has it now, or as it was published"));
    menu()->clear();
    const auto add = [&](const QString& name, std::optional<int> edition) {
        QAction* action = menu()->addAction(name);
        action->setCheckable(true);
        action->setChecked(edition == shown_);
        connect(action, &QAction::triggered, this,
                [this, edition] { emit edition_chosen(edition); });
    };
    add(tr("Current figures"), std::nullopt);
    for (auto edition = editions_.rbegin(); edition != editions_.rend(); ++edition) {
        add(tr("As published, edition %1").arg(*edition), *edition);
    }
}

void EditionSwitch::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        set_texts();
    }
    QToolButton::changeEvent(event);
}

EditionBar::EditionBar(const Appearance& appearance, QWidget* parent)
    : NoticeBar{appearance, parent}
    , changes_{add_button()}
    , now_{add_button()}
{
    connect(changes_, &QToolButton::clicked, this, &EditionBar::changes_wanted);
    connect(now_, &QToolButton::clicked, this, &EditionBar::now_wanted);
    connect(&appearance, &Appearance::changed, this, [this] { set_texts(); });
}

void EditionBar::show_edition(std::shared_ptr<const ShownEdition> edition, bool page_follows)
{
    edition_ = std::move(edition);
    page_follows_ = page_follows;
    setVisible(edition_ != nullptr);
    set_texts();
}

void EditionBar::set_texts()
{
    if (edition_ == nullptr) {
        return;
    }
    const auto count = static_cast<int>(edition_->changes.size());
    const QString when = from_utf8(edition_->published_at).left(16).replace(u'T', u' ');
    QString words = tr("Edition %1, published %2").arg(edition_->number).arg(when);
    if (!edition_->author.empty()) {
        words += QStringLiteral("  ·  ") + from_utf8(edition_->author);
    }
    words += QStringLiteral("  ·  ");
    words += !page_follows_ ? tr("this page shows the store as it is now")
             : count == 0   ? tr("nothing has changed since")
                            : tr("%n thing(s) read otherwise now", nullptr, count);
    say(words);
    changes_->setText(tr("Differences"));
    changes_->setToolTip(tr("What was published, beside how it reads now"));
    changes_->setVisible(count > 0);
    now_->setText(tr("Back to current figures"));
    now_->setToolTip(tr("Show the week as the store has it now"));
}

} // namespace weekboard
