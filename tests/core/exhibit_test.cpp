#include "entry/entry.h"
#include "exhibit/comparison.h"
#include "exhibit/resolve.h"
#include "exhibit/spec_library.h"
#include "exhibit/written_title.h"
#include "publish/json.h"
#include "store/series_list.h"
#include "support/catch.h"
#include "support/scratch.h"

#include <algorithm>
#include <cstdlib>

using namespace weekboard;
using namespace weekboard::testing;

namespace
{

const Week example_week = Week::containing(make_date(2026, 4, 10));

std::vector<Exhibit> all_exhibits(Store& store, Week week, Language language)
{
    return store.read([&](Connection& database) {
        return resolve(database, stored_specs(database).specs, {week, week.sunday(), language});
    });
}

/// Compares with `tests/golden/NAME`; WEEKBOARD_UPDATE_GOLDEN=1 writes it instead.
void check_golden(const std::string& name, const Json& document)
{
    const auto path = std::filesystem::path{WEEKBOARD_GOLDEN} / name;
    const std::string text = document.dump(1) + "\n";
    if (std::getenv("WEEKBOARD_UPDATE_GOLDEN") != nullptr) {
        write_bytes(path, text);
    }
    CHECK(text == bytes_of(path));
}

} // namespace

TEST_CASE("the exhibits are what they were")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    for (const Date day : {make_date(2026, 4, 10), make_date(2025, 4, 11)}) {
        for (const Language language : {Language::chinese, Language::english}) {
            const std::string name = "exhibits-" + to_iso(day) +
                                     (language == Language::chinese ? "-zh" : "-en") + ".json";
            CAPTURE(name);
            check_golden(name, json_of(all_exhibits(*store, Week::containing(day), language)));
        }
    }
}

TEST_CASE("a title states the figures, and falls back where one is missing")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    const auto exhibits = all_exhibits(*store, example_week, Language::chinese);
    CHECK(exhibits[0].title == "服务器指数本周上涨10.06%，本月以来上涨9.69%");
    const auto closed =
        all_exhibits(*store, Week::containing(make_date(2026, 2, 20)), Language::chinese);
    CHECK(closed[0].title == "服务器指数（8841058.WI）走势");
    CHECK(closed[0].title_is_neutral);
}

TEST_CASE("illustrative figures say so in the source line, real ones name their source")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    CHECK(all_exhibits(*store, example_week, Language::chinese)[0].source ==
          "来源：示例数据，非真实行情；涨跌幅：国金证券研究所");
    const Series series = store->read(
        [](Connection& database) { return find_series(database, "8841058.WI").value(); });
    CHECK(enter_figure(*store,
                       {series, make_date(2026, 4, 10), 9000, make_date(2026, 4, 10), false},
                       {BatchKind::entry, "test", "me"}, after_the_week)
              .batch);
    const Exhibit exhibit = all_exhibits(*store, example_week, Language::chinese)[0];
    CHECK_FALSE(exhibit.illustrative);
    CHECK(exhibit.source == "来源：Wind；涨跌幅：国金证券研究所");
    CHECK(exhibit.x.size() == 1);
}

TEST_CASE("the last x is that of the last figure, and no figure lies beyond the week")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    for (const Exhibit& exhibit :
         all_exhibits(*store, Week::containing(make_date(2025, 10, 3)), Language::english)) {
        CAPTURE(exhibit.id);
        if (exhibit.axis == AxisKind::labels || !exhibit.has_figures()) {
            continue;
        }
        CHECK(exhibit.x.back() <= make_date(2025, 10, 5));
        bool any_at_the_end = false;
        for (const Plot& plot : exhibit.plots) {
            CHECK(plot.values.size() == exhibit.x.size());
            any_at_the_end = any_at_the_end || plot.values.back();
        }
        CHECK(any_at_the_end);
    }
}

