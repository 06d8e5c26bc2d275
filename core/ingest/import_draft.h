#pragma once

#include "ingest/import_file.h"
#include "store/batch.h"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace weekboard
{

/// What becomes of figures that differ from those in the store.
enum class ChangedFigures {
    leave,
    revise,  ///< a release of the day that the row or the import names, or of today
    correct, ///< in the vintage that is there, unless the row names another
};

struct ImportChoice {
    ChangedFigures changed = ChangedFigures::leave;
    std::optional<Date> vintage; ///< of all figures that do not bring their own
};

/// A figure, and the vintage that it will have.
struct PlannedFigure {
    ImportedFigure figure;
    Date vintage;
};

/// A figure of a file that the store has another one for.
struct ChangedFigure {
    PlannedFigure planned;
    std::optional<double> known; ///< nothing: the source had withdrawn it
    Date known_vintage;
};

/// What a file would change in a series.
struct SeriesDraft {
    Series series;
    std::vector<PlannedFigure> fresh; ///< nothing was known of the period on that day
    std::size_t same = 0;
    std::vector<ChangedFigure> changed;
    std::vector<ImportedFigure> left; ///< cannot have been public: before its period, or to come
    std::vector<ImportedFigure> contradicting; ///< rows of one vintage that disagree
};

/// Compares each figure with what the store, and the rows before it, say of its period on the day
/// from which it was public: the day that its row names, the import's, the presumed one of a new
/// period, or today.
[[nodiscard]] SeriesDraft compare(SQLite::Database& database, const ImportedSeries& imported,
                                  const ImportChoice& choice, Date today);

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
    ImportWriter(SQLite::Database& database, const ImportChoice& choice, BatchOrigin origin,
                 const Clock& clock);

    void write(const SeriesDraft& draft);
    [[nodiscard]] ImportCommit finish();

private:
    void release(const Series& series, const PlannedFigure& planned);

    SQLite::Database& database_;
    ImportChoice choice_;
    BatchOrigin origin_;
    const Clock& clock_;
    std::optional<BatchWriter> batch_;
    ImportCommit commit_;
};

/// Keeps which series a column of that name and unit is, for the next file that has it.
void remember_choice(SQLite::Database& database, const ColumnChoice& choice);

} // namespace weekboard
