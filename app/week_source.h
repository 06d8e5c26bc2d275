#pragma once

#include "exhibit/exhibit.h"
#include "exhibit/week_view.h"
#include "program.h"
#include "publish/edition.h"
#include "publish/report.h"
#include "store/connection.h"

#include <optional>
#include <string>
#include <vector>

namespace weekboard
{

/// What verbs about a week show: the week as the store has it now, or as it was published. To be
/// used inside Store::read.
class WeekSource
{
public:
    /// Throws VerbFailure for a day or an edition that is none.
    WeekSource(Connection& database, const WeekChoice& choice, const Program& program);

    [[nodiscard]] WeekView view() const;

    /// Those that an argument names: an id, a number, several with commas, or `all`. Throws
    /// VerbFailure, exit_refused, for one that there is not.
    [[nodiscard]] std::vector<Exhibit> exhibits(const std::string& which) const;

    [[nodiscard]] Report report() const;

    [[nodiscard]] Letterhead letterhead() const;

private:
    Connection& database_;
    Language language_;
    WantedWeek wanted_;
    std::optional<WeekEdition> edition_;
};

} // namespace weekboard
