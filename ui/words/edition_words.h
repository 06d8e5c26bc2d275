#pragma once

#include "week_content.h"

#include <QString>

namespace weekboard
{

/// Where a change lies: `Exhibit 12`, or `Notes` and the like for what stands in no exhibit.
[[nodiscard]] QString exhibit_words(const EditionChange& change, const WeekEdition& edition,
                                    Language language);

/// What of it: `title`, `source`, or the column and row of a figure as they are.
[[nodiscard]] QString where_words(const EditionChange& change);

} // namespace weekboard
