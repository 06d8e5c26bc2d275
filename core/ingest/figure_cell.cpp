#include "ingest/figure_cell.h"

#include "entry/cell_reading.h"
#include "series/number_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace weekboard
{

namespace
{

constexpr std::array<std::string_view, 8> absent_figures{"",  "--",  "—",    "-",
                                                         ".", "n/a", "#n/a", "na"};

bool is_absent(std::string_view text)
{
    constexpr std::size_t longest = 8;
    return text.size() <= longest &&
           std::ranges::find(absent_figures, compared_form(text)) != absent_figures.end();
}

CellFigure trouble(RejectReason reason)
{
    return {std::nullopt, reason};
}

CellFigure checked(double value, const Series& series)
{
    if (!std::isfinite(value)) {
        return trouble(RejectReason::not_finite);
    }
    return why_impossible(series, value) ? trouble(RejectReason::impossible)
                                         : CellFigure{value, {}};
}

/// 0.353 that a workbook shows as 35.3 %.
CellFigure of_percent(double value, const Series& series)
{
    constexpr double hundred = 100;
    // 0.353 × 100 is not 35.3 to the last bit
    const double shown = parse_number(fmt::format("{:.12g}", value * hundred)).value_or(value);
    return series.unit == "%" ? checked(shown, series) : trouble(RejectReason::other_unit);
}

CellFigure read_text(const std::string& text, const FigureTarget& target)
{
    if (is_absent(text)) {
        return {};
    }
    if (text.starts_with('=') || text.starts_with("＝")) {
        return trouble(RejectReason::formula);
    }
    const CellReading reading = read_cell(text, *target.series, target.unit);
    if (reading.content == CellContent::none || reading.content == CellContent::empty) {
        return {};
    }
    if (reading.content == CellContent::value) {
        return checked(reading.value, *target.series);
    }
    return trouble(reading.trouble == CellTrouble::impossible   ? RejectReason::impossible
                   : reading.trouble == CellTrouble::other_unit ? RejectReason::other_unit
                                                                : RejectReason::not_a_number);
}

} // namespace

bool is_number(const FileCell& cell)
{
    return cell.number || (!cell.text.empty() && parse_number(cell.text));
}

std::string text_of(const FileCell& cell)
{
    return cell.number ? fmt::format("{}", *cell.number) : cell.text;
}

CellFigure figure_in(const FileCell& cell, const FigureTarget& target, bool decimals_by_comma)
{
    if (cell.lacks_value) {
        return trouble(RejectReason::not_calculated);
    }
    if (cell.is_percent) {
        return of_percent(*cell.number, *target.series);
    }
    if (decimals_by_comma && cell.text.find(',') != std::string::npos) {
        return trouble(RejectReason::ambiguous);
    }
    if (target.unit.empty()) {
        if (const auto plain = cell.number ? cell.number : parse_number(cell.text)) {
            return checked(*plain, *target.series);
        }
    }
    return read_text(text_of(cell), target);
}

} // namespace weekboard
