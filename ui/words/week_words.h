#pragma once

#include "exhibit/week_view.h"

#include <QCoreApplication>
#include <QString>

/// The sentences of the week at a glance, in the language of the installed translator.
namespace weekboard
{

/// `2026-04-06 — 04-10`.
[[nodiscard]] QString week_span(Week week);

/// `第 15 周 · 4 个交易日 · 通信 买入（维持）`.
[[nodiscard]] QString week_summary(const WeekView& view);

/// `+10.06%`, or why there is none.
[[nodiscard]] QString change_text(const std::optional<IndexChange>& change, const WeekView& view);

/// What a change came from: published by a source, or computed from closes.
[[nodiscard]] QString change_origin(const IndexWeek& index,
                                    const std::optional<IndexChange>& change);

/// `占比 67.6%`, `同比 +20.4%`, `比上年末 +7.0 万个`; empty without a companion.
[[nodiscard]] QString companion_text(const KeyFigure& figure, Language language);

/// The period in words: `2026年1-2月`, `2026年2月末` / `Jan–Feb 2026`, `end of Feb 2026`. The year
/// is left out where it is `known_year`.
[[nodiscard]] QString period_text(const Series& series, Date period_end, Language language,
                                  std::optional<int> known_year = std::nullopt);

[[nodiscard]] QString from_utf8(const std::string& text);

} // namespace weekboard
