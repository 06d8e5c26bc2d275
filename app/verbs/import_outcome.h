#pragma once

#include "ingest/import_draft.h"
#include "ingest/import_file.h"
#include "publish/json.h"

#include <string>
#include <vector>

namespace weekboard
{

/// A sheet of a file, and what it would change.
struct SheetOutcome {
    std::string file;
    std::string encoding;
    std::string hash;
    ImportedSheet sheet;
    std::vector<SeriesDraft> drafts;
    std::vector<RankDraft> ranks;
};

struct ImportTotals {
    std::size_t fresh = 0;
    std::size_t same = 0;
    std::size_t changed = 0;
    std::size_t unchanged_by_choice = 0; ///< of the changed ones: nobody agreed to them
    std::size_t refused = 0;
    std::size_t left = 0;

    ImportTotals& operator+=(const ImportTotals& other);
};

[[nodiscard]] ImportTotals totals_of(const SheetOutcome& outcome);

/// One entry of `files`. `cells`: with each figure that is not the same, some hundreds a series.
[[nodiscard]] Json json_of(const SheetOutcome& outcome, bool cells);

void print_outcome(const SheetOutcome& outcome);

/// What can be done about columns and sheets that nobody knows.
void print_hint(const std::vector<SheetOutcome>& outcomes);

} // namespace weekboard
