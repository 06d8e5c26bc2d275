#pragma once

#include "time/date.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace weekboard
{

/// The figure of a period as known on some day. A period without one has no observation.
struct Observation {
    Date period_end;
    Date vintage; ///< the day from which the figure was public
    double value = 0;

    bool operator==(const Observation&) const = default;
};

/// One release of a period's figure; no value means that it was withdrawn.
struct Release {
    Date period_end;
    Date vintage;
    std::optional<double> value;
    std::int64_t batch = 0;

    bool operator==(const Release&) const = default;
};

/// Ascending by period end, one a period.
using Observations = std::vector<Observation>;
using ObservationSpan = std::span<const Observation>;

} // namespace weekboard
