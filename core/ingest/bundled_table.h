#pragma once

#include "ingest/csv.h"
#include "series/language.h"
#include "time/date.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace weekboard
{

/// A bundled CSV file, read by column name. The files are ours, so what is wrong in them is our own
/// mistake: every function throws std::logic_error that names file, row and column.
class BundledTable
{
public:
    BundledTable(std::string_view path, std::string_view text);

    [[nodiscard]] const std::vector<CsvRow>& rows() const { return csv_.rows; }

    [[nodiscard]] const std::string& text(const CsvRow& row, const std::string& column) const;
    [[nodiscard]] Date date(const CsvRow& row, const std::string& column) const;
    [[nodiscard]] std::optional<Date> date_if_any(const CsvRow& row,
                                                  const std::string& column) const;
    [[nodiscard]] double number(const CsvRow& row, const std::string& column) const;
    [[nodiscard]] int integer(const CsvRow& row, const std::string& column) const;

    /// Nothing where the cell is empty or the table has no such column.
    [[nodiscard]] std::optional<double> number_if_any(const CsvRow& row,
                                                      const std::string& column) const;

    /// From `name_zh` and, where there is one, `name_en`.
    [[nodiscard]] Bilingual name(const CsvRow& row) const;

    /// What `found` holds; where it is empty, this cell is wrong.
    template <typename Value>
    [[nodiscard]] Value require(std::optional<Value> found, const CsvRow& row,
                                const std::string& column) const
    {
        if (!found) {
            wrong(row, column);
        }
        return *std::move(found);
    }

private:
    [[noreturn]] void wrong(const CsvRow& row, const std::string& column) const;

    std::string path_;
    CsvTable csv_;
    std::map<std::string, std::size_t> columns_;
};

} // namespace weekboard
