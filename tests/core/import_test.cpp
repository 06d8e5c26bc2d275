#include "entry/entry.h"
#include "exhibit/figure_origin.h"
#include "ingest/html_tables.h"
#include "ingest/import_draft.h"
#include "ingest/import_file.h"
#include "ingest/layout.h"
#include "publish/json.h"
#include "publish/zip_archive.h"
#include "store/figures.h"
#include "store/series_list.h"
#include "store/week_lists.h"
#include "support/catch.h"
#include "support/scratch.h"

#include <algorithm>
#include <set>

using namespace weekboard;
using namespace weekboard::testing;

namespace
{

const FixedClock in_may{make_date(2026, 5, 4)};

struct Importing {
    ScratchFolder folder;
    std::unique_ptr<Store> store = bundled_store(folder / "w.db", in_may);

    ImportedFile read(const std::string& bytes, const ImportWishes& wishes = {},
                      const std::string& name = {})
    {
        return store->read([&](Connection& database) {
            return read_import(database, ImportSource::of_bytes(bytes), wishes, name);
        });
    }

    ImportCommit commit(const std::string& bytes, const ImportChoice& choice = {})
    {
        return store->write([&](Connection& database) {
            ImportWriter writer{database, {BatchKind::import, "file.csv", "me"}, in_may};
            const ImportedFile file =
                read_import(database, ImportSource::of_bytes(bytes), {}, "file.csv");
            for (const ImportedSheet& sheet : file.sheets) {
                writer.begin({"file.csv", sheet.name, file.hash});
                writer.write(compare_ranks(database, sheet.ranks, choice));
                for (const ImportedSeries& series : sheet.series) {
                    writer.write(compare(database, series, choice, in_may.today()));
                }
            }
            return writer.finish();
        });
    }

    std::optional<double> figure(const std::string& code, Date period, Date as_of)
    {
        return store->read([&](Connection& database) {
            const auto figures = figures_as_of(database, *find_series(database, code), as_of);
            const auto found =
                std::ranges::find(figures.observations, period, &Observation::period_end);
            return found != figures.observations.end() ? std::optional{found->value} : std::nullopt;
        });
    }
};

nlohmann::json figures_of(const ImportedFile& file)
{
    nlohmann::json figures = nlohmann::json::object();
    for (const ImportedSheet& sheet : file.sheets) {
        for (const ImportedSeries& series : sheet.series) {
            for (const ImportedFigure& figure : series.figures) {
                figures[series.series.code][to_iso(figure.period_end)] = figure.value;
            }
        }
    }
    return figures;
}

nlohmann::json ranks_of(const ImportedFile& file)
{
    nlohmann::json ranks = nlohmann::json::object();
    for (const ImportedSheet& sheet : file.sheets) {
        for (const ImportedRank& rank : sheet.ranks) {
            CHECK(rank.ranked.week_end == make_date(2026, 4, 10));
            CHECK(rank.ranked.list ==
                  (rank.ranked.code.ends_with(".SI") ? "industries" : "stocks"));
            ranks[rank.ranked.code] = rank.ranked.change_percent;
        }
    }
    return ranks;
}

std::vector<std::string> reasons_of(const ImportedFile& file)
{
    std::vector<std::string> reasons;
    for (const ImportedSheet& sheet : file.sheets) {
        for (const Rejected& one : sheet.rejected) {
            reasons.emplace_back(to_string(one.reason));
        }
    }
    return reasons;
}

/// A workbook with one sheet of this XML.
std::string workbook_of(const std::string& sheet)
{
    const std::string head = "<?xml version=\"1.0\"?>";
    return write_zip(
        {{"xl/workbook.xml",
          head + "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" r:id=\"a\"/></sheets>"
                 "</workbook>"},
         {"xl/_rels/workbook.xml.rels",
          head + "<Relationships><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/>"
                 "</Relationships>"},
         {"xl/worksheets/sheet1.xml", head + sheet}});
}

} // namespace

TEST_CASE("every file of the corpus says what it is to say")
{
    Importing i;
    const auto folder = std::filesystem::path{WEEKBOARD_TEST_DATA} / "import";
    const auto expected = nlohmann::json::parse(bytes_of(folder / "expected.json"));
    std::set<std::string> seen;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        const std::string name = entry.path().filename().string();
        const std::string layout = name.substr(0, name.find('.'));
        if (!expected.contains(layout)) {
            continue;
        }
        CAPTURE(name);
        const ImportedFile file = i.read(bytes_of(entry.path()), {}, name);
        CHECK(figures_of(file) == expected[layout]["figures"]);
        CHECK(ranks_of(file) ==
              expected[layout].value("ranks", nlohmann::json(nlohmann::json::object())));
        REQUIRE(file.sheets.size() == 1);
        CHECK((layout == "fred" || file.sheets[0].layout == layout));
        CHECK_FALSE(file.sheets[0].why.empty());
        const bool is_without_junk = name == "wind-quotes.tabs.csv";
        CHECK(
            (is_without_junk || nlohmann::json(reasons_of(file)) == expected[layout]["rejected"]));
        seen.insert(layout);
    }
    CHECK(seen.size() == expected.size());
}