TEST_CASE("the example week's exhibits say what the report says")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    const auto exhibits = all_exhibits(*store, example_week, Language::chinese);
    REQUIRE(exhibits.size() == 21);
    const auto title_has = [&](std::size_t number, const char* words) {
        CAPTURE(exhibits[number - 1].title);
        CHECK(exhibits[number - 1].title.find(words) != std::string::npos);
    };
    const auto last_is = [&](std::size_t number, std::size_t plot, double value) {
        CAPTURE(number);
        CHECK(exhibits[number - 1].plots[plot].values.back() == value);
    };
    title_has(4, "8个板块中2个加速向上");
    title_has(5, "超三成");
    last_is(5, 1, 35.3);
    title_has(6, "截至2月末5G用户占比超六成");
    last_is(6, 1, 67.6);
    title_has(7, "20.4%");
    title_has(8, "2月当月DOU达19.31GB");
    title_has(9, "下降5.6%");
    title_has(10, "业务量同比增长0.6%，收入下降16.2%");
    title_has(11, "3200万个，年内净增37.6万个");
    title_has(12, "490.9万个");
    last_is(12, 0, 490.9);
    title_has(13, "17.7%");
    title_has(14, "26.6%");
    title_has(15, "8.11%");
    title_has(16, "2025年全球蜂窝物联网模组出货量同比增长15%");
    title_has(17, "通信本周上涨10.74%，31个申万一级行业中排第1");
    title_has(18, "长芯博创上涨25.54%居首，恒信东方下跌20.06%居末");
    title_has(19, "+89%/+95%/+48%/+42%");
    title_has(20, "2904亿元，同比下降1.7%；业务总量增长8.4%");
    last_is(20, 0, 2904);
    CHECK(exhibits[20].labels.size() == 3);
    CHECK(exhibits[20].source == "来源：国金证券研究所");
}

TEST_CASE("a past week's exhibits show what was public then")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    const auto exhibits =
        all_exhibits(*store, Week::containing(make_date(2025, 5, 9)), Language::chinese);
    for (const Exhibit& exhibit : exhibits) {
        if (exhibit.source == "来源：工信部") {
            CAPTURE(exhibit.id);
            CHECK(exhibit.x.back() <= make_date(2025, 3, 31));
        }
    }
    CHECK(exhibits[5].x.back() == make_date(2025, 3, 31));
    CHECK(exhibits[12].title_is_neutral);
    CHECK_FALSE(exhibits[16].has_figures());
}

TEST_CASE("a missing month is a gap, and the ministry's January has no place")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    const Exhibit shares = all_exhibits(*store, example_week, Language::chinese)[5];
    const auto march = std::ranges::find(shares.x, make_date(2024, 3, 31));
    REQUIRE(march != shares.x.end());
    CHECK_FALSE(shares.plots[0].values[static_cast<std::size_t>(march - shares.x.begin())]);
    CHECK(std::ranges::none_of(shares.x, [](Date place) { return month_of(place) == 1; }));
    CHECK(shares.footnotes.front() == "2024-03、2024-10部分数据未披露或未收录，留空");
}

TEST_CASE("a changed figure changes the titles that speak of it")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    const Series series = store->read([](Connection& database) {
        return find_series(database, "miit.base_stations_5g").value();
    });
    CHECK(enter_figure(*store,
                       {series, make_date(2026, 2, 28), 500.1, make_date(2026, 4, 1), false},
                       {BatchKind::entry, "test", "me"}, after_the_week)
              .batch);
    const Exhibit exhibit = all_exhibits(*store, example_week, Language::chinese)[11];
    CHECK(exhibit.title.find("500.1万个") != std::string::npos);
    CHECK(exhibit.plots[0].values.back() == 500.1);
}

TEST_CASE("a title's illustrative figure makes the exhibit illustrative")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    const SpecReading reading = read_spec(R"(
number = 1
id = "x"
kind = "bars"
source = { zh = "a", en = "b" }
[title]
zh = "{index:latest}，{users:latest}（{users:month}）"
en = "{index:latest}"
[title.neutral]
zh = "n"
en = "n"
[[plot]]
name = "users"
series = "miit.mobile_5g_users"
[[figure]]
name = "index"
series = "8841058.WI"
)",
                                          "x.toml");
    REQUIRE(reading.spec);
    const Exhibit exhibit = store->read([&](Connection& database) {
        return resolve(database, *reading.spec, {example_week, example_week.sunday()});
    });
    CHECK(exhibit.illustrative);
    // The price is the week's, the users are those of their own last month.
    CHECK(exhibit.title == "9652.40点，12.35亿户（2月）");
}

TEST_CASE("a run of weeks is not made of published changes and made-up closes")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    for (const Exhibit& exhibit : all_exhibits(*store, example_week, Language::chinese)) {
        CAPTURE(exhibit.title);
        CHECK(
            (exhibit.kind != ExhibitKind::line || exhibit.title.find("连续") == std::string::npos));
    }
}

