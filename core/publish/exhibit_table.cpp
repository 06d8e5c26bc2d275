#include "publish/exhibit_table.h"

#include "series/number_format.h"

#include <fmt/format.h>

namespace weekboard
{

namespace
{

std::string with_unit(const std::string& name, const std::string& unit, Language language)
{
    if (unit.empty()) {
        return name;
    }
    return language == Language::chinese ? fmt::format("{}（{}）", name, unit)
                                         : fmt::format("{} ({})", name, unit);
}

std::string place_header(const Exhibit& exhibit)
{
    const bool zh = exhibit.language == Language::chinese;
    switch (exhibit.axis) {
    case AxisKind::days:
        return zh ? "日期" : "Date";
    case AxisKind::periods:
        return zh ? "期间" : "Period";
    case AxisKind::labels:
        break;
    }
    return zh ? "名称" : "Name";
}

ExhibitTable heat_table(const Exhibit& exhibit)
{
    ExhibitTable table;
    for (std::string& name : heat_columns(exhibit.language)) {
        table.columns.push_back({std::move(name)});
    }
    for (const HeatTableRow& row : exhibit.heat) {
        std::vector<TableCell> cells;
        for (std::string& text : heat_cells(row, exhibit.language)) {
            cells.emplace_back(std::move(text));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

/// Quarters have names of their own; their days stand beside them.
bool names_periods(const Exhibit& exhibit)
{
    return exhibit.axis == AxisKind::periods && exhibit.frequency == Frequency::quarterly;
}

} // namespace

ExhibitTable table_of(const Exhibit& exhibit)
{
    if (exhibit.kind == ExhibitKind::heat_table) {
        return heat_table(exhibit);
    }
    const bool zh = exhibit.language == Language::chinese;
    const bool named = names_periods(exhibit);
    const bool coded = exhibit.axis == AxisKind::labels && !exhibit.codes.empty();
    ExhibitTable table;
    table.columns.push_back({place_header(exhibit)});
    if (named) {
        table.columns.push_back({zh ? "期末" : "Period end"});
    }
    if (coded) {
        table.columns.push_back({zh ? "代码" : "Code"});
    }
    table.first_plot = table.columns.size();
    for (const Plot& plot : exhibit.plots) {
        table.columns.push_back(
            {with_unit(plot.name, plot.unit, exhibit.language), plot.decimals, plot.unit == "%"});
    }
    for (std::size_t i = 0; i < exhibit.size(); ++i) {
        std::vector<TableCell> row;
        if (exhibit.axis == AxisKind::labels || named) {
            row.emplace_back(place_name(exhibit, i));
        } else {
            row.emplace_back(exhibit.x[i]);
        }
        if (named) {
            row.emplace_back(exhibit.x[i]);
        }
        if (coded) {
            row.emplace_back(exhibit.codes[i]);
        }
        for (const Plot& plot : exhibit.plots) {
            const auto& value = plot.values[i];
            row.push_back(value ? TableCell{*value} : TableCell{});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string cell_text(const TableCell& cell, const TableColumn& column)
{
    if (const auto* value = std::get_if<double>(&cell)) {
        return column.is_percent ? format_percent(*value, column.decimals, Sign::minus_only)
                                 : format_number(*value, column.decimals);
    }
    if (const auto* day = std::get_if<Date>(&cell)) {
        return to_iso(*day);
    }
    const auto* words = std::get_if<std::string>(&cell);
    return words != nullptr ? *words : std::string{};
}

} // namespace weekboard