TEST_CASE("the same file once more changes nothing; changed figures need consent")
{
    Importing i;
    const Date february = make_date(2026, 2, 28);
    const std::string file = "code,period_end,value\nmiit.dou,2026-02-28,19.5\n"
                             "miit.dou,2026-03-31,20.9\n";
    const ImportCommit first = i.commit(file);
    CHECK(first.written == 1);
    CHECK(i.figure("miit.dou", february, in_may.today()) == 19.31);
    CHECK_FALSE(i.commit(file).batch);

    SECTION("as a revision, which the past does not know")
    {
        CHECK(i.commit(file, {ChangedFigures::revise, {}, {}, {}, {}, {}}).written == 1);
        CHECK(i.figure("miit.dou", february, in_may.today()) == 19.5);
        CHECK(i.figure("miit.dou", february, make_date(2026, 4, 12)) == 19.31);
    }
    SECTION("as a correction, in its own vintage")
    {
        CHECK(i.commit(file, {ChangedFigures::correct, {}, {}, {}, {}, {}}).written == 1);
        CHECK(i.figure("miit.dou", february, make_date(2026, 4, 12)) == 19.5);
    }
    i.store->write([&](Connection& database) {
        for (const Batch& batch : all_batches(database)) {
            if (batch.kind == "import") {
                revert_batch(database, batch.id, in_may);
            }
        }
    });
    CHECK(i.figure("miit.dou", february, in_may.today()) == 19.31);
    CHECK_FALSE(i.figure("miit.dou", make_date(2026, 3, 31), in_may.today()));
}

TEST_CASE("an imported figure knows its cell, also after what took its place is undone")
{
    Importing i;
    const Date march = make_date(2026, 3, 31);
    const auto place = [&] {
        return i.store->read([&](Connection& database) {
            return origin_of(database, "miit.dou", march, in_may.today())->place;
        });
    };
    i.commit("code,period_end,value\n\nmiit.dou,2026-03-31,20.9\n");
    REQUIRE(place());
    CHECK(place()->file == "file.csv");
    CHECK(place()->row == 3);
    CHECK(place()->column == 3);
    const ImportCommit correction = i.commit("指标名称,miit.dou\n单位,\n2026-03-31,21\n",
                                             {ChangedFigures::correct, {}, {}, {}, {}, {}});
    CHECK(place()->column == 2);
    i.store->write(
        [&](Connection& database) { revert_batch(database, *correction.batch, in_may); });
    CHECK(place()->column == 3);
    const bool typed_has_none = i.store->read([&](Connection& database) {
        return !origin_of(database, "miit.dou", make_date(2026, 2, 28), in_may.today())->place;
    });
    CHECK(typed_has_none);
}

TEST_CASE("single figures and whole series are refused, revised, corrected or withdrawn by choice")
{
    Importing i;
    const Date february = make_date(2026, 2, 28);
    const std::string file = "date,miit.dou,miit.gigabit_users,miit.mobile_5g_users\n"
                             "2026-02-28,19.5,,12.5\n2026-03-31,20.9,2.6,12.6\n";
    ImportChoice choice;
    choice.refused = {"miit.dou@2026-03-31", "miit.mobile_5g_users"};
    choice.revised = {"miit.dou@2026-02-28"};
    SECTION("as chosen")
    {
        CHECK(i.commit(file, choice).written == 2);
        CHECK(i.figure("miit.dou", february, in_may.today()) == 19.5);
        CHECK(i.figure("miit.dou", february, make_date(2026, 4, 12)) == 19.31);
        CHECK_FALSE(i.figure("miit.dou", make_date(2026, 3, 31), in_may.today()));
        CHECK(i.figure("miit.gigabit_users", make_date(2026, 3, 31), in_may.today()) == 2.6);
        CHECK(i.figure("miit.gigabit_users", february, in_may.today()) == 2.45);
        CHECK_FALSE(i.figure("miit.mobile_5g_users", make_date(2026, 3, 31), in_may.today()));
    }
    SECTION("a blank withdraws only where that was said")
    {
        choice.withdrawn = {"miit.gigabit_users@2026-02-28"};
        CHECK(i.commit(file, choice).written == 3);
        CHECK_FALSE(i.figure("miit.gigabit_users", february, in_may.today()));
        CHECK(i.figure("miit.gigabit_users", february, make_date(2026, 4, 12)) == 2.45);
    }
}

TEST_CASE("a list of changes goes into its week, and changes there need consent")
{
    Importing i;
    const std::string head = "代码,名称,周涨跌幅(%)\n";
    const std::string title = "2026-04-13 至 2026-04-17,,\n";
    const auto stocks = [&] {
        return i.store->read([](Connection& database) {
            return ranking_of(database, make_date(2026, 4, 17), "stocks");
        });
    };
    CHECK(i.commit(title + head + "SZ300308,中际旭创,9.5\n600941,中国移动,-1.25\n").written == 2);
    REQUIRE(stocks().size() == 2);
    CHECK(stocks()[1].code == "600941.SH");
    const std::string other = title + head + "300308.SZ,中际旭创,9.6\n";
    CHECK(i.commit(other).written == 0);
    CHECK(i.commit(other, {ChangedFigures::revise, {}, {}, {}, {}, {}}).written == 1);
    CHECK(stocks()[0].change_percent == 9.6);
    CHECK(reasons_of(i.read("代码,名称,涨跌幅\n600941.SH,中国移动,1\n")) ==
          std::vector<std::string>{"no_week"});
    CHECK(reasons_of(i.read("代码,名称,涨跌幅 2026-01-05 至 2026-04-10\n600941.SH,x,1\n")) ==
          std::vector<std::string>{"no_layout"});
    CHECK(reasons_of(i.read("2026-01-05 至 2026-04-10\n代码,名称,区间涨跌幅\n600941.SH,x,1\n")) ==
          std::vector<std::string>{"no_week"});
    CHECK(reasons_of(i.read("本周\n名称,涨跌幅\n某某,1\n", {}, "list-20260410.csv")) ==
          std::vector<std::string>{"no_code"});
}

