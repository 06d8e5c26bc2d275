#pragma once

#include "ingest/file_row.h"
#include "time/date.h"

#include <optional>

namespace weekboard
{

/// How long what a file calls by one name is.
enum class DaySpan { day, month, quarter, year };

/// A day, or a longer period, as files write them.
struct FileDay {
    Date day; ///< of a month its first; of a quarter or a year its last
    DaySpan span = DaySpan::day;
};

/// `2026-03-31`, `2026/3/31 0:00`, `2026-03-31 15:00:00`, `20260331`, `2026-03`, `2026年3月`,
/// `2026Q1`, `2026年一季度`, `2026`, a workbook's number of days. Not `03/04/2026`, which is
/// either, nor `2026.1`, which a spreadsheet makes of `2026.10`.
[[nodiscard]] std::optional<FileDay> day_in(const FileCell& cell, bool counts_from_1904);

} // namespace weekboard
