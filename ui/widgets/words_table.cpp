#include "widgets/words_table.h"

#include <QHeaderView>

#include <algorithm>
#include <vector>

namespace weekboard
{

WordsTable::WordsTable(QWidget* parent)
    : QTableWidget{parent}
{
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
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

void WordsTable::show_words(const ShownTable& table)
{
    setRowCount(static_cast<int>(table.rows.size()));
    setColumnCount(static_cast<int>(table.columns.size()));
    setHorizontalHeaderLabels(table.columns);
    for (int r = 0; r < rowCount(); ++r) {
        for (int c = 0; c < columnCount(); ++c) {
            auto* cell = new QTableWidgetItem{table.rows[r].value(c)};
            cell->setToolTip(cell->text());
            setItem(r, c, cell);
        }
    }
    // Short words take what they need, long ones share what is left.
    constexpr int widest = 170;
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    resizeColumnsToContents();
    std::vector<bool> is_long(static_cast<std::size_t>(columnCount()));
    for (int c = 0; c < columnCount(); ++c) {
        is_long[static_cast<std::size_t>(c)] = columnWidth(c) > widest;
    }
    for (int c = 0; c < columnCount(); ++c) {
        horizontalHeader()->setSectionResizeMode(c, is_long[static_cast<std::size_t>(c)]
                                                        ? QHeaderView::Stretch
                                                        : QHeaderView::ResizeToContents);
    }
    horizontalHeader()->setStretchLastSection(std::ranges::find(is_long, true) == is_long.end());
    constexpr int most_wrapped = 300; // measuring thousands of rows would be seen
    if (rowCount() <= most_wrapped) {
        resizeRowsToContents();
    }
}

} // namespace weekboard