TEST_CASE("a series is made for a column that has none")
{
    Importing i;
    ImportWishes wishes;
    Series made;
    made.code = "house.orders";
    made.name = {"订单", "Orders"};
    made.unit = "亿元";
    made.frequency = Frequency::monthly;
    wishes.created = {made};
    wishes.chosen["订单金额"] = made.code;
    const ImportedFile file = i.read("指标名称,订单金额\n单位,万元\n2026-03-31,12000\n", wishes);
    CHECK(figures_of(file)["house.orders"]["2026-03-31"] == 1.2);
    const ImportedFile unknown = i.read("指标名称,订单金额\n频率,月\n单位,万元\n2026-03-31,1\n");
    REQUIRE(unknown.sheets[0].unknown.size() == 1);
    CHECK(unknown.sheets[0].unknown[0].unit == "万元");
    CHECK(unknown.sheets[0].unknown[0].frequency == "月");
}

TEST_CASE("a sheet that was mapped once is known again by its cells, and only by them")
{
    Importing i;
    Layout layout;
    layout.name = "colleague";
    layout.shape = LayoutShape::wide;
    layout.at = LayoutPlaces{3, 4, 2, 5};
    layout.signs = {{3, 2, compared_form("年 月")}, {4, 2, compared_form("口径")}};
    const std::string description = describe(layout);
    i.store->write([&](Connection& database) { save_layout(database, description); });
    const std::string file = "周报底稿,,\n,,\n,年 月,户均移动互联网接入流量(DOU):当月\n"
                             ",口径,GB/户·月\n1,2026-02,19.31\n2,2026-03,20.9\n";
    const ImportedFile known = i.read(file);
    CHECK(known.sheets[0].layout == "colleague");
    CHECK(figures_of(known)["miit.dou"] ==
          nlohmann::json{{"2026-02-28", 19.31}, {"2026-03-31", 20.9}});
    std::string other = file;
    other.replace(other.find("口径"), std::string{"口径"}.size(), "单位");
    CHECK(reasons_of(i.read(other)) == std::vector<std::string>{"no_layout"});
    CHECK_THROWS_AS(read_layout("[[layout]]\nname = 'a'\nshape = 'wide'\n"), LayoutError);
    CHECK_THROWS_AS(read_layout("[[layout]]\nname = 'a'\nshape = 'round'\n"), LayoutError);
    CHECK_THROWS_AS(read_layout("x = ["), LayoutError);
}

TEST_CASE("what the changes of a metric other than the close say is no close")
{
    Importing i;
    CHECK(figures_of(i.read(",开盘价\n日期,8841058.WI\n2026-04-09,9610.5\n")).empty());
    CHECK(
        figures_of(i.read("日期,8841058.WI,8841058.WI\n,最高价,最低价\n2026-04-09,2,1\n")).empty());
    CHECK(reasons_of(i.read(",收盘价,\n日期,8841058.WI,\n2026-04-09,9,610.5\n")) ==
          std::vector<std::string>{"too_many_cells"});
    const auto no_close = [&](const std::string& text, const std::string& reason) {
        const ImportedFile file = i.read(text);
        CHECK(figures_of(file).empty());
        const auto reasons = reasons_of(file);
        CAPTURE(text, reasons);
        CHECK(std::ranges::find(reasons, reason) != reasons.end());
    };
    no_close(",前收\n日期,8841058.WI\n2026-04-09,9610.5\n", "other_metric");
    no_close("成交额(亿元),\n日期,8841058.WI\n2026-04-09,1234.5\n", "other_metric");
    no_close("代码,日期,指标,数值\n8841058.WI,2026-04-13,成交额,1234\n", "no_layout");
    no_close("代码,名称,日期,收盘价,收盘价(元)\n8841058.WI,a,2026-04-13,1,2\n", "no_layout");
    const ImportedFile mixed = i.read("日期,收盘价(元),两融余额(万元)\n,8841058.WI,866052.WI\n"
                                      "2026-04-09,9610.5,7\n");
    CHECK(figures_of(mixed) ==
          nlohmann::json{{"8841058.WI", nlohmann::json{{"2026-04-09", 9610.5}}}});
    CHECK(reasons_of(mixed) == std::vector<std::string>{"unknown_column"});
}

TEST_CASE("an export with English labels is read as the Chinese one")
{
    Importing i;
    CHECK(figures_of(i.read("Wind\nName,5G移动电话用户\nFrequency,M\nUnit,万户\nID,M001\nSource,x\n"
                            "2026-03-31,124700\nSource: Wind,\n"))["miit.mobile_5g_users"] ==
          nlohmann::json{{"2026-03-31", 12.47}});
}

TEST_CASE("a unit is told or the figure is not taken")
{
    Importing i;
    const auto net = [&](const std::string& figure) {
        return figures_of(
            i.read("指标名称,5G基站:比上年末净增(公布)\n频率,月\n单位,个\n2026-03-31," + figure +
                   "\n"))["miit.base_stations_5g_net_add"];
    };
    CHECK(net("−48000") == nlohmann::json{{"2026-03-31", -4.8}});
    CHECK(net("(48000)") == nlohmann::json{{"2026-03-31", -4.8}});
    CHECK(net("\"48,000\"") == nlohmann::json{{"2026-03-31", 4.8}});
    CHECK(net("48 000") == nlohmann::json{{"2026-03-31", 4.8}});
    CHECK(net("4.8万个") == nlohmann::json{{"2026-03-31", 4.8}});
    for (const char* cut : {"495.8 1", "49 58", "\"500\n3\"", "1247 000"}) {
        CAPTURE(cut);
        CHECK(net(cut).is_null());
    }
    const std::string two = "指标名称,5G移动电话用户,千兆宽带接入用户\n";
    CHECK(reasons_of(i.read(two + "单位,万户,\n2026-03-31,124700,24800\n")) ==
          std::vector<std::string>{"no_unit"});
    CHECK(figures_of(i.read("单位：万户,,\n" + two +
                            "2026-03-31,124700,24800\n"))["miit.mobile_5g_users"] ==
          nlohmann::json{{"2026-03-31", 12.47}});
    CHECK(figures_of(
              i.read("code,period_end,value,unit\n"
                     "miit.mobile_5g_users,2026-03-31,124700,万户\n"))["miit.mobile_5g_users"] ==
          nlohmann::json{{"2026-03-31", 12.47}});
    CHECK(figures_of(i.read("code,period_end,value,unit\n"
                            "capex.msft,2026-03-31,21000,百万美元\n"))["capex.msft"] ==
          nlohmann::json{{"2026-03-31", 210}});
}

