#include "support/catch.h"
#include "support/program.h"
#include "support/scratch.h"

#include <set>

using namespace weekboard::testing;

namespace
{

struct Fixture {
    ScratchFolder folder;
    ProgramUnderTest program{folder / "w.db"};

    ProgramResult run(const std::vector<std::string>& arguments) const
    {
        return program.run(arguments);
    }
};

std::vector<double> values_of(const nlohmann::json& document)
{
    std::vector<double> values;
    for (const auto& row : document["observations"]) {
        values.push_back(row["value"].get<double>());
    }
    return values;
}

} // namespace

TEST_CASE("week prints one JSON document and nothing else")
{
    const Fixture f;
    const ProgramResult result = f.run({"week", "--week", "2026-04-10", "--json"});
    CHECK(result.status == 0);
    CHECK(result.err.empty());
    const auto week = result.json();
    CHECK(week["indices"][0]["name"] == "Server index");
    CHECK(week["indices"][0]["week_change_pct"] == 10.06);
    CHECK(week["industries"][0]["change_pct"] == 10.74);
    CHECK(f.run({"week", "--json", "--lang", "zh"}).json()["heat"][0]["board"] == "运营商");
    CHECK(f.run({"week", "--week", "2026-02-20", "--json"})
              .json()["indices"][0]["week_change_pct"]
              .is_null());
}

TEST_CASE("without arguments and display the week is printed, and a sentence says why")
{
    const Fixture f;
    const ProgramResult result = f.run({});
    CHECK(result.status == 0);
    CHECK(result.err.find("no display") != std::string::npos);
    CHECK(result.out.find("+10.06%") != std::string::npos);
}

