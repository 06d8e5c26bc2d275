#include "store/restore.h"

#include "store/file_probe.h"
#include "store/schema.h"
#include "store/sqlite_file.h"
#include "store/verified_copy.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <thread>
#include <vector>

namespace weekboard
{

namespace
{

namespace fs = std::filesystem;

fs::path replaced_name(const fs::path& path, const Clock& clock)
{
    return unused_path(path.parent_path() / fmt::format("{}.replaced-{}{}", path.stem().string(),
                                                        file_timestamp(clock),
                                                        path.extension().string()));
}

constexpr std::array<const char*, 3> side_files{"-journal", "-wal", "-shm"};

/// Moves what stands at `path` aside, with its log, and returns where it is now. The log goes
/// first: one that stayed behind would be read into whatever takes the file's place.
fs::path set_aside(const fs::path& path, const Clock& clock)
{
    fs::path kept = replaced_name(path, clock);
    for (const char* suffix : side_files) {
        if (fs::exists(path.string() + suffix)) {
            fs::rename(path.string() + suffix, kept.string() + suffix);
        }
    }
    if (!fs::exists(path)) {
        return {};
    }
    fs::rename(path, kept);
    return kept;
}

/// Opens a copy for reading only. Throws StoreError for one that could not be a store again.
SQLite::Database open_copy(const fs::path& copy)
{
    const FileProbe probe = probe_file(copy);
    switch (probe.kind) {
    case FileKind::absent:
    case FileKind::unreadable:
        throw StoreError{StoreCondition::unreachable, copy, "there is no such file"};
    case FileKind::foreign:
        throw StoreError{StoreCondition::not_ours, copy, "the file has no mark of a store"};
    case FileKind::truncated:
        throw StoreError{StoreCondition::corrupt, copy, "the file is cut short"};
    case FileKind::ours:
        break;
    }
    if (probe.schema_version > schema_version()) {
        throw StoreError{StoreCondition::newer, copy, "written by a later version"};
    }
    try {
        SQLite::Database database{copy, SQLite::OPEN_READONLY};
        distrust(database);
        if (!has_our_schema(database)) {
            throw StoreError{StoreCondition::not_ours, copy, "the schema is not ours"};
        }
        const Health health = verify(database);
        if (!health.ok) {
            throw StoreError{StoreCondition::corrupt, copy, health.messages.front()};
        }
        return database;
    } catch (const SQLite::Exception& error) {
        throw StoreError{condition_of(error, nullptr), copy, error.what()};
    }
}

void copy_bytes(const fs::path& store, const fs::path& target)
{
    constexpr std::int64_t block = 1 << 20;
    const SqliteFile from{store};
    std::ofstream to{target, std::ios::binary};
    std::vector<unsigned char> bytes(block);
    const std::int64_t size = from.size();
    if (size <= 0) {
        throw StoreError{StoreCondition::unreachable, store, "it cannot be opened"};
    }
    for (std::int64_t at = 0; at < size; at += block) {
        bytes.resize(static_cast<std::size_t>(std::min(block, size - at)));
        if (!from.read(at, bytes)) {
            throw StoreError{StoreCondition::unreachable, store, "it cannot be read"};
        }
        to.write(reinterpret_cast<const char*>(bytes.data()),
                 static_cast<std::streamsize>(bytes.size()));
    }
    to.close();
    if (to.fail()) {
        throw StoreError{StoreCondition::disk_full, target, "it cannot be written"};
    }
}

/// Copies what the store holds while this process has it locked for writing.
void keep_locked(const fs::path& store, const fs::path& kept, bool uses_wal)
{
    if (uses_wal) { // readers are let in beside a writer
        SQLite::Database reader{store, SQLite::OPEN_READONLY};
        copy_verified(reader, kept, {});
        return;
    }
    // Nobody is let in, and nothing is under way: the file is the store.
    place_verified(kept, [&](const fs::path& draft) {
        copy_bytes(store, draft);
        return true;
    });
}

/// Takes the target's write lock. SQLite gives up at once where another writer was quicker than the
/// last look at the file, so it is asked again for as long as a write would wait.
void lock_target(SQLite::Backup& backup)
{
    constexpr int most_attempts = 1000;
    constexpr std::chrono::milliseconds pause{5};
    for (int attempt = 1;; ++attempt) {
        const int status = backup.executeStep(0);
        if (status != SQLITE_BUSY && status != SQLITE_LOCKED) {
            return;
        }
        if (attempt == most_attempts) {
            throw SQLite::Exception{"the store is in use", status};
        }
        std::this_thread::sleep_for(pause);
    }
}

/// Others may have the store open: its content changes under them as one transaction. The store is
/// locked first, so that what they committed until then is in the kept copy.
fs::path restore_into(Store& store, SQLite::Database& source, const Clock& clock)
{
    fs::path kept = replaced_name(store.path(), clock);
    try {
        const bool uses_wal =
            store.database().execAndGet("PRAGMA journal_mode").getString() == "wal";
        SQLite::Backup backup{store.database(), source};
        lock_target(backup);
        keep_locked(store.path(), kept, uses_wal);
        run_to_end(backup, {});
        return kept;
    } catch (const SQLite::Exception& error) {
        store.rethrow(error);
    }
}

/// Whether a file that cannot be opened as a store may be moved away for a copy.
bool may_be_set_aside(StoreCondition condition, const fs::path& path)
{
    return fs::is_regular_file(path) &&
           (condition == StoreCondition::corrupt || condition == StoreCondition::not_ours ||
            condition == StoreCondition::newer);
}

fs::path restore_file(const fs::path& path, const fs::path& copy, const Clock& clock)
{
    SQLite::Database source = open_copy(copy);
    if (path.has_parent_path()) {
        fs::create_directories(path.parent_path());
    }
    if (probe_file(path).kind != FileKind::absent) {
        const Opened current = Store::open(path, {}, clock);
        if (current.store && !current.store->is_read_only()) {
            return restore_into(*current.store, source, clock);
        }
        if (!may_be_set_aside(current.condition, path)) {
            throw StoreError{current.condition, path, current.detail};
        }
    }
    const CopyDraft draft{path.string() + ".incoming"};
    {
        SQLite::Database incoming{draft.path(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
        copy_pages(source, incoming, {});
    }
    fs::path kept = set_aside(path, clock);
    fs::rename(draft.path(), path);
    return kept;
}

} // namespace

fs::path restore(const fs::path& path, const fs::path& copy, const Clock& clock)
{
    try {
        return restore_file(real_path(path), copy, clock);
    } catch (const SQLite::Exception& error) {
        throw StoreError{condition_of(error, nullptr), path, error.what()};
    } catch (const fs::filesystem_error& error) {
        throw StoreError{condition_of(error), path, error.what()};
    }
}

} // namespace weekboard
