#include "support/catch.h"
#include "support/program.h"
#include "support/scratch.h"

#include <algorithm>

using namespace weekboard::testing;

namespace
{

struct Fixture {
    ScratchFolder folder;
    ProgramUnderTest program{folder / "w.db"};

    ProgramResult run(std::vector<std::string> arguments, const std::string& language = "zh") const
    {
        arguments.insert(arguments.begin(), {"--lang", language});
        return program.run(arguments);
    }

    /// Everything that the week says, as its callers read it.
    std::string said(const std::vector<std::string>& more) const
    {
        std::string all;
        for (const char* language : {"zh", "en"}) {
            for (std::vector<std::string> verb :
                 {std::vector<std::string>{"week"}, {"exhibit", "all"}}) {
                verb.insert(verb.end(), {"--week", "2026-04-10", "--json"});
                verb.insert(verb.end(), more.begin(), more.end());
                const ProgramResult result = run(verb, language);
                CHECK(result.status == 0);
                all += result.out;
            }
        }
        return all;
    }
};

nlohmann::json change_of(const nlohmann::json& changes, const std::string& exhibit)
{
    const auto found = std::find_if(changes.begin(), changes.end(), [&](const auto& change) {
        return change["exhibit"] == exhibit;
    });
    return found != changes.end() ? *found : nlohmann::json{};
}

} // namespace

TEST_CASE("a published week stays as it was, whatever is done to the store")
{
    const Fixture f;
    const std::string before = f.said({});
    const ProgramResult published = f.run({"publish", "--week", "2026-04-10", "--json"});
    CHECK(published.status == 1); // the ministry's 5G share of 2024-06
    CHECK(published.json()["edition"] == 1);
    CHECK((f.said({"--edition", "1"}) == before));
    CHECK(f.run({"diff", "--week", "2026-04-10", "--json"}).json()["changes"].empty());
    CHECK(f.run({"diff", "--week", "2026-04-10"}).status == 0);

    CHECK(f.run({"set", "miit.base_stations_5g", "2026-02-28", "491.5"}).status <= 1);
    CHECK(f.run({"set", "8841058.WI", "2026-04-10", "5000"}).status <= 1);
    CHECK(f.run({"rate", "运营商", "加速向上", "--reason", "收入回升", "--week", "2026-04-10"})
              .status == 0);
    CHECK(
        f.run({"note", "headline", "另一个标题", "--place", "1", "--week", "2026-04-10"}).status ==
        0);
    CHECK(f.run({"spec", "delete", "sms"}).status == 0);
    CHECK(f.run({"revert", "1"}).status == 0); // the bundled figures
    CHECK((f.said({"--edition", "latest"}) == before));
    CHECK((f.said({}) != before));

    const ProgramResult diff = f.run({"diff", "--week", "2026-04-10", "--json"});
    CHECK(diff.status == 1);
    const auto changes = diff.json()["changes"];
    CHECK(diff.json()["published_at"] == published.json()["published_at"]);
    CHECK(change_of(changes, "sms")["new"].is_null());
    CHECK(change_of(changes, "5g-base-stations").is_object());
    CHECK(change_of(changes, "heat").is_object());
    CHECK(change_of(changes, "notes")["new"] == "另一个标题");
}

TEST_CASE("diff names a figure that was revised, old and new, and both editions are kept")
{
    const Fixture f;
    REQUIRE(f.run({"publish", "--week", "2026-04-10"}).status == 1);
    REQUIRE(f.run({"set", "miit.base_stations_5g", "2026-02-28", "491.5", "--correct"}).status <=
            1);
    const auto changes = f.run({"diff", "--week", "2026-04-10", "--json"}).json()["changes"];
    const bool figure = std::any_of(changes.begin(), changes.end(), [](const auto& change) {
        return change["exhibit"] == "5g-base-stations" && change["old"] == "490.9" &&
               change["new"] == "491.5";
    });
    CHECK(figure);
    const auto again = f.run({"publish", "--week", "2026-04-10", "--json"}).json();
    CHECK(again["edition"] == 2);
    CHECK(again["changes"] == changes);
    CHECK(f.run({"diff", "--week", "2026-04-10"}).status == 0);
    CHECK(f.run({"diff", "--week", "2026-04-10", "--edition", "1"}).status == 1);
    CHECK((f.said({"--edition", "1"}) != f.said({"--edition", "2"})));
}

TEST_CASE("a note's outlet, and a title in one language, are differences too")
{
    const Fixture f;
    REQUIRE(f.run({"publish", "--week", "2026-04-10"}).status == 1);
    const auto news = f.run({"note", "--week", "2026-04-10", "--json"}).json()["notes"].back();
    REQUIRE(f.run({"note", news["section"].get<std::string>(), news["body"].get<std::string>(),
                   "--subject", news["subject"].get<std::string>(), "--outlet", "another",
                   "--place", std::to_string(news["place"].get<int>()), "--week", "2026-04-10"})
                .status == 0);
    const auto changes = f.run({"diff", "--week", "2026-04-10", "--json"}).json()["changes"];
    CHECK(change_of(changes, "notes")["new"].get<std::string>().find("another") !=
          std::string::npos);
}

TEST_CASE("a week that could not be read again is not published")
{
    const Fixture f;
    REQUIRE(f.run({"set", "8841058.WI", "2026-04-03", "1e-300"}).status <= 1);
    REQUIRE(f.run({"set", "8841058.WI", "2026-04-10", "1e300"}).status <= 1);
    CHECK(f.run({"publish", "--week", "2026-04-10"}).status == 3);
    CHECK(f.run({"week", "--week", "2026-04-10", "--edition", "1"}).status == 3);
}

