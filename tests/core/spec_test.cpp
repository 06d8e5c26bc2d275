#include "exhibit/spec.h"
#include "exhibit/title.h"
#include "support/catch.h"

#include <string>

using namespace weekboard;

namespace
{

const std::string good = R"(number = 1
id = "server-index"
kind = "line"
unit = "点"
window = "3y"
source = { zh = "Wind", en = "Wind" }

[title]
zh = "本周{close:week_move}"
en = "{close:week_move} this week"

[title.neutral]
zh = "走势"
en = "Chart"

[[plot]]
name = "close"
series = "8841058.WI"
transform = "level"
axis = "left"
)";

std::string with(const std::string& before, const std::string& after)
{
    std::string changed = good;
    const auto at = changed.find(before);
    REQUIRE(at != std::string::npos);
    return changed.replace(at, before.size(), after);
}

SpecFinding first_finding(const std::string& toml)
{
    const SpecReading reading = read_spec(toml, "x.toml");
    CHECK_FALSE(reading.spec);
    REQUIRE_FALSE(reading.findings.empty());
    return reading.findings.front();
}

} // namespace

TEST_CASE("a spec is read")
{
    const SpecReading reading = read_spec(good, "x.toml");
    REQUIRE(reading.spec);
    CHECK(reading.spec->number == 1);
    CHECK(reading.spec->window == ExhibitWindow::years_3);
    CHECK(reading.spec->plots.front().series == "8841058.WI");
}

TEST_CASE("a wrong spec is refused with file, line, key and what was expected")
{
    const SpecFinding kind = first_finding(with("\"line\"", "\"pie\""));
    CHECK(kind.file == "x.toml");
    CHECK(kind.line == 3);
    CHECK(kind.key == "kind");
    CHECK(kind.expected == "one of line");

    CHECK(first_finding(with("number = 1", "number = \"one\"")).key == "number");
    CHECK(first_finding(with("number = 1", "number = 0")).key == "number");
    CHECK(first_finding(with("id =", "idd =")).key == "idd");
    CHECK(first_finding(with("\"3y\"", "\"3 years\"")).key == "window");
    CHECK(first_finding(with("{close:week_move} this", "{close:weak_move} this")).key ==
          "title.en");
    CHECK(first_finding(with("本周{close:week_move}", "本周{close:week_move")).key == "title.zh");
    CHECK(first_finding(with("{ zh = \"Wind\", en = \"Wind\" }", "\"Wind\"")).key == "source");
    CHECK(first_finding("number = [").line == 1);
    CHECK(first_finding(with("series = \"8841058.WI\"", "series = \"\"")).key == "series");
}

TEST_CASE("a title is filled, or told to be incomplete")
{
    const auto lookup = [](const std::string&, TitleWord word) -> std::optional<std::string> {
        return word == TitleWord::week_move ? std::optional<std::string>{"上涨1%"} : std::nullopt;
    };
    CHECK(fill_title("本周{close:week_move}。", lookup) == "本周上涨1%。");
    CHECK_FALSE(fill_title("{close:month_move}", lookup));
    CHECK(move_in_words(10.06, 2, Language::chinese) == "上涨10.06%");
    CHECK(move_in_words(-2.794, 2, Language::english) == "down 2.79%");
    CHECK(move_in_words(0.001, 2, Language::english) == "flat");
}
