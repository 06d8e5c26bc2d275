#pragma once

#include "entry/entry_delegate.h"

#include <QTableView>

namespace weekboard
{

class RatingModel;

/// The boards to rate, on the screen: Enter keeps the last rating and goes on, a digit chooses
/// another one, the right arrow leads to the reason.
class RatingView : public QTableView
{
    Q_OBJECT

public:
    RatingView(const Appearance& appearance, RatingModel& model, QWidget* parent = nullptr);

    /// Takes over what stands in an open editor.
    void commit_editor();

    [[nodiscard]] const EntryDelegate& delegate() const { return *delegate_; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    void go_on();

    RatingModel& model_;
    EntryDelegate* delegate_;
};

} // namespace weekboard
