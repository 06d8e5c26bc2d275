#include "entry/rating_view.h"

#include "entry/column_shares.h"
#include "entry/rating_model.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace weekboard
{

RatingView::RatingView(const Appearance& appearance, RatingModel& model, QWidget* parent)
    : QTableView{parent}
    , model_{model}
    , delegate_{new RatingDelegate{model, appearance, this}}
{
    constexpr int row_height = 34;
    setModel(&model);
    setItemDelegate(delegate_);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed |
                    QAbstractItemView::DoubleClicked);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(row_height);
    horizontalHeader()->setHighlightSections(false);
}

/// To the reason that a new rating needs, else to the next board's rating.
void RatingView::go_on()
{
    const QModelIndex now = currentIndex();
    if (now.column() == RatingModel::rating_column && model_.wants_reason(now.row())) {
        setCurrentIndex(model_.index(now.row(), RatingModel::reason_column));
    } else if (now.row() + 1 < model_.rowCount()) {
        setCurrentIndex(model_.index(now.row() + 1, RatingModel::rating_column));
    }
}

void RatingView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    share_columns(*this, {{140, 1}, {152, 0}, {110, 0}, {200, 4}, {92, 2}});
}

void RatingView::commit_editor()
{
    if (QWidget* editor = state() == EditingState ? indexWidget(currentIndex()) : nullptr) {
        commitData(editor);
        QTableView::closeEditor(editor, QAbstractItemDelegate::NoHint);
    }
}

void RatingView::keyPressEvent(QKeyEvent* event)
{
    const bool is_enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!is_enter) {
        QTableView::keyPressEvent(event);
        return;
    }
    if (state() == EditingState || !currentIndex().isValid()) {
        return; // the editor's own
    }
    if (currentIndex().column() == RatingModel::rating_column) {
        model_.confirm(currentIndex().row());
    }
    go_on();
}

void RatingView::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint)
{
    const bool was_entered = hint == QAbstractItemDelegate::SubmitModelCache;
    QTableView::closeEditor(editor, was_entered ? QAbstractItemDelegate::NoHint : hint);
    if (was_entered) {
        go_on();
    }
}

} // namespace weekboard