TEST_CASE("an edition that there is not is refused")
{
    const Fixture f;
    CHECK(f.run({"week", "--week", "2026-04-10", "--edition", "latest"}).status == 3);
    CHECK(f.run({"week", "--edition", "first"}).status == 2);
    CHECK(f.run({"week", "--edition", "1", "--as-of", "2026-04-12"}).status == 2);
    CHECK(f.run({"diff", "--week", "2026-04-10"}).status == 3);
    CHECK(f.run({"publish", "--week", "2010-01-01"}).status == 3);
    REQUIRE(f.run({"publish", "--week", "2026-04-10"}).status == 1);
    CHECK(f.run({"week", "--week", "2026-04-10", "--edition", "2"}).status == 3);
}

TEST_CASE("slides and a report of an edition show what was published")
{
    const Fixture f;
    REQUIRE(f.run({"publish", "--week", "2026-04-10"}).status == 1);
    const auto out = [&](const char* name) { return (f.folder / name).string(); };
    REQUIRE(f.run({"deck", "--week", "2026-04-10", "--out", out("before.pptx")}).status == 0);
    REQUIRE(f.run({"report", "--week", "2026-04-10", "--out", out("before.html")}).status == 0);
    REQUIRE(f.run({"set", "miit.base_stations_5g", "2026-02-28", "491.5", "--correct"}).status <=
            1);
    const std::vector<std::string> edition{"--week", "2026-04-10", "--edition", "1", "--out"};
    const auto made = [&](const char* verb, const char* name) {
        std::vector<std::string> arguments{verb};
        arguments.insert(arguments.end(), edition.begin(), edition.end());
        arguments.push_back(out(name));
        REQUIRE(f.run(arguments).status == 0);
        return bytes_of(f.folder / name);
    };
    CHECK((made("deck", "after.pptx") == bytes_of(f.folder / "before.pptx")));
    CHECK((made("report", "after.html") == bytes_of(f.folder / "before.html")));
}

TEST_CASE("a pack with one altered byte does not verify")
{
    const Fixture f;
    REQUIRE(f.run({"publish", "--week", "2026-04-10"}).status == 1);
    const auto path = f.folder / "audit.zip";
    REQUIRE(
        f.run({"pack", "--week", "2026-04-10", "--edition", "1", "--out", path.string()}).status ==
        0);
    CHECK(f.run({"verify", path.string(), "--json"}).json()["ok"] == true);
    const std::string pack = bytes_of(path);
    CHECK(pack.find("pictures/05-gigabit-share.png") != std::string::npos);
    CHECK(pack.find("miit.base_stations_5g_net_add,2026-02-28") != std::string::npos);
    // From the first byte to the last: in headers, in files, in the list at the end.
    constexpr std::size_t tries = 60;
    for (std::size_t i = 0; i < tries; ++i) {
        std::string altered = pack;
        const std::size_t at = i * (pack.size() - 1) / (tries - 1);
        altered[at] = static_cast<char>(altered[at] ^ 1);
        write_bytes(path, altered);
        const ProgramResult found = f.run({"verify", path.string(), "--json"});
        CAPTURE(at);
        CHECK(found.status == 3);
        CHECK(found.json()["ok"] == false);
        CHECK(!found.json()["messages"].empty());
    }
    write_bytes(path, "no zip");
    CHECK(f.run({"verify", path.string()}).status == 3);
    CHECK(f.run({"verify", (f.folder / "none.zip").string()}).status == 3);
}

TEST_CASE("a board is rated and a note written as scripts do it")
{
    const Fixture f;
    const auto heat = [&] {
        return f.run({"rate", "--week", "2026-04-17", "--json"}).json()["heat"];
    };
    CHECK(heat().empty());
    // A new rating needs a reason, one that is kept does not.
    CHECK(f.run({"rate", "运营商", "加速向上", "--week", "2026-04-17"}).status == 3);
    CHECK(f.run({"rate", "运营商", "稳健向上", "--week", "2026-04-17"}).status == 0);
    CHECK(heat()[0]["weeks_held"] == 2);
    CHECK(f.run({"rate", "没有的板块", "加速向上", "--reason", "x"}).status == 3);
    CHECK(f.run({"rate", "运营商"}).status == 2);

    const auto notes = [&] {
        return f.run({"note", "--week", "2026-04-17", "--json"}).json()["notes"];
    };
    const auto first = f.run({"note", "news", "订单排至2028年", "--subject", "Lumentum", "--outlet",
                              "财联社", "--on", "2026-04-15", "--week", "2026-04-17", "--json"});
    CHECK(first.json()["place"] == 1);
    CHECK(f.run({"note", "news", "第二条", "--week", "2026-04-17", "--json"}).json()["place"] == 2);
    REQUIRE(notes().size() == 2);
    CHECK(notes()[0]["published_on"] == "2026-04-15");
    CHECK(f.run({"note", "news", "--remove", "--place", "1", "--week", "2026-04-17"}).status == 0);
    REQUIRE(notes().size() == 1);
    CHECK(notes()[0]["body"] == "第二条");
    CHECK(f.run({"note", "news", "--remove", "--place", "9", "--week", "2026-04-17"}).status == 3);
    CHECK(f.run({"note", "gossip", "x"}).status == 3);
    CHECK(f.run({"note", "news"}).status == 3);
    CHECK(f.run({"note", "news", "   "}).status == 3);
    CHECK(f.run({"note", "--place", "1", "--remove"}).status == 3);
    CHECK(f.run({"note", "news", "bad\xff"}).status == 3);
    const std::string batch = std::to_string(first.json()["batch"].get<int>());
    CHECK(f.run({"revert", batch}).status == 0);
}
