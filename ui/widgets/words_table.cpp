#include "widgets/words_table.h"

#include <QHeaderView>

#include <algorithm>
#include <utility>
#include <vector>

namespace weekboard
{

void WordsModel::show_words(ShownTable table)
{
    beginResetModel();
    shown_ = std::move(table);
    endResetModel();
}

int WordsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(shown_.rows.size());
}

int WordsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(shown_.columns.size());
}

QVariant WordsModel::data(const QModelIndex& index, int role) const
{
    return index.isValid() && (role == Qt::DisplayRole || role == Qt::ToolTipRole)
               ? shown_.rows.at(index.row()).value(index.column())
               : QVariant{};
}

QVariant WordsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? shown_.columns.value(section)
                                                                    : QVariant{};
}

WordsTable::WordsTable(QWidget* parent)
    : QTableView{parent}
{
    setModel(&model_);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    constexpr int measured_rows = 200;
    horizontalHeader()->setResizeContentsPrecision(measured_rows);
    verticalHeader()->hide();
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(true);
    setTabKeyNavigation(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
}

void WordsTable::show_words(ShownTable table)
{
    model_.show_words(std::move(table));
    share_width();
    constexpr int most_wrapped = 300; // measuring thousands of rows would be seen
    if (model_.rowCount() <= most_wrapped) {
        resizeRowsToContents();
    }
}

/// Short words take what they need, long ones share what is left.
void WordsTable::share_width()
{
    constexpr int widest = 170;
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    resizeColumnsToContents();
    std::vector<bool> is_long(static_cast<std::size_t>(model_.columnCount()));
    for (int c = 0; c < model_.columnCount(); ++c) {
        is_long[static_cast<std::size_t>(c)] = columnWidth(c) > widest;
    }
    for (int c = 0; c < model_.columnCount(); ++c) {
        horizontalHeader()->setSectionResizeMode(c, is_long[static_cast<std::size_t>(c)]
                                                        ? QHeaderView::Stretch
                                                        : QHeaderView::ResizeToContents);
    }
    horizontalHeader()->setStretchLastSection(std::ranges::find(is_long, true) == is_long.end());
}

void WordsTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() >= 0 && current.row() != previous.row()) {
        emit row_chosen(current.row());
    }
}

} // namespace weekboard
