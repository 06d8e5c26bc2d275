#include "entry/sheet_view.h"

#include "entry/column_shares.h"
#include "entry/entry_delegate.h"
#include "entry/sheet_model.h"
#include "exhibit/figure_origin.h"
#include "store/stored_date.h"
#include "words/origin_words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QToolTip>

namespace weekboard
{

namespace
{

constexpr int row_height = 28;

} // namespace

SheetView::SheetView(const Appearance& appearance, StoreSession& session, SheetModel& model,
                     QWidget* parent)
    : QTableView{parent}
    , appearance_{appearance}
    , session_{session}
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
    connect(&model, &QAbstractItemModel::modelReset, this, &SheetView::span_headings);
}

void SheetView::span_headings()
{
    clearSpans();
    for (int row = 0; row < model_.rowCount(); ++row) {
        if (model_.is_heading(row)) {
            setSpan(row, 0, 1, SheetModel::column_count);
        }
    }
}

void SheetView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    share_columns(*this, {{250, 4}, {132, 1}, {84, 0}, {92, 0}, {92, 2}, {56, 4}});
}

void SheetView::go_to(int row)
{
    if (row >= 0) {
        setCurrentIndex(model_.index(row, SheetModel::entry_column));
    }
}

void SheetView::go_to_next_missing()
{
    go_to(model_.next_figure(currentIndex().row(), true));
}

void SheetView::commit_editor()
{
    if (QWidget* editor = state() == EditingState ? indexWidget(currentIndex()) : nullptr) {
        commitData(editor);
        QTableView::closeEditor(editor, QAbstractItemDelegate::NoHint);
    }
}

void SheetView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Paste)) {
        paste(QGuiApplication::clipboard()->text());
        return;
    }
    switch (event->key()) {
    case Qt::Key_F4:
        go_to_next_missing();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (state() == EditingState) {
            return; // the editor's own; `closeEditor` goes on from there
        }
        go_to(model_.next_figure(currentIndex().row(), false));
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        model_.setData(currentIndex(), QString{}, Qt::EditRole);
        return;
    default:
        QTableView::keyPressEvent(event);
    }
}

void SheetView::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint)
{
    const bool was_entered = hint == QAbstractItemDelegate::SubmitModelCache ||
                             hint == QAbstractItemDelegate::EditNextItem;
    QTableView::closeEditor(editor, was_entered ? QAbstractItemDelegate::NoHint : hint);
    if (was_entered) {
        go_to(model_.next_figure(currentIndex().row(), false));
    }
}

bool SheetView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (tell_history(indexAt(help->pos()), help->globalPos())) {
            return true;
        }
    }
    return QTableView::viewportEvent(event);
}

/// Of a figure that the store has: its vintage, its batch, and what stood before.
bool SheetView::tell_history(const QModelIndex& index, const QPoint& at)
{
    const SheetRow* figure = model_.figure_in(index.row());
    if (figure == nullptr || figure->series.id == 0) {
        return false;
    }
    std::optional<Date> period;
    if (index.column() == SheetModel::previous_column && figure->previous) {
        period = figure->previous->period_end;
    } else if (index.column() == SheetModel::year_ago_column && figure->year_ago) {
        period = period_end(figure->series.frequency, add_months(figure->period_end, -12));
    } else if (index.column() == SheetModel::entry_column && figure->known) {
        period = figure->period_end;
    }
    if (!period) {
        return false;
    }
    session_.read(
        this,
        [code = figure->series.code, period = *period](Connection& database) {
            return origin_of(database, code, period, end_of_time);
        },
        [this, at, box = visualRect(index)](std::optional<FigureOrigin> origin) {
            if (origin) {
                QToolTip::showText(at, origin_text(*origin, false, appearance_.language()),
                                   viewport(), box);
            }
        });
    return true;
}

void SheetView::paste(const QString& text)
{
    Draft::Texts typed;
    QStringList left;
    int row = model_.is_heading(currentIndex().row())
                  ? model_.next_figure(currentIndex().row(), false)
                  : currentIndex().row();
    static const QRegularExpression line_end{QStringLiteral("\r\n|\n|\r")};
    const auto go_down = [&] {
        const int next = model_.next_figure(row, false);
        row = next > row ? next : -1; // the rest of the block has no row left
    };
    for (const QString& line : text.split(line_end)) {
        QStringList cells = line.split(u'\t');
        if (line.trimmed().isEmpty()) {
            go_down(); // a cell without a figure
            continue;
        }
        while (cells.size() > 2 && cells.back().trimmed().isEmpty()) {
            cells.removeLast();
        }
        const bool is_bare = cells.size() == 1;
        const SheetRow* figure = model_.figure_in(is_bare ? row : model_.row_of(cells.front()));
        if (figure == nullptr || cells.back().trimmed().isEmpty()) {
            left << line;
        } else {
            typed[figure->key()] = cells.back().trimmed().toStdString();
        }
        if (is_bare) {
            go_down();
        }
    }
    model_.type(typed);
    if (!left.isEmpty()) {
        emit unmatched(left);
    }
}

} // namespace weekboard
