#pragma once

#include "board/board.h"
#include "board/event.h"
#include "series/series.h"
#include "store/acknowledgements.h"
#include "store/statement.h"
#include "time/clock.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Batches: the one way in. Every figure, rating and note belongs to one, and a batch can be undone
/// as a whole. To be used inside Store::write.
namespace weekboard
{

enum class BatchKind {
    bundled,      ///< came with the program
    illustrative, ///< made-up figures, shown as such
    entry,        ///< typed, or given to a verb
    import,       ///< from a file
};

[[nodiscard]] std::string_view to_string(BatchKind kind);

struct BatchOrigin {
    BatchKind kind = BatchKind::entry;
    std::string origin; ///< the file, the sheet, the verb: where a reader would look
    std::string author;
};

/// A sheet of a file that figures came from.
struct BatchSheet {
    std::string file;  ///< its name, without folders
    std::string sheet; ///< empty for a text
    std::string sha256;
};

/// Where in its sheet a figure stands; `row` and `column` count from 1.
struct SheetCell {
    int sheet = 0; ///< what BatchWriter::add_sheet returned
    int row = 0;
    int column = 0;
};

struct Batch {
    std::int64_t id = 0;
    std::string kind;
    std::string origin;
    std::string author;
    std::string created_at;
    std::int64_t rows = 0;
    std::string reverted_at; ///< empty while the batch stands
};

/// Writes the rows of one batch; `finish` completes it.
class BatchWriter
{
public:
    BatchWriter(Connection& database, const BatchOrigin& origin, const Clock& clock);
    BatchWriter(const BatchWriter&) = delete;
    BatchWriter& operator=(const BatchWriter&) = delete;

    [[nodiscard]] std::int64_t id() const { return id_; }

    /// A sheet that figures of this batch stand in; the number names it in SheetCell.
    int add_sheet(const BatchSheet& sheet);

    /// Stores a release of a period's figure; no value: it was withdrawn. What stood in the same
    /// vintage is kept in the audit trail.
    void release(const Series& series, Date period_end, Date vintage, std::optional<double> value,
                 std::optional<SheetCell> cell = std::nullopt);

    /// Notes the step to which the source rounded a figure of this batch.
    void round(const Series& series, Date period_end, Date vintage, double rounded_to);

    void rate(const HeatRating& rating);
    void note(const Note& note);
    void rank(const Ranked& ranked);
    void mark(const Event& event);
    void acknowledge(const Acknowledgement& finding);

    /// Writes the counts. Returns the number of rows.
    std::int64_t finish();

private:
    void supersede(const Series& series, Date period_end, Date vintage);
    void count(const Series& series);

    Connection& database_;
    std::int64_t id_ = 0;
    std::int64_t rows_ = 0;
    std::string table_;
    std::string now_;
    std::map<std::int64_t, std::int64_t> rows_by_series_;
    int sheets_ = 0;
    Statement insert_; ///< run millions of times by an import
    Statement audit_;
};

/// Makes a series, or gives it new names and properties; its code stays.
void save_series(Connection& database, const Series& series);

[[nodiscard]] std::optional<Batch> find_batch(Connection& database, std::int64_t id);

/// All batches, newest first.
[[nodiscard]] std::vector<Batch> all_batches(Connection& database);

/// Takes a batch's rows out and puts back what they had replaced. What is taken out stays in the
/// audit trail. Returns the number of figures changed. The batch must stand.
std::int64_t revert_batch(Connection& database, std::int64_t id, const Clock& clock);

} // namespace weekboard
