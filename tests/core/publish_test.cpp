#include "entry/entry.h"
#include "exhibit/resolve.h"
#include "exhibit/spec_library.h"
#include "publish/csv_sheet.h"
#include "publish/deck.h"
#include "publish/deck_refresh.h"
#include "publish/edition.h"
#include "publish/file_target.h"
#include "publish/house_colors.h"
#include "publish/html_report.h"
#include "publish/json.h"
#include "publish/native_chart.h"
#include "publish/office_package.h"
#include "publish/report.h"
#include "publish/workbook.h"
#include "publish/zip_archive.h"
#include "store/series_list.h"
#include "support/catch.h"
#include "support/scratch.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <thread>

using namespace weekboard;
using namespace weekboard::testing;

namespace
{

const Week example_week = Week::containing(make_date(2026, 4, 10));

struct Published {
    ScratchFolder folder;
    std::unique_ptr<Store> store = bundled_store(folder / "w.db");

    std::vector<Exhibit> exhibits(Date as_of = example_week.sunday())
    {
        return store->read([&](Connection& database) {
            return resolve(database, stored_specs(database).specs, {example_week, as_of});
        });
    }

    Deck deck(std::optional<std::string_view> template_file = std::nullopt, bool green_up = false)
    {
        DeckContent content;
        content.green_up = green_up;
        content.name = "通信行业周报";
        content.exhibits = exhibits();
        content.view = store->read([](Connection& database) {
            return view_week(database, example_week, example_week.sunday());
        });
        return make_deck(content, template_file);
    }

    RefreshedDeck refresh(const std::string& bytes, Date as_of)
    {
        const auto all = exhibits(as_of);
        return refresh_deck(
            bytes,
            [&](const std::string& id, Week, Language) {
                const auto found = std::ranges::find(all, id, &Exhibit::id);
                return found != all.end() ? std::optional{*found} : std::nullopt;
            },
            [&](Week week) {
                return store->read(
                    [&](Connection& database) { return view_week(database, week, as_of); });
            });
    }
};

Exhibit labelled(std::vector<std::string> labels)
{
    Exhibit exhibit;
    exhibit.id = "x";
    exhibit.kind = ExhibitKind::ranked_bars;
    exhibit.axis = AxisKind::labels;
    exhibit.labels = std::move(labels);
    Plot plot;
    plot.name = "=1+1";
    plot.kind = PlotKind::bar;
    plot.unit = "%";
    plot.values.assign(exhibit.labels.size(), -1.5);
    exhibit.plots.push_back(plot);
    return exhibit;
}

/// The 5G base stations of February, as revised the day after the example week.
void enter_stations(Store& store, double value)
{
    const auto series = store.read(
        [](Connection& database) { return find_series(database, "miit.base_stations_5g"); });
    REQUIRE(series);
    CHECK(enter_figure(store, {*series, make_date(2026, 2, 28), value}, {}, after_the_week).batch);
}

/// The chart part of a slide's exhibit.
std::string chart_of(const OfficePackage& package, const std::string& words)
{
    for (int number = 1; number < 100; ++number) {
        const std::string part = "ppt/charts/chart" + std::to_string(number) + ".xml";
        if (package.has(part) && package.content(part).find(words) != std::string::npos) {
            return part;
        }
    }
    return {};
}

} // namespace

TEST_CASE("a sheet of text defuses formulas, quotes what needs it and leaves figures alone")
{
    const Exhibit exhibit = labelled({"=cmd|' /C calc'!A0", "a,\"b\"", "+1", "行业"});
    const std::string csv = csv_of(table_of(exhibit), CsvEncoding::utf8);
    CHECK(csv.starts_with("\xEF\xBB\xBF"));
    CHECK(csv.find("\r\n'=cmd|' /C calc'!A0,-1.5\r\n") != std::string::npos);
    CHECK(csv.find("\"a,\"\"b\"\"\",-1.5") != std::string::npos);
    CHECK(csv.find("'+1,-1.5") != std::string::npos);
    CHECK(csv.find("'=1+1") != std::string::npos);
    const std::string chinese = csv_of(table_of(exhibit), CsvEncoding::gb18030);
    CHECK(chinese.find("\xD0\xD0\xD2\xB5,-1.5") != std::string::npos); // 行业
}

