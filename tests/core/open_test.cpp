#include "store/backup.h"
#include "store/batch.h"
#include "store/connection.h"
#include "store/figures.h"
#include "store/file_probe.h"
#include "store/schema.h"
#include "store/series_list.h"
#include "store/stored_date.h"
#include "store/verified_copy.h"
#include "support/catch.h"
#include "support/scratch.h"

#include <sqlite3.h>
#include <sys/stat.h>

#include <chrono>

using namespace weekboard;
using namespace weekboard::testing;

namespace
{

namespace fs = std::filesystem;

constexpr std::size_t page = 4096;

Opened open(const fs::path& path, std::chrono::milliseconds patience = std::chrono::seconds{5})
{
    OpenOptions options;
    options.patience = patience;
    return Store::open(path, options, after_the_week);
}

/// Opening must fail with this condition and leave the file as it is.
void check_refused(const fs::path& path, StoreCondition condition)
{
    const std::string before = bytes_of(path);
    const Opened opened = open(path);
    INFO(opened.detail);
    CHECK(to_string(opened.condition) == to_string(condition));
    CHECK_FALSE(opened.store);
    CHECK((bytes_of(path) == before));
}

void run_sql(const fs::path& path, const std::string& sql)
{
    SQLite::Database database{path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    database.exec(sql);
}

/// Our tables, one series with 3,000 figures, in one file without a log.
fs::path filled_store(const ScratchFolder& folder)
{
    const fs::path path = folder / "w.db";
    auto store = blank_store(path);
    const Series series = make_series(*store, "x", Frequency::daily, Measure::close);
    store->write([&](Connection& database) {
        BatchWriter batch{database, {BatchKind::entry, "test", "me"}, after_the_week};
        for (int i = 0; i < 3000; ++i) {
            const Date day = make_date(2015, 1, 1) + std::chrono::days{i};
            batch.release(series, day, day, i);
        }
        batch.finish();
    });
    return path;
}

} // namespace

TEST_CASE("a store that is not there is created, with its folders")
{
    const ScratchFolder folder;
    const fs::path path = folder / "深 处/of folders/w.db";
    CHECK(open(path).condition == StoreCondition::created);
    const Opened again = open(path);
    CHECK(again.condition == StoreCondition::current);
    CHECK(schema_version_of(again.store->database()) == schema_version());
    CHECK(again.store->database().execAndGet("PRAGMA journal_mode").getString() == "wal");
    CHECK(again.store->database().execAndGet("PRAGMA synchronous").getInt() == 2);
}

TEST_CASE("an empty file becomes a store")
{
    const ScratchFolder folder;
    write_bytes(folder / "w.db", "");
    CHECK(open(folder / "w.db").condition == StoreCondition::created);
}

TEST_CASE("a seed that fails leaves no half store behind")
{
    const ScratchFolder folder;
    OpenOptions options;
    options.seed = [](Store&) { throw StoreError{StoreCondition::disk_full, "", "no room"}; };
    CHECK(Store::open(folder / "w.db", options, after_the_week).condition ==
          StoreCondition::disk_full);
    CHECK(open(folder / "w.db").condition == StoreCondition::created);
}

TEST_CASE("an older store is migrated after a verified backup")
{
    const ScratchFolder folder;
    const fs::path path = folder / "w.db";
    fs::copy_file(fs::path{WEEKBOARD_TEST_DATA} / "schema-1.db", path);
    const Opened opened = open(path);
    INFO(opened.detail);
    REQUIRE(opened.condition == StoreCondition::migrated);
    CHECK(probe_file(opened.backup).schema_version == 1);
    opened.store->read([](Connection& database) {
        const auto series = find_series(database, "miit.base_stations_5g").value();
        const auto figures = figures_as_of(database, series, end_of_time).observations;
        REQUIRE(figures.size() == 2);
        CHECK(figures.back().value == 490.9);
    });
    CHECK(open(path).condition == StoreCondition::current);
}

TEST_CASE("the schema that a store is compared with is what the migrations make")
{
    SQLite::Database blank{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    migrate(blank, schema_version());
    INFO("what core/store/schema.sql should hold:\n" << schema_text(blank));
    CHECK(has_our_schema(blank));
    blank.exec("CREATE INDEX one_more ON series (series_group)");
    CHECK_FALSE(has_our_schema(blank));
    blank.exec("DROP INDEX one_more; DROP INDEX series_by_group");
    CHECK_FALSE(has_our_schema(blank));
}

TEST_CASE("every schema that was released can still be opened")
{
    for (const Migration& migration : migrations()) {
        CAPTURE(migration.version);
        const ScratchFolder folder;
        const std::string name = "schema-" + std::to_string(migration.version) + ".db";
        fs::copy_file(fs::path{WEEKBOARD_TEST_DATA} / name, folder / name);
        const Opened opened = open(folder / name);
        REQUIRE(opened.store);
        CHECK(verify(*opened.store).ok);
    }
}

TEST_CASE("a migration that cannot be backed up is not begun")
{
    const ScratchFolder folder;
    fs::copy_file(fs::path{WEEKBOARD_TEST_DATA} / "schema-1.db", folder / "w.db");
    write_bytes(folder / "w.db.backups", "a file where the folder should be");
    check_refused(folder / "w.db", StoreCondition::unreachable);
}

TEST_CASE("a store of a later version is refused")
{
    const ScratchFolder folder;
    const fs::path path = filled_store(folder);
    run_sql(path, "PRAGMA user_version = " + std::to_string(schema_version() + 1));
    check_refused(path, StoreCondition::newer);
}

TEST_CASE("other files are not ours")
{
    const ScratchFolder folder;
    write_bytes(folder / "text.db", "指标名称,频率\n");
    check_refused(folder / "text.db", StoreCondition::not_ours);

    run_sql(folder / "other.db", "CREATE TABLE cookies (name TEXT)");
    check_refused(folder / "other.db", StoreCondition::not_ours);

    run_sql(folder / "versioned.db", "CREATE TABLE a (b); PRAGMA user_version = 1");
    check_refused(folder / "versioned.db", StoreCondition::not_ours);

    fs::create_directory(folder / "folder.db");
    CHECK(open(folder / "folder.db").condition == StoreCondition::not_ours);
}

TEST_CASE("a store to which somebody added something is not ours")
{
    for (const char* added :
         {"CREATE TABLE extra (a)", "CREATE VIEW v AS SELECT 1",
          "CREATE TRIGGER t AFTER INSERT ON batch BEGIN DELETE FROM observation; END",
          "DROP INDEX series_by_group", "ALTER TABLE series ADD COLUMN extra TEXT"}) {
        CAPTURE(added);
        const ScratchFolder folder;
        const fs::path path = filled_store(folder);
        run_sql(path, added);
        check_refused(path, StoreCondition::not_ours);
    }
}

TEST_CASE("a truncated store is corrupt")
{
    const ScratchFolder folder;
    const fs::path path = filled_store(folder);
    const std::string whole = bytes_of(path);
    for (const std::size_t size : {whole.size() - page, whole.size() / 2, page, std::size_t{600}}) {
        CAPTURE(size);
        write_bytes(path, whole.substr(0, size));
        check_refused(path, StoreCondition::corrupt);
    }
}

TEST_CASE("a store whose commit was cut off is not taken for a truncated one")
{
    const ScratchFolder folder;
    const fs::path path = filled_store(folder);
    const std::string whole = bytes_of(path);
    write_bytes(path, whole.substr(0, whole.size() - page));
    CHECK(probe_file(path).kind == FileKind::truncated);
    for (const char* suffix : {"-journal", "-wal"}) {
        write_bytes(path.string() + suffix, "what the killed process had not written back");
        CHECK(probe_file(path).kind == FileKind::ours);
        fs::remove(path.string() + suffix);
    }
}

TEST_CASE("a link is followed to the folder where the store is")
{
    const ScratchFolder folder;
    fs::create_directory(folder / "Dropbox");
    fs::create_symlink(folder / "Dropbox/w.db", folder / "link.db");
    const Opened opened = open(folder / "link.db");
    REQUIRE(opened.store);
    CHECK(opened.store->is_on_shared_folder());
    CHECK(backup_folder(folder / "link.db").parent_path().filename() == "Dropbox");
}

TEST_CASE("a page of garbage is found when it is read, and by verify")
{
    const ScratchFolder folder;
    const fs::path path = filled_store(folder);
    std::string bytes = bytes_of(path);
    const std::size_t last = bytes.size() - page; // a leaf with figures
    bytes.replace(last, page, std::string(page, '\x5a'));
    write_bytes(path, bytes);
    const Opened opened = open(path);
    REQUIRE(opened.store);
    CHECK_FALSE(verify(*opened.store).ok);
    try {
        opened.store->read([](Connection& database) {
            const auto series = find_series(database, "x").value();
            return figures_as_of(database, series, end_of_time);
        });
        FAIL("the garbage was read");
    } catch (const StoreError& error) {
        CHECK(error.condition() == StoreCondition::corrupt);
        CHECK(error.path() == path);
    }
    CHECK((bytes_of(path) == bytes));
}

TEST_CASE(
    "a damaged copy is not changed by looking at it, a sound one gets its log when it is written")
{
    const ScratchFolder folder;
    const fs::path path = filled_store(folder);
    run_sql(path, "PRAGMA journal_mode = DELETE");
    const std::string whole = bytes_of(path);
    std::string bytes = whole;
    const std::size_t last = bytes.size() - page;
    bytes.replace(last, page, std::string(page, '\x5a'));
    write_bytes(path, bytes);
    {
        const Opened opened = open(path);
        REQUIRE(opened.store);
        CHECK_FALSE(verify(*opened.store).ok);
    }
    CHECK((bytes_of(path) == bytes));

    write_bytes(path, whole);
    const Opened opened = open(path);
    REQUIRE(opened.store);
    opened.store->write([](Connection& d) { d.exec("UPDATE series SET name_en = 'own'"); });
    CHECK(opened.store->database().execAndGet("PRAGMA journal_mode").getString() == "wal");
    CHECK(opened.store->database().execAndGet("PRAGMA synchronous").getInt() == 2);
}

TEST_CASE("a store that stays locked is an outcome, one that is freed in time is not")
{
    const ScratchFolder folder;
    const fs::path path = filled_store(folder);
    run_sql(path, "PRAGMA journal_mode = DELETE");
    SQLite::Database other{path, SQLite::OPEN_READWRITE};
    other.exec("BEGIN EXCLUSIVE");
    CHECK(open(path, std::chrono::milliseconds{50}).condition == StoreCondition::locked);
    other.exec("ROLLBACK");
    CHECK(open(path).condition == StoreCondition::current);
}

TEST_CASE("a writer that cannot get in says so, readers go on")
{
    const ScratchFolder folder;
    const fs::path path = filled_store(folder);
    const Opened opened = open(path, std::chrono::milliseconds{50});
    SQLite::Database other{path, SQLite::OPEN_READWRITE};
    other.exec("BEGIN IMMEDIATE");
    CHECK(opened.store->read([](Connection& d) { return all_series(d).size(); }) == 1);
    try {
        opened.store->write([](Connection&) {});
        FAIL("the lock was not noticed");
    } catch (const StoreError& error) {
        CHECK(error.condition() == StoreCondition::locked);
    }
}

TEST_CASE("a store on a read-only medium can be read, not written")
{
    const ScratchFolder folder;
    const fs::path path = filled_store(folder);
    chmod(path.c_str(), 0444);
    chmod(folder.path().c_str(), 0555);
    CHECK(holds_without_privilege([&] {
        const Opened opened = open(path);
        if (opened.condition != StoreCondition::read_only || !opened.store) {
            return false;
        }
        const bool reads =
            opened.store->read([](Connection& d) { return all_series(d).size(); }) == 1;
        try {
            opened.store->write([](Connection& d) { d.exec("DELETE FROM batch"); });
            return false;
        } catch (const StoreError& error) {
            return reads && error.condition() == StoreCondition::read_only;
        }
    }));
    CHECK(holds_without_privilege(
        [&] { return open(folder / "new.db").condition == StoreCondition::read_only; }));
    chmod(folder.path().c_str(), 0755);
    CHECK_FALSE(fs::exists(folder / "w.db-wal"));
}

TEST_CASE("an older store on a read-only medium is told as what it is")
{
    const ScratchFolder folder;
    fs::copy_file(fs::path{WEEKBOARD_TEST_DATA} / "schema-1.db", folder / "w.db");
    chmod((folder / "w.db").c_str(), 0444);
    chmod(folder.path().c_str(), 0555);
    CHECK(holds_without_privilege([&] {
        const Opened opened = open(folder / "w.db");
        return opened.condition == StoreCondition::read_only && !opened.store;
    }));
    chmod(folder.path().c_str(), 0755);
}

TEST_CASE("a synchronised folder gets a rollback journal")
{
    const ScratchFolder folder;
    const Opened opened = open(folder / "OneDrive - House/w.db");
    REQUIRE(opened.store);
    CHECK(opened.store->is_on_shared_folder());
    CHECK(opened.store->database().execAndGet("PRAGMA journal_mode").getString() == "delete");
    CHECK_FALSE(is_shared_folder(folder.path()));
}

TEST_CASE("a connection notices what another one commits")
{
    const ScratchFolder folder;
    const fs::path path = filled_store(folder);
    const Opened one = open(path);
    const Opened two = open(path);
    const auto before = one.store->data_version();
    one.store->write([](Connection& d) { d.exec("UPDATE series SET name_en = 'own'"); });
    CHECK(one.store->data_version() == before);
    two.store->write([](Connection& d) { d.exec("UPDATE series SET name_en = 'other'"); });
    CHECK(one.store->data_version() != before);
}
