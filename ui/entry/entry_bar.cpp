#include "entry/entry_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace weekboard
{

EntryBar::EntryBar(QWidget* parent)
    : QWidget{parent}
    , state_{new QLabel}
    , undo_{new QPushButton}
    , redo_{new QPushButton}
    , missing_{new QPushButton}
    , last_{new QPushButton}
    , confirm_{new QPushButton}
    , save_{new QPushButton}
{
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(state_, 1);
    for (QPushButton* button : {undo_, redo_, missing_, last_, confirm_, save_}) {
        row->addWidget(button);
    }
    save_->setProperty("primary", true);
    connect(undo_, &QPushButton::clicked, this, &EntryBar::undo_wanted);
    connect(redo_, &QPushButton::clicked, this, &EntryBar::redo_wanted);
    connect(missing_, &QPushButton::clicked, this, &EntryBar::missing_wanted);
    connect(last_, &QPushButton::clicked, this, &EntryBar::last_wanted);
    connect(confirm_, &QPushButton::clicked, this, &EntryBar::confirm_wanted);
    connect(save_, &QPushButton::clicked, this, &EntryBar::save_wanted);
    set_texts();
}

void EntryBar::set_texts()
{
    undo_->setText(tr("Undo"));
    undo_->setToolTip(tr("Take the last entry back (Ctrl+Z)"));
    redo_->setText(tr("Redo"));
    redo_->setToolTip(tr("Enter it again (Ctrl+Y)"));
    missing_->setText(tr("Next missing"));
    missing_->setToolTip(tr("Go to the next figure that is missing (F4)"));
    last_->setText(tr("From last week"));
    last_->setToolTip(tr("The last known figure, or last week's lines, where there is nothing yet "
                         "(Ctrl+L)"));
    confirm_->setText(tr("Keep the other ratings"));
    confirm_->setToolTip(tr("Last week's rating for every board that has none yet"));
    save_->setText(tr("Save"));
    save_->setToolTip(tr("Put everything that was typed into the store, as one batch (Ctrl+S)"));
}

void EntryBar::show_state(const EntryState& state)
{
    state_->setText(state.sentence);
    missing_->setVisible(state.has_missing);
    last_->setVisible(state.has_last);
    confirm_->setVisible(state.has_ratings);
    confirm_->setEnabled(state.can_confirm);
    undo_->setEnabled(state.can_undo);
    redo_->setEnabled(state.can_redo);
    save_->setEnabled(state.can_save);
}

void EntryBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        set_texts();
    }
    QWidget::changeEvent(event);
}

} // namespace weekboard
