#pragma once

#include <QTableView>

#include <vector>

namespace weekboard
{

/// A column's width: at least so much, and of what is left over its share.
struct ColumnShare {
    int least;
    int share;
};

/// Fills a table's width with its columns. To be called when the table is resized.
inline void share_columns(QTableView& table, const std::vector<ColumnShare>& columns)
{
    int left = table.viewport()->width();
    int shares = 0;
    for (const ColumnShare& column : columns) {
        left -= column.least;
        shares += column.share;
    }
    for (int c = 0; c < static_cast<int>(columns.size()); ++c) {
        const ColumnShare& column = columns[static_cast<std::size_t>(c)];
        const int more = left > 0 && shares > 0 ? left * column.share / shares : 0;
        table.setColumnWidth(c, column.least + more);
    }
}

} // namespace weekboard
