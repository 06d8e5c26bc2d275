#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
namespace SQLite
{
class Exception;
}

namespace weekboard
{

/// What became of opening a store, and what can befall an open one. The set is closed: each member
/// has a sentence in `ui/words` and an exit status in `app`.
enum class StoreCondition {
    created,     ///< new, filled with the bundled data
    current,     ///< opened as it was
    migrated,    ///< brought from an older schema to ours, after a verified backup
    read_only,   ///< on a medium that cannot be written
    newer,       ///< written by a later version of the program
    corrupt,     ///< damaged
    not_ours,    ///< another kind of file, or a schema that is not ours
    locked,      ///< in use by another process past the timeout
    disk_full,   ///< no room to write
    unreachable, ///< the folder or the file cannot be opened at all
};

[[nodiscard]] std::string_view to_string(StoreCondition condition);

/// A store that cannot do what was asked. `what()` is the technical detail, for the log.
class StoreError : public std::runtime_error
{
public:
    StoreError(StoreCondition condition, std::filesystem::path path, const std::string& detail);

    [[nodiscard]] StoreCondition condition() const { return condition_; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    StoreCondition condition_;
    std::filesystem::path path_;
};

/// The condition behind an SQLite error; `handle` (may be null) tells the system's own error.
[[nodiscard]] StoreCondition condition_of(const SQLite::Exception& error, sqlite3* handle);

/// The same for an error of the file system.
[[nodiscard]] StoreCondition condition_of(const std::filesystem::filesystem_error& error);

} // namespace weekboard
