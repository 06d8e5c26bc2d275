#pragma once

#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace weekboard
{

/// A cell as its file has it. Both are empty where the cell is.
struct FileCell {
    std::string text;             ///< without blanks around it, in UTF-8
    std::optional<double> number; ///< of a workbook's cell that holds a number
    bool is_percent = false;      ///< 0.353 that is shown as 35.3 %
    bool lacks_value = false;     ///< a formula that nobody has calculated
    int across = 1;               ///< columns and rows that it spans, from here on; the others
    int down = 1;                 ///< of them are empty

    [[nodiscard]] bool is_empty() const { return text.empty() && !number && !lacks_value; }
};

/// One row; `number` counts from 1, as a spreadsheet shows it.
struct FileRow {
    int number = 0;
    std::vector<FileCell> cells;
};

/// Takes rows in their order; false: no more are wanted.
using RowSink = std::function<bool(FileRow&)>;

/// A file that cannot be read: damaged, hostile, or of a kind that is not known. `what()` says
/// which, for people who know the format.
class ImportError : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

} // namespace weekboard
