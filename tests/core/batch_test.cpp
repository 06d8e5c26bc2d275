#include "store/batch.h"
#include "store/figures.h"
#include "store/stored_date.h"
#include "store/week_lists.h"
#include "support/catch.h"
#include "support/scratch.h"

using namespace weekboard;
using namespace weekboard::testing;

namespace
{

constexpr Date day = make_date(2026, 4, 10);

struct Fixture {
    ScratchFolder folder;
    std::unique_ptr<Store> store = blank_store(folder / "w.db");
    Series series = make_series(*store, "x", Frequency::daily, Measure::close);

    std::int64_t put(double value)
    {
        return store->write([&](Connection& database) {
            BatchWriter batch{database, {BatchKind::entry, "test", "me"}, after_the_week};
            batch.release(series, day, day, value);
            batch.finish();
            return batch.id();
        });
    }

    void revert(std::int64_t batch)
    {
        store->write([&](Connection& database) { revert_batch(database, batch, after_the_week); });
    }

    std::optional<double> value()
    {
        const auto figures = store->read([&](Connection& database) {
            return figures_as_of(database, series, end_of_time).observations;
        });
        return figures.empty() ? std::nullopt : std::optional{figures.front().value};
    }
};

} // namespace

TEST_CASE("a reverted correction gives back what it replaced")
{
    Fixture f;
    f.put(1);
    const auto second = f.put(2);
    CHECK(f.value() == 2);
    f.revert(second);
    CHECK(f.value() == 1);
}

TEST_CASE("batches on the same figure can be reverted in any order")
{
    Fixture f;
    const auto first = f.put(1);
    const auto second = f.put(2);
    const auto third = f.put(3);
    f.revert(second);
    CHECK(f.value() == 3); // its own figure was replaced already
    f.revert(third);
    CHECK(f.value() == 1); // not 2: that batch does not stand
    f.revert(first);
    CHECK_FALSE(f.value());
}

TEST_CASE("a figure that was reverted and corrected again comes back right")
{
    Fixture f;
    f.put(1);
    f.revert(f.put(2));
    const auto third = f.put(3);
    f.revert(third);
    CHECK(f.value() == 1);
}

TEST_CASE("nothing that was replaced or reverted is forgotten")
{
    Fixture f;
    f.put(1);
    f.revert(f.put(2));
    const int kept = f.store->read([](Connection& database) {
        return database.execAndGet("SELECT count(DISTINCT value) FROM superseded").getInt();
    });
    CHECK(kept == 2);
}

TEST_CASE("batches tell what they are")
{
    Fixture f;
    const auto first = f.put(1);
    f.revert(first);
    const auto batches = f.store->read([](Connection& database) { return all_batches(database); });
    REQUIRE(batches.size() == 1);
    CHECK(batches[0].kind == "entry");
    CHECK(batches[0].rows == 1);
    CHECK(batches[0].author == "me");
    CHECK(batches[0].created_at == "2026-04-13T00:00:00Z");
    CHECK_FALSE(batches[0].reverted_at.empty());
}

TEST_CASE("of several ratings for a board and week the last that stands counts")
{
    Fixture f;
    const auto rate = [&](const std::string& rating) {
        return f.store->write([&](Connection& database) {
            BatchWriter batch{database, {BatchKind::entry, "test", "me"}, after_the_week};
            batch.rate({day, "idc", rating, "because"});
            batch.finish();
            return batch.id();
        });
    };
    f.store->write([](Connection& database) {
        save_board(database, {"idc", {"IDC", "IDC"}, 1, ""});
        save_rating(database, {"up", {"向上", "Up"}, 1}, 1);
        save_rating(database, {"down", {"向下", "Down"}, -1}, 2);
    });
    rate("up");
    const auto second = rate("down");
    const auto now = [&] {
        return f.store->read([](Connection& d) { return heat_of(d, day); }).at(0).rating;
    };
    CHECK(now() == "down");
    f.revert(second);
    CHECK(now() == "up");
}

TEST_CASE("a transaction that fails half way leaves nothing")
{
    Fixture f;
    CHECK_THROWS_AS(f.store->write([&](Connection& database) {
        BatchWriter batch{database, {BatchKind::entry, "test", "me"}, after_the_week};
        batch.release(f.series, day, day, 1);
        throw std::runtime_error{"the power goes"};
    }),
                    std::runtime_error);
    CHECK_FALSE(f.value());
    CHECK(f.store->read([](Connection& d) { return all_batches(d); }).empty());
}