TEST_CASE("a gap is an empty cell, never a zero")
{
    Published published;
    const auto all = published.exhibits();
    const auto share = std::ranges::find(all, "5g-share", &Exhibit::id);
    REQUIRE(share != all.end());
    const std::string csv = csv_of(table_of(*share), CsvEncoding::utf8);
    CHECK(csv.find("2024-03-31,,\r\n") != std::string::npos);
    CHECK(csv.find("2026-02-28,12.35,67.6\r\n") != std::string::npos);
}

TEST_CASE("a file is replaced whole or not at all, and nothing lies beside it")
{
    const ScratchFolder folder;
    const auto path = folder / "there.txt";
    replace_file(path, "old");
    CHECK_THROWS_AS(replace_file(path / "below", "new"), ExportError);
    CHECK(bytes_of(path) == "old");
    replace_file(path, "new");
    CHECK(bytes_of(path) == "new");
    std::filesystem::create_symlink(path, folder / "link.txt");
    replace_file(folder / "link.txt", "through");
    CHECK(std::filesystem::is_symlink(folder / "link.txt"));
    CHECK(bytes_of(path) == "through");
    CHECK_THROWS_AS(replace_file(folder.path(), "a folder"), ExportError);
    const auto count = std::distance(std::filesystem::directory_iterator{folder.path()}, {});
    CHECK(count == 2);
}

TEST_CASE("names that file systems refuse are put right")
{
    CHECK(safe_file_name("a/b\\c:d*e?f\"g<h>i|j\n") == "a_b_c_d_e_f_g_h_i_j_");
    CHECK(safe_file_name("../..") == "_");
    CHECK(safe_file_name("con.txt") == "_con.txt");
    CHECK(safe_file_name("COM1") == "_COM1");
    CHECK(safe_file_name(" . ") == "unnamed");
    const std::string cut = safe_file_name(std::string(119, 'a') + "行业");
    CHECK(cut == std::string(119, 'a'));
}

TEST_CASE("a zip comes back as it went, and a hostile one is refused")
{
    const ZipEntries entries{
        {"a/b.txt", "text"}, {"行业.txt", std::string(100000, 'x')}, {"e", ""}};
    const std::string bytes = write_zip(entries);
    CHECK(bytes == write_zip(entries));
    const ZipEntries read = read_zip(bytes);
    REQUIRE(read.size() == 3);
    CHECK(read[1].name == "行业.txt");
    CHECK(read[1].content == entries[1].content);
    CHECK(read[2].content.empty());
    CHECK_THROWS_AS(read_zip("no zip at all"), ZipError);
    CHECK_THROWS_AS(read_zip(std::string_view{bytes}.substr(0, bytes.size() / 2)), ZipError);
    CHECK_THROWS_AS(read_zip(bytes, {.entries = 2}), ZipError);
    CHECK_THROWS_AS(read_zip(bytes, {.bytes = 1000}), ZipError);
    CHECK_THROWS_AS(read_zip(write_zip({{"../out.txt", "x"}})), ZipError);
    CHECK_THROWS_AS(read_zip(write_zip({{"/etc/x", "x"}})), ZipError);
    std::string damaged = write_zip({{"a", "stored words that a checksum guards"}});
    damaged[40] = static_cast<char>(damaged[40] ^ 0x20);
    CHECK_THROWS_AS(read_zip(damaged), ZipError);
}

TEST_CASE("columns and days are counted as sheets count them")
{
    CHECK(column_name(0) == "A");
    CHECK(column_name(25) == "Z");
    CHECK(column_name(26) == "AA");
    CHECK(column_name(701) == "ZZ");
    CHECK(column_name(702) == "AAA");
    CHECK(sheet_day(make_date(2026, 4, 10)) == 46122);
}

