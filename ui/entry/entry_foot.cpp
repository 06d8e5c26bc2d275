#include "entry/entry_foot.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace weekboard
{

EntryFoot::EntryFoot(QWidget* parent)
    : QWidget{parent}
    , detail_{new QLabel}
    , suggestion_{new QPushButton}
    , right_{new QPushButton}
{
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(detail_, 1);
    row->addWidget(suggestion_);
    row->addWidget(right_);
    detail_->setWordWrap(true);
    detail_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    detail_->setMinimumHeight(detail_->fontMetrics().lineSpacing() * 2);
    connect(suggestion_, &QPushButton::clicked, this, &EntryFoot::suggestion_wanted);
    connect(right_, &QPushButton::clicked, this, &EntryFoot::acknowledgement_wanted);
    set_texts();
}

void EntryFoot::set_texts()
{
    suggestion_->setToolTip(tr("Take the figure that the check offers (Ctrl+U)"));
    right_->setText(tr("It is right…"));
    right_->setToolTip(tr("Keep the reason why the figure is right all the same (Ctrl+I)"));
    detail_->setAccessibleName(tr("What is to look at in this row"));
}

void EntryFoot::show_help(const QString& words)
{
    say(words, QStringLiteral("faint"));
    suggestion_->hide();
    right_->hide();
}

void EntryFoot::show_findings(const QString& words, bool is_open, const QString& offered)
{
    say(words, QStringLiteral("trouble"));
    suggestion_->setVisible(!offered.isEmpty());
    suggestion_->setText(tr("Use %1").arg(offered));
    right_->setVisible(is_open);
}

void EntryFoot::say(const QString& words, const QString& role)
{
    detail_->setText(words);
    detail_->setProperty("role", role);
    detail_->style()->polish(detail_);
}

void EntryFoot::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        set_texts();
    }
    QWidget::changeEvent(event);
}

} // namespace weekboard
