#pragma once

#include "series/series.h"
#include "store/connection.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace weekboard
{

/// A figure that a batch brought, beside what it took the place of.
struct BatchChange {
    Series series;
    Date period_end;
    Date vintage;
    std::optional<double> value;  ///< what the batch says; nothing: withdrawn
    bool had_before = false;      ///< that vintage had a figure before, which comes back on revert
    std::optional<double> before; ///< the one before; nothing: none, or withdrawn
    bool stands = false;          ///< nothing newer has taken its place
};

/// What a batch brought beside figures, as words: ratings, notes, places in lists, events.
struct BatchLine {
    std::string kind; ///< rating, note, ranking, event, acknowledgement
    std::string where;
    std::string text;
};

struct BatchChanges {
    std::vector<BatchChange> figures; ///< by series, period and vintage; at most `most`
    std::vector<BatchLine> lines;     ///< at most `most`
    std::int64_t left_out = 0;        ///< figures beyond `most`
};

/// What reverting the batch would undo, or, where it was reverted, what it undid.
[[nodiscard]] BatchChanges changes_of_batch(Connection& database, std::int64_t batch,
                                            std::size_t most);

} // namespace weekboard
