#pragma once

#include "check/finding.h"
#include "series/observation.h"
#include "series/series.h"
#include "store/connection.h"

#include <map>
#include <string>
#include <vector>

namespace weekboard
{

/// A series with its figures as known on a day.
struct ShelvedSeries {
    Series series;
    Observations observations;
    std::vector<Date> rounded; ///< periods that the source rounds coarsely, ascending
    bool illustrative = false;

    [[nodiscard]] const Observation* at(Date period_end) const;
    [[nodiscard]] bool is_rounded(Date period_end) const;
};

/// Reads each series once, when it is first asked for.
class FigureShelf
{
public:
    FigureShelf(Connection& database, Date as_of);

    /// Null for a code that the store does not have.
    [[nodiscard]] const ShelvedSeries* find(const std::string& code);

    /// From now on as if the figure were known: to check what has not been committed.
    void suppose(const FigureKey& figure, double value);

private:
    Connection& database_;
    Date as_of_;
    std::map<std::string, ShelvedSeries> shelved_;
};

} // namespace weekboard
