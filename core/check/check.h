#pragma once

#include "check/figure_shelf.h"
#include "check/finding.h"
#include "series/language.h"
#include "store/connection.h"
#include "time/week.h"

#include <vector>

/// All checks over a store. To be used inside Store::read.
namespace weekboard
{

/// Identities and plausibility of every series as known on a day, the newest period first.
[[nodiscard]] std::vector<CheckFinding> check_figures(Connection& database, Date as_of,
                                                      Language language);

/// Those findings in which one figure has a part.
[[nodiscard]] std::vector<CheckFinding> check_figure(Connection& database, const FigureKey& figure,
                                                     Date as_of, Language language);

/// Those findings in which one of the figures has a part that were supposed on the shelf.
[[nodiscard]] std::vector<CheckFinding> check_supposed(Connection& database, FigureShelf& shelf,
                                                       const std::vector<FigureKey>& supposed,
                                                       Language language);

/// What a week still lacks, as known on a day: closes or published changes, ratings, the notes;
/// and figures that should be out by then (`missing`).
[[nodiscard]] std::vector<CheckFinding> check_complete(Connection& database, Week week, Date as_of,
                                                       Language language);

} // namespace weekboard