TEST_CASE("a unit that is merged over several cells is the unit of each of them")
{
    Importing i;
    const nlohmann::json march{{"2026-03-31", 12.47}};
    const auto is_of_both = [&](const ImportedFile& file) {
        const nlohmann::json figures = figures_of(file);
        CHECK(reasons_of(file).empty());
        CHECK(figures["miit.mobile_5g_users"] == march);
        CHECK(figures["miit.gigabit_users"] == nlohmann::json{{"2026-03-31", 2.48}});
    };
    is_of_both(i.read(
        "<table><tr><td>2026年3月通信业主要指标完成情况<tr><td>指标名称<td>单位<td>本月末到达"
        "<tr><td>5G移动电话用户<td rowspan=2>万户<td>124700"
        "<tr><td>千兆宽带接入用户<td>24800</table>"));
    is_of_both(
        i.read("<table><tr><td>指标名称<td>5G移动电话用户<td>千兆宽带接入用户"
               "<tr><td>单位<td colspan=2>万户<tr><td>2026-03-31<td>124700<td>24800</table>"));
    const auto text = [](const std::string& place, const std::string& words) {
        return "<c r=\"" + place + "\" t=\"str\"><v>" + words + "</v></c>";
    };
    const std::string rows =
        "<sheetData><row>" + text("A1", "指标名称") + text("B1", "5G移动电话用户") +
        text("C1", "千兆宽带接入用户") + "</row><row>" + text("A2", "单位") + text("B2", "万户") +
        "</row><row>" + text("A3", "2026-03-31") +
        "<c r=\"B3\"><v>124700</v></c><c r=\"C3\"><v>24800</v></c></row></sheetData>";
    const auto sheet = [&](const std::string& merged) {
        return i.read(workbook_of("<worksheet>" + rows + "<mergeCells><mergeCell ref=\"" + merged +
                                  "\"/></mergeCells></worksheet>"));
    };
    is_of_both(sheet("B2:C2"));
    for (const char* other : {"B2:B3", "A2:B2", "C2:B2", "B1:C1", "", "B2:", ":C2", "B2:ZZZZ2"}) {
        CAPTURE(other);
        CHECK(reasons_of(sheet(other)) == std::vector<std::string>{"no_unit"});
    }
}

TEST_CASE("of a ministry's table each figure is of the month that it says")
{
    Importing i;
    const std::string title = "2026年3月份通信业主要指标完成情况\n";
    const std::string row = "5G移动电话用户,万户,123500,124700\n";
    const auto users = [&](const std::string& text) {
        return figures_of(i.read(text))["miit.mobile_5g_users"];
    };
    const nlohmann::json march{{"2026-03-31", 12.47}};
    CHECK(users(title + "指标名称,单位,2月末到达,3月末到达\n" + row) == march);
    CHECK(users(title + "指标名称,单位,2025年3月末到达,2026年3月末到达\n" + row) == march);
    CHECK(users(title + "指标名称,单位,本月末到达,期末到达\n" + row).is_null());
    CHECK(users("制表日期：2026年4月20日\n" + title + "指标名称,单位,x,本月末到达\n" + row) ==
          march);
    CHECK(users("2026年一季度通信业主要指标完成情况\n指标名称,单位,x,本月末到达\n" + row) == march);
    CHECK(users(title + "指标名称,单位,本月末到达\n5G移动电话用户（万户）,,124700\n") == march);
    CHECK(users(title + "指标名称,本月末到达\n5G移动电话用户,124700\n").is_null());
    CHECK(users(title + "指标名称,单位,本月末到达\n5G移动电话用户（不含某省）,万户,124700\n")
              .is_null());
    CHECK(users(title + "指标名称,单位,比上年末净增\n" +
                "2026年2月份,,\n5G移动电话用户,万户,124700\n")
              .is_null());
    const ImportedFile drifted =
        i.read(title + "指标名称,单位,用户总量\n5G移动电话用户,万户,124700\n");
    CHECK(figures_of(drifted).empty());
    CHECK_FALSE(reasons_of(drifted).empty());
    const ImportedFile shifted =
        i.read(title + "指标名称,单位,上年同期,,本年,\n,,本月,累计,本月,累计\n"
                       "电信业务收入,亿元,1500,4450,1530,4512.3\n");
    CHECK(figures_of(shifted)["miit.telecom_revenue_ytd"] ==
          nlohmann::json{{"2026-03-31", 4512.3}});
}

