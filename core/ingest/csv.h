#pragma once

#include "ingest/file_row.h"
#include "ingest/text_encoding.h"

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

/// Without blanks at its ends, wide and unbreakable ones among them.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Comma, semicolon, tabulator or bar: the one that cuts the first lines alike.
[[nodiscard]] char separator_of(std::string_view first_lines);

/// Rows of a text, one after the other: memory does not grow with them. Blank lines are skipped
/// and counted. Throws ImportError as `read_csv` and `decode` end.
void stream_csv(const ImportSource& source, TextEncoding encoding, char separator,
                const RowSink& take);

} // namespace weekboard
