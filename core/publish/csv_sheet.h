#pragma once

#include "publish/exhibit_table.h"

#include <string>

namespace weekboard
{

enum class CsvEncoding { utf8, gb18030 };

/// A table as comma-separated text with a line of headers, for spreadsheets: UTF-8 with a byte
/// order mark, or GB18030. Text that a spreadsheet would take for a formula is led by an
/// apostrophe; figures never are. Gaps are empty.
[[nodiscard]] std::string csv_of(const ExhibitTable& table, CsvEncoding encoding);

/// The same with tabs, and figures as shown: for the clipboard.
[[nodiscard]] std::string tab_separated(const ExhibitTable& table);

} // namespace weekboard