TEST_CASE("text from anywhere cannot break out of a chart")
{
    Exhibit exhibit = labelled({"</c:v><evil/>", std::string{"a\x01\x02 b"}});
    exhibit.plots[0].name = "\"<&>'";
    const std::string part = native_chart(exhibit, table_of(exhibit), {"it's", 1}, {});
    const pugi::xml_document document = xml::parse(part);
    CHECK(document.select_node("//evil").node().empty());
    CHECK(part.find('\x01') == std::string::npos);
    CHECK(part.find("'it''s'!$B$2:$B$3") != std::string::npos);
    CHECK(std::string{document.select_node("//c:cat//c:pt[2]/c:v").node().text().get()} == "a b");
}

TEST_CASE("a deck has a native chart for each exhibit that is one, and says which")
{
    Published published;
    const Deck deck = published.deck();
    CHECK(deck.charts == 20);
    const OfficePackage package = OfficePackage::read(deck.bytes);
    int charts = 0;
    std::set<std::string> exhibits;
    for (int number = 1; package.has("ppt/tags/tag" + std::to_string(number) + ".xml"); ++number) {
        const auto tags = package.document("ppt/tags/tag" + std::to_string(number) + ".xml");
        const auto value = [&](const char* name) {
            return std::string{tags.child("p:tagLst")
                                   .find_child_by_attribute("name", name)
                                   .attribute("val")
                                   .value()};
        };
        CHECK(value("WEEKBOARD_WEEK") == "2026-04-10");
        CHECK(value("WEEKBOARD_AS_OF") == "2026-04-12");
        if (value("WEEKBOARD_PART") == "chart") {
            ++charts;
            exhibits.insert(value("WEEKBOARD_EXHIBIT"));
        }
    }
    CHECK(charts == 20);
    CHECK(exhibits.size() == 20);
    std::this_thread::sleep_for(std::chrono::milliseconds{1100}); // another second, the same bytes
    CHECK((published.deck().bytes == deck.bytes));
}

TEST_CASE("a refresh changes the figures that changed and nothing else")
{
    Published published;
    const Deck deck = published.deck();
    CHECK(published.refresh(deck.bytes, example_week.sunday()).changes.empty());

    OfficePackage edited = OfficePackage::read(deck.bytes);
    const std::string part = chart_of(edited, "5G基站");
    std::string looks = edited.content(part);
    const auto accent = looks.find("accent1");
    REQUIRE(accent != std::string::npos);
    looks.replace(accent, 7, "accent5");
    edited.replace(part, looks);
    enter_stations(*published.store, 491.0);

    const RefreshedDeck refreshed = published.refresh(edited.write(), make_date(2026, 4, 13));
    // The chart, the title, and the table of the week at a glance.
    REQUIRE(refreshed.changes.size() == 3);
    const auto figure =
        std::ranges::find(refreshed.changes, "5g-base-stations", &DeckChange::exhibit);
    REQUIRE(figure != refreshed.changes.end());
    CHECK(figure->exhibit == "5g-base-stations");
    CHECK(figure->old_text == "490.9");
    CHECK(figure->new_text == "491");
    const OfficePackage now = OfficePackage::read(refreshed.bytes);
    CHECK(now.content(part).find("accent5") != std::string::npos);
    CHECK(now.content(part).find("<c:v>491</c:v>") != std::string::npos);
    const OfficePackage book = OfficePackage::read(now.content(now.related(part, "package")));
    CHECK(book.content("xl/worksheets/sheet1.xml").find("<v>491</v>") != std::string::npos);
    CHECK(published.refresh(refreshed.bytes, make_date(2026, 4, 13)).changes.empty());
}

TEST_CASE("a title that somebody rewrote stays, and is told of")
{
    Published published;
    OfficePackage edited = OfficePackage::read(published.deck().bytes);
    for (int number = 1; number < 40; ++number) {
        const std::string slide = "ppt/slides/slide" + std::to_string(number) + ".xml";
        if (!edited.has(slide)) {
            continue;
        }
        std::string words = edited.content(slide);
        if (const auto at = words.find("5G基站490.9万个"); at != std::string::npos) {
            words.replace(at, std::string_view{"5G基站490.9万个"}.size(), "我们自己的标题");
            edited.replace(slide, words);
        }
    }
    enter_stations(*published.store, 491.0);
    const RefreshedDeck refreshed = published.refresh(edited.write(), make_date(2026, 4, 13));
    CHECK(std::ranges::count(refreshed.changes, DeckChangeKind::edited, &DeckChange::kind) == 1);
    CHECK(std::ranges::count(refreshed.changes, DeckChangeKind::text, &DeckChange::kind) == 0);
}

