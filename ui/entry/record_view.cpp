#include "entry/record_view.h"

#include "entry/record_model.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include <array>

namespace weekboard
{

namespace
{

constexpr int row_height = 30;

std::array<int, 4> widths_of(RecordKind kind)
{
    switch (kind) {
    case RecordKind::stock:
        return {140, 180, 140, 260};
    case RecordKind::note:
        return {150, 440, 110, 100};
    case RecordKind::event:
        return {110, 230, 200, 190};
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
    horizontalHeader()->setStretchLastSection(true);
    const auto widths = widths_of(model.kind());
    for (int c = 0; c < model.columnCount() - 1; ++c) {
        setColumnWidth(c, widths.at(static_cast<std::size_t>(c)));
    }
    const auto on_rows = [this] { span_headings(); };
    connect(&model, &QAbstractItemModel::modelReset, this, on_rows);
    connect(&model, &QAbstractItemModel::rowsInserted, this, on_rows);
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
