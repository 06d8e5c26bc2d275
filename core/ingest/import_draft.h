#pragma once

#include "ingest/import_file.h"
#include "store/batch.h"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace weekboard
{

/// A figure of a file that the store has another one for.
struct ChangedFigure {
    ImportedFigure figure;
    double known = 0;
    Date known_vintage;
};

/// What a file would change in a series.
struct SeriesDraft {
    Series series;
    std::vector<ImportedFigure> fresh; ///< the store has none for the period
    std::size_t same = 0;
    std::vector<ChangedFigure> changed;
};

/// Compares with what the store knows on a day, or, for a figure with a day of its own, on that.
[[nodiscard]] SeriesDraft compare(SQLite::Database& database, const ImportedSeries& imported,
                                  Date as_of);

/// What becomes of figures that differ from those in the store.
enum class ChangedFigures {
    leave,
    revise,  ///< a release of today, or of the day that the import names
    correct, ///< in their own vintage
};

struct ImportChoice {
    ChangedFigures changed = ChangedFigures::leave;
    std::optional<Date> vintage; ///< of all figures that do not bring their own
};

/// What came of it.
struct ImportCommit {
    std::optional<std::int64_t> batch; ///< none where nothing was written
    std::size_t written = 0;
    std::vector<ImportedFigure> left; ///< cannot have been public yet, or before their period
};

/// Puts drafts in as one batch, which is begun with the first figure: an empty one says nothing.
/// New figures get the day that their row names, the import's, or the presumed one. To be used
/// inside Store::write.
class ImportWriter
{
public:
    /// The clock must outlive the writer.
    ImportWriter(SQLite::Database& database, const ImportChoice& choice, BatchOrigin origin,
                 const Clock& clock);

    void write(const SeriesDraft& draft);
    [[nodiscard]] ImportCommit finish();

private:
    void release(const Series& series, const ImportedFigure& figure, Date vintage);

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
