#pragma once

#include "ingest/import_draft.h"
#include "ingest/import_file.h"

#include <map>
#include <string>

namespace weekboard
{

/// What somebody chose after a comparison, as a file in JSON says it (docs/guide.md).
struct ImportChoices {
    std::map<std::string, std::string> hashes; ///< SHA-256 of the files that were compared, by path
    ImportChoice figures;
    ImportWishes wishes;
};

/// Adds what the file says to `choices`. Throws VerbFailure for what is no such file.
void read_choices(const std::string& path, ImportChoices& choices);

} // namespace weekboard
