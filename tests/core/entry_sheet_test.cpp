#include "check/check.h"
#include "entry/cell_reading.h"
#include "entry/draft.h"
#include "entry/week_sheet.h"
#include "series/security_code.h"
#include "series/transforms.h"
#include "store/batch_changes.h"
#include "store/events.h"
#include "store/figures.h"
#include "store/series_list.h"
#include "store/week_lists.h"
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
    const WeekSheet sheet =
        store->read([](Connection& database) { return read_week_sheet(database, next_week); });
    REQUIRE(sheet.sections.size() >= 4);
    const SheetSection& indices = sheet.sections[0];
    CHECK(indices.rows.size() == 21); // two changes and five closes of each
    CHECK(indices.rows[0].period_end == next_week.friday());
    CHECK(indices.rows[0].previous->value == 10.06);
    CHECK(indices.rows[6].period_end == next_week.monday());
    CHECK(indices.rows[10].period_end == next_week.friday());
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
    const auto findings = store->read([&](Connection& database) {
        return check_draft(database, draft, next_week, Language::english);
    });
    std::vector<std::string> rules(findings.size());
    std::ranges::transform(findings, rules.begin(), &CheckFinding::rule);
    std::ranges::sort(rules);
    CHECK(rules == std::vector<std::string>{"falls", "repeat", "unit"});
    store->read([](Connection& database) { CHECK(all_batches(database).size() == 2); });
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
        return store->write([&](Connection& database) {
            return commit_draft(database, draft, next_week, {BatchKind::entry, "entry", "me"},
                                today);
        });
    };
    const DraftCommit done = commit();
    CHECK(done.entered == 2); // 490.9 was known
    REQUIRE(done.batch);
    CHECK(done.left == std::vector<FigureKey>{odd});
    store->read([&](Connection& database) {
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
    store->read([&](Connection& database) {
        const auto series = find_series(database, "miit.mobile_5g_users").value();
        CHECK(figures_as_of(database, series, next_week.sunday()).observations.back().value ==
              12.42);
    });
}

namespace
{

const RecordList& list_in(const WeekSheet& sheet, const std::string& name)
{
    const auto found = std::ranges::find(sheet.lists, name, &RecordList::name);
    REQUIRE(found != sheet.lists.end());
    return *found;
}

DraftCommit commit(Store& store, const Draft& draft)
{
    return store.write([&](Connection& database) {
        return commit_draft(database, draft, next_week, {BatchKind::entry, "entry", "me"},
                            friday_evening);
    });
}

} // namespace

TEST_CASE("lists are typed line by line, moved and taken away, and committed")
{
    const ScratchFolder folder;
    const auto store = bundled_store(folder / "w.db");
    const auto sheet_now = [&] {
        return store->read(
            [](Connection& database) { return read_week_sheet(database, next_week); });
    };
    const WeekSheet sheet = sheet_now();
    const RecordList& viewpoints = list_in(sheet, "viewpoint");
    CHECK(viewpoints.known.empty());
    CHECK(viewpoints.last.size() >= 3);
    Draft draft;
    draft.type(texts_for(viewpoints, draft,
                         {{"甲", "第一条", "财联社", "2026-04-15"}, {"乙", "第二条", "", ""}}));
    CHECK(lines_of(viewpoints, draft).size() == 2);
    draft.type(texts_for(viewpoints, draft,
                         {{"乙", "第二条", "", ""}, {"甲", "第一条", "财联社", "2026-04-15"}}));
    const RecordList& stocks = list_in(sheet, "stocks");
    draft.type(texts_for(stocks, draft,
                         {{"SZ300308", "中际旭创", "-4.2%"}, {"600000", "某银行", "many"}}));
    draft.type({{{"industries:801770.SI", next_week.friday()}, "+3.21%"}});
    CHECK(Draft::from_json(draft.to_json()) == draft);

    const DraftCommit done = commit(*store, draft);
    CHECK(done.entered == 4);
    REQUIRE(done.left.size() == 1); // a change that is no number
    CHECK(record_place(done.left.front())->place == 2);
    store->read([](Connection& database) {
        const auto notes = notes_of(database, next_week.friday());
        REQUIRE(notes.size() == 2);
        CHECK(notes[0].subject == "乙");
        CHECK(notes[1].published_on == make_date(2026, 4, 15));
        const auto ranked = ranking_of(database, next_week.friday(), "stocks");
        REQUIRE(ranked.size() == 1);
        CHECK(ranked[0].code == "300308.SZ");
        CHECK(ranked[0].change_percent == -4.2);
        CHECK(ranking_of(database, next_week.friday(), "industries").size() == 1);
    });

    Draft less;
    const WeekSheet later = sheet_now();
    less.type(texts_for(list_in(later, "viewpoint"), less, {{"甲", "第一条", "", ""}}));
    CHECK(commit(*store, less).entered == 2);
    store->read(
        [](Connection& database) { CHECK(notes_of(database, next_week.friday()).size() == 1); });
}

TEST_CASE("events are kept by place and name what they are about")
{
    const ScratchFolder folder;
    const auto store = bundled_store(folder / "w.db");
    Draft draft;
    const RecordList none{"events", RecordKind::event, {}, {}, next_week};
    draft.type(texts_for(none, draft,
                         {{"2026-03-18", "GTC 大会", "GTC", "8841258.WI"},
                          {"2026-03-19", "某事", "", "no.such.series"}}));
    CHECK(commit(*store, draft).left.size() == 1);
    store->read([](Connection& database) {
        const auto events = all_events(database);
        REQUIRE(events.size() == 1);
        CHECK(events[0].day == make_date(2026, 3, 18));
        CHECK(events[0].text.en == "GTC");
    });
}

TEST_CASE("two dashes for a known figure withdraw it, and old weeks keep what they knew")
{
    const ScratchFolder folder;
    const auto store = bundled_store(folder / "w.db");
    const Date february = make_date(2026, 2, 28);
    Draft draft;
    draft.type({{{"miit.base_stations_5g", february}, "--"},
                {{"miit.base_stations_5g", make_date(2026, 3, 31)}, "--"}});
    CHECK(commit(*store, draft).entered == 1);
    store->read([&](Connection& database) {
        const auto series = find_series(database, "miit.base_stations_5g").value();
        const auto last_known = [&](Date as_of) {
            return figures_as_of(database, series, as_of).observations.back().period_end;
        };
        CHECK(last_known(next_week.sunday()) < february);
        CHECK(last_known(make_date(2026, 4, 12)) == february);
    });
}

TEST_CASE("a finding that was found right keeps its reason until a figure changes")
{
    const ScratchFolder folder;
    const auto store = bundled_store(folder / "w.db");
    const Date march = make_date(2026, 3, 31);
    Draft draft;
    draft.type({{{"miit.telecom_revenue_ytd", march}, "2804"}});
    const auto found = [&](const Draft& in) {
        return store->read([&](Connection& database) {
            return check_draft(database, in, next_week, Language::english);
        });
    };
    const auto findings = found(draft);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].has_weight());
    draft.type({{acknowledgement_key(findings[0]), "restated by the ministry"}});
    CHECK_FALSE(found(draft)[0].has_weight());
    CHECK(commit(*store, draft).entered == 2);
    const auto weight_of_falls = [&] {
        return store->read([&](Connection& database) {
            const auto all = check_figure(database, {"miit.telecom_revenue_ytd", march},
                                          next_week.sunday(), Language::chinese);
            REQUIRE_FALSE(all.empty());
            return std::pair{all[0].acknowledged, all[0].has_weight()};
        });
    };
    CHECK(weight_of_falls() == std::pair{std::string{"restated by the ministry"}, false});
    Draft other;
    other.type({{{"miit.telecom_revenue_ytd", march}, "2704"}});
    commit(*store, other);
    CHECK(weight_of_falls() == std::pair{std::string{}, true});
}

