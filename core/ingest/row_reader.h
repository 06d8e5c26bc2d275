#pragma once

#include "ingest/figure_cell.h"
#include "ingest/import_file.h"
#include "ingest/recognise.h"
#include "ingest/series_matcher.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace weekboard
{

/// What is known of a sheet beside its cells.
struct SheetTraits {
    bool counts_from_1904 = false;  ///< the workbook's days
    bool decimals_by_comma = false; ///< see `figure_in`
    bool has_sure_cells = false;    ///< no text that commas part
    std::string title{};            ///< of the sheet: its name, or what stands above it
    std::string_view file_name{};
    bool tells_other_metric = false; ///< a title says that the figures are no closes
};

/// Puts what rows say of figures into a sheet; one for each shape of layouts.
class RowReader
{
public:
    /// All must outlive the reader.
    RowReader(const RecognisedSheet& recognised, const SeriesMatcher& matcher,
              const ImportWishes& wishes, const SheetTraits& traits, ImportedSheet& sheet);
    virtual ~RowReader() = default;
    RowReader(const RowReader&) = delete;
    RowReader& operator=(const RowReader&) = delete;

    void read(const FileRow& row)
    {
        note_unit(row);
        read_row(row);
    }

    /// The series with their figures so far, by code.
    [[nodiscard]] std::map<std::string, ImportedSeries>& found() { return found_; }

protected:
    [[nodiscard]] const RecognisedSheet& recognised() const { return recognised_; }
    [[nodiscard]] const SeriesMatcher& matcher() const { return matcher_; }
    [[nodiscard]] const ImportWishes& wishes() const { return wishes_; }
    [[nodiscard]] const SheetTraits& traits() const { return traits_; }
    [[nodiscard]] ImportedSheet& sheet() { return sheet_; }

    [[nodiscard]] std::optional<FileDay> day_of(const FileCell& cell) const
    {
        return day_in(cell, traits_.counts_from_1904);
    }

    /// A row's cell below the heading of a role; null where there is none.
    [[nodiscard]] const FileCell* cell(const FileRow& row, HeaderRole role) const;

    virtual void read_row(const FileRow& row) = 0;

    /// What a row's cell says of its unit, or one that is merged with it; empty where none does.
    [[nodiscard]] const std::string& unit_in_row() const { return unit_; }

    /// The series of a column; what has none, or chose one, is noted in the sheet.
    FigureTarget match(const HeaderColumn& column, int row);

    void reject(const FileRow& row, std::size_t column, RejectReason reason);

    /// Keeps the figure of a cell, or notes why it is none.
    void read_figure(const FileRow& row, std::size_t column, const FigureTarget& target,
                     const FileDay& told, const std::optional<Date>& vintage);

private:
    void note_unit(const FileRow& row);
    [[nodiscard]] FigureTarget checked(FigureTarget target, const HeaderColumn& column) const;

    const RecognisedSheet& recognised_;
    const SeriesMatcher& matcher_;
    const ImportWishes& wishes_;
    const SheetTraits& traits_;
    ImportedSheet& sheet_;
    std::string unit_;
    int unit_until_ = 0; ///< the last row of its cell
    std::map<std::string, ImportedSeries> found_;
    std::unordered_map<const Series*, ImportedSeries*> known_; ///< the same, at hand
};

[[nodiscard]] std::unique_ptr<RowReader>
make_row_reader(const RecognisedSheet& recognised, const SeriesMatcher& matcher,
                const ImportWishes& wishes, const SheetTraits& traits, ImportedSheet& sheet);

} // namespace weekboard
