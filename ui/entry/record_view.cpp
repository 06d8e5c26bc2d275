#include "entry/record_view.h"

#include "entry/column_shares.h"
#include "entry/record_model.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include <vector>

namespace weekboard
{

namespace
{

constexpr int row_height = 30;

std::vector<ColumnShare> columns_of(RecordKind kind)
{
    switch (kind) {
    case RecordKind::stock:
        return {{110, 1}, {150, 1}, {110, 0}, {160, 3}};
    case RecordKind::note:
        return {{100, 1}, {300, 5}, {90, 1}, {96, 0}, {90, 2}};
    case RecordKind::event:
        return {{96, 0}, {180, 3}, {160, 3}, {140, 1}, {100, 2}};
    }
    return {};
}

} // namespace

RecordView::RecordView(const Appearance& appearance, RecordModel& model, QWidget* parent)
    : QTableView{parent}
    , model_{model}
    , delegate_{new EntryDelegate{appearance, this}}
{
    setModel(&model);
    setItemDelegate(delegate_);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leaves the table, as everywhere
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed |
                    QAbstractItemView::DoubleClicked);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(row_height);
    horizontalHeader()->setHighlightSections(false);
    const auto on_rows = [this] { span_headings(); };
    connect(&model, &QAbstractItemModel::modelReset, this, on_rows);
    connect(&model, &QAbstractItemModel::rowsInserted, this, on_rows);
}

void RecordView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    share_columns(*this, columns_of(model_.kind()));
}

void RecordView::span_headings()
{
    clearSpans();
    for (int row = 0; row < model_.rowCount(); ++row) {
        if (model_.is_heading(row)) {
            setSpan(row, 0, 1, model_.columnCount());
        }
    }
}

void RecordView::go_to(int row, int column)
{
    while (row < model_.rowCount() && model_.is_heading(row)) {
        ++row;
    }
    if (row >= 0 && row < model_.rowCount()) {
        setCurrentIndex(model_.index(row, column));
    }
}

void RecordView::commit_editor()
{
    if (QWidget* editor = state() == EditingState ? indexWidget(currentIndex()) : nullptr) {
        commitData(editor);
        QTableView::closeEditor(editor, QAbstractItemDelegate::NoHint);
    }
}

/// From field to field, then to the next line; from an empty next line to the next list.
void RecordView::go_on()
{
    const QModelIndex now = currentIndex();
    const int last_field = model_.columnCount() - 2;
    const bool leaves = model_.is_next(now.row()) || now.column() >= last_field;
    if (!leaves) {
        go_to(now.row(), now.column() + 1);
    } else if (now.row() + 1 < model_.rowCount()) {
        go_to(now.row() + 1);
    }
}

void RecordView::paste(const QString& text)
{
    const int row = currentIndex().row();
    const QStringList left = model_.paste(row, text);
    go_to(std::max(row, 0));
    if (!left.isEmpty()) {
        emit unmatched(left);
    }
}

void RecordView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Paste)) {
        paste(QGuiApplication::clipboard()->text());
        return;
    }
    const QModelIndex now = currentIndex();
    const bool is_enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool is_vertical = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (is_enter) {
        if (state() != EditingState) { // else the editor's own; `closeEditor` goes on from there
            go_on();
        }
    } else if (is_vertical && event->modifiers().testFlag(Qt::AltModifier)) {
        go_to(model_.move(now.row(), event->key() == Qt::Key_Up ? -1 : 1), now.column());
    } else if (event->key() == Qt::Key_Delete && event->modifiers().testFlag(Qt::ControlModifier)) {
        model_.remove(now.row());
        go_to(std::min(now.row(), model_.rowCount() - 1), now.column());
    } else if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) {
        model_.setData(now, QString{}, Qt::EditRole);
    } else {
        QTableView::keyPressEvent(event);
    }
}

void RecordView::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint)
{
    const bool was_entered = hint == QAbstractItemDelegate::SubmitModelCache;
    QTableView::closeEditor(editor, was_entered ? QAbstractItemDelegate::NoHint : hint);
    if (was_entered) {
        go_on();
    }
}

} // namespace weekboard