TEST_CASE("the week at a glance is brought up to date too, but for cells that somebody rewrote")
{
    Published published;
    const Deck deck = published.deck();
    enter_stations(*published.store, 491.0);
    const RefreshedDeck refreshed = published.refresh(deck.bytes, make_date(2026, 4, 13));
    const auto cell = std::ranges::find(refreshed.changes, "glance-figures", &DeckChange::exhibit);
    REQUIRE(cell != refreshed.changes.end());
    CHECK(cell->kind == DeckChangeKind::figure);
    CHECK(cell->new_text.find("491.0") != std::string::npos);

    OfficePackage edited = OfficePackage::read(deck.bytes);
    const std::string slide = "ppt/slides/slide2.xml";
    std::string words = edited.content(slide);
    const std::string_view shown = "490.9 万个";
    REQUIRE(words.find(shown) != std::string::npos);
    words.replace(words.find(shown), shown.size(), "about 491");
    edited.replace(slide, words);
    const RefreshedDeck kept = published.refresh(edited.write(), make_date(2026, 4, 13));
    const auto left = std::ranges::find(kept.changes, "glance-figures", &DeckChange::exhibit);
    REQUIRE(left != kept.changes.end());
    CHECK(left->kind == DeckChangeKind::edited);
    CHECK(OfficePackage::read(kept.bytes).content(slide).find("about 491") != std::string::npos);
}

TEST_CASE("a deck whose rises are green stays so when it is brought up to date")
{
    Published published;
    const Deck deck = published.deck(std::nullopt, true);
    const auto colors = [](const std::string& bytes) {
        const std::string slide = OfficePackage::read(bytes).content("ppt/slides/slide2.xml");
        std::vector<std::string> found;
        for (const std::uint32_t color : {house::rise, house::fall}) {
            const std::string hex = house::hex(color);
            for (auto at = slide.find(hex); at != std::string::npos; at = slide.find(hex, at + 1)) {
                found.push_back(hex);
            }
        }
        return found;
    };
    const auto green_rises = colors(deck.bytes);
    CHECK(green_rises != colors(published.deck().bytes));
    for (const char* code : {"8841058.WI/week_change", "8841058.WI/mtd_change"}) {
        const auto series = published.store->read(
            [&](Connection& database) { return find_series(database, code); });
        REQUIRE(series);
        CHECK(enter_figure(*published.store,
                           {*series, example_week.friday(), 12.5, make_date(2026, 4, 11)}, {},
                           after_the_week)
                  .batch);
    }
    const RefreshedDeck refreshed = published.refresh(deck.bytes, make_date(2026, 4, 13));
    CHECK(refreshed.changes.size() > 1);
    CHECK(colors(refreshed.bytes) == green_rises);
}

TEST_CASE("a chart finds its figures by name and sheet, whatever was renamed or added")
{
    Published published;
    OfficePackage edited = OfficePackage::read(published.deck().bytes);
    const std::string part = chart_of(edited, "5G基站");
    const std::string book_part = edited.related(part, "package");
    OfficePackage book = OfficePackage::read(edited.content(book_part));
    std::string sheets = book.content("xl/workbook.xml");
    sheets.replace(sheets.find("12 5g-base-stations"), 19, "Data");
    book.replace("xl/workbook.xml", sheets);
    edited.replace(book_part, book.write());
    std::string chart = edited.content(part);
    for (auto at = chart.find("12 5g-base-stations"); at != std::string::npos;
         at = chart.find("12 5g-base-stations")) {
        chart.replace(at, 19, "Data");
    }
    // The two series change places, as if the spec had been written the other way round.
    pugi::xml_document document = xml::parse(chart);
    document.select_node("//c:barChart/c:ser/c:idx").node().attribute("val").set_value(1);
    document.select_node("//c:lineChart/c:ser/c:idx").node().attribute("val").set_value(0);
    edited.replace(part, document);
    enter_stations(*published.store, 491.0);
    const RefreshedDeck refreshed = published.refresh(edited.write(), make_date(2026, 4, 13));
    const auto figures =
        std::ranges::count(refreshed.changes, "5g-base-stations", &DeckChange::exhibit);
    CHECK(figures == 1);
    const OfficePackage now = OfficePackage::read(refreshed.bytes);
    const OfficePackage after = OfficePackage::read(now.content(book_part));
    CHECK(after.content("xl/workbook.xml").find("Data") != std::string::npos);
    CHECK(after.content("xl/worksheets/sheet1.xml").find("<v>491</v>") != std::string::npos);
}

