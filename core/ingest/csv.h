#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace weekboard
{

/// One record; `row` counts records from 1, as a spreadsheet shows them.
struct CsvRow {
    int row = 0;
    std::vector<std::string> cells;
};

struct CsvTable {
    std::vector<CsvRow> rows;
    std::string error; ///< empty, or why reading ended early; `rows` has what came before
};

/// Comma-separated values as RFC 4180 has them; a byte order mark is skipped, blank lines too.
/// A cell longer than 1 MB or a quotation mark out of place ends the reading.
[[nodiscard]] CsvTable read_csv(std::string_view text);

} // namespace weekboard
