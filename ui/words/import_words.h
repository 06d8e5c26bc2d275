#pragma once

#include "ingest/import_file.h"

#include <QString>

namespace weekboard
{

/// Why something in a file is no figure.
[[nodiscard]] QString words_for(RejectReason reason);

} // namespace weekboard
