#include "exhibit/comparison.h"
#include "exhibit/resolve.h"
#include "ingest/entry.h"
#include "publish/json.h"
#include "store/figures.h"
#include "support/catch.h"
#include "support/scratch.h"

#include <cstdlib>

using namespace weekboard;
using namespace weekboard::testing;

namespace
{

const Week example_week = Week::containing(make_date(2026, 4, 10));

std::vector<Exhibit> all_exhibits(Store& store, Week week, Language language)
{
    return store.read([&](SQLite::Database& database) {
        std::vector<Exhibit> exhibits;
        for (const ExhibitSpec& spec : stored_specs(database).specs) {
            exhibits.push_back(resolve(database, spec, {week, week.sunday(), language}));
        }
        return exhibits;
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
        [](SQLite::Database& database) { return find_series(database, "8841058.WI").value(); });
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
        REQUIRE(exhibit.has_figures());
        CHECK(exhibit.x.back() <= make_date(2025, 10, 5));
        CHECK(exhibit.plots.front().values.size() == exhibit.x.size());
        CHECK(exhibit.plots.front().values.back().has_value());
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
