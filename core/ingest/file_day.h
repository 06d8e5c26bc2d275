#pragma once

#include "ingest/file_row.h"
#include "time/date.h"

#include <optional>
#include <string_view>
#include <vector>

namespace weekboard
{

/// How long what a file calls by one name is.
enum class DaySpan { day, month, quarter, year };

/// A day, or a longer period, as files write them.
struct FileDay {
    Date day; ///< of a month its first; of a quarter or a year its last
    DaySpan span = DaySpan::day;
};

/// `2026-03-31`, `2026/3/31 0:00`, `20260331`, `2026-03`, `2026年3月`, `2026Q1`, `2026年一季度`,
/// `2026`, a workbook's number of days. Not `03/04/2026`, which is either, nor `2026.1`, which a
/// spreadsheet makes of `2026.10`.
[[nodiscard]] std::optional<FileDay> day_in(const FileCell& cell, bool counts_from_1904);

/// The month that a title is about: `2026年1-2月通信业…` is about February, `2026年一季度` about
/// March. `2026年4月22日` is a day, and about no month.
[[nodiscard]] std::optional<FileDay> month_in_title(std::string_view title);

/// Every day that stands in a text: `[起始]2026-04-06 [截止]20260410` has two.
[[nodiscard]] std::vector<Date> days_in_text(std::string_view text);

} // namespace weekboard