TEST_CASE("an axis of one period grows with the next, and a list keeps its colours by sign")
{
    Published published;
    const Deck deck = published.deck();
    const auto enter = [&](const char* code, Date period, double value, Date vintage) {
        const auto series = published.store->read(
            [&](Connection& database) { return find_series(database, code); });
        REQUIRE(series);
        CHECK(enter_figure(*published.store, {*series, period, value, vintage}, {}, after_the_week)
                  .batch);
    };
    enter("export.optical_module.month_yoy", make_date(2026, 1, 31), 11.1, make_date(2026, 2, 20));
    enter("801770.SI", make_date(2026, 4, 10), 1, make_date(2026, 4, 11)); // first becomes last
    const OfficePackage now =
        OfficePackage::read(published.refresh(deck.bytes, make_date(2026, 4, 13)).bytes);
    const std::string exports = now.content(chart_of(now, "14 optical-exports-month"));
    CHECK(exports.find("$B$2:$B$3") != std::string::npos);
    const pugi::xml_document list = now.document(chart_of(now, "17 industries"));
    int bars = 0;
    for (const pugi::xpath_node& mark : list.select_nodes("//c:dPt")) {
        const std::string place = mark.node().child("c:idx").attribute("val").value();
        const std::string value =
            list.select_node(("//c:val//c:pt[@idx='" + place + "']/c:v").c_str())
                .node()
                .text()
                .get();
        const std::string color =
            mark.node().select_node(".//a:srgbClr").node().attribute("val").value();
        CHECK((value.starts_with('-')) == (color == "13835A"));
        ++bars;
    }
    CHECK(bars == 31);
}

TEST_CASE("a template with slides and two masters gives its first master and none of its slides")
{
    Published published;
    OfficePackage firm = OfficePackage::read(published.deck().bytes);
    // A second master with a layout and a theme of its own.
    const std::string presentation = "ppt/presentation.xml";
    const std::string master = "ppt/slideMasters/slideMaster2.xml";
    firm.set("ppt/theme/theme2.xml", firm.content("ppt/theme/theme1.xml"),
             firm.content_type("ppt/theme/theme1.xml"));
    firm.set(master, firm.content("ppt/slideMasters/slideMaster1.xml"),
             firm.content_type("ppt/slideMasters/slideMaster1.xml"));
    for (int i = 1; i <= 5; ++i) {
        const std::string from = "ppt/slideLayouts/slideLayout" + std::to_string(i) + ".xml";
        const std::string to = "ppt/slideLayouts/slideLayout" + std::to_string(i + 5) + ".xml";
        firm.set(to, firm.content(from), firm.content_type(from));
        static_cast<void>(firm.relate(to, "slideMaster", master));
        static_cast<void>(firm.relate(master, "slideLayout", to));
    }
    static_cast<void>(firm.relate(master, "theme", "ppt/theme/theme2.xml"));
    pugi::xml_document document = firm.document(presentation);
    xml::add(document.child("p:presentation").child("p:sldMasterIdLst"), "p:sldMasterId",
             {{"id", "2147483700"}, {"r:id", firm.relate(presentation, "slideMaster", master)}});
    firm.replace(presentation, document);
    std::string theme = firm.content("ppt/theme/theme1.xml");
    theme.replace(theme.find("0B5CAD"), 6, "123456");
    firm.replace("ppt/theme/theme1.xml", theme);

    const Deck deck = published.deck(firm.write());
    CHECK(deck.slides == published.deck().slides);
    const OfficePackage package = OfficePackage::read(deck.bytes);
    CHECK(package.content("ppt/theme/theme1.xml").find("123456") != std::string::npos);
    CHECK(package.has(master));
    for (int number = 1; number <= deck.slides; ++number) {
        const std::string slide = "ppt/slides/slide" + std::to_string(number) + ".xml";
        const std::string layout = package.related(slide, "slideLayout");
        CHECK(package.related(layout, "slideMaster") == "ppt/slideMasters/slideMaster1.xml");
    }
    CHECK_FALSE(package.has("ppt/slides/slide" + std::to_string(deck.slides + 1) + ".xml"));
    CHECK_THROWS_AS(published.deck("not a presentation"), PackageError);
    CHECK_THROWS_AS(published.deck(workbook_of(published.exhibits())), PackageError);
}

