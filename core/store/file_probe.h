#pragma once

#include <cstdint>
#include <filesystem>

namespace weekboard
{

/// Marks the file as a Weekboard store ("WKBD").
inline constexpr std::int32_t store_application_id = 0x574b4244;

/// What a file tells of itself before SQLite touches it.
enum class FileKind {
    absent,    ///< not there, or empty: a store can be made of it
    ours,      ///< an SQLite file with our mark
    foreign,   ///< anything else
    truncated, ///< ours, but shorter than its own header says
    unreadable
};

struct FileProbe {
    FileKind kind = FileKind::absent;
    int schema_version = 0; ///< as of the last checkpoint
    bool uses_wal = false;
};

/// Reads the header, and nothing else; never writes.
[[nodiscard]] FileProbe probe_file(const std::filesystem::path& path);

/// Whether both the file and its folder take writes (a journal lives beside the file).
[[nodiscard]] bool is_writable(const std::filesystem::path& path);

/// Whether the folder is on a network file system or is one that a cloud service synchronises:
/// SQLite's write-ahead log needs shared memory and is unsafe there.
[[nodiscard]] bool is_shared_folder(const std::filesystem::path& folder);

/// Where a path leads, links followed even to a file that is not there yet: logs and copies lie
/// beside the file itself. Throws filesystem_error for a circle of links.
[[nodiscard]] std::filesystem::path real_path(const std::filesystem::path& path);

/// Whether a log or a journal beside the file holds something that belongs into it.
[[nodiscard]] bool has_unfinished_business(const std::filesystem::path& store);

/// The write-ahead log that belongs to a store.
[[nodiscard]] std::filesystem::path wal_path(const std::filesystem::path& store);

} // namespace weekboard
