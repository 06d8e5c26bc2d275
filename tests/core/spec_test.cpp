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
    CHECK(kind.expected == "one of line, bars, ranked-bars, movers, comparison, heat-table");

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

namespace
{

std::string filled(std::string_view title, const TitleSubject& subject,
                   Language language = Language::chinese)
{
    return fill_title(title, {{"it", subject}}, language).value_or("incomplete");
}

TitleSubject growth(double value, Date period = make_date(2026, 2, 28))
{
    TitleSubject subject;
    subject.measure = Measure::growth;
    subject.unit = "%";
    subject.decimals = 1;
    subject.frequency = Frequency::monthly;
    subject.value = value;
    subject.period = period;
    return subject;
}

} // namespace

TEST_CASE("a title is filled, or told to be incomplete")
{
    TitleSubject index;
    index.week_change = 10.06;
    CHECK(filled("本周{it:week_move}。", index) == "本周上涨10.06%。");
    CHECK(filled("{it:month_move}", index) == "incomplete");
    CHECK(filled("{that:week_move}", index) == "incomplete");
    CHECK(filled("本周[，{it:month_move}]{it:week_move}[，{it:week_move:1}]", index) ==
          "本周上涨10.06%，上涨10.1%");
    index.week_change = 0.001;
    CHECK(filled("{it:week_move}", index, Language::english) == "flat");
}

TEST_CASE("a title says growth, shares and periods as the report does")
{
    using enum Language;
    CHECK(filled("{it:months}同比{it:move}", growth(20.4)) == "1-2月同比增长20.4%");
    CHECK(filled("{it:move} YoY, {it:months}", growth(-1.7), english) == "down 1.7% YoY, Jan–Feb");
    CHECK(filled("{it:months}", growth(1, make_date(2025, 12, 31))) == "2025年");
    CHECK(filled("{it:month}", growth(1, make_date(2025, 1, 31)), english) == "January");
    CHECK(filled("{it:quarter} {it:year}", growth(1, make_date(2025, 12, 31))) == "2025Q4 2025年");
    CHECK(filled("{it:signed}/{it:direction}", growth(-16.2)) == "−16.2%/下降");
    CHECK(filled("{it:chengshu}", growth(35.3)) == "超三成");
    CHECK(filled("{it:chengshu}", growth(67.6), english) == "over 60%");
    CHECK(filled("{it:chengshu}", growth(30)) == "为三成");
    CHECK(filled("{it:chengshu}", growth(29.99)) == "为三成");
    CHECK(filled("{it:chengshu}", growth(9.9)) == "不足一成");
    CHECK(filled("{it:chengshu}", growth(101)) == "incomplete");
    TitleSubject stations;
    stations.unit = "万个";
    stations.decimals = 1;
    stations.value = 490.9;
    CHECK(filled("{it:latest}", stations) == "490.9万个");
    CHECK(filled("{it:latest}", stations, english) == "4.909 mn");
    stations.value = 2904;
    CHECK(filled("{it:latest:0}", stations) == "2904万个");
    stations.measure = Measure::net_add;
    stations.value = -7;
    CHECK(filled("{it:move:0}", stations) == "净减7万个");
    TitleSubject streak = growth(1);
    CHECK(filled("a[{it:streak}]", streak) == "a");
    streak.streak = -3;
    CHECK(filled("{it:streak}", streak) == "连续3期为负");
    CHECK(filled("{it:streak}", streak, english) == "negative for 3 periods running");
    streak.measure = Measure::close;
    streak.frequency = Frequency::weekly;
    CHECK(filled("{it:streak}", streak) == "连续3周下跌");
}
