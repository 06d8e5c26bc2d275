#pragma once

#include "theme/appearance.h"

#include <QPainter>
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

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        if (index.flags().testFlag(Qt::ItemIsEditable)) {
            painter->fillRect(option.rect.adjusted(0, 0, 0, -1), appearance_.theme().window);
        }
        QStyledItemDelegate::paint(painter, option, index);
    }

protected:
    [[nodiscard]] const Appearance& appearance() const { return appearance_; }

private:
    const Appearance& appearance_;
};

} // namespace weekboard
