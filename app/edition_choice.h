#pragma once

#include "program.h"
#include "publish/edition.h"
#include "store/publications.h"

#include <string>

namespace weekboard
{

/// A week's edition by its number or `latest`. Throws VerbFailure: exit_malformed for a text that
/// is neither, exit_refused for an edition that there is not.
[[nodiscard]] Publication require_publication(Connection& database, Week week,
                                              const std::string& edition);

/// What was published. Throws VerbFailure, exit_unusable, where it cannot be read.
[[nodiscard]] WeekEdition edition_in(const Publication& publication);

} // namespace weekboard
