#include "store/verified_copy.h"

#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <string_view>

namespace weekboard
{

namespace
{

namespace fs = std::filesystem;

constexpr std::string_view draft_mark = ".part-";

void sync(const fs::path& path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor >= 0) {
        fsync(descriptor);
        close(descriptor);
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

} // namespace

CopyDraft::CopyDraft(const fs::path& target)
    : target_{target}
    , path_{target}
{
    path_ += fmt::format("{}{}", draft_mark, getpid());
    remove();
}

void CopyDraft::keep()
{
    sync(path_);
    fs::rename(path_, target_);
    sync(target_.has_parent_path() ? target_.parent_path() : fs::path{"."});
}

void CopyDraft::remove() const
{
    std::error_code ignored; // it is not there, as a rule
    for (const char* suffix : {"", "-journal", "-wal", "-shm"}) {
        fs::remove(path_.string() + suffix, ignored);
    }
}

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

bool run_to_end(SQLite::Backup& backup, const KeepGoing& keep_going)
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

bool copy_pages(SQLite::Database& from, SQLite::Database& to, const KeepGoing& keep_going)
{
    SQLite::Backup backup{to, from};
    return run_to_end(backup, keep_going);
}

bool place_verified(const fs::path& target, const std::function<bool(const fs::path&)>& fill)
{
    CopyDraft draft{target};
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

bool copy_verified(SQLite::Database& from, const fs::path& target, const KeepGoing& keep_going)
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

std::string file_timestamp(const Clock& clock)
{
    std::string text = to_iso(clock.now());
    std::erase_if(text, [](char c) { return c == ':' || c == '-' || c == 'Z'; });
    return text;
}

fs::path unused_path(const fs::path& wanted)
{
    fs::path path = wanted;
    for (int i = 2; fs::exists(path); ++i) {
        path = wanted.parent_path() /
               fmt::format("{}-{}{}", wanted.stem().string(), i, wanted.extension().string());
    }
    return path;
}

} // namespace weekboard