TEST_CASE("the report says its figures in sentences, before the analyst's words")
{
    Published published;
    const Report report = published.store->read([](Connection& database) {
        return make_report(database, example_week, example_week.sunday(), Language::chinese, {});
    });
    std::string text;
    std::vector<std::string> exhibits;
    for (const ReportChapter& chapter : report.chapters) {
        for (const ReportPassage& passage : chapter.passages) {
            for (const ReportParagraph& paragraph : passage.paragraphs) {
                text += paragraph.body + "\n";
            }
            for (const Exhibit& exhibit : passage.exhibits) {
                exhibits.push_back(exhibit.id);
            }
        }
    }
    CHECK(exhibits.size() == 21);
    CHECK(std::set<std::string>(exhibits.begin(), exhibits.end()).size() == 21);
    for (const char* said :
         {"本周服务器指数上涨10.06%，本月以来上涨9.69%。", "比上年末净增316.7万户",
          "2904亿元，同比下降1.7%", "业务总量同比增长8.4%", "占35.3%",
          "2月当月光模块出口金额同比增长26.6%", "通信板块本周上涨10.74%，在31个行业中排名第1"}) {
        INFO(said);
        CHECK(text.find(said) != std::string::npos);
    }
}

TEST_CASE("a sentence whose figure is missing is not said")
{
    Published published;
    const Week early = Week::containing(make_date(2019, 1, 4));
    const Report report = published.store->read([&](Connection& database) {
        return make_report(database, early, early.sunday(), Language::chinese, {});
    });
    for (const ReportChapter& chapter : report.chapters) {
        for (const ReportPassage& passage : chapter.passages) {
            CHECK(passage.paragraphs.empty());
        }
    }
}

TEST_CASE("a page names no other place, whatever the words are")
{
    Report report;
    report.headline = "</title><script src=\"https://example.org/x.js\"></script>";
    report.letterhead.house = "<img src=x onerror=alert(1)>";
    ReportPassage passage;
    passage.paragraphs.push_back({"<b>", "&amp; \"quoted\"", "<i>"});
    passage.exhibits.push_back(labelled({"<svg onload=alert(1)>"}));
    report.chapters.push_back({"一", {passage}});
    const std::string page = html_report(report, [](const Exhibit&) { return PageDrawing{}; });
    CHECK(page.find("<script src") == std::string::npos);
    CHECK(page.find("<img") == std::string::npos);
    CHECK(page.find("<svg onload") == std::string::npos);
    CHECK(page.find("&lt;script src") != std::string::npos);
}

TEST_CASE("an edition from before there were events is read, one from a later program is not")
{
    Published published;
    const WeekEdition edition = published.store->read([](Connection& database) {
        return freeze_week(database, example_week, example_week.sunday(), {});
    });
    const std::string now = text_of(edition);
    Json content = Json::parse(now);
    content["format"] = 1;
    for (const char* language : {"zh", "en"}) {
        for (Json& exhibit : content[language]["exhibits"]) {
            CHECK(exhibit.erase("events") == 1);
        }
    }
    CHECK(text_of(read_edition(content.dump())) == now);
    content["format"] = 3;
    CHECK_THROWS_AS(read_edition(content.dump()), EditionError);
}
