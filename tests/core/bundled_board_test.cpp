#include "entry/entry.h"
#include "exhibit/week_view.h"
#include "ingest/bundled_board.h"
#include "publish/json.h"
#include "series/transforms.h"
#include "store/batch.h"
#include "store/series_list.h"
#include "store/stored_date.h"
#include "support/catch.h"
#include "support/scratch.h"

#include <algorithm>

using namespace weekboard;
using namespace weekboard::testing;

namespace
{

const Week example_week = Week::containing(make_date(2026, 4, 10));

Json week_json(Store& store, Week week)
{
    return store.read([&](Connection& database) {
        return json_of(view_week(database, week, week.sunday()), Language::chinese);
    });
}

} // namespace

TEST_CASE("the example week comes out as the report has it")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    const Json week = week_json(*store, example_week);

    CHECK(week["week"]["start"] == "2026-04-06");
    CHECK(week["week"]["end"] == "2026-04-10");
    CHECK(week["week"]["last_trading_day"] == "2026-04-10");
    CHECK(week["week"]["trading_days"] == 4);
    REQUIRE(week["indices"].size() == 3);
    const double expected[3][2]{{10.06, 9.69}, {12.73, 22.72}, {10.43, 1.90}};
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(week["indices"][i]["week_change_pct"] == expected[i][0]);
        CHECK(week["indices"][i]["mtd_change_pct"] == expected[i][1]);
        CHECK(week["indices"][i]["illustrative"] == true);
    }
    REQUIRE(week["heat"].size() == 8);
    CHECK(week["heat"][0]["board"] == "运营商");
    CHECK(week["heat"][5]["rating"] == "加速向上");
    CHECK(week["heat"][7]["board"] == "液冷");
    REQUIRE(week["industries"].size() == 31);
    CHECK(week["industries"][0]["name"] == "通信");
    CHECK(week["industries"][0]["change_pct"] == 10.74);
    CHECK(week["industries"][30]["rank"] == 31);
    REQUIRE(week["stocks"]["top"].size() == 5);
    REQUIRE(week["stocks"]["bottom"].size() == 5);
    CHECK(week["stocks"]["top"][0]["change_pct"] == 25.54);
    CHECK(week["stocks"]["bottom"][4]["change_pct"] == -20.06);
    CHECK(week["notes"].size() == 32);
}

TEST_CASE("the illustrative closes are bent to the published changes")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    store->read([](Connection& database) {
        for (const Series& series : series_in_group(database, "index")) {
            const IndexWeek index =
                index_week(database, series, example_week, example_week.sunday());
            CHECK(index.week->published);
            const auto computed = week_change(index.closes, example_week);
            CHECK(computed->percent == Approx(index.week->percent).margin(0.005));
        }
    });
}

TEST_CASE("real closes that cover the week and its base go before what was published")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    const auto put = [&](Date day, double close) {
        const Series series = store->read(
            [](Connection& database) { return find_series(database, "866052.WI").value(); });
        CHECK(enter_figure(*store, {series, day, close, day, false},
                           {BatchKind::entry, "test", "me"}, after_the_week)
                  .batch);
    };
    const auto shown = [&] { return week_json(*store, example_week)["indices"][2]; };
    put(make_date(2026, 4, 10), 110);
    CHECK(shown()["week_change_pct"] == 10.43); // no base yet: as published
    CHECK(shown()["illustrative"] == false);
    put(make_date(2026, 4, 3), 100);
    CHECK(shown()["week_change_pct"] == 10.0);
    CHECK(shown()["changes_published"] == false);
    CHECK(shown()["mtd_change_pct"] == 1.90);
}

TEST_CASE("a week without trading shows no change rather than zero")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    const Json week = week_json(*store, Week::containing(make_date(2026, 2, 20)));
    CHECK(week["week"]["last_trading_day"].is_null());
    for (const Json& index : week["indices"]) {
        CHECK(index["close"].is_null());
        CHECK(index["week_change_pct"].is_null());
        CHECK(index["mtd_change_pct"].is_null());
    }
    CHECK(week["industries"].empty());
    const WeekView view = store->read([](Connection& database) {
        const Week closed = Week::containing(make_date(2026, 2, 20));
        return view_week(database, closed, closed.sunday());
    });
    CHECK(view.closed);
}

TEST_CASE("a week that is still to come is empty, not closed")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    const WeekView view = store->read([](Connection& database) {
        const Week coming = Week::containing(make_date(2026, 5, 8));
        return view_week(database, coming, coming.sunday());
    });
    CHECK(view.is_empty());
    CHECK_FALSE(view.closed);
    CHECK(view.latest_week == make_date(2026, 4, 10));
}

TEST_CASE("an old week knows only what was public then")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    store->read([](Connection& database) {
        const Week week = Week::containing(make_date(2025, 5, 9));
        const WeekView view = view_week(database, week, week.sunday());
        REQUIRE_FALSE(view.key_figures.empty());
        for (const KeyFigure& figure : view.key_figures) {
            CHECK(figure.latest.period_end <= make_date(2025, 3, 31));
            CHECK(figure.latest.vintage <= week.sunday());
        }
        CHECK(view.heat.empty());
        CHECK(view.notes.empty());
    });
}

TEST_CASE("a later revision changes today's view, not the week's")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    const Series series = store->read([](Connection& database) {
        return find_series(database, "miit.base_stations_5g").value();
    });
    const FixedClock later{make_date(2026, 6, 21)};
    const auto outcome =
        enter_figure(*store, {series, make_date(2026, 2, 28), 491.0, make_date(2026, 6, 20), false},
                     {BatchKind::entry, "test", "me"}, later);
    CHECK(outcome.previous == 490.9);
    const auto base_stations = [&](Date as_of) {
        return store->read([&](Connection& database) {
            for (const KeyFigure& figure : view_week(database, example_week, as_of).key_figures) {
                if (figure.series.code == series.code) {
                    return figure.latest.value;
                }
            }
            return 0.0;
        });
    };
    CHECK(base_stations(example_week.sunday()) == 490.9);
    CHECK(base_stations(later.today()) == 491.0);
    store->write(
        [&](Connection& database) { revert_batch(database, outcome.batch.value(), later); });
    CHECK(base_stations(later.today()) == 490.9);
}

TEST_CASE("every bundled figure is in the store, with its source, in two batches")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    store->read([](Connection& database) {
        const auto batches = all_batches(database);
        REQUIRE(batches.size() == 2);
        CHECK(batches[0].kind == "illustrative");
        CHECK(batches[0].rows == 2370);
        CHECK(batches[1].kind == "bundled");
        const auto series = all_series(database);
        CHECK(series.size() == 82);
        CHECK(std::ranges::none_of(series, &std::string::empty, &Series::source));
        CHECK(database.execAndGet("SELECT count(*) FROM observation").getInt() ==
              96 + 6 + 7 + 3 + 372 + 816);
    });
}

TEST_CASE("a key figure without a published companion shows a computed one as such")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    const WeekView view = store->read([](Connection& database) {
        return view_week(database, example_week, example_week.sunday());
    });
    const auto dou = std::ranges::find_if(
        view.key_figures, [](const KeyFigure& figure) { return figure.series.code == "miit.dou"; });
    REQUIRE(dou != view.key_figures.end());
    CHECK(dou->companion_computed);
    CHECK(*dou->companion == Approx((19.31 / 16.64 - 1) * 100));
}
