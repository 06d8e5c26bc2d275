#pragma once

#include "embedded.h"
#include "store/store.h"

#include <span>
#include <string_view>

namespace weekboard
{

/// Fills a new store: series, boards, scales and specs; the real figures and the week's lists as
/// one batch, the illustrative closes as another. Throws std::logic_error naming file, row and
/// column where a bundled file is not what it should be.
void load_bundled_board(Store& store, std::span<const EmbeddedFile> files, const Clock& clock);

/// Brings the bundled specs of an existing store up to date, in a transaction if there is anything
/// to do. Own texts stay.
void refresh_bundled_specs(Store& store, std::span<const EmbeddedFile> files);

} // namespace weekboard
