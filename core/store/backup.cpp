#include "store/backup.h"

#include "store/file_probe.h"
#include "store/schema.h"
#include "store/sqlite_file.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <thread>
#include <vector>

namespace weekboard
{

namespace
{

namespace fs = std::filesystem;

constexpr std::string_view daily_prefix = "daily-";
constexpr std::string_view draft_mark = ".part-";

/// A name beside `target` that is removed again unless `keep()` moved it into place.
class Draft
{
public:
    explicit Draft(const fs::path& target)
        : target_{target}
        , path_{target}
    {
        path_ += fmt::format("{}{}", draft_mark, getpid());
        remove();
    }
    ~Draft() { remove(); }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;

    [[nodiscard]] const fs::path& path() const { return path_; }

    /// A log beside the target would be read into the new file: the caller has cleared it away.
    void keep()
    {
        sync(path_);
        fs::rename(path_, target_);
        sync(target_.has_parent_path() ? target_.parent_path() : fs::path{"."});
    }

private:
    void remove() const
    {
        std::error_code ignored; // it is not there, as a rule
        for (const char* suffix : {"", "-journal", "-wal", "-shm"}) {
            fs::remove(path_.string() + suffix, ignored);
        }
    }

    static void sync(const fs::path& path)
    {
        const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor >= 0) {
            fsync(descriptor);
            close(descriptor);
        }
    }

