#pragma once

#include "store/store.h"

#include <filesystem>

namespace weekboard
{

/// Puts `copy` in the place of the store at `path`. The copy is looked over first; what it
/// replaces is kept beside it, and its path is returned (empty if there was nothing). Throws
/// StoreError, with the copy's path where the copy is at fault.
std::filesystem::path restore(const std::filesystem::path& path, const std::filesystem::path& copy,
                              const Clock& clock);

} // namespace weekboard
