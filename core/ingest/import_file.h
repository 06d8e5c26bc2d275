#pragma once

#include "board/board.h"
#include "ingest/file_row.h"
#include "ingest/import_source.h"
#include "ingest/packed_date.h"
#include "series/series.h"
#include "store/connection.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace weekboard
{

/// Why something in a file is no figure.
enum class RejectReason {
    no_layout,      ///< the sheet is like none that is known
    no_series,      ///< no series has that code or name
    several_series, ///< more than one has that name
    other_unit,     ///< the header's unit is not the series', and cannot be turned into it
    no_period,
    not_a_number,
    not_finite,
    impossible,      ///< see `why_impossible`
    formula,         ///< text that a spreadsheet would calculate
    not_calculated,  ///< a workbook's formula without a value
    contradicts,     ///< another row says otherwise for the same period
    no_vintage,      ///< the day of publication cannot be read
    mid_period,      ///< a day in the middle of a month, quarter or year of such a series
    other_frequency, ///< the header says another frequency than the series'
    too_many_cells,  ///< a row is longer than its header: a mark of thousands cut a figure in two
    no_name,         ///< a column with figures that nobody named
    after_footer,    ///< below what ends the figures
    ambiguous,       ///< a comma of which nobody knows whether it is decimal
    no_week,         ///< changes of which nobody knows that they are of one week
    no_code,         ///< not the code of a stock, nor an industry
    no_unit,         ///< others on the sheet have a unit
    other_metric,    ///< something else than the close of a security, or nobody knows
    unknown_column,  ///< figures below a heading that is not known
    hidden_sheet,    ///< somebody hid it, and others are to be seen
};

/// `no_series` and so on: the word for scripts.
[[nodiscard]] std::string_view to_string(RejectReason reason);
[[nodiscard]] std::optional<RejectReason> parse_reject_reason(std::string_view word);

struct Rejected {
    int row = 0;    ///< as a spreadsheet counts; 0: the sheet as a whole
    int column = 0; ///< from 1; 0: the row as a whole
    std::string text;
    RejectReason reason = RejectReason::no_period;
};

struct ImportedFigure {
    PackedDate period_end;
    PackedDate vintage; ///< none: the file does not say
    double value = 0;
    int row = 0;
    int column = 0;
};

struct ImportedSeries {
    Series series;
    std::vector<ImportedFigure> figures; ///< by period and vintage, each once
    std::vector<ImportedFigure> blanks;  ///< periods of the file without a figure
    std::string unit;                    ///< as the file counts; empty: as the series does
};

/// A place in a weekly list.
struct ImportedRank {
    Ranked ranked;
    int row = 0;
    int column = 0;
};

/// A column whose series somebody named.
struct ColumnChoice {
    std::string name;
    std::string unit;
    std::string series; ///< its code
};

/// A column of which no series is known, as its header says.
struct UnknownColumn {
    std::string name;
    std::string unit;
    std::string frequency;
    std::string id;
    int row = 0;
    int column = 0;
};

/// What a sheet of a file says.
struct ImportedSheet {
    std::string name; ///< empty for a text
    bool is_hidden = false;
    std::string layout; ///< empty where it is like none
    std::vector<std::string> why;
    std::vector<ImportedSeries> series;
    std::vector<ImportedRank> ranks;
    std::vector<ColumnChoice> choices; ///< those of `ImportWishes` that a column had
    std::vector<UnknownColumn> unknown;
    std::vector<Rejected> rejected; ///< at most `most_rejected`
    std::size_t rejected_count = 0; ///< of all
    std::vector<FileRow> head;      ///< the first rows of a sheet without a layout
    bool has_figures = false;       ///< rows with numbers, whatever the layout
};

/// More are counted only.
constexpr std::size_t most_rejected = 10000;

void reject(ImportedSheet& sheet, Rejected rejected);

struct ImportedFile {
    std::string encoding;              ///< `utf-8`, `gb18030`, …, `xlsx` or `html`
    std::string hash;                  ///< SHA-256 of its bytes
    std::vector<ImportedSheet> sheets; ///< those with a known layout; all where there is none
};

struct ImportWishes {
    std::string layout;                        ///< its name; empty: the one that is recognised
    std::map<std::string, std::string> chosen; ///< series by the header's name, for this import
    std::vector<Series> created;               ///< not in the store yet
    std::vector<std::string> layouts;          ///< described, and not kept yet; known first
    std::optional<Date> week;                  ///< of lists that do not say of which they are
};

/// Reads what a file says; its kind is told by its first bytes, not by its name, which helps only
/// where a list does not say of which week it is. Columns go to the series of their code, of their
/// name, or of a remembered choice, and to no other. Throws ImportError. To be used inside
/// Store::read or Store::write.
[[nodiscard]] ImportedFile read_import(Connection& database, const ImportSource& source,
                                       const ImportWishes& wishes, std::string_view file_name = {});

/// Takes out what sheets say twice; where they disagree nobody knows which is right, and all of it
/// is rejected.
void settle(const std::vector<ImportedSheet*>& sheets);

} // namespace weekboard
