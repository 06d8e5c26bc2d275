#pragma once

#include "exhibit/exhibit.h"

#include <string>
#include <variant>
#include <vector>

namespace weekboard
{

/// A cell: nothing for a gap, a figure at its stored precision, a day, or words.
using TableCell = std::variant<std::monostate, double, Date, std::string>;

struct TableColumn {
    std::string name; ///< with the unit behind it, `5G用户（亿户）`
    int decimals = 2; ///< of figures
    bool is_percent = false;
};

/// An exhibit as rows and columns, for sheets, slides, pages and the clipboard. The first column
/// names the place: a day where there is one for each period, else words.
struct ExhibitTable {
    std::vector<TableColumn> columns;
    std::vector<std::vector<TableCell>> rows; ///< each as long as `columns`
    std::size_t first_plot = 1;               ///< column of the exhibit's first plot
};

[[nodiscard]] ExhibitTable table_of(const Exhibit& exhibit);

/// A cell as a reader sees it: `2,904`, `20.4%`, `2026-04-10`, empty for a gap.
[[nodiscard]] std::string cell_text(const TableCell& cell, const TableColumn& column);

} // namespace weekboard
