#include "store/store.h"

#include "store/backup.h"
#include "store/file_probe.h"
#include "store/schema.h"
#include "store/statement.h"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>
#include <sqlite3.h>

namespace weekboard
{

namespace
{

/// `file:` name of a path, for what only a URI can say.
std::string immutable_uri(const std::filesystem::path& path)
{
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(path).string()) {
        const bool is_plain = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '/' ||
                              c == '.' || c == '-' || c == '_';
        uri += is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return uri + "?immutable=1";
}

} // namespace

Rollback::~Rollback()
{
    if (is_in_transaction(database_)) {
        database_.tryExec("ROLLBACK");
    }
}

bool is_in_transaction(const SQLite::Database& database)
{
    return sqlite3_get_autocommit(database.getHandle()) == 0;
}

Store::Store(Connection database, std::filesystem::path path, bool read_only)
    : database_{std::move(database)}
    , path_{std::move(path)}
    , read_only_{read_only}
{
}

std::int64_t Store::data_version()
{
    try {
        Statement query{database_, "PRAGMA data_version"};
        query.step();
        return query.as_int64(0);
    } catch (const SQLite::Exception& error) {
        rethrow(error);
    }
}

void Store::rethrow(const SQLite::Exception& error) const
{
    throw StoreError{condition_of(error, database_.getHandle()), path_, error.what()};
}

/// Changing the journal needs the file alone for a moment. Where others have it open it stays as it
/// is: both kinds are safe, and the next opening tries again.
void Store::choose_journal()
{
    database_.tryExec(on_shared_folder_ ? "PRAGMA journal_mode = DELETE"
                                        : "PRAGMA journal_mode = WAL");
    database_.exec("PRAGMA synchronous = FULL");
    journal_waits_ = false;
}

void Store::choose_waiting_journal()
{
    if (journal_waits_ && !is_in_transaction(database_)) {
        choose_journal();
    }
}

/// The steps of opening; each either ends the matter with a failure or lets the next one begin.
class StoreOpening
{
public:
    StoreOpening(const std::filesystem::path& path, const OpenOptions& options, const Clock& clock)
        : path_{real_path(path)}
        , options_{options}
        , clock_{clock}
    {
    }

    Opened run()
    {
        try {
            Opened opened = open();
            opened.store = std::move(store_);
            return opened;
        } catch (const StoreError& error) {
            return {error.condition(), nullptr, {}, error.what()};
        } catch (const SQLite::Exception& error) {
            sqlite3* handle = store_ ? store_->database().getHandle() : nullptr;
            return {condition_of(error, handle), nullptr, {}, error.what()};
        } catch (const std::filesystem::filesystem_error& error) {
            return {condition_of(error), nullptr, {}, error.what()};
        }
    }

private:
    [[noreturn]] void fail(StoreCondition condition, const std::string& detail) const
    {
        throw StoreError{condition, path_, detail};
    }

    Opened open()
    {
        const FileProbe probe = probe_file(path_);
        refuse_by_header(probe);
        const bool fresh = probe.kind == FileKind::absent;
        if (fresh && path_.has_parent_path()) {
            std::filesystem::create_directories(path_.parent_path());
        }
        const bool writable = is_writable(path_);
        if (fresh && !writable) {
            fail(StoreCondition::read_only, "the folder cannot be written");
        }
        store_.reset(new Store{connect(probe, writable), path_, !writable});
        distrust(database());
        // 32 MB hold the leaves with the last figures of 5,000 series; the default of 2 MB does
        // not.
        database().exec("PRAGMA cache_size = -32768");
        store_->on_shared_folder_ = is_shared_folder(path_.parent_path());
        if (!writable) {
            return open_read_only();
        }
        const int found = fresh ? 0 : schema_version_of(database());
        return found == 0 ? create() : open_existing(found);
    }

    [[nodiscard]] Connection& database() const { return store_->database(); }

