#include "pages/trouble/notice_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace weekboard
{

namespace
{

constexpr int text_width = 560;

} // namespace

NoticePage::NoticePage(const Appearance& appearance, QWidget* parent)
    : QWidget{parent}
    , appearance_{appearance}
    , title_{new QLabel}
    , sentence_{new QLabel}
    , column_{new QVBoxLayout}
{
    auto* across = new QHBoxLayout{this};
    across->addStretch();
    across->addLayout(column_);
    across->addStretch();
    column_->setSpacing(10);
    column_->addStretch(2);
    for (QLabel* label : {title_, sentence_}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setFixedWidth(text_width);
        column_->addWidget(label);
    }
    sentence_->setProperty("role", QStringLiteral("secondary"));
    sentence_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column_->addSpacing(10);
    column_->addStretch(3);
    connect(&appearance, &Appearance::changed, this, &NoticePage::apply_theme);
    apply_theme();
}

void NoticePage::apply_theme()
{
    const Theme& theme = appearance_.theme();
    title_->setFont(theme.font(20, QFont::Bold));
    sentence_->setFont(theme.font(14));
}

void NoticePage::show_notice(const QString& title, const QString& sentence,
                             std::vector<NoticeAction> actions)
{
    title_->setText(title);
    sentence_->setText(sentence);
    if (actions_ != nullptr) {
        // One of its buttons may be what brought us here.
        actions_->hide();
        actions_->deleteLater();
    }
    actions_ = new QWidget;
    auto* list = new QVBoxLayout{actions_};
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(8);
    for (NoticeAction& action : actions) {
        auto* row = new QHBoxLayout;
        auto* button = new QPushButton{action.label};
        button->setProperty("primary", action.primary);
        button->setCursor(Qt::PointingHandCursor);
        auto* remark = new QLabel{action.remark};
        remark->setProperty("role", QStringLiteral("faint"));
        row->addWidget(button);
        row->addWidget(remark);
        row->addStretch();
        list->addLayout(row);
        connect(button, &QPushButton::clicked, this, [run = std::move(action.run)] { run(); });
    }
    column_->insertWidget(column_->count() - 1, actions_);
}

} // namespace weekboard
