#pragma once

#include "ingest/file_row.h"
#include "time/date.h"

#include <optional>
#include <string_view>
#include <vector>

namespace weekboard
{

/// A day or a month as files write them.
struct FileDay {
    Date day;              ///< of a month its first
    bool is_month = false; ///< nothing but the month is told
};

/// `2026-03-31`, `2026/3/31 0:00`, `20260331`, `2026-03`, `2026年3月`, a workbook's number of days.
[[nodiscard]] std::optional<FileDay> day_in(const FileCell& cell, bool counts_from_1904);

/// The month that a title is about: `2026年1-2月通信业…` is about February, `2026年3月末` about
/// March.
[[nodiscard]] std::optional<FileDay> month_in_title(std::string_view title);

/// Every day that stands in a text: `[起始]2026-04-06 [截止]20260410` has two.
[[nodiscard]] std::vector<Date> days_in_text(std::string_view text);

} // namespace weekboard