    void refuse_by_header(const FileProbe& probe) const
    {
        switch (probe.kind) {
        case FileKind::foreign:
            fail(StoreCondition::not_ours, "the file does not have the mark of a store");
        case FileKind::truncated:
            fail(StoreCondition::corrupt, "the file is shorter than its header says");
        case FileKind::unreadable:
            fail(StoreCondition::unreachable, "the file cannot be read");
        case FileKind::absent:
        case FileKind::ours:
            break;
        }
        if (probe.schema_version > schema_version()) {
            fail(StoreCondition::newer, fmt::format("schema version {}, this program knows {}",
                                                    probe.schema_version, schema_version()));
        }
    }

    [[nodiscard]] Connection connect(const FileProbe& probe, bool writable) const
    {
        const int patience = static_cast<int>(options_.patience.count());
        const int own_thread = SQLite::OPEN_NOMUTEX; // see the class: one thread at a time
        if (writable) {
            return {path_, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | own_thread, patience};
        }
        if (probe.uses_wal && !has_unfinished_business(path_)) {
            // A log cannot be made here; nothing is in one, so the file alone is the whole store.
            return {immutable_uri(path_), SQLite::OPEN_READONLY | SQLite::OPEN_URI | own_thread,
                    patience};
        }
        return {path_, SQLite::OPEN_READONLY | own_thread, patience};
    }

    [[nodiscard]] Opened open_read_only() const
    {
        const int found = schema_version_of(database());
        if (found > schema_version()) {
            fail(StoreCondition::newer, fmt::format("schema version {}", found));
        }
        refuse_foreign_schema();
        if (found < schema_version()) {
            fail(StoreCondition::read_only,
                 "an older store on a read-only medium cannot be migrated");
        }
        return {StoreCondition::read_only, nullptr, {}, {}};
    }

    /// Another process may be creating the same file: whoever gets the lock first does it.
    Opened create()
    {
        const bool made_here = store_->write([&](Connection&) {
            if (schema_version_of(database()) != 0) {
                return false;
            }
            if (database().execAndGet("SELECT count(*) FROM sqlite_master").getInt() != 0) {
                fail(StoreCondition::not_ours, "tables without a schema version");
            }
            migrate(database(), schema_version());
            if (options_.seed) {
                options_.seed(*store_);
            }
            return true;
        });
        if (!made_here) {
            return open_existing(schema_version_of(database()));
        }
        store_->choose_journal();
        return {StoreCondition::created, nullptr, {}, {}};
    }

    Opened open_existing(int found)
    {
        if (found > schema_version()) {
            fail(StoreCondition::newer, fmt::format("schema version {}", found));
        }
        refuse_foreign_schema();
        if (found == schema_version()) {
            // The log cannot be shared by machines, so it goes at once. It comes with the first
            // writing: a store that is only looked at, and may be found damaged, stays untouched.
            store_->journal_waits_ = true;
            if (store_->is_on_shared_folder()) {
                store_->choose_journal();
            }
            refresh();
            return {StoreCondition::current, nullptr, {}, {}};
        }
        const auto backup = back_up_before_migration(*store_, found, clock_);
        store_->write([&](Connection&) { migrate(database(), schema_version()); });
        store_->choose_journal();
        refresh();
        return {StoreCondition::migrated, nullptr, backup, {}};
    }

    void refresh() const
    {
        try {
            if (options_.refresh) {
                options_.refresh(*store_);
            }
        } catch (const StoreError& error) {
            if (error.condition() != StoreCondition::locked) {
                throw;
            }
        }
    }

    void refuse_foreign_schema() const
    {
        if (!has_our_schema(database())) {
            fail(StoreCondition::not_ours, "the schema differs from the one that we make");
        }
    }

    std::filesystem::path path_;
    const OpenOptions& options_;
    const Clock& clock_;
    std::unique_ptr<Store> store_; ///< outlives whatever is thrown: errors ask its connection
};

Opened Store::open(const std::filesystem::path& path, const OpenOptions& options,
                   const Clock& clock)
{
    try {
        return StoreOpening{path, options, clock}.run();
    } catch (const std::filesystem::filesystem_error& error) {
        return {condition_of(error), nullptr, {}, error.what()};
    }
}

} // namespace weekboard