TEST_CASE("a batch tells what it changed, and what comes back when it is reverted")
{
    const ScratchFolder folder;
    const auto store = bundled_store(folder / "w.db");
    const Date march = make_date(2026, 3, 31);
    Draft first;
    first.type({{{"miit.dou", march}, "20.1"}});
    Draft second;
    second.type(
        {{{"miit.dou", march}, "20.2"}, {{"rating:operators", next_week.friday()}, "steady_up"}});
    commit(*store, first);
    const auto batch = commit(*store, second).batch;
    store->read([&](Connection& database) {
        const BatchChanges changes = changes_of_batch(database, *batch, 100);
        REQUIRE(changes.figures.size() == 1);
        CHECK(changes.figures[0].series.code == "miit.dou");
        CHECK(changes.figures[0].value == 20.2);
        CHECK(changes.figures[0].before == 20.1);
        CHECK(changes.figures[0].stands);
        REQUIRE(changes.lines.size() == 1);
        CHECK(changes.lines[0].kind == "rating");
        const BatchChanges old = changes_of_batch(database, *batch - 1, 100);
        REQUIRE(old.figures.size() == 1);
        CHECK_FALSE(old.figures[0].stands);
        CHECK(changes_of_batch(database, 1, 10).left_out > 1000);
    });
}

TEST_CASE("codes of securities are written in one way")
{
    CHECK(security_code("SH600000") == "600000.SH");
    CHECK(security_code("600000.sh") == "600000.SH");
    CHECK(security_code("300308") == "300308.SZ");
    CHECK(security_code("801770.SI") == "801770.SI");
    CHECK_FALSE(security_code("12345"));
    CHECK_FALSE(security_code("600000.XX"));
    CHECK_FALSE(security_code("6000SH00"));
    CHECK_FALSE(security_code("中际旭创"));
    CHECK_FALSE(security_code(""));
}
