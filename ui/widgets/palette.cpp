#include "widgets/palette.h"

#include "widgets/painting.h"
#include "words/week_words.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace weekboard
{

namespace
{

constexpr int width_of_palette = 620;
constexpr int row_height = 34;
constexpr std::size_t most_shown = 60;
constexpr int visible_rows = 11;

/// A name at the left, what it is at the right.
class PaletteRow : public QStyledItemDelegate
{
public:
    PaletteRow(const Appearance& appearance, QObject* parent)
        : QStyledItemDelegate{parent}
        , appearance_{appearance}
    {
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {width_of_palette - 40, row_height};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        const Theme& theme = appearance_.theme();
        const QRectF box = QRectF{option.rect}.adjusted(4, 1, -4, -1);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->setRenderHint(QPainter::Antialiasing);
        if (selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.accent_tint);
            painter->drawRoundedRect(box, 5, 5);
        }
        const QString kind = index.data(Qt::UserRole).toString();
        const QFont caption = theme.font(theme.caption_size);
        const double kind_width = text_width(kind, caption);
        draw_line(*painter, box.adjusted(10, 0, -10, 0), kind, caption, theme.faint,
                  Qt::AlignRight | Qt::AlignVCenter);
        draw_line(*painter, box.adjusted(10, 0, -kind_width - 26, 0),
                  index.data(Qt::DisplayRole).toString(), theme.font(theme.body_size),
                  selected ? theme.accent : theme.text);
    }

private:
    const Appearance& appearance_;
};

} // namespace

CommandPalette::CommandPalette(const Appearance& appearance, QWidget* parent)
    : QDialog{parent, Qt::Popup | Qt::FramelessWindowHint}
    , appearance_{appearance}
    , query_{new QLineEdit}
    , list_{new QListWidget}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(10, 10, 10, 10);
    column->setSpacing(8);
    column->addWidget(query_);
    column->addWidget(list_, 1);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setUniformItemSizes(true);
    list_->setItemDelegate(new PaletteRow{appearance, list_});
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setMouseTracking(true);
    query_->installEventFilter(this);
    connect(query_, &QLineEdit::textChanged, this, &CommandPalette::refresh);
    connect(query_, &QLineEdit::returnPressed, this, &CommandPalette::choose);
    connect(list_, &QListWidget::itemEntered, this,
            [this](QListWidgetItem* item) { list_->setCurrentItem(item); });
    connect(list_, &QListWidget::itemClicked, this, &CommandPalette::choose);
}

QString CommandPalette::name_of(FoundKind kind)
{
    switch (kind) {
    case FoundKind::command:
        return tr("Command");
    case FoundKind::exhibit:
        return tr("Exhibit");
    case FoundKind::series:
        return tr("Series");
    case FoundKind::week:
        return tr("Week");
    case FoundKind::note:
        return tr("Note");
    }
    return {};
}

void CommandPalette::set_things(std::shared_ptr<const Finder> finder)
{
    finder_ = std::move(finder);
    refresh();
}

void CommandPalette::open_over(const QWidget& over)
{
    query_->clear();
    query_->setPlaceholderText(tr("Find an exhibit, a series, a week, a note or a command"));
    query_->setAccessibleName(query_->placeholderText());
    refresh();
    resize(width_of_palette, row_height * visible_rows + 66);
    const QPoint center = over.mapToGlobal(over.rect().center());
    move(center.x() - width() / 2, over.mapToGlobal(QPoint{0, 0}).y() + 60);
    show();
    query_->setFocus();
}

void CommandPalette::refresh()
{
    list_->clear();
    shown_ = finder_ ? finder_->find(query_->text().toStdString(), most_shown)
                     : std::vector<const Findable*>{};
    for (const Findable* thing : shown_) {
        auto* item = new QListWidgetItem{from_utf8(thing->name.in(appearance_.language()))};
        item->setData(Qt::UserRole, name_of(thing->kind));
        list_->addItem(item);
    }
    if (shown_.empty() && finder_) {
        auto* none = new QListWidgetItem{tr("Nothing found")};
        none->setFlags(Qt::NoItemFlags);
        list_->addItem(none);
    }
    list_->setCurrentRow(0);
}

void CommandPalette::choose()
{
    const int row = list_->currentRow();
    if (row < 0 || row >= static_cast<int>(shown_.size())) {
        return;
    }
    const Findable thing = *shown_[static_cast<std::size_t>(row)];
    hide();
    emit chosen(thing);
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    const Theme& theme = appearance_.theme();
    QPainter painter{this};
    painter.fillRect(rect(), theme.card);
    painter.setPen(QPen{theme.hairline, 1});
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == query_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Down       ? 1
                         : key == Qt::Key_Up       ? -1
                         : key == Qt::Key_PageDown ? visible_rows - 1
                         : key == Qt::Key_PageUp   ? 1 - visible_rows
                                                   : 0;
        if (step != 0 && list_->count() > 0) {
            list_->setCurrentRow(std::clamp(list_->currentRow() + step, 0, list_->count() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace weekboard
