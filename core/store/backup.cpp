#include "store/backup.h"

#include "store/file_probe.h"
#include "store/schema.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>

namespace weekboard
{

namespace
{

namespace fs = std::filesystem;

constexpr std::string_view daily_prefix = "daily-";

/// A name beside `target` that is removed again unless `keep()` moved it into place.
class Draft
{
public:
    explicit Draft(const fs::path& target)
        : target_{target}
        , path_{target}
    {
        path_ += fmt::format(".part-{}", getpid());
        remove();
    }
    ~Draft() { remove(); }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;

    [[nodiscard]] const fs::path& path() const { return path_; }

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

/// Copies page by page; a target that others use is replaced as one transaction.
bool copy_pages(SQLite::Database& from, SQLite::Database& to,
                const std::function<bool(double)>& keep_going)
{
    constexpr int pages_a_step = 2048;
    SQLite::Backup backup{to, from};
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

/// Opens a finished copy on its own and looks it over. Throws StoreError if it is not whole.
void check_copy(const fs::path& path)
{
    SQLite::Database copy{path, SQLite::OPEN_READONLY};
    const Health health = verify(copy);
    if (!health.ok) {
        throw StoreError{StoreCondition::corrupt, path, health.messages.front()};
    }
}

bool copy_verified(Store& store, const fs::path& target,
                   const std::function<bool(double)>& keep_going)
{
    Draft draft{target};
    {
        SQLite::Database copy{draft.path(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
        try {
            if (!copy_pages(store.database(), copy, keep_going)) {
                return false;
            }
            // A copy travels: one file, without a log beside it.
            copy.exec("PRAGMA journal_mode = DELETE");
        } catch (const SQLite::Exception& error) {
            throw StoreError{condition_of(error, copy.getHandle()), target, error.what()};
        }
    }
    try {
        check_copy(draft.path());
    } catch (const SQLite::Exception& error) {
        throw StoreError{condition_of(error, nullptr), target, error.what()};
    }
    draft.keep();
    return true;
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

/// Moves what stands at `path` aside, with its log, and returns where it is now.
fs::path set_aside(const fs::path& path, const Clock& clock)
{
    const fs::path kept = replaced_name(path, clock);
    fs::rename(path, kept);
    for (const char* suffix : {"-journal", "-wal", "-shm"}) {
        std::error_code absent;
        fs::rename(path.string() + suffix, kept.string() + suffix, absent);
    }
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
        const Health health = verify(database);
        if (!health.ok) {
            throw StoreError{StoreCondition::corrupt, copy, health.messages.front()};
        }
        if (probe.schema_version == schema_version() && !has_our_schema(database)) {
            throw StoreError{StoreCondition::not_ours, copy, "the schema is not ours"};
        }
        return database;
    } catch (const SQLite::Exception& error) {
        throw StoreError{condition_of(error, nullptr), copy, error.what()};
    }
}

/// Others may have the store open: its content changes under them as one transaction.
fs::path restore_into(Store& store, SQLite::Database& source, const Clock& clock)
{
    const fs::path kept = replaced_name(store.path(), clock);
    back_up(store, kept);
    try {
        copy_pages(source, store.database(), {});
    } catch (const SQLite::Exception& error) {
        store.rethrow(error);
    }
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
        return copy_verified(store, target, keep_going);
    } catch (const SQLite::Exception& failure) {
        throw StoreError{condition_of(failure, nullptr), target, failure.what()};
    } catch (const fs::filesystem_error& failure) {
        const bool full = failure.code() == std::errc::no_space_on_device;
        throw StoreError{full ? StoreCondition::disk_full : StoreCondition::unreachable, target,
                         failure.what()};
    }
}

fs::path backup_folder(const fs::path& store)
{
    return store.parent_path() / (store.filename().string() + ".backups");
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
    if (store.is_read_only() || (!before.empty() && before.front().day >= today)) {
        return std::nullopt;
    }
    const fs::path target =
        backup_folder(store.path()) / fmt::format("{}{}.db", daily_prefix, to_iso(today));
    if (!back_up(store, target, keep_going)) {
        return std::nullopt;
    }
    const auto copies = daily_copies(store.path());
    for (std::size_t i = kept_daily_copies; i < copies.size(); ++i) {
        fs::remove(copies[i].path);
    }
    return target;
}

fs::path back_up_before_migration(Store& store, int version, const Clock& clock)
{
    const fs::path target = unused(backup_folder(store.path()) /
                                   fmt::format("version-{}-{}.db", version, timestamp(clock)));
    back_up(store, target);
    return target;
}

fs::path restore(const fs::path& path, const fs::path& copy, const Clock& clock)
{
    SQLite::Database source = open_copy(copy);
    const bool replaces = probe_file(path).kind != FileKind::absent;
    if (replaces) {
        Opened current = Store::open(path, {}, clock);
        if (current.store && !current.store->is_read_only()) {
            return restore_into(*current.store, source, clock);
        }
        if (current.condition == StoreCondition::locked ||
            current.condition == StoreCondition::read_only) {
            throw StoreError{current.condition, path, current.detail};
        }
    }
    Draft draft{path.string() + ".incoming"};
    try {
        SQLite::Database incoming{draft.path(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
        copy_pages(source, incoming, {});
    } catch (const SQLite::Exception& error) {
        throw StoreError{condition_of(error, nullptr), path, error.what()};
    }
    const fs::path kept = replaces ? set_aside(path, clock) : fs::path{};
    fs::rename(draft.path(), path);
    return kept;
}

} // namespace weekboard
