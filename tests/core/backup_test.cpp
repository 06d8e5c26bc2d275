#include "store/backup.h"
#include "store/batch.h"
#include "store/file_probe.h"
#include "store/restore.h"
#include "store/series_list.h"
#include "store/verified_copy.h"
#include "support/catch.h"
#include "support/scratch.h"

#include <sys/resource.h>

#include <atomic>
#include <thread>

using namespace weekboard;
using namespace weekboard::testing;

namespace
{

namespace fs = std::filesystem;

std::size_t series_count(Store& store)
{
    return store.read([](Connection& database) { return all_series(database).size(); });
}

std::size_t files_in(const fs::path& folder)
{
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator{folder}, fs::directory_iterator{}));
}

} // namespace

TEST_CASE("a backup is a whole store in one file")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    CHECK(back_up(*store, folder / "copies/a.db"));
    CHECK(files_in(folder / "copies") == 1);
    auto copy = blank_store(folder / "copies/a.db");
    CHECK(series_count(*copy) == series_count(*store));
    CHECK(verify(*copy).ok);
}

TEST_CASE("a backup that is called off or fails leaves the target as it was")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    fs::create_directory(folder / "copies");
    write_bytes(folder / "copies/a.db", "precious");
    CHECK_FALSE(back_up(*store, folder / "copies/a.db", [](double) { return false; }));
    CHECK((bytes_of(folder / "copies/a.db") == "precious"));
    CHECK_THROWS_AS(back_up(*store, folder / "copies/a.db/b.db"), StoreError);
    CHECK_THROWS_AS(back_up(*store, folder / "w.db"), StoreError);
    CHECK((bytes_of(folder / "copies/a.db") == "precious"));
    CHECK(files_in(folder / "copies") == 1);
}

TEST_CASE("a copy a day is made and the last seven are kept")
{
    const ScratchFolder folder;
    auto store = blank_store(folder / "w.db");
    const Date first = make_date(2026, 4, 1);
    for (int day = 0; day < 10; ++day) {
        CHECK(back_up_daily(*store, first + std::chrono::days{day}));
        CHECK_FALSE(back_up_daily(*store, first + std::chrono::days{day}));
    }
    const auto copies = daily_copies(folder / "w.db");
    REQUIRE(copies.size() == kept_daily_copies);
    CHECK(copies.front().day == first + std::chrono::days{9});
    CHECK(copies.back().day == first + std::chrono::days{3});
}

TEST_CASE("a damaged store does not push out its good copies")
{
    const ScratchFolder folder;
    {
        auto store = bundled_store(folder / "w.db");
        back_up_daily(*store, make_date(2026, 4, 1));
    }
    std::string bytes = bytes_of(folder / "w.db");
    bytes.replace(bytes.size() - 8192, 8192, std::string(8192, '\x11'));
    write_bytes(folder / "w.db", bytes);
    auto store = blank_store(folder / "w.db");
    CHECK_THROWS_AS(back_up_daily(*store, make_date(2026, 4, 2)), StoreError);
    const auto copies = daily_copies(folder / "w.db");
    REQUIRE(copies.size() == 1);
    CHECK(copies.front().day == make_date(2026, 4, 1));
    CHECK(files_in(backup_folder(folder / "w.db")) == 1);
}

TEST_CASE("restoring keeps what it replaces, and other connections see it")
{
    const ScratchFolder folder;
    auto store = blank_store(folder / "w.db");
    back_up(*store, folder / "empty.db");
    (void)make_series(*store, "later", Frequency::daily, Measure::close);
    auto window = blank_store(folder / "w.db");
    const auto before = window->data_version();

    const auto kept = restore(folder / "w.db", folder / "empty.db", after_the_week);
    CHECK(series_count(*window) == 0);
    CHECK(window->data_version() != before);
    CHECK(series_count(*blank_store(kept)) == 1);
    CHECK(blank_store(folder / "w.db")->database().execAndGet("PRAGMA journal_mode").getString() ==
          "wal");
}

TEST_CASE("a store that cannot be opened is set aside for the copy")
{
    const ScratchFolder folder;
    {
        auto store = bundled_store(folder / "copy.db");
    }
    write_bytes(folder / "w.db", "SQLite format 3 it is not");
    const auto kept = restore(folder / "w.db", folder / "copy.db", after_the_week);
    CHECK((bytes_of(kept) == "SQLite format 3 it is not"));
    CHECK(series_count(*blank_store(folder / "w.db")) > 80);
    CHECK(restore(folder / "new.db", folder / "copy.db", after_the_week).empty());
}

TEST_CASE("what is no good copy is refused and changes nothing")
{
    const ScratchFolder folder;
    {
        auto store = bundled_store(folder / "w.db");
    }
    const std::string before = bytes_of(folder / "w.db");
    write_bytes(folder / "text.db", "text");
    write_bytes(folder / "short.db", before.substr(0, before.size() / 2));
    for (const char* bad : {"text.db", "short.db", "missing.db"}) {
        CAPTURE(bad);
        CHECK_THROWS_AS(restore(folder / "w.db", folder / bad, after_the_week), StoreError);
        CHECK((bytes_of(folder / "w.db") == before));
    }
}