TEST_CASE("periods by their names")
{
    Importing i;
    const auto capex = [&](const std::string& period) {
        return figures_of(i.read("code,period_end,value\ncapex.msft," + period + ",210\n"))
            .value("capex.msft", nlohmann::json());
    };
    const nlohmann::json first{{"2026-03-31", 210}};
    for (const char* name :
         {"2026Q1", "2026-Q1", "Q1 2026", "2026年一季度", "2026-03", "2026-01-01"}) {
        CAPTURE(name);
        CHECK(capex(name) == first);
    }
    for (const char* name : {"2026-02", "2026.1", "2026Q5", "2026", "前三季度", "2026年前三季度"}) {
        CAPTURE(name);
        CHECK(capex(name).is_null());
    }
    // The newest rows, whose period cannot be read, are no header.
    const ImportedFile file = i.read("指标名称,8841058.WI\n频率,日\n单位,点\n"
                                     "2026-04-15 10:30:00,9900\n2026-04-14(初值),9800\n"
                                     "2026-04-13 15:00:00,9700\n2026-04-10 0:00,9600\n");
    CHECK(figures_of(file)["8841058.WI"] ==
          nlohmann::json{{"2026-04-13", 9700}, {"2026-04-10", 9600}});
    CHECK(reasons_of(file) == std::vector<std::string>{"no_period", "no_period"});
    CHECK(reasons_of(i.read("日期,5G移动电话用户,月份,千兆宽带接入用户\n"
                            "2026-03,12.47,2026-02,2.43\n")) ==
          std::vector<std::string>{"no_layout"});
}

TEST_CASE("a list of changes is of one week, and of stocks and industries")
{
    Importing i;
    const std::string head = "代码,名称,周涨跌幅\n";
    const std::string rows = "600941.SH,中国移动,1.25\n";
    const auto week_of = [&](const std::string& text, const std::string& name = {}) {
        const ImportedFile file = i.read(text, {}, name);
        return file.sheets[0].ranks.empty() ? std::string{}
                                            : to_iso(file.sheets[0].ranks[0].ranked.week_end);
    };
    for (const char* span : {"2026-04-06 至 2026-04-10", "2026.04.06-2026.04.10",
                             "20260406-20260410", "2026年4月6日至2026年4月10日", "20260406-0410",
                             "2026.04.06-04.10", "2026-04-06至04-10"}) {
        CAPTURE(span);
        CHECK(week_of(std::string{span} + "\n" + head + rows, "周报20260413.xlsx") == "2026-04-10");
    }
    CHECK(week_of("导出时间：2026-04-13\n2026-04-06 至 2026-04-10\n" + head + rows) ==
          "2026-04-10");
    CHECK(week_of("A股行情 2026-04-10 周五\n代码,名称,涨跌幅\n" + rows).empty());
    CHECK(week_of("2026-04-06 至 2026-04-08\n" + head + rows).empty());
    CHECK(week_of("2026-04-06 至 2026-04-10\n代码,名称,涨跌幅(近20日)\n" + rows).empty());
    ImportWishes wishes;
    wishes.week = make_date(2026, 4, 10);
    CHECK(i.read("代码,名称,涨跌幅\n" + rows, wishes).sheets[0].ranks.size() == 1);
    CHECK(i.read("代码,名称,区间涨跌幅[起始交易日期]2026-01-01[截止交易日期]2026-04-10\n" + rows,
                 wishes)
              .sheets[0]
              .ranks.empty());
    const auto changes = [&](const std::string& text) {
        nlohmann::json found = nlohmann::json::object();
        const ImportedFile file = i.read(text);
        for (const ImportedRank& rank : file.sheets[0].ranks) {
            found[rank.ranked.code] = rank.ranked.change_percent;
        }
        return found;
    };
    const std::string title = "2026-04-06 至 2026-04-10\n";
    CHECK(changes(title + "代码,名称,涨跌幅(%),周涨跌幅(%)\n600941.SH,中国移动,20.5,1.25\n") ==
          nlohmann::json{{"600941.SH", 1.25}});
    CHECK(changes(title + head + rows + "600941.SH,中国移动,5.5\n").empty());
    const std::string spans = title + "代码,名称,区间,区间涨跌幅\n";
    CHECK(changes(spans + "600941.SH,中国移动,年初至今,20.5\n").empty());
    CHECK(changes(spans + "600941.SH,中国移动,2026-04-06至2026-04-10,1.25\n"
                          "601728.SH,中国电信,本周,2\n600050.SH,中国联通,20260330-0403,3\n") ==
          nlohmann::json{{"600941.SH", 1.25}, {"601728.SH", 2}});
    CHECK(changes(title + head +
                  "000001.SH,上证指数,1\n000300,沪深300,1\n801080,电子,1\n801770.SI,电子,1\n")
              .empty());
}

TEST_CASE("what stands below another heading is not taken for the table above it")
{
    Importing i;
    const auto users = [&](const std::string& text) {
        return figures_of(i.read(text)).value("miit.mobile_5g_users", nlohmann::json());
    };
    const std::string wide = "指标名称,5G移动电话用户\n单位,万户\n2026-02-28,123500\n";
    const nlohmann::json february{{"2026-02-28", 12.35}};
    CHECK(users(wide + "指标名称,5G移动电话用户\n单位,亿户\n2026-03-31,12.6\n") == february);
    CHECK(figures_of(i.read("日期,miit.iot_terminals\n,同比\n2026-03-31,16.8\n")).empty());
    CHECK(figures_of(i.read(
              "日期,miit.mobile_5g_users\n,万户\n2026-03-31,124700\n"))["miit.mobile_5g_users"] ==
          nlohmann::json{{"2026-03-31", 12.47}});
    const std::string quotes = "代码,名称,日期,收盘价\n8841058.WI,a,2026-04-13,9700\n";
    const ImportedFile stacked =
        i.read(quotes + "代码,名称,日期,收盘价\n8841058.WI,a,2026-04-14,9800\n"
                        "代码,名称,日期,成交额\n866052.WI,b,2026-04-13,88\n");
    CHECK(figures_of(stacked) ==
          nlohmann::json{{"8841058.WI", {{"2026-04-13", 9700}, {"2026-04-14", 9800}}}});
    CHECK(reasons_of(stacked) == std::vector<std::string>{"after_footer", "after_footer"});
    CHECK(figures_of(i.read("指标名称,服务器指数,IDC指数\n字段,市销率,预测净利润\n频率,日,日\n"
                            "2026-04-13,97,88\n"))
              .empty());
    const std::string title = "2026年3月份通信业主要指标完成情况\n";
    CHECK(figures_of(i.read(title + "指标名称,单位,累计,,比上年同期累计\n,,上年,本年,\n"
                                    "电信业务收入,亿元,4450,4512.3,1.4\n"))
              .value("miit.telecom_revenue_ytd", nlohmann::json())
              .is_null());
    const ImportedFile second =
        i.read(title + "指标名称,单位,本月末到达\n5G移动电话用户,万户,124700\n,2026年2月份,\n"
                       "千兆宽带接入用户,万户,24300\n");
    CHECK(figures_of(second).size() == 1);
    CHECK(reasons_of(second) == std::vector<std::string>{"no_period"});
}

