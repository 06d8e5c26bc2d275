#pragma once

#include "series/series.h"
#include "store/batch.h"
#include "store/store.h"

#include <optional>
#include <string>

namespace weekboard
{

/// One figure that somebody gives.
struct FigureEntry {
    Series series;
    Date period_end;
    std::optional<double> value; ///< nothing: the source withdrew it
    std::optional<Date> vintage; ///< the day from which it was public, if known
    bool correct = false;        ///< a typing error is put right in its own vintage
};

/// Why a figure is not taken. Nothing was changed.
enum class EntryRefusal {
    nothing_to_withdraw,
    nothing_to_correct,
    vintage_before_period,
    period_to_come,     ///< it has not begun, so nothing of it can be known
    released_otherwise, ///< that vintage has another figure: only a correction changes it
};

struct EntryOutcome {
    std::optional<EntryRefusal> refusal;
    std::optional<std::int64_t> batch; ///< nothing where the store has this very figure already
    std::optional<double> previous;    ///< what was known of the period before, as of the vintage
    Date vintage;
};

/// Puts one figure in as a batch of its own. The first figure of a period gets the presumed
/// vintage, a later one is a revision as of today, unless the entry names a vintage. The value
/// must be possible for the series (`why_impossible`). Throws StoreError.
[[nodiscard]] EntryOutcome enter_figure(Connection& database, const FigureEntry& entry,
                                        const BatchOrigin& origin, const Clock& clock);

/// The same as a transaction of its own.
[[nodiscard]] EntryOutcome enter_figure(Store& store, const FigureEntry& entry,
                                        const BatchOrigin& origin, const Clock& clock);

} // namespace weekboard