TEST_CASE("a copy is restored where there was nothing, not even the folder")
{
    const ScratchFolder folder;
    {
        auto store = bundled_store(folder / "copy.db");
    }
    CHECK(restore(folder / "new machine/share/w.db", folder / "copy.db", after_the_week).empty());
    CHECK(series_count(*blank_store(folder / "new machine/share/w.db")) == 82);
}

TEST_CASE("a log that an earlier store left behind is not read into the copy")
{
    const ScratchFolder folder;
    auto store = blank_store(folder / "w.db");
    back_up(*store, folder / "copy.db");
    (void)make_series(*store, "later", Frequency::daily, Measure::close);
    fs::copy_file(folder / "w.db-wal", folder / "stale");
    store.reset();
    fs::remove(folder / "w.db");
    fs::rename(folder / "stale", folder / "w.db-wal");
    CHECK_THROWS_AS(back_up(*blank_store(folder / "other.db"), folder / "w.db"), StoreError);
    (void)restore(folder / "w.db", folder / "copy.db", after_the_week);
    CHECK(series_count(*blank_store(folder / "w.db")) == 0);
}

TEST_CASE("what never was a store is not moved away for a copy")
{
    const ScratchFolder folder;
    {
        auto store = bundled_store(folder / "copy.db");
    }
    fs::create_directory(folder / "w.db");
    CHECK_THROWS_AS(restore(folder / "w.db", folder / "copy.db", after_the_week), StoreError);
    CHECK(fs::is_directory(folder / "w.db"));
}

TEST_CASE("a copy that could not be opened afterwards is refused")
{
    const ScratchFolder folder;
    {
        auto store = bundled_store(folder / "w.db");
        auto copy = bundled_store(folder / "copy.db");
    }
    for (const char* version : {"0", "1", "-1"}) {
        CAPTURE(version);
        {
            SQLite::Database copy{folder / "copy.db", SQLite::OPEN_READWRITE};
            copy.exec(std::string{"PRAGMA user_version = "} + version);
        }
        CHECK_THROWS_AS(restore(folder / "w.db", folder / "copy.db", after_the_week), StoreError);
        CHECK(series_count(*blank_store(folder / "w.db")) == 82);
    }
}

TEST_CASE("what others commit while a copy is restored is in the store or in the kept copy")
{
    const ScratchFolder folder;
    auto store = blank_store(folder / "w.db");
    back_up(*store, folder / "empty.db");
    std::vector<std::string> committed;
    std::atomic<bool> ending{false};
    std::thread writer{[&] {
        auto own = Store::open(folder / "w.db", {}, after_the_week).store;
        for (int i = 0; !ending; ++i) {
            committed.push_back("s" + std::to_string(i));
            (void)make_series(*own, committed.back(), Frequency::daily, Measure::close);
        }
    }};
    while (series_count(*store) < 5) {
        std::this_thread::yield();
    }
    std::filesystem::path kept;
    std::string failure;
    try {
        kept = restore(folder / "w.db", folder / "empty.db", after_the_week);
    } catch (const StoreError& error) {
        failure = error.what();
    }
    ending = true;
    writer.join();
    CAPTURE(failure);
    REQUIRE(failure.empty());
    auto before = blank_store(kept);
    const auto has = [](Store& in, const std::string& code) {
        return in.read([&](Connection& d) { return find_series(d, code).has_value(); });
    };
    for (const std::string& code : committed) {
        CAPTURE(code);
        CHECK((has(*store, code) || has(*before, code)));
    }
}

TEST_CASE("a copy from a day to come neither stops the daily copies nor outlives them")
{
    const ScratchFolder folder;
    auto store = blank_store(folder / "w.db");
    CHECK(back_up_daily(*store, make_date(2030, 1, 1)));
    write_bytes(backup_folder(folder / "w.db") / "daily-2026-03-01.db.part-999999999",
                "a leftover");
    for (int day = 0; day < 7; ++day) {
        CHECK(back_up_daily(*store, make_date(2026, 4, 1) + std::chrono::days{day}));
    }
    const auto copies = daily_copies(folder / "w.db");
    CHECK(copies.size() == kept_daily_copies);
    CHECK(copies.front().day == make_date(2026, 4, 7));
    CHECK(files_in(backup_folder(folder / "w.db")) == kept_daily_copies);
}

TEST_CASE("a full disk is told as one, and what was there stays")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    rlimit limit{};
    REQUIRE(getrlimit(RLIMIT_FSIZE, &limit) == 0);
    const rlimit before = limit;
    limit.rlim_cur = 64 * 1024; // smaller than the store: a file-size limit is a small disk
    REQUIRE(setrlimit(RLIMIT_FSIZE, &limit) == 0);
    std::optional<StoreCondition> told;
    try {
        back_up(*store, folder / "copy.db");
    } catch (const StoreError& error) {
        told = error.condition();
    }
    REQUIRE(setrlimit(RLIMIT_FSIZE, &before) == 0);
    CHECK(told == StoreCondition::disk_full);
    CHECK_FALSE(fs::exists(folder / "copy.db"));
    CHECK(back_up(*store, folder / "copy.db"));
}
