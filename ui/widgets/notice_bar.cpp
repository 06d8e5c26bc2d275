#include "widgets/notice_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace weekboard
{

NoticeBar::NoticeBar(const Appearance& appearance, QWidget* parent)
    : QWidget{parent}
    , appearance_{appearance}
    , words_{new QLabel}
{
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(20, 5, 20, 5);
    row->setSpacing(8);
    words_->setTextFormat(Qt::PlainText);
    words_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(words_, 1);
    hide();
}

QString NoticeBar::sentence() const
{
    return words_->text();
}

void NoticeBar::say(const QString& sentence)
{
    words_->setText(sentence);
    words_->setToolTip(sentence);
}

QToolButton* NoticeBar::add_button()
{
    auto* button = new QToolButton;
    layout()->addWidget(button);
    return button;
}

void NoticeBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        set_texts();
    }
    QWidget::changeEvent(event);
}

void NoticeBar::paintEvent(QPaintEvent*)
{
    QPainter{this}.fillRect(rect(), appearance_.theme().accent_tint);
}

} // namespace weekboard