TEST_CASE("a revision is seen from its vintage on, and revert undoes it")
{
    const Fixture f;
    const auto set = f.run({"set", "miit.base_stations_5g", "2026-02-28", "491.0", "--vintage",
                            "2026-06-20", "--json"})
                         .json();
    CHECK(set["previous"] == 490.9);
    CHECK(set["value"] == 491.0);
    // The ministry's own net additions are the 490.9's: 491.0 − 483.8 is more than they say.
    CHECK(set["findings"].size() == 1);
    CHECK(set["findings"][0]["rule"] == "net_addition");
    const auto figures = [&](const std::vector<std::string>& more) {
        std::vector<std::string> arguments{"series", "miit.base_stations_5g", "--from",
                                           "2026-02-28", "--json"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return values_of(f.run(arguments).json());
    };
    CHECK(figures({"--as-of", "2026-04-12"}) == std::vector{490.9});
    CHECK(figures({}) == std::vector{491.0});
    CHECK(figures({"--all-vintages"}) == std::vector{490.9, 491.0});
    const std::string batch = std::to_string(set["batch"].get<int>());
    CHECK(f.run({"revert", batch}).status == 0);
    CHECK(figures({"--all-vintages"}) == std::vector{490.9});
    const ProgramResult again = f.run({"revert", batch});
    CHECK(again.status == 3);
    CHECK(again.err.find("already") != std::string::npos);
    CHECK(f.run({"batches", "--json"}).json()["batches"][0]["reverted"] == true);
}

TEST_CASE("a malformed command line ends with 2 and names the argument")
{
    const Fixture f;
    for (const auto& arguments : std::vector<std::vector<std::string>>{
             {"week", "--week", "2026-02-30"},
             {"week", "--as-of", "yesterday"},
             {"series", "miit.dou", "--from", "2026"},
             {"set", "miit.dou", "20260228", "1"},
             {"set", "miit.dou", "2026-02", "1", "--vintage", "soon"},
             {"week", "--wek", "2026-04-10"},
             {"weak"},
             {"set", "miit.dou"},
             {"revert", "three"},
             {"--lang", "fr", "week"}}) {
        const ProgramResult result = f.run(arguments);
        CAPTURE(arguments, result.err);
        CHECK(result.status == 2);
        CHECK_FALSE(result.err.empty());
        CHECK(result.out.empty());
    }
    CHECK(f.run({"week", "--week", "2026-02-30"}).err.find("--week") != std::string::npos);
}

TEST_CASE("what is well formed but impossible ends with 3, says why and changes nothing")
{
    const Fixture f;
    struct Case {
        std::vector<std::string> arguments;
        std::string expected;
    };
    for (const Case& refused : std::vector<Case>{
             {{"series", "miit.base_station_5g"}, "miit.base_stations_5g"},
             {{"set", "nothing.like.it.at.all", "2026-02", "1"}, "CODE"},
             {{"set", "miit.mobile_5g_share", "2026-02", "140"}, "VALUE"},
             {{"set", "miit.mobile_5g_share", "2026-02", "sixty"}, "VALUE"},
             {{"set", "miit.mobile_5g_share", "2026-02", "inf"}, "VALUE"},
             {{"set", "miit.mobile_5g_share", "2026-02", "nan"}, "VALUE"},
             {{"set", "8841058.WI", "2026-04-10", "-1"}, "VALUE"},
             {{"set", "miit.dou", "2026-02-15", "19"}, "2026-02-28"},
             {{"set", "miit.dou", "2026-02", "19", "--vintage", "2025-01-01"}, "--vintage"},
             {{"set", "miit.dou", "2019-02", "19", "--correct"}, "--correct"},
             {{"exhibit", "99"}, "server-index"},
             {{"revert", "99"}, "BATCH"},
             {{"export", "--exhibit", "1", "--out", "/tmp", "--profile", "poster"}, "--profile"},
             {{"export", "--exhibit", "1", "--out", "/tmp", "--format", "bmp"}, "--format"}}) {
        const ProgramResult result = f.run(refused.arguments);
        CAPTURE(refused.arguments, result.err);
        CHECK(result.status == 3);
        CHECK(result.err.find(refused.expected) != std::string::npos);
        CHECK(result.out.empty());
    }
    CHECK(f.run({"batches", "--json"}).json()["batches"].size() == 2);
}

TEST_CASE("negative figures are figures, not options")
{
    const Fixture f;
    CHECK(f.run({"set", "miit.telecom_revenue_ytd_yoy", "2026-03", "-1.7"}).status == 0);
}

TEST_CASE("every verb has help with an example, in both languages")
{
    const Fixture f;
    for (const std::string verb : {"week", "exhibit", "export", "series", "set", "batches",
                                   "revert", "verify", "backup", "restore"}) {
        CAPTURE(verb);
        const ProgramResult help = f.run({verb, "--help"});
        CHECK(help.status == 0);
        CHECK(help.out.find("weekboard " + verb) != std::string::npos);
        CHECK(f.run({"--lang", "zh", verb, "--help"}).out.find("示例") != std::string::npos);
    }
    CHECK(f.run({"--help"}).out.find("restore") != std::string::npos);
    CHECK(f.run({"--version"}).out.find("weekboard ") == 0);
}

TEST_CASE("exhibits are printed and exported by number, id or all of them")
{
    const Fixture f;
    CHECK(f.run({"exhibit", "all", "--json"}).json()["exhibits"].size() == 21);
    const auto one =
        f.run({"exhibit", "server-index", "--week", "2026-04-10", "--json"}).json()["exhibits"][0];
    CHECK(one["number"] == 1);
    CHECK(one["kind"] == "line");
    CHECK(one["x"].back() == "2026-04-10");
    CHECK(one["plots"][0]["values"].size() == one["x"].size());
    CHECK(one["illustrative"] == true);

    const auto out = (f.folder / "图 片").string();
    const auto files =
        f.run({"export", "--exhibit", "1,3", "--format", "png", "--out", out, "--json"})
            .json()["files"];
    REQUIRE(files.size() == 2);
    CHECK(files[0]["width_px"] == 1795);
    CHECK(files[0]["height_px"] == 1299);
    CHECK(std::filesystem::exists(f.folder / "图 片/01-server-index.png"));
    CHECK(std::filesystem::exists(f.folder / "图 片/03-idc-index.png"));
}

TEST_CASE("a target that cannot be written ends with 4")
{
    const Fixture f;
    write_bytes(f.folder / "file", "not a folder");
    const ProgramResult result =
        f.run({"export", "--exhibit", "1", "--out", (f.folder / "file/pictures").string()});
    CHECK(result.status == 4);
    CHECK_FALSE(result.err.empty());
}

TEST_CASE("each state of a store has its own sentence and ends with 4")
{
    const Fixture f;
    CHECK(f.run({"week"}).status == 0);
    const std::string good = bytes_of(f.folder / "w.db");
    std::set<std::string> sentences;
    const auto check_unusable = [&](const std::string& bytes) {
        write_bytes(f.folder / "w.db", bytes);
        const ProgramResult result = f.run({"week", "--json"});
        CAPTURE(result.err);
        CHECK(result.status == 4);
        CHECK(result.out.empty());
        CHECK((bytes_of(f.folder / "w.db") == bytes));
        sentences.insert(result.err);
    };
    check_unusable("a text");
    check_unusable(good.substr(0, good.size() / 2));
    std::string newer = good;
    newer[63] = 99;
    check_unusable(newer);
    CHECK(sentences.size() == 3);
    const ProgramResult verified = f.run({"verify", "--json"});
    CHECK(verified.status == 4);
    CHECK(verified.json()["ok"] == false);
}

TEST_CASE("a copy is made, and put back")
{
    const Fixture f;
    const auto copy = (f.folder / "copy.db").string();
    CHECK(f.run({"backup", copy, "--json"}).json()["ok"] == true);
    CHECK(f.run({"set", "miit.dou", "2026-03", "20"}).status == 0);
    CHECK(f.run({"restore", copy}).status == 0);
    CHECK(f.run({"batches", "--json"}).json()["batches"].size() == 2);
    CHECK(f.run({"verify", "--json"}).json()["ok"] == true);
    CHECK(f.run({"restore", (f.folder / "missing.db").string()}).status == 4);
    CHECK(f.run({"backup", (f.folder / "w.db").string()}).status == 4);
}

TEST_CASE("specs are listed, exported, checked and imported; a wrong one changes nothing")
{
    const Fixture f;
    const auto specs = f.run({"spec", "list", "--json"}).json()["specs"];
    REQUIRE(specs.size() == 21);
    CHECK(specs[4]["id"] == "gigabit-share");
    CHECK(specs[4]["state"] == "shown");

    const std::string out = (f.folder / "规格").string();
    const auto file = f.run({"spec", "export", "5", "--out", out, "--json"}).json()["files"][0];
    const std::filesystem::path path{file["path"].get<std::string>()};
    std::string text = bytes_of(path);
    CHECK(f.run({"spec", "show", "5"}).out == text + "\n");
    CHECK(f.run({"spec", "check", path.string()}).status == 0);

    const auto with = [&](const std::string& from, const std::string& to) {
        std::string changed = text;
        changed.replace(changed.find(from), from.size(), to);
        write_bytes(path, changed);
    };
    with("miit.gigabit_users", "miit.gigabyte_users");
    const ProgramResult wrong = f.run({"spec", "check", path.string(), "--json"});
    CHECK(wrong.status == 1);
    CHECK(wrong.json()["findings"][0]["key"] == "series");
    CHECK(wrong.json()["findings"][0]["line"].get<int>() > 1);
    CHECK(f.run({"spec", "import", path.string()}).status == 3);
    CHECK(f.run({"spec", "import", (f.folder / "absent.toml").string()}).status == 3);
    CHECK(f.run({"spec", "list", "--json"}).json()["specs"][4]["edited"] == false);

    with("千兆用户占比{share:chengshu}", "千兆占比{share:latest}");
    CHECK(f.run({"spec", "import", path.string()}).status == 0);
    const auto title = [&] {
        return f.run({"exhibit", "5", "--week", "2026-04-10", "--lang", "zh", "--json"})
            .json()["exhibits"][0]["title"];
    };
    CHECK(title() == "截至2月末千兆占比35.3%");
    CHECK(f.run({"spec", "restore", "5"}).status == 0);
    CHECK(title() == "截至2月末千兆用户占比超三成");
}

TEST_CASE("specs are hidden, deleted and brought back")
{
    const Fixture f;
    const auto shown = [&] {
        return f.run({"exhibit", "all", "--json"}).json()["exhibits"].size();
    };
    CHECK(f.run({"spec", "hide", "6"}).status == 0);
    CHECK(f.run({"spec", "delete", "7", "8"}).status == 0);
    CHECK(shown() == 18);
    CHECK(f.run({"spec", "restore", "5g-share", "mobile-traffic", "dou"}).status == 0);
    CHECK(shown() == 21);
    CHECK(f.run({"spec", "hide", "no-such"}).status == 3);
    CHECK(f.run({"spec", "hide"}).status == 2);
    CHECK(f.run({"spec", "paint"}).status == 2);
}

TEST_CASE("check and set tell what does not agree, and their status says so")
{
    const Fixture f;
    const ProgramResult checked = f.run({"check", "--week", "2026-04-10", "--json"});
    CHECK(checked.status == 1);
    const auto findings = checked.json()["findings"];
    const auto share = std::find_if(findings.begin(), findings.end(),
                                    [](const auto& finding) { return finding["rule"] == "share"; });
    REQUIRE(share != findings.end());
    CHECK((*share)["code"] == "miit.mobile_5g_share");
    CHECK((*share)["period_end"] == "2024-06-30");
    CHECK((*share)["severity"] == "warning");
    CHECK((*share)["message"].get<std::string>().find("9.27 ÷ 17.77") != std::string::npos);

    const ProgramResult slip =
        f.run({"set", "miit.mobile_5g_users", "2026-03-31", "123.5", "--json"});
    CHECK(slip.status == 1);
    CHECK(slip.json()["findings"][0]["suggested"] == 12.35);
    CHECK(slip.json()["batch"].is_number());
    const ProgramResult right =
        f.run({"set", "miit.mobile_5g_users", "2026-03-31", "12.35", "--correct", "--json"});
    CHECK(right.status == 0);
    CHECK(right.json()["findings"].empty());
}

TEST_CASE("import tells what a file would change, and writes it when it is asked to")
{
    const Fixture f;
    const auto file = std::filesystem::path{WEEKBOARD_TEST_DATA} / "import/wind-edb.named-csv.csv";
    const ProgramResult dry = f.run({"import", file.string(), "--dry-run", "--json"});
    CHECK(dry.status == 1); // a column that is no series
    const auto sheet = dry.json()["files"][0];
    CHECK(sheet["layout"] == "wind-edb");
    CHECK(sheet["encoding"] == "xlsx");
    CHECK(sheet["new"] == 2);
    CHECK(sheet["same"] == 3);
    CHECK(sheet["rejected"][0]["reason"] == "no_series");
    CHECK(sheet["rejected"][0]["column"] == 4);
    CHECK(dry.json()["batch"].is_null());
    CHECK(f.run({"batches", "--json"}).json()["batches"].size() == 2);

    const auto written = f.run({"import", file.string(), "--json"}).json();
    CHECK(written["batch"] == 3);
    CHECK(f.run({"import", file.string(), "--json"}).json()["batch"].is_null());
    const auto series = f.run({"series", "miit.gigabit_users", "--json"}).json();
    CHECK(series["observations"].back()["value"] == 2.48);

    CHECK(f.run({"import", "/no/such/file.csv"}).status == 3);
    CHECK(f.run({"import", file.string(), "--layout", "nonsense"}).status == 3);
    CHECK(f.run({"import", file.string(), "--map", "x=nobody"}).status == 3);
    CHECK(f.run({"import", file.string(), "--map", "x"}).status == 2);
    CHECK(f.run({"import", file.string(), "--correct", "--accept-changes"}).status == 2);
    CHECK(f.run({"import"}).status == 2);
}
