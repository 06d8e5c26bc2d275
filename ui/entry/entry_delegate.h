#pragma once

#include "theme/appearance.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace weekboard
{

/// Shows where something can be typed.
class EntryDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    EntryDelegate(const Appearance& appearance, QObject* parent)
        : QStyledItemDelegate{parent}
        , appearance_{appearance}
    {
    }

    [[nodiscard]] QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                        const QModelIndex& index) const override
    {
        QWidget* editor = QStyledItemDelegate::createEditor(parent, option, index);
        if (auto* line = qobject_cast<QLineEdit*>(editor)) {
            connect(line, &QLineEdit::textEdited, this,
                    [this, at = QPersistentModelIndex{index}](const QString& text) {
                        emit edited(at, text);
                    });
        }
        return editor;
    }

    /// What is being typed is not overwritten by a figure that comes meanwhile.
    void setEditorData(QWidget* editor, const QModelIndex& index) const override
    {
        const auto* line = qobject_cast<QLineEdit*>(editor);
        if (line == nullptr || !line->isModified()) {
            QStyledItemDelegate::setEditorData(editor, index);
        }
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        if (index.flags().testFlag(Qt::ItemIsEditable)) {
            painter->fillRect(option.rect.adjusted(0, 0, 0, -1), appearance_.theme().window);
        }
        QStyledItemDelegate::paint(painter, option, index);
    }

signals:
    /// A key was pressed in an open editor, whose text nobody has taken over yet.
    void edited(const QModelIndex& index, const QString& text) const;

protected:
    /// Enter takes the cell over at once, where the toolkit would do it after the keys that wait:
    /// the first of the next figure would land in this one.
    bool eventFilter(QObject* object, QEvent* event) override
    {
        auto* editor = qobject_cast<QWidget*>(object);
        if (editor != nullptr && event->type() == QEvent::KeyPress) {
            const int key = static_cast<QKeyEvent*>(event)->key();
            if (key == Qt::Key_Return || key == Qt::Key_Enter) {
                emit commitData(editor);
                emit closeEditor(editor, SubmitModelCache);
                return true;
            }
        }
        return QStyledItemDelegate::eventFilter(object, event);
    }

    [[nodiscard]] const Appearance& appearance() const { return appearance_; }

private:
    const Appearance& appearance_;
};

} // namespace weekboard
