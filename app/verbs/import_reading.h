#pragma once

#include "store/store.h"
#include "verbs/import_choices.h"
#include "verbs/import_outcome.h"

#include <string>
#include <vector>

namespace weekboard
{

/// What the files say, sheet by sheet; nothing is compared yet. `tells_progress`: `progress 37 100`
/// on standard error, for the window. Throws VerbFailure for a file that cannot be read, or that
/// has changed since it was compared.
[[nodiscard]] std::vector<SheetOutcome> read_all(Store& store,
                                                 const std::vector<std::string>& files,
                                                 const ImportChoices& choices, bool tells_progress);

} // namespace weekboard
