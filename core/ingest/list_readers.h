#pragma once

#include "ingest/row_reader.h"

namespace weekboard
{

/// Of a ministry's table: a name in each row, a month for all of it.
[[nodiscard]] std::unique_ptr<RowReader>
make_release_reader(const RecognisedSheet& recognised, const SeriesMatcher& matcher,
                    const ImportWishes& wishes, const SheetTraits& traits, ImportedSheet& sheet);

/// Of a list of changes: a security or an industry in each row, a week for all of it.
[[nodiscard]] std::unique_ptr<RowReader>
make_ranking_reader(const RecognisedSheet& recognised, const SeriesMatcher& matcher,
                    const ImportWishes& wishes, const SheetTraits& traits, ImportedSheet& sheet);

} // namespace weekboard