    fs::path target_;
    fs::path path_;
};

Health verify(SQLite::Database& database)
{
    Health health;
    SQLite::Statement integrity{database, "PRAGMA integrity_check"};
    while (integrity.executeStep()) {
        const std::string line = integrity.getColumn(0).getString();
        if (line != "ok") {
            health.messages.push_back(line);
        }
    }
    SQLite::Statement references{database, "PRAGMA foreign_key_check"};
    while (references.executeStep()) {
        health.messages.push_back(fmt::format("{}: a row refers to {}, where its target is missing",
                                              references.getColumn(0).getString(),
                                              references.getColumn(2).getString()));
    }
    health.ok = health.messages.empty();
    return health;
}

bool run_to_end(SQLite::Backup& backup, const std::function<bool(double)>& keep_going)
{
    constexpr int pages_a_step = 2048;
    if (keep_going && !keep_going(0)) {
        return false;
    }
    for (;;) {
        const int status = backup.executeStep(keep_going ? pages_a_step : -1);
        if (status == SQLITE_DONE) {
            return true;
        }
        if (status == SQLITE_BUSY || status == SQLITE_LOCKED) {
            throw SQLite::Exception{"the store is in use", status};
        }
        const double total = std::max(1, backup.getTotalPageCount());
        if (keep_going && !keep_going(1 - backup.getRemainingPageCount() / total)) {
            return false;
        }
    }
}

/// Copies page by page. Returns false if it was called off.
bool copy_pages(SQLite::Database& from, SQLite::Database& to,
                const std::function<bool(double)>& keep_going)
{
    SQLite::Backup backup{to, from};
    return run_to_end(backup, keep_going);
}

/// Opens a finished copy on its own and looks it over. Throws StoreError if it is not whole.
void check_copy(const fs::path& path)
{
    SQLite::Database copy{path, SQLite::OPEN_READONLY};
    const Health health = verify(copy);
    if (!health.ok) {
        throw StoreError{StoreCondition::corrupt, path, health.messages.front()};
    }
}

/// Fills a draft by `fill(draft's path)`, looks it over and puts it in place. Returns false if
/// `fill` did, and nothing was changed.
template <typename Fill>
bool place_verified(const fs::path& target, Fill fill)
{
    Draft draft{target};
    try {
        if (!fill(draft.path())) {
            return false;
        }
        check_copy(draft.path());
    } catch (const SQLite::Exception& error) {
        throw StoreError{condition_of(error, nullptr), target, error.what()};
    }
    draft.keep();
    return true;
}

bool copy_verified(SQLite::Database& from, const fs::path& target,
                   const std::function<bool(double)>& keep_going)
{
    return place_verified(target, [&](const fs::path& draft) {
        SQLite::Database copy{draft, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
        try {
            if (!copy_pages(from, copy, keep_going)) {
                return false;
            }
            // A copy travels: one file, without a log beside it.
            copy.exec("PRAGMA journal_mode = DELETE");
            return true;
        } catch (const SQLite::Exception& error) {
            throw StoreError{condition_of(error, copy.getHandle()), target, error.what()};
        }
    });
}

/// Removes what a killed process left of a copy that it was making.
void remove_abandoned_drafts(const fs::path& folder)
{
    std::error_code absent;
    for (const auto& entry : fs::directory_iterator{folder, absent}) {
        const std::string name = entry.path().filename().string();
        const std::size_t mark = name.find(draft_mark);
        if (mark == std::string::npos) {
            continue;
        }
        const int process = std::atoi(name.c_str() + mark + draft_mark.size());
        if (process > 0 && kill(process, 0) != 0 && errno == ESRCH) {
            fs::remove(entry.path(), absent);
        }
    }
}

std::string timestamp(const Clock& clock)
{
    std::string text = to_iso(clock.now());
    std::erase_if(text, [](char c) { return c == ':' || c == '-' || c == 'Z'; });
    return text;
}

/// A name that is not taken yet.
fs::path unused(const fs::path& wanted)
{
    fs::path path = wanted;
    for (int i = 2; fs::exists(path); ++i) {
        path = wanted.parent_path() /
               fmt::format("{}-{}{}", wanted.stem().string(), i, wanted.extension().string());
    }
    return path;
}

fs::path replaced_name(const fs::path& path, const Clock& clock)
{
    return unused(path.parent_path() / fmt::format("{}.replaced-{}{}", path.stem().string(),
                                                   timestamp(clock), path.extension().string()));
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
    const Draft draft{path.string() + ".incoming"};
    {
        SQLite::Database incoming{draft.path(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
        copy_pages(source, incoming, {});
    }
    fs::path kept = set_aside(path, clock);
    fs::rename(draft.path(), path);
    return kept;
}

} // namespace

Health verify(Store& store)
{
    try {
        return verify(store.database());
    } catch (const SQLite::Exception& error) {
        const StoreCondition condition = condition_of(error, store.database().getHandle());
        if (condition != StoreCondition::corrupt) {
            throw StoreError{condition, store.path(), error.what()};
        }
        return {false, {error.what()}};
    }
}

bool back_up(Store& store, const fs::path& target, const std::function<bool(double)>& keep_going)
{
    std::error_code error;
    if (fs::equivalent(store.path(), target, error)) {
        throw StoreError{StoreCondition::unreachable, target, "a store cannot be its own backup"};
    }
    try {
        if (target.has_parent_path()) {
            fs::create_directories(target.parent_path());
        }
        if (has_unfinished_business(target)) {
            throw StoreError{StoreCondition::locked, target, "the target is in use as a store"};
        }
        return copy_verified(store.database(), target, keep_going);
    } catch (const SQLite::Exception& failure) {
        throw StoreError{condition_of(failure, nullptr), target, failure.what()};
    } catch (const fs::filesystem_error& failure) {
        throw StoreError{condition_of(failure), target, failure.what()};
    }
}

fs::path backup_folder(const fs::path& store)
{
    // Beside the file itself, wherever a link to it lies.
    const fs::path file = real_path(store);
    return file.parent_path() / (file.filename().string() + ".backups");
}

std::vector<BackupCopy> daily_copies(const fs::path& store)
{
    std::vector<BackupCopy> copies;
    std::error_code absent;
    for (const auto& entry : fs::directory_iterator{backup_folder(store), absent}) {
        const std::string stem = entry.path().stem().string();
        if (!stem.starts_with(daily_prefix) || entry.path().extension() != ".db") {
            continue;
        }
        if (const auto day = parse_date(stem.substr(daily_prefix.size()))) {
            copies.push_back({entry.path(), *day});
        }
    }
    std::ranges::sort(copies, std::greater{}, &BackupCopy::day);
    return copies;
}

std::optional<fs::path> back_up_daily(Store& store, Date today,
                                      const std::function<bool(double)>& keep_going)
{
    const auto before = daily_copies(store.path());
    if (store.is_read_only() ||
        std::ranges::find(before, today, &BackupCopy::day) != before.end()) {
        return std::nullopt;
    }
    remove_abandoned_drafts(backup_folder(store.path()));
    fs::path target =
        backup_folder(store.path()) / fmt::format("{}{}.db", daily_prefix, to_iso(today));
    if (!back_up(store, target, keep_going)) {
        return std::nullopt;
    }
    // A copy from a day to come was made under a wrong clock: it goes before any other.
    auto copies = daily_copies(store.path());
    std::stable_partition(copies.begin(), copies.end(),
                          [today](const BackupCopy& copy) { return copy.day <= today; });
    for (std::size_t i = kept_daily_copies; i < copies.size(); ++i) {
        fs::remove(copies[i].path);
    }
    return target;
}

fs::path back_up_before_migration(Store& store, int version, const Clock& clock)
{
    fs::path target = unused(backup_folder(store.path()) /
                             fmt::format("version-{}-{}.db", version, timestamp(clock)));
    back_up(store, target);
    return target;
}

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