TEST_CASE("the parts of a list of changes that are of another week are left out")
{
    Importing i;
    const auto codes = [&](const std::string& text) {
        nlohmann::json found = nlohmann::json::array();
        const ImportedFile file = i.read(text);
        for (const ImportedRank& rank : file.sheets[0].ranks) {
            found.push_back(rank.ranked.code);
        }
        return found;
    };
    const std::string head = "代码,名称,涨跌幅(%)\n";
    const std::string row = "600941.SH,中国移动,1.25\n";
    CHECK(codes("2026-04-09 至 2026-04-10\n" + head + row).empty());
    CHECK(codes("一周涨跌幅 2026-04-06 至 2026-04-10\n数据截至 2026-04-17\n" + head + row).size() ==
          1);
    CHECK(codes("本周 2026-04-06 至 2026-04-10\n上周 2026-03-30 至 2026-04-03\n" + head + row)
              .empty());
    CHECK(codes("2026年4月6日-4月10日\n" + head + row).size() == 1);
    const std::string both = "本周 2026-04-06 至 2026-04-10\n行业,涨跌幅(%)\n通信,10.74\n";
    const ImportedFile sections = i.read(both + "上周 2026-03-30 至 2026-04-03\n电子,2.5\n");
    CHECK(sections.sheets[0].ranks.size() == 1);
    CHECK(reasons_of(sections) == std::vector<std::string>{"no_week"});
    CHECK(codes("2026-04-06 至 2026-04-10\n代码,名称,周涨跌幅,\n,,上周,本周\n"
                "600941.SH,中国移动,5,1.25\n")
              .empty());
}

TEST_CASE("tables of a page: spans, hidden rows, nested tables and scripts")
{
    const auto tables = html_tables(
        "<h2>Before</h2><table><tr><td>outer<table><caption>inner</caption>"
        "<tr><th rowspan=2>a</th><th colspan=2>b&amp;c</th></tr><tr><td>1</td><td>2<script>x"
        "</script></td></tr><tr><td>3</table></td></tr></table>");
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].title == "Before\ninner");
    const auto& rows = tables[0].rows;
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].cells.size() == 3);
    CHECK(rows[0].cells[1].text == "b&c");
    CHECK(rows[1].cells[0].text.empty());
    CHECK(rows[1].cells[2].text == "2");
    CHECK(rows[2].cells[0].text == "3");
    CHECK_THROWS_AS(html_tables("<table><tr><td colspan=1000>" +
                                [] {
                                    std::string wide;
                                    for (int i = 0; i < 20; ++i) {
                                        wide += "<td colspan=1000>";
                                    }
                                    return wide;
                                }()),
                    ImportError);
}

TEST_CASE("vintages of a file are kept, and a day to come is not believed")
{
    Importing i;
    const Date march = make_date(2026, 3, 31);
    const ImportCommit commit =
        i.commit("code,period_end,value,vintage\nmiit.dou,2026-03-31,20.9,2026-04-20\n"
                 "miit.dou,2026-03-31,21.1,2026-05-02\nmiit.dou,2026-04-30,22,2026-05-20\n");
    CHECK(commit.written == 2);
    CHECK(i.figure("miit.dou", march, make_date(2026, 4, 30)) == 20.9);
    CHECK(i.figure("miit.dou", march, in_may.today()) == 21.1);
}

TEST_CASE("real closes take the place of the illustrative ones")
{
    Importing i;
    CHECK(i.commit("代码,名称,日期,收盘价(元)\n8841058.WI,服务器指数,2026/4/9,9610.5\n").written ==
          1);
    const Figures figures = i.store->read([](Connection& database) {
        return figures_as_of(database, *find_series(database, "8841058.WI"), in_may.today());
    });
    CHECK_FALSE(figures.illustrative);
    CHECK(figures.observations.size() == 1);
}

TEST_CASE("a column goes where somebody said, and there again the next time")
{
    Importing i;
    const std::string file = "指标名称,某人的叫法\n单位,万户\n2026-03-31,\"124,700\"\n";
    CHECK(reasons_of(i.read(file)) == std::vector<std::string>{"no_series"});
    ImportWishes wishes;
    wishes.chosen["某人的叫法"] = "miit.mobile_5g_users";
    const ImportedFile chosen = i.read(file, wishes);
    CHECK(figures_of(chosen)["miit.mobile_5g_users"]["2026-03-31"] == 12.47);
    REQUIRE(chosen.sheets[0].choices.size() == 1);
    i.store->write(
        [&](Connection& database) { remember_choice(database, chosen.sheets[0].choices[0]); });
    CHECK(figures_of(i.read(file)) == figures_of(chosen));
}

