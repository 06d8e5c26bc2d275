#include "ingest/bundled_table.h"

#include "series/number_format.h"

#include <fmt/format.h>

#include <stdexcept>

namespace weekboard
{

BundledTable::BundledTable(std::string_view path, std::string_view text)
    : path_{path}
    , csv_{read_csv(text)}
{
    if (!csv_.error.empty() || csv_.rows.empty()) {
        throw std::logic_error{fmt::format("{}: {}", path_, csv_.error)};
    }
    const auto& header = csv_.rows.front().cells;
    for (std::size_t i = 0; i < header.size(); ++i) {
        columns_[header[i]] = i;
    }
    csv_.rows.erase(csv_.rows.begin());
}

void BundledTable::wrong(const CsvRow& row, const std::string& column) const
{
    throw std::logic_error{fmt::format("{}: row {}, column {}", path_, row.row, column)};
}

const std::string& BundledTable::text(const CsvRow& row, const std::string& column) const
{
    const auto found = columns_.find(column);
    if (found == columns_.end() || found->second >= row.cells.size()) {
        wrong(row, column);
    }
    return row.cells[found->second];
}

Date BundledTable::date(const CsvRow& row, const std::string& column) const
{
    return require(parse_date(text(row, column)), row, column);
}

std::optional<Date> BundledTable::date_if_any(const CsvRow& row, const std::string& column) const
{
    return text(row, column).empty() ? std::nullopt : std::optional{date(row, column)};
}

std::optional<double> BundledTable::number_if_any(const CsvRow& row,
                                                  const std::string& column) const
{
    if (!columns_.contains(column) || text(row, column).empty()) {
        return std::nullopt;
    }
    return require(parse_number(text(row, column)), row, column);
}

double BundledTable::number(const CsvRow& row, const std::string& column) const
{
    return require(number_if_any(row, column), row, column);
}

int BundledTable::integer(const CsvRow& row, const std::string& column) const
{
    return static_cast<int>(number(row, column));
}

Bilingual BundledTable::name(const CsvRow& row) const
{
    return {text(row, "name_zh"), columns_.contains("name_en") ? text(row, "name_en") : ""};
}

} // namespace weekboard
