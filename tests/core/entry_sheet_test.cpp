#include "check/check.h"
#include "entry/cell_reading.h"
#include "entry/draft.h"
#include "entry/week_sheet.h"
#include "series/transforms.h"
#include "store/figures.h"
#include "support/catch.h"
#include "support/scratch.h"

#include <algorithm>
#include <random>

using namespace weekboard;
using namespace weekboard::testing;

namespace
{

const Week next_week = Week::containing(make_date(2026, 4, 17));
const FixedClock friday_evening{make_date(2026, 4, 17)};

Series series_in(const std::string& unit, Measure measure = Measure::level)
{
    Series series;
    series.code = "test";
    series.unit = unit;
    series.measure = measure;
    return series;
}

std::optional<double> value_of(const char* text, const Series& series)
{
    const CellReading reading = read_cell(text, series);
    return reading.content == CellContent::value ? std::optional{reading.value} : std::nullopt;
}

std::optional<CellTrouble> trouble_of(const char* text, const Series& series)
{
    const CellReading reading = read_cell(text, series);
    return reading.content == CellContent::trouble ? std::optional{reading.trouble} : std::nullopt;
}

} // namespace

TEST_CASE("a cell takes what people type, in the unit of its series")
{
    const Series users = series_in("亿户");
    const Series revenue = series_in("亿元");
    const Series growth = series_in("%", Measure::growth);
    CHECK(value_of("12.35", users) == 12.35);
    CHECK(value_of("12.35亿", users) == 12.35);
    CHECK(value_of("12.35 亿户", users) == 12.35);
    CHECK(value_of("123500万", users) == 12.35);
    CHECK(value_of("1.02万亿元", revenue) == 10200.0);
    CHECK(value_of("２９０４", revenue) == 2904.0);
    CHECK(value_of("1,234.5", revenue) == 1234.5);
    CHECK(value_of("１，２３４．５", revenue) == 1234.5);
    CHECK(value_of("(2.1)", growth) == -2.1);
    CHECK(value_of("（2.1）%", growth) == std::nullopt);
    CHECK(value_of("-1.7%", growth) == -1.7);
    CHECK(value_of("−1.7", growth) == -1.7);
    CHECK(value_of("=2*(3+4)/7", users) == 2.0);
    CHECK(value_of("=6.94*0.353", users) == 6.94 * 0.353);
    CHECK(value_of("=6.94*35.3%", users) == 6.94 * (35.3 / 100));
    CHECK(read_cell("--", users).content == CellContent::none);
    CHECK(read_cell("—", users).content == CellContent::none);
    CHECK(read_cell("  ", users).content == CellContent::empty);
}

TEST_CASE("what cannot be meant is told, not guessed")
{
    const Series users = series_in("亿户");
    CHECK(trouble_of("12,35", users) == CellTrouble::not_a_number);
    CHECK(trouble_of("twelve", users) == CellTrouble::not_a_number);
    CHECK(trouble_of("1.2.3", users) == CellTrouble::not_a_number);
    CHECK(trouble_of("=1+", users) == CellTrouble::not_a_number);
    CHECK(trouble_of("=", users) == CellTrouble::not_a_number);
    CHECK(trouble_of(("=" + std::string(5000, '(')).c_str(), users) == CellTrouble::not_a_number);
    CHECK(trouble_of("=1/0", users) == CellTrouble::not_finite);
    CHECK(trouble_of("12.35亿元", users) == CellTrouble::other_unit);
    CHECK(trouble_of("12.35%", users) == CellTrouble::other_unit);
    CHECK(trouble_of("-1", users) == CellTrouble::impossible);
    CHECK(trouble_of("140", series_in("%", Measure::share)) == CellTrouble::impossible);
    CHECK(trouble_of("2.1亿", series_in("%", Measure::growth)) == CellTrouble::other_unit);
}

TEST_CASE("undone to the start and redone to the end, 500 random edits give the same draft")
{
    std::mt19937 random{20260417};
    const auto below = [&](unsigned most) {
        return std::uniform_int_distribution<unsigned>{0, most - 1}(random);
    };
    Draft draft;
    std::vector<Draft::Texts> states{draft.texts()};
    for (int edit = 0; edit < 500; ++edit) {
        if (below(5) == 0 && draft.can_undo()) { // what is undone is forgotten by the next edit
            draft.undo();
            states.pop_back();
        }
        Draft::Texts typed;
        for (unsigned cells = 1 + below(4); cells > 0; --cells) {
            const FigureKey figure{"s" + std::to_string(below(9)),
                                   make_date(2026, 1 + below(12), 1)};
            typed[figure] = below(4) == 0 ? "" : std::to_string(below(1000));
        }
        const auto before = draft.texts();
        draft.type(typed);
        if (draft.texts() != before) {
            states.push_back(draft.texts());
        }
    }
    REQUIRE(states.size() > 250);
    for (std::size_t i = states.size(); i-- > 0;) {
        REQUIRE(draft.texts() == states[i]);
        draft.undo();
    }
    CHECK_FALSE(draft.can_undo());
    for (const auto& state : states) {
        REQUIRE(draft.texts() == state);
        draft.redo();
    }
    CHECK_FALSE(draft.can_redo());
    CHECK(Draft::from_json(draft.to_json()) == draft);
    CHECK_FALSE(Draft::from_json("{\"draft\":[{\"code\":1}]}"));
    CHECK_FALSE(Draft::from_json("nothing"));
}

