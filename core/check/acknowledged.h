#pragma once

#include "check/figure_shelf.h"
#include "check/finding.h"
#include "store/acknowledgements.h"
#include "store/connection.h"

#include <vector>

namespace weekboard
{

/// A finding with the figures that it compared, as an acknowledgement of it is kept. The reason is
/// left empty.
[[nodiscard]] Acknowledgement acknowledgement_of(FigureShelf& shelf, const CheckFinding& finding);

/// Writes to each finding the reason that was given for it, as long as its figures are the same.
void recall_acknowledged(Connection& database, FigureShelf& shelf,
                         std::vector<CheckFinding>& findings);

} // namespace weekboard
