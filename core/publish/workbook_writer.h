#pragma once

#include "publish/exhibit_table.h"
#include "publish/native_chart.h"

#include <xlsxwriter.h>

#include <map>
#include <string>

namespace weekboard
{

/// How a cell looks.
struct CellStyle {
    std::string number_format;
    bool bold = false;
    bool wraps = false;
    double points = 10;
    int color = -1; ///< of the text, as 0xRRGGBB
    bool line_below = false;
    bool link = false;

    auto operator<=>(const CellStyle&) const = default;
};

/// A workbook of libxlsxwriter while it is written, in memory.
class WorkbookWriter
{
public:
    /// `created` stands in the file as the day on which it was made: that of its figures, since the
    /// same figures give the same bytes.
    explicit WorkbookWriter(Date created);
    ~WorkbookWriter();
    WorkbookWriter(const WorkbookWriter&) = delete;
    WorkbookWriter& operator=(const WorkbookWriter&) = delete;

    lxw_worksheet& add_sheet(const std::string& name);
    lxw_workbook& workbook() { return *workbook_; }
    lxw_format* format(const CellStyle& style);

    /// Headers in a row, counted from 0, and the table below them.
    void write_table(lxw_worksheet& sheet, const Exhibit& exhibit, const ExhibitTable& table,
                     lxw_row_t header_row);

    /// The finished file. Throws std::runtime_error.
    [[nodiscard]] std::string finish();

private:
    int file_ = -1; ///< memory with a name for as long as it is open
    lxw_workbook* workbook_ = nullptr;
    std::map<CellStyle, lxw_format*> formats_;
};

} // namespace weekboard