TEST_CASE("the sheet of a week asks for the week's changes and for each source's next period")
{
    const ScratchFolder folder;
    const auto store = bundled_store(folder / "w.db");
    const WeekSheet sheet = store->read(
        [](SQLite::Database& database) { return read_week_sheet(database, next_week); });
    REQUIRE(sheet.sections.size() >= 4);
    const SheetSection& indices = sheet.sections[0];
    CHECK(indices.rows.size() == 9);
    CHECK(indices.rows[0].period_end == next_week.friday());
    CHECK(indices.rows[0].previous->value == 10.06);
    const SheetSection& ministry = sheet.sections[1];
    CHECK(ministry.period_end == make_date(2026, 3, 31));
    const auto users = std::ranges::find_if(ministry.rows, [](const SheetRow& row) {
        return row.series.code == "miit.mobile_5g_users";
    });
    REQUIRE(users != ministry.rows.end());
    CHECK(users->previous->value == 12.35);
    CHECK(users->year_ago);
    CHECK_FALSE(users->known);
}

TEST_CASE("a draft is checked as if it were in the store, and leaves nothing there")
{
    const ScratchFolder folder;
    const auto store = bundled_store(folder / "w.db");
    Draft draft;
    const Date march = make_date(2026, 3, 31);
    draft.type({{{"miit.mobile_5g_users", march}, "123.5"},
                {{"miit.telecom_revenue_ytd", march}, "2804"},
                {{"8841058.WI/week_change", next_week.friday()}, "10.06"}});
    const auto findings = store->read([&](SQLite::Database& database) {
        return check_draft(database, draft, next_week, Language::english);
    });
    std::vector<std::string> rules;
    for (const CheckFinding& finding : findings) {
        rules.push_back(finding.rule);
    }
    std::ranges::sort(rules);
    CHECK(rules == std::vector<std::string>{"falls", "repeat", "unit"});
    store->read([](SQLite::Database& database) { CHECK(all_batches(database).size() == 2); });
}

TEST_CASE("a draft is committed as one batch; what cannot be read stays")
{
    const ScratchFolder folder;
    const auto store = bundled_store(folder / "w.db");
    Draft draft;
    const Date march = make_date(2026, 3, 31);
    const FigureKey odd{"miit.dou", march};
    draft.type({{{"miit.mobile_5g_users", march}, "12.41亿"},
                {{"miit.base_stations_5g", make_date(2026, 2, 28)}, "490.9"},
                {{"8841058.WI/week_change", next_week.friday()}, "(2.5)%"},
                {odd, "about 20"}});
    draft.type({{{"8841058.WI/week_change", next_week.friday()}, "-2.5%"}});
    const auto commit = [&](const Clock& today = friday_evening) {
        return store->write([&](SQLite::Database& database) {
            return commit_draft(database, draft, next_week, {BatchKind::entry, "entry", "me"},
                                today);
        });
    };
    const DraftCommit done = commit();
    CHECK(done.entered == 2); // 490.9 was known
    REQUIRE(done.batch);
    CHECK(done.left == std::vector<FigureKey>{odd});
    store->read([&](SQLite::Database& database) {
        const auto series = find_series(database, "miit.mobile_5g_users").value();
        const auto figures = figures_as_of(database, series, next_week.sunday()).observations;
        CHECK(figures.back().value == 12.41);
        CHECK(figures.back().vintage == friday_evening.today()); // before it was due
        CHECK(find_batch(database, *done.batch)->rows == 2);
    });
    CHECK_FALSE(commit().batch); // all of it is known by now

    // A slip that is found on Monday is put right in the week that it belongs to.
    draft.type({{{"miit.mobile_5g_users", march}, "12.42"}});
    const FixedClock much_later{make_date(2026, 11, 23)};
    CHECK(commit(much_later).entered == 1);
    store->read([&](SQLite::Database& database) {
        const auto series = find_series(database, "miit.mobile_5g_users").value();
        CHECK(figures_as_of(database, series, next_week.sunday()).observations.back().value ==
              12.42);
    });
}
