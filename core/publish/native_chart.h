#pragma once

#include "exhibit/exhibit.h"
#include "publish/exhibit_table.h"
#include "publish/house_colors.h"

#include <string>

namespace weekboard
{

/// Where a chart finds its figures: a table on a sheet.
struct SheetPlace {
    std::string sheet;  ///< its name
    int header_row = 1; ///< counted from 1; the figures follow it, from column A on
};

/// How a chart is lettered. Colours of plots come from the theme of the document that it lies in;
/// those of text are names of that theme, or RRGGBB.
struct ChartStyle {
    std::string text_color = "tx1";
    std::string quiet_color = "tx2";
    double points = 10; ///< of labels
    double line_points = 2;
    std::string rise = house::hex(house::rise); ///< of bars that stand for changes
    std::string fall = house::hex(house::fall);
    std::string data_relation; ///< id of the relation to the embedded workbook, if there is one
};

/// Whether an exhibit is a chart, and not a table or nothing.
[[nodiscard]] bool has_native_chart(const Exhibit& exhibit);

/// The part of an Office document that is the exhibit as a native, editable chart: DrawingML as in
/// ECMA-376, part 1, 21.2. `table` is the exhibit's own.
[[nodiscard]] std::string native_chart(const Exhibit& exhibit, const ExhibitTable& table,
                                       const SheetPlace& place, const ChartStyle& style);

/// `A`, `Z`, `AA`: the name of a column, counted from 0.
[[nodiscard]] std::string column_name(std::size_t column);

/// Days as a sheet counts them, in the 1900 system.
[[nodiscard]] int sheet_day(Date day);

/// How a sheet shows a column's figures, and the exhibit's periods: `#,##0.00`, `0.0"%"`, `yy-mm`.
[[nodiscard]] std::string figure_format(const TableColumn& column);
[[nodiscard]] std::string period_format(const Exhibit& exhibit);

} // namespace weekboard
