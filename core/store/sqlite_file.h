#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

struct sqlite3_file;

namespace weekboard
{

/// A store's file, read past SQLite but through its file layer. No other way is safe where this
/// process has the store open: POSIX drops all of a process's locks on a file as soon as one of
/// its descriptors is closed, and without its lock an open store's log is deleted by the next
/// program that closes it. SQLite's layer knows of the locks and keeps the descriptor until they
/// are gone. See https://www.sqlite.org/howtocorrupt.html, section 2.2.
class SqliteFile
{
public:
    /// `is_open` is false where the file cannot be opened.
    explicit SqliteFile(const std::filesystem::path& path);
    ~SqliteFile();
    SqliteFile(const SqliteFile&) = delete;
    SqliteFile& operator=(const SqliteFile&) = delete;

    [[nodiscard]] bool is_open() const { return is_open_; }

    /// Fills `into` from an offset; false where the file has fewer bytes or they cannot be read.
    [[nodiscard]] bool read(std::int64_t offset, std::span<unsigned char> into) const;

    /// In bytes; 0 where that cannot be told.
    [[nodiscard]] std::int64_t size() const;

private:
    const char* name_ = nullptr; ///< as the layer wants it, for as long as the file is open
    std::unique_ptr<std::max_align_t[]> space_; ///< the layer's own object lives in it
    bool is_open_ = false;

    [[nodiscard]] sqlite3_file* file() const;
};

} // namespace weekboard
