#pragma once

#include "ingest/import_file.h"
#include "store/batch.h"
#include "store/connection.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace weekboard
{

/// What becomes of figures that differ from those in the store.
enum class ChangedFigures {
    leave,
    revise,  ///< a release of the day that the row or the import names, or of today
    correct, ///< in the vintage that is there, unless the row names another
};

/// Series by their code, and figures of them as `miit.dou@2026-02-28`.
using FigureNames = std::set<std::string, std::less<>>;

struct ImportChoice {
    ChangedFigures changed = ChangedFigures::leave;
    std::optional<Date> vintage; ///< of all figures that do not bring their own
    FigureNames refused;         ///< nothing of these is written
    FigureNames revised;         ///< where these differ, as revisions
    FigureNames corrected;       ///< and these as corrections
    FigureNames withdrawn;       ///< where the file has nothing for these, the source withdrew them
};

/// A figure, and the vintage that it will have.
struct PlannedFigure {
    ImportedFigure figure;
    PackedDate vintage;
};

/// A figure of a file that the store has another one for.
struct ChangedFigure {
    PlannedFigure planned;
    std::optional<double> known; ///< nothing: the source had withdrawn it
    Date known_vintage;
    ChangedFigures consent = ChangedFigures::leave;
};

/// A figure of the store that the file has nothing for.
struct BlankedFigure {
    ImportedFigure cell;
    double known = 0;
    bool is_withdrawn = false; ///< it was chosen so
};

/// What a file would change in a series.
struct SeriesDraft {
    Series series;
    std::string unit;                 ///< as the file counts; empty: as the series does
    std::vector<PlannedFigure> fresh; ///< nothing was known of the period on that day
    std::size_t fresh_count = 0;      ///< of all, where the writer kept some
    std::size_t same = 0;
    std::vector<ChangedFigure> changed;
    std::vector<BlankedFigure> blanked;
    std::vector<ImportedFigure> refused; ///< new or changed, and not wanted
    std::vector<ImportedFigure> left;    ///< cannot have been public: before its period, or to come
    std::vector<ImportedFigure> contradicting; ///< rows of one vintage that disagree
};

/// Compares each figure with what the store, and the rows before it, say of its period on the day
/// from which it was public: the day that its row names, the import's, the presumed one of a new
/// period, or today.
[[nodiscard]] SeriesDraft compare(Connection& database, const ImportedSeries& imported,
                                  const ImportChoice& choice, Date today);

/// A place in a list, beside what the store says of it.
struct RankDraft {
    ImportedRank rank;
    std::optional<double> known; ///< nothing: the list does not have it yet
    bool is_taken = true;        ///< new, or a change that was agreed to

    [[nodiscard]] bool is_same() const { return known == rank.ranked.change_percent; }
};

/// Lists have no vintages: what is agreed to takes the place of what there was. In the choice they
/// go by `industries` and `stocks`.
[[nodiscard]] std::vector<RankDraft> compare_ranks(Connection& database,
                                                   const std::vector<ImportedRank>& ranks,
                                                   const ImportChoice& choice);

/// What came of it.
struct ImportCommit {
    std::optional<std::int64_t> batch; ///< none where nothing was written
    std::size_t written = 0;
};

/// Puts drafts in as one batch, which is begun with the first figure: an empty one says nothing.
/// To be used inside Store::write.
class ImportWriter
{
public:
    /// The clock must outlive the writer.
    ImportWriter(Connection& database, BatchOrigin origin, const Clock& clock);

    /// What is written from now on stands in this sheet.
    void begin(const BatchSheet& sheet);

    void write(const SeriesDraft& draft);
    void write(const std::vector<RankDraft>& drafts);
    [[nodiscard]] ImportCommit finish();

private:
    BatchWriter& batch();
    void release(const Series& series, const ImportedFigure& figure, Date vintage,
                 std::optional<double> value);

    Connection& database_;
    BatchOrigin origin_;
    const Clock& clock_;
    std::optional<BatchWriter> batch_;
    BatchSheet sheet_;
    std::optional<int> sheet_number_; ///< once a figure of it was written
    ImportCommit commit_;
};

/// Keeps which series a column of that name and unit is, for the next file that has it.
void remember_choice(Connection& database, const ColumnChoice& choice);

} // namespace weekboard