TEST_CASE("what is no figure is told with its place and reason")
{
    Importing i;
    const ImportedFile file =
        i.read("code,period_end,value\n\nmiit.dou,2026-02-30,1\nmiit.dou,99999-01-01,1\n"
               "miit.dou,2026-03-31,NaN\nmiit.dou,2026-01-31,inf\nmiit.dou,2025-11-30,about 20\n"
               "miit.mobile_5g_share,2026-03-31,140\nmiit.dou,2025-10-31,=1+1\n"
               "miit.dou,2025-09-30,20\nmiit.dou,2025-09-30,21\nnobody,2026-03-31,1\n"
               "miit.dou,2025-08-31,--\nmiit.dou,2025-07-31,20亿户\n");
    CHECK(reasons_of(file) == std::vector<std::string>{"no_period", "no_period", "not_finite",
                                                       "not_finite", "not_a_number", "impossible",
                                                       "formula", "contradicts", "contradicts",
                                                       "no_series", "other_unit"});
    CHECK(file.sheets[0].rejected[0].row == 3); // a spreadsheet counts the blank line
    CHECK(file.sheets[0].rejected[0].column == 2);
    CHECK(file.sheets[0].rejected[0].text == "2026-02-30");
    CHECK(figures_of(file).empty());
}

TEST_CASE("hostile files are refused by name of what is wrong")
{
    Importing i;
    const std::string row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    const std::string begin = "<worksheet><sheetData>";
    const std::string end = "</sheetData></worksheet>";
    const std::string sound = workbook_of(begin + row + end);
    CHECK(i.read(sound).sheets.size() == 1);
    const std::vector<std::pair<std::string, std::string>> hostile{
        {"a truncated zip", sound.substr(0, sound.size() - 30)},
        {"an entity bomb",
         workbook_of("<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>" + begin + end)},
        {"an external entity",
         workbook_of("<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + begin + end)},
        {"deep XML", workbook_of(begin + std::string(100, ' ') +
                                 [] {
                                     std::string deep;
                                     for (int level = 0; level < 200; ++level) {
                                         deep += "<a>";
                                     }
                                     return deep;
                                 }())},
        {"a zip bomb", workbook_of(begin + std::string(60U << 20U, ' ') + end)},
        {"a column that there is not",
         workbook_of(begin + "<row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row>" + end)},
        {"rows that go back", workbook_of(begin + "<row r=\"5\"/><row r=\"4\"/>" + end)},
        {"a shared text that there is not",
         workbook_of(begin + "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>" + end)},
        {"a long cell", workbook_of(begin + "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>" +
                                    std::string(2U << 20U, 'x') + "</v></c></row>" + end)},
        {"a part outside of it",
         write_zip({{"xl/workbook.xml", "<workbook/>"}, {"../../outside.xml", "<a/>"}})},
        {"no sheet", write_zip({{"xl/workbook.xml", "<workbook/>"}})},
        {"bytes of zero", std::string("code,period_end\0,value\n", 23)},
        {"a row without end", std::string(40000, ',')},
        {"a cell without end", "code,\"" + std::string(2U << 20U, 'x')},
        {"a mixture of encodings", "code,period_end,value\n\xce\xd2,1,1\n\xff\xff,\x81\x20,1\n"},
        {"an old workbook", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"}};
    for (const auto& [what, bytes] : hostile) {
        CAPTURE(what);
        CHECK_THROWS_AS(i.read(bytes), ImportError);
    }
    CHECK(reasons_of(i.read("")) == std::vector<std::string>{"no_layout"});
    CHECK(reasons_of(i.read("hello\nworld\n")) == std::vector<std::string>{"no_layout"});
}

TEST_CASE("what could be read as another figure is not read")
{
    Importing i;
    const auto rejected = [&](const std::string& text) {
        const ImportedFile file = i.read(text);
        CHECK(figures_of(file).empty());
        const auto reasons = reasons_of(file);
        return reasons.empty() ? std::string{} : reasons.front();
    };
    const std::string tidy = "code,period_end,value\n";
    CHECK(rejected(tidy + "8841058.WI,2026-04-09,9,610.5\n") == "too_many_cells");
    CHECK(rejected("date,miit.telecom_revenue_ytd,miit.dou\n2026-03-31,4,512,20.9\n") ==
          "too_many_cells");
    CHECK(rejected(tidy + "8841058.WI,2026-03,9610.5\n") == "mid_period");
    CHECK(rejected(tidy + "miit.dou,2026-04-10,20.5\n") == "mid_period");
    CHECK(rejected("指标名称,miit.dou\n频率,年\n单位,GB/户·月\n2026-03-31,20\n") ==
          "other_frequency");
    CHECK(rejected("code;period_end;value\nmiit.dou;2026-03-31;20,900\n") == "ambiguous");
    CHECK(rejected(tidy + "miit.dou,2026-03-31,20.9①\n") == "other_unit");
    CHECK(rejected(tidy + "miit.dou,2026-03-31,20.9²\n") == "other_unit");
    CHECK(rejected(tidy + "miit.dou,2026/3/1①,20.9\n") == "no_period");
    CHECK(rejected(tidy + "miit.dou,2026-03-31,＝20+1\n") == "formula");
    CHECK(rejected(tidy + "miit.dou,2026-03-31,\"1.2,5\"\n") == "not_a_number");
    CHECK(rejected("code,period_end,value,vintage\nmiit.dou,2026-03-31,20,2026-04\n") ==
          "no_vintage");

    const ImportedFile blocks =
        i.read("时间,miit.dou,时间,miit.mobile_5g_users\n2026-02-28,1,2026-03-31,2\n");
    CHECK(figures_of(blocks)["miit.dou"] == nlohmann::json{{"2026-02-28", 1.0}});
    CHECK(figures_of(blocks)["miit.mobile_5g_users"] == nlohmann::json{{"2026-03-31", 2.0}});
    const ImportedFile fred = i.read(tidy + "miit.dou,2026-03-01,20.5\n"
                                            "miit.dou,2026/1/31 0:00,20.6\n");
    CHECK(figures_of(fred)["miit.dou"]["2026-03-31"] == 20.5);
    CHECK(figures_of(fred)["miit.dou"]["2026-01-31"] == 20.6);
    const ImportedFile own_unit = i.read("指标名称,5G移动电话用户\n单位,万户\n2026-03-31,12.6亿\n");
    CHECK(figures_of(own_unit)["miit.mobile_5g_users"]["2026-03-31"] == 12.6);
    CHECK_THROWS_AS(i.read("指标,数据,说明,周报\n\xe5\xa4,1,2,3\n"), ImportError);
}

TEST_CASE("nothing of a file is passed over in silence")
{
    Importing i;
    const std::string head = "指标名称,miit.dou,,miit.gigabit_share\n单位,,,\n";
    CHECK(reasons_of(i.read(head + "2026-03-31,20.9,7,35.6\n2026-02-28,19.31,8,35.3\n")) ==
          std::vector<std::string>{"no_name"});
    CHECK(reasons_of(i.read(head + "2026-03-31,20.9,,35.6\n数据来源：Wind\n2026-01-31,19.9,,\n")) ==
          std::vector<std::string>{"after_footer"});
}

TEST_CASE("sheets that disagree are taken by nobody's word")
{
    Importing i;
    ImportedFile one = i.read("code,period_end,value\nmiit.dou,2026-03-31,20.1\n");
    ImportedFile other = i.read("code,period_end,value\nmiit.dou,2026-03-31,20.9\n"
                                "miit.dou,2026-01-31,20\n");
    settle({&one.sheets[0], &other.sheets[0]});
    CHECK(reasons_of(one) == std::vector<std::string>{"contradicts"});
    CHECK(reasons_of(other) == std::vector<std::string>{"contradicts"});
    CHECK(figures_of(one)["miit.dou"].empty());
    CHECK(figures_of(other)["miit.dou"].size() == 1);
}

TEST_CASE("vintages of a file are compared one after the other")
{
    Importing i;
    const Date february = make_date(2026, 2, 28);
    const std::string head = "code,period_end,value,vintage\n";
    SECTION("a revision that is taken back")
    {
        CHECK(i.commit(head + "miit.dou,2026-02-28,20,2026-04-01\n"
                              "miit.dou,2026-02-28,19.31,2026-05-01\n",
                       {ChangedFigures::revise, {}, {}, {}, {}, {}})
                  .written == 2);
        CHECK(i.figure("miit.dou", february, make_date(2026, 4, 15)) == 20);
        CHECK(i.figure("miit.dou", february, in_may.today()) == 19.31);
    }
    SECTION("a correction keeps to the vintages that rows name")
    {
        CHECK(i.commit(head + "miit.dou,2026-02-28,19.4,2026-04-10\n",
                       {ChangedFigures::correct, {}, {}, {}, {}, {}})
                  .written == 1);
        CHECK(i.figure("miit.dou", february, make_date(2026, 4, 9)) == 19.31);
        CHECK(i.figure("miit.dou", february, in_may.today()) == 19.4);
    }
    SECTION("a presumed vintage that a row names otherwise")
    {
        CHECK(i.commit(head + "miit.dou,2026-03-31,20.9,\nmiit.dou,2026-03-31,21.9,2026-04-25\n")
                  .written == 0);
    }
    SECTION("a figure that was withdrawn is not new")
    {
        const Series dou = i.store->read(
            [](Connection& database) { return find_series(database, "miit.dou").value(); });
        CHECK(enter_figure(*i.store, {dou, february, std::nullopt, {}, false},
                           {BatchKind::entry, "test", "me"}, in_may)
                  .batch);
        const std::string again = "code,period_end,value\nmiit.dou,2026-02-28,19.7\n";
        CHECK(i.commit(again).written == 0);
        CHECK(i.commit(again, {ChangedFigures::revise, {}, {}, {}, {}, {}}).written == 1);
        CHECK(i.figure("miit.dou", february, make_date(2026, 4, 12)) == 19.31);
    }
}

TEST_CASE("a workbook's cells are what they show")
{
    Importing i;
    const auto sheet = [](const std::string& cell) {
        return workbook_of("<worksheet><sheetData>"
                           "<row r=\"1\"><c t=\"str\"><v>code</v></c><c t=\"str\"><v>period_end</v>"
                           "</c><c t=\"str\"><v>value</v></c></row><row r=\"2\"><c t=\"str\">"
                           "<v>miit.dou</v></c><c t=\"str\"><v>2026-03-31</v></c>" +
                           cell + "</row></sheetData></worksheet>");
    };
    CHECK(reasons_of(i.read(sheet("<c t=\"b\"><v>1</v></c>"))) ==
          std::vector<std::string>{"not_a_number"});
    CHECK(reasons_of(i.read(sheet("<c><f>A1</f></c>"))) ==
          std::vector<std::string>{"not_calculated"});
    CHECK(reasons_of(i.read(sheet("<c t=\"str\"><f>IF(1,\"\",2)</f><v></v></c>"))).empty());
    CHECK(figures_of(i.read(sheet("<c><v>20.9</v></c>")))["miit.dou"]["2026-03-31"] == 20.9);
}
