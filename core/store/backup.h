#pragma once

#include "store/verified_copy.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace weekboard
{

/// How many daily copies are kept.
inline constexpr std::size_t kept_daily_copies = 7;

/// A copy of the store beside it.
struct BackupCopy {
    std::filesystem::path path;
    Date day;
};

/// Copies the store to `target`, reads the copy back, and only then puts it in place of what was
/// there. Throws StoreError; `target` is untouched then. Returns false if it was called off, and
/// everything is as it was.
bool back_up(Store& store, const std::filesystem::path& target, const KeepGoing& keep_going = {});

/// The folder beside the store that holds its copies.
[[nodiscard]] std::filesystem::path backup_folder(const std::filesystem::path& store);

/// Daily copies, newest first.
[[nodiscard]] std::vector<BackupCopy> daily_copies(const std::filesystem::path& store);

/// Makes today's copy if there is none, then drops all but the newest. Returns the copy made.
std::optional<std::filesystem::path> back_up_daily(Store& store, Date today,
                                                   const KeepGoing& keep_going = {});

/// The copy made before a migration; its name tells the version it has.
std::filesystem::path back_up_before_migration(Store& store, int version, const Clock& clock);

} // namespace weekboard
