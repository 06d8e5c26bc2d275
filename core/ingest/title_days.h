#pragma once

#include "ingest/file_day.h"

#include <optional>
#include <string_view>
#include <vector>

namespace weekboard
{

/// The month that a title is about: `2026年1-2月通信业…` is about February, `2026年一季度` about
/// March. `2026年4月22日` is a day, and about no month.
[[nodiscard]] std::optional<FileDay> month_in_title(std::string_view title);

/// Every day that stands in a text: `[起始]2026-04-06 [截止]20260410` has two.
[[nodiscard]] std::vector<Date> days_in_text(std::string_view text);

} // namespace weekboard
