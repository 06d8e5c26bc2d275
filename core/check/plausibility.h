#pragma once

#include "check/figure_shelf.h"
#include "check/finding.h"
#include "series/language.h"

#include <vector>

namespace weekboard
{

/// What looks wrong in the figures of one series on their own:
/// - `falls`: a sum since January that is less than a month before;
/// - `unit`: about ten, a hundred, … times its neighbour, as when 亿 is taken for 万;
/// - `jump`: a change of more than four standard deviations of the series' other changes;
/// - `repeat`: the very figure of the period before;
/// - `calendar`: a close on a day without trading.
/// Made-up figures are not looked at.
[[nodiscard]] std::vector<CheckFinding> check_plausibility(const ShelvedSeries& shelved,
                                                           Language language);

} // namespace weekboard
