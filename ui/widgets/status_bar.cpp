#include "widgets/status_bar.h"

#include "words/store_words.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QTimer>

namespace weekboard
{

namespace
{

constexpr int message_time_ms = 8000;

} // namespace

StatusBar::StatusBar(QWidget* parent)
    : QWidget{parent}
    , health_{new QLabel}
    , extent_{new QLabel}
    , message_{new QLabel}
{
    setFixedHeight(26);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(20, 0, 20, 0);
    row->setSpacing(20);
    for (QLabel* label : {health_, extent_, message_}) {
        label->setTextFormat(Qt::PlainText);
        label->setProperty("role", QStringLiteral("secondary"));
    }
    row->addWidget(health_);
    row->addWidget(extent_);
    row->addStretch();
    row->addWidget(message_);
}

void StatusBar::show_health(const std::filesystem::path& store, const StoreStatus& status,
                            bool copy_failed)
{
    QString health = tr("in order");
    if (!status.usable) {
        health = tr("cannot be used");
    } else if (status.condition == StoreCondition::read_only) {
        health = tr("read-only");
    } else if (copy_failed) {
        health = tr("today's copy could not be made");
    } else if (status.on_shared_folder) {
        health = tr("on a network or synchronised folder: one machine at a time");
    }
    const QString path = shown(store);
    health_->setText(QStringLiteral("%1  ·  %2").arg(QFileInfo{path}.fileName(), health));
    health_->setToolTip(path);
}

void StatusBar::show_extent(const QString& words)
{
    extent_->setText(words);
}

void StatusBar::tell(const QString& sentence, bool is_trouble)
{
    message_->setProperty("role",
                          is_trouble ? QStringLiteral("trouble") : QStringLiteral("accent"));
    message_->style()->polish(message_);
    message_->setText(sentence);
    message_->setToolTip(sentence);
    QTimer::singleShot(message_time_ms, this, [this, sentence] {
        if (message_->text() == sentence) {
            message_->clear();
        }
    });
}

void StatusBar::apply_theme(const Theme& theme)
{
    for (QLabel* label : {health_, extent_, message_}) {
        label->setFont(theme.font(theme.caption_size));
    }
}

} // namespace weekboard