TEST_CASE("a written title is flagged once its figures change or contradict it")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    ExhibitSpec spec =
        store->read([](Connection& database) { return stored_specs(database).specs.at(12); });
    const auto resolved = [&](WrittenTitle written) {
        spec.written_title = std::move(written);
        return store->read([&](Connection& database) {
            return resolve(database, spec, {example_week, example_week.sunday()});
        });
    };
    Exhibit exhibit = resolved({{"光模块出口大幅增长", ""}, "2026-02: 17.7"});
    CHECK(exhibit.title == "光模块出口大幅增长");
    CHECK(exhibit.title_flag == TitleFlag::none);
    CHECK(figures_in_words(exhibit) == "2026-02: 17.7");
    exhibit = resolved({{"光模块出口大幅增长", ""}, "2026-01: 12.0"});
    CHECK(exhibit.title_flag == TitleFlag::figures_changed);
    exhibit = resolved({{"光模块出口大幅下滑", ""}, "2026-02: 17.7"});
    CHECK(exhibit.title_flag == TitleFlag::contradicts);
    for (const char* title : {"光模块出口增速下降", "Enterprise lets up"}) {
        CHECK(resolved({{title, ""}, "2026-02: 17.7"}).title_flag == TitleFlag::none);
    }
}

TEST_CASE("exhibits are compared from 100, gaps stay gaps")
{
    Exhibit one;
    one.x = {make_date(2026, 1, 5), make_date(2026, 1, 6), make_date(2026, 1, 7)};
    one.plots = {Plot{.name = "one", .values = {50.0, std::nullopt, 75.0}}};
    Exhibit two;
    two.x = {make_date(2026, 1, 6), make_date(2026, 1, 7)};
    two.plots = {Plot{.name = "two", .values = {10.0, 20.0}}};
    const std::vector<Exhibit> both{one, two};
    const Exhibit compared = compare_rebased(both, make_date(2026, 1, 5), "title");
    REQUIRE(compared.plots.size() == 2);
    CHECK(compared.x.size() == 3);
    CHECK(compared.plots[0].values[0] == 100.0);
    CHECK_FALSE(compared.plots[0].values[1]);
    CHECK(compared.plots[0].values[2] == 150.0);
    CHECK_FALSE(compared.plots[1].values[0]);
    CHECK(compared.plots[1].values[2] == 200.0);
    CHECK(part_of(compared, make_date(2026, 1, 6), make_date(2026, 1, 6)).x.size() == 1);
    CHECK_FALSE(compare_rebased({}, make_date(2026, 1, 5), "title").has_figures());
}

TEST_CASE("an event is marked on the charts that cover its day and are about it")
{
    const ScratchFolder folder;
    auto store = bundled_store(folder / "w.db");
    store->write([](Connection& database) {
        BatchWriter batch{database, {BatchKind::entry, "test", "me"}, after_the_week};
        batch.mark({1, make_date(2026, 3, 17), {"光通信大会", "A fair"}, "optical_modules"});
        batch.mark({2, make_date(2026, 1, 15), {"开年", ""}, ""});
        batch.mark({3, make_date(2025, 6, 14), {"口径", "Definition"}, "miit.mobile_5g_users"});
        batch.mark({4, make_date(2026, 4, 11), {"周六", "Saturday"}, "8841258.WI"});
        batch.mark({5, make_date(2026, 3, 18), {"", ""}, "8841258.WI"});
        batch.finish();
    });
    const auto exhibits = all_exhibits(*store, example_week, Language::english);
    const auto texts = [&](const std::string& id) {
        const auto found = std::ranges::find(exhibits, id, &Exhibit::id);
        REQUIRE(found != exhibits.end());
        std::vector<std::string> all;
        for (const ExhibitEvent& event : found->events) {
            all.push_back(found->axis == AxisKind::days
                              ? event.text
                              : place_name(*found, event.place) + " " + event.text);
        }
        return all;
    };
    CHECK(texts("server-index") == std::vector<std::string>{"开年"});
    CHECK(texts("optical-module-index") == std::vector<std::string>{"开年", "A fair"});
    CHECK(texts("5g-share") == std::vector<std::string>{"2025-06 Definition", "2026-02 开年"});
    CHECK(texts("heat").empty());
    // Nobody knew of the fair at the end of the week before it.
    const auto before =
        all_exhibits(*store, Week::containing(make_date(2026, 3, 13)), Language::english);
    CHECK(before[1].events.size() == 1);
}
