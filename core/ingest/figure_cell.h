#pragma once

#include "ingest/series_matcher.h"

#include <optional>

namespace weekboard
{

/// What a cell says of a figure: a value in the series' unit, nothing, or why it cannot be taken.
struct CellFigure {
    std::optional<double> value;
    std::optional<RejectReason> trouble;
};

/// `decimals_by_comma`: semicolons separate the cells of the file, so that commas may be decimal.
[[nodiscard]] CellFigure figure_in(const FileCell& cell, const FigureTarget& target,
                                   bool decimals_by_comma);

/// Whether a cell is a bare number, whatever it is of.
[[nodiscard]] bool is_number(const FileCell& cell);

/// The cell as it was written.
[[nodiscard]] std::string text_of(const FileCell& cell);

} // namespace weekboard
