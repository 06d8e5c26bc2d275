#pragma once

#include "store/connection.h"
#include "store/store_error.h"
#include "time/clock.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace weekboard
{

class Store;

struct OpenOptions {
    /// How long to wait for another process before giving up as `locked`.
    std::chrono::milliseconds patience{5000};
    /// Fills a new store, in the transaction that creates it. May be empty.
    std::function<void(Store&)> seed;
    /// Brings what came with an earlier program up to date, once an existing store is open and can
    /// be written. May be empty; what it throws as `locked` is left for the next opening.
    std::function<void(Store&)> refresh;
};

/// Outcome of opening a file. There is a store for `created`, `current`, `migrated` and, where the
/// medium only lets us read, `read_only`; the file is untouched by all other outcomes.
struct Opened {
    StoreCondition condition = StoreCondition::unreachable;
    std::unique_ptr<Store> store;
    std::filesystem::path backup; ///< the copy made before a migration
    std::string detail;           ///< technical, for the log
};

/// One connection to the store's file. A connection belongs to one thread at a time; several
/// connections, of several processes too, may use one file at once.
class Store
{
public:
    /// Opens `path`, creating or migrating it where needed. Never throws for what a file can be.
    [[nodiscard]] static Opened open(const std::filesystem::path& path, const OpenOptions& options,
                                     const Clock& clock);

    /// Runs `work(database)` on one consistent state of the store. Nested reads join the outer one.
    template <typename Work>
    auto read(Work&& work)
    {
        return in_transaction("BEGIN DEFERRED", std::forward<Work>(work));
    }

    /// Runs `work(database)` as one transaction: all of it is stored, durably, or nothing.
    /// Throws StoreError for what the store cannot do, and passes on what `work` throws.
    template <typename Work>
    auto write(Work&& work)
    {
        choose_waiting_journal();
        return in_transaction("BEGIN IMMEDIATE", std::forward<Work>(work));
    }

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] bool is_read_only() const { return read_only_; }

    /// Whether the file lies where several machines may reach it, so that a rollback journal is
    /// used instead of the write-ahead log.
    [[nodiscard]] bool is_on_shared_folder() const { return on_shared_folder_; }

    /// Changes whenever another connection has committed something.
    [[nodiscard]] std::int64_t data_version();

    /// The bare connection, for copies of the whole file.
    [[nodiscard]] Connection& database() { return database_; }

    /// Turns an SQLite error into the store's own.
    [[noreturn]] void rethrow(const SQLite::Exception& error) const;

private:
    Store(Connection database, std::filesystem::path path, bool read_only);

    template <typename Work>
    auto in_transaction(const char* begin, Work&& work);

    void choose_journal();
    void choose_waiting_journal();

    friend class StoreOpening;

    Connection database_;
    std::filesystem::path path_;
    bool read_only_ = false;
    bool on_shared_folder_ = false;
    bool journal_waits_ = false; ///< is chosen before the first writing
};

/// Ends a transaction that nobody committed. Rolling back cannot fail in a way that matters: what
/// SQLite cannot roll back now it rolls back when the file is opened again.
class Rollback
{
public:
    explicit Rollback(SQLite::Database& database)
        : database_{database}
    {
    }
    ~Rollback();
    Rollback(const Rollback&) = delete;
    Rollback& operator=(const Rollback&) = delete;

private:
    SQLite::Database& database_;
};

/// Whether the connection is inside a transaction.
[[nodiscard]] bool is_in_transaction(const SQLite::Database& database);

template <typename Work>
auto Store::in_transaction(const char* begin, Work&& work)
{
    if (is_in_transaction(database_)) {
        return work(database_);
    }
    try {
        database_.exec(begin);
        const Rollback rollback{database_};
        if constexpr (std::is_void_v<decltype(work(database_))>) {
            work(database_);
            database_.exec("COMMIT");
        } else {
            auto result = work(database_);
            database_.exec("COMMIT");
            return result;
        }
    } catch (const SQLite::Exception& error) {
        rethrow(error);
    }
}

} // namespace weekboard
