#pragma once

#include "store/store.h"

#include <filesystem>
#include <optional>
#include <string>
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

/// Result of looking a store over. Empty `messages` means healthy.
struct Health {
    bool ok = true;
    std::vector<std::string> messages; ///< SQLite's own words, for the one who repairs
};

/// Reads every page and every reference. Takes about a second per 100 MB.
[[nodiscard]] Health verify(Store& store);

/// Copies the store to `target`, reads the copy back, and only then puts it in place of what was
/// there. Throws StoreError; `target` is untouched then. `keep_going` is asked between steps;
/// false leaves everything as it was and returns false.
bool back_up(Store& store, const std::filesystem::path& target,
             const std::function<bool(double done)>& keep_going = {});

/// The folder beside the store that holds its copies.
[[nodiscard]] std::filesystem::path backup_folder(const std::filesystem::path& store);

/// Daily copies, newest first.
[[nodiscard]] std::vector<BackupCopy> daily_copies(const std::filesystem::path& store);

/// Makes today's copy if there is none, then drops all but the newest. Returns the copy made.
std::optional<std::filesystem::path>
back_up_daily(Store& store, Date today, const std::function<bool(double done)>& keep_going = {});

/// The copy made before a migration; its name tells the version it has.
std::filesystem::path back_up_before_migration(Store& store, int version, const Clock& clock);

/// Puts `copy` in the place of the store at `path`. The copy is looked over first; what it
/// replaces is kept beside it, and its path is returned (empty if there was nothing). Throws
/// StoreError, with the copy's path where the copy is at fault.
std::filesystem::path restore(const std::filesystem::path& path, const std::filesystem::path& copy,
                              const Clock& clock);

} // namespace weekboard
