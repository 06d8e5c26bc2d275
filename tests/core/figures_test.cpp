#include "store/batch.h"
#include "store/figures.h"
#include "store/series_list.h"
#include "store/stored_date.h"
#include "store/weeks.h"
#include "support/catch.h"
#include "support/scratch.h"

using namespace weekboard;
using namespace weekboard::testing;

namespace
{

constexpr Date february = make_date(2026, 2, 28);
constexpr Date march = make_date(2026, 3, 31);
constexpr Date first_release = make_date(2026, 3, 25);
constexpr Date revision = make_date(2026, 6, 20);

struct Fixture {
    ScratchFolder folder;
    std::unique_ptr<Store> store = blank_store(folder / "w.db");
    Series series = make_series(*store, "miit.x", Frequency::monthly, Measure::level, 25);

    std::int64_t release(Date period, Date vintage, std::optional<double> value,
                         BatchKind kind = BatchKind::entry)
    {
        return store->write([&](Connection& database) {
            BatchWriter batch{database, {kind, "test", "me"}, after_the_week};
            batch.release(series, period, vintage, value);
            batch.finish();
            return batch.id();
        });
    }

    Figures as_of(Date day)
    {
        return store->read(
            [&](Connection& database) { return figures_as_of(database, series, day); });
    }
};

} // namespace

TEST_CASE("each day sees the release that was out then")
{
    Fixture f;
    f.release(february, first_release, 490.9);
    f.release(february, revision, 491.0);
    CHECK(f.as_of(first_release - std::chrono::days{1}).observations.empty());
    CHECK(f.as_of(first_release).observations.front().value == 490.9);
    CHECK(f.as_of(revision).observations.front().value == 491.0);
    CHECK(f.as_of(revision).observations.size() == 1);
}

TEST_CASE("a withdrawn figure leaves a gap, and may come back")
{
    Fixture f;
    f.release(february, first_release, 0.0);
    f.release(march, first_release, 5);
    f.release(february, revision, std::nullopt);
    f.release(february, revision + std::chrono::days{1}, 7);
    CHECK(f.as_of(first_release).observations.size() == 2); // zero is a figure
    CHECK(f.as_of(revision).observations.size() == 1);
    CHECK(f.as_of(revision + std::chrono::days{1}).observations.front().value == 7);
}

TEST_CASE("made-up figures step back for the first real one, and return when it goes")
{
    Fixture f;
    f.release(february, february, 100, BatchKind::illustrative);
    f.release(march, march, 101, BatchKind::illustrative);
    CHECK(f.as_of(end_of_time).illustrative);
    CHECK(f.as_of(end_of_time).observations.size() == 2);

    const auto real = f.release(march, march, 55);
    CHECK_FALSE(f.as_of(end_of_time).illustrative);
    REQUIRE(f.as_of(end_of_time).observations.size() == 1);
    CHECK(f.as_of(end_of_time).observations.front().value == 55);

    f.store->write(
        [&](Connection& database) { CHECK(revert_batch(database, real, after_the_week) == 1); });
    CHECK(f.as_of(end_of_time).illustrative);
    CHECK(f.as_of(end_of_time).observations.size() == 2);
}

TEST_CASE("the last values of all series agree with each series' own")
{
    Fixture f;
    const Series other = make_series(*f.store, "other", Frequency::daily, Measure::close);
    const Series empty = make_series(*f.store, "empty", Frequency::daily, Measure::close);
    f.release(february, first_release, 1);
    f.release(march, first_release, 2);
    f.release(march, revision, std::nullopt);
    f.store->write([&](Connection& database) {
        BatchWriter batch{database, {BatchKind::illustrative, "test", "me"}, after_the_week};
        batch.release(other, march, march, 9);
        batch.finish();
    });
    const auto at = [&](Date as_of) {
        return f.store->read(
            [&](Connection& database) { return last_values(database, march, as_of); });
    };
    auto values = at(first_release + std::chrono::days{30});
    REQUIRE(values.size() == 2);
    CHECK(values[0].value == 2);
    CHECK(values[1].value == 9);
    values = at(revision); // March was withdrawn: February is the last
    CHECK(values[0].value == 1);
    CHECK(empty.id != 0);
}

TEST_CASE("weeks with figures are those of the market and of the lists")
{
    Fixture f;
    CHECK(f.store->read([](Connection& d) { return weeks_with_figures(d); }).empty());
    CHECK_FALSE(f.store->read([](Connection& d) { return latest_week_with_figures(d); }));
    f.release(make_date(2026, 4, 7), make_date(2026, 4, 7), 1);
    f.release(make_date(2026, 4, 12), make_date(2026, 4, 12), 1);
    f.release(make_date(2026, 4, 13), make_date(2026, 4, 13), 1);
    const auto weeks =
        f.store->read([](Connection& database) { return weeks_with_figures(database); });
    CHECK(f.store->read([](Connection& d) { return latest_week_with_figures(d); }) ==
          make_date(2026, 4, 17));
    CHECK(weeks == std::vector<Date>{make_date(2026, 4, 10), make_date(2026, 4, 17)});
}

TEST_CASE("near codes are offered, far ones are not")
{
    Fixture f;
    f.store->read([](Connection& database) {
        CHECK(nearest_codes(database, "miit.y") == std::vector<std::string>{"miit.x"});
        CHECK(nearest_codes(database, "something.else.entirely").empty());
        CHECK(nearest_codes(database, "").empty());
        CHECK(nearest_codes(database, std::string(100000, 'x')).empty());
    });
}
