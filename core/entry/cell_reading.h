#pragma once

#include "series/series.h"
#include "time/week.h"

#include <optional>
#include <string_view>

namespace weekboard
{

/// What a typed text says.
enum class CellContent {
    empty, ///< nothing was typed
    none,  ///< there is no figure: `--`
    value,
    trouble, ///< it cannot be read, or cannot be a figure of the series
};

/// Why a text cannot be taken.
enum class CellTrouble {
    not_a_number,
    other_unit, ///< 元 where the series counts 户
    impossible, ///< see `why_impossible`
    not_finite, ///< a division by zero
};

struct CellReading {
    CellContent content = CellContent::empty;
    double value = 0; ///< in the unit of the series
    CellTrouble trouble = CellTrouble::not_a_number;
};

/// Reads what people type: `12.35`, `12.35亿`, `1.02万亿元`, `２９０４`, `(2.1)`, `-1.7%`,
/// `1,234.5`,
/// `=6.94*0.353`, `--`. Units are turned into that of the series; a text without one is in it
/// already, or in `unit_if_bare` where that is given. Blanks may stand between groups of three
/// digits and before a unit; `495.8 1` is no number.
[[nodiscard]] CellReading read_cell(std::string_view text, const Series& series,
                                    std::string_view unit_if_bare = {});

/// Reads a day as people type it: `2026-04-15`, `2026/4/15`, `20260415`, `2026年4月15日`, or
/// without the year `4-15`, `4/15`, `4月15日`, which is then the one nearest to the week.
[[nodiscard]] std::optional<Date> read_day(std::string_view text, Week week);

} // namespace weekboard
