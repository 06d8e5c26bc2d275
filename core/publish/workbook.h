#pragma once

#include "exhibit/exhibit.h"
#include "publish/exhibit_table.h"

#include <span>
#include <string>

namespace weekboard
{

/// The name of the sheet in an exhibit's own workbook, with headers in its first row.
[[nodiscard]] std::string own_sheet_name(const Exhibit& exhibit);

/// The workbook behind a chart on a slide: the exhibit's table and nothing else, as xlsx.
[[nodiscard]] std::string workbook_of(const Exhibit& exhibit, const ExhibitTable& table);

/// A workbook to work with: a sheet of contents, then a sheet for each exhibit with its title,
/// source, unit and vintage, its figures as numbers and dates as dates, and a native chart beside
/// them. As xlsx.
[[nodiscard]] std::string workbook_of(std::span<const Exhibit> exhibits);

} // namespace weekboard
