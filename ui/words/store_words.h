#pragma once

#include "publish/file_target.h"
#include "store/store_error.h"

#include <QString>

#include <filesystem>

namespace weekboard
{

/// One sentence for what became of a store, with the way out where there is one. In the language
/// of the installed translator.
[[nodiscard]] QString sentence_for(StoreCondition condition, const std::filesystem::path& path);

/// One sentence for a file that could not be written.
[[nodiscard]] QString sentence_for(const ExportError& error);

/// A path as the user may read it.
[[nodiscard]] QString shown(const std::filesystem::path& path);

} // namespace weekboard
