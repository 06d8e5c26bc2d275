#include "support/catch.h"
#include "support/program.h"
#include "support/scratch.h"

#include <fmt/format.h>

#include <sys/types.h>

#include <signal.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <regex>
#include <sstream>
#include <thread>

using namespace weekboard::testing;

namespace
{

struct Fixture {
    ScratchFolder folder;
    ProgramUnderTest program{folder / "w.db"};

    [[nodiscard]] std::string at(const std::string& name) const { return (folder / name).string(); }

    ProgramResult run(const std::vector<std::string>& arguments) const
    {
        return program.run(arguments);
    }

    /// Runs a command of somebody else's in the folder; its output ends up in `said.txt`.
    int other(const std::string& command) const
    {
        const std::string line =
            fmt::format("cd '{}' && HOME='{}' {} > said.txt 2>&1", folder.path().string(),
                        folder.path().string(), command);
        return std::system(line.c_str());
    }

    [[nodiscard]] std::string said() const { return bytes_of(folder / "said.txt"); }

    void write_exhibits() const
    {
        write_bytes(folder / "exhibits.json",
                    run({"--lang", "zh", "exhibit", "all", "--week", "2026-04-10", "--json"}).out);
    }
};

std::vector<std::string> lines_of(const std::string& text)
{
    std::istringstream stream{text};
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    return lines;
}

} // namespace

TEST_CASE("every exhibit is exported in every format and profile with the size that it should have")
{
    const Fixture f;
    const std::vector<std::tuple<std::string, int, int>> profiles{{"slide-full", 366, 171},
                                                                  {"slide-half", 180, 130},
                                                                  {"slide-third", 118, 94},
                                                                  {"report-column", 97, 66},
                                                                  {"12x8cm", 142, 94}};
    for (const auto& [profile, width, height] : profiles) {
        const auto result =
            f.run({"export", "--exhibit", "all", "--format", "png", "--dpi", "30", "--profile",
                   profile, "--out", f.at(profile), "--json", "--week", "2026-04-10"});
        CHECK(result.status == 2); // fewer dots than the program takes
        const auto files =
            f.run({"export", "--exhibit", "all", "--format", "png", "--dpi", "60", "--profile",
                   profile, "--out", f.at(profile), "--json", "--week", "2026-04-10"})
                .json()["files"];
        REQUIRE(files.size() == 21);
        CHECK(std::abs(files[0]["width_px"].get<int>() - 2 * width) <= 1);
        CHECK(std::abs(files[0]["height_px"].get<int>() - 2 * height) <= 1);
        CHECK(std::filesystem::exists(files[4]["path"].get<std::string>()));
    }
    CHECK(f.other("file slide-half/05-gigabit-share.png") == 0);
    CHECK(f.said().find("359 x 260") != std::string::npos);
}

TEST_CASE("text in pictures is found by other programs, radicals put right")
{
    const Fixture f;
    for (const char* format : {"pdf", "svg"}) {
        CHECK(f.run({"--lang", "zh", "export", "--exhibit", "all", "--format", format, "--out",
                     f.at(format), "--week", "2026-04-10"})
                  .status == 0);
    }
    CHECK(f.other("pdftotext pdf/06-5g-share.pdf -") == 0);
    CHECK(f.said().find("5G移动电话用户（亿户，左轴）") != std::string::npos);
    CHECK(f.said().find("工信部") != std::string::npos);
    CHECK(f.other("grep -c '5G移动电话用户' svg/06-5g-share.svg") == 0);
    CHECK(f.other("sh -c 'for p in svg/*.svg; do xmllint --noout $p || exit 1; done'") == 0);
    CHECK(f.other("sh -c 'for p in pdf/*.pdf; do pdffonts $p | tail -n +3; done'") == 0);
    for (const std::string& line : lines_of(f.said())) {
        INFO(line);
        CHECK(std::regex_search(line, std::regex{" yes (yes|no) +yes "})); // embedded, with text
    }
}

TEST_CASE("another program finds each chart's figures in the deck and in the workbook behind it")
{
    const Fixture f;
    f.write_exhibits();
    const auto deck =
        f.run({"--lang", "zh", "deck", "--week", "2026-04-10", "--out", f.at("w.pptx"), "--json"});
    CHECK(deck.status == 0);
    CHECK(deck.json()["pages"] == 20);
    const int status = f.other(fmt::format(
        "/usr/bin/python3 '{}/app/office_check.py' w.pptx exhibits.json", WEEKBOARD_TESTS));
    INFO(f.said());
    CHECK(status == 0);
}

TEST_CASE("another program finds each chart's figures in the workbook")
{
    const Fixture f;
    f.write_exhibits();
    CHECK(f.run({"--lang", "zh", "export", "--exhibit", "all", "--format", "xlsx", "--out",
                 f.folder.path().string(), "--week", "2026-04-10"})
              .status == 0);
    const int status = f.other(fmt::format(
        "/usr/bin/python3 '{}/app/office_check.py' weekboard-2026-04-10.xlsx exhibits.json",
        WEEKBOARD_TESTS));
    INFO(f.said());
    CHECK(status == 0);
}

TEST_CASE("an office program opens the deck and draws all of it")
{
    const Fixture f;
    CHECK(f.run({"--lang", "zh", "deck", "--week", "2026-04-10", "--out", f.at("w.pptx")}).status ==
          0);
    CHECK(f.other("soffice --headless --convert-to pdf w.pptx") == 0);
    CHECK(f.other("pdfinfo w.pdf") == 0);
    CHECK(f.said().find("Pages:           20") != std::string::npos);
    CHECK(f.other("pdftotext w.pdf -") == 0);
    std::string text = f.said();
    std::erase(text, ' '); // set between Chinese and other characters
    CHECK(text.find("截至2月末5G用户占比超六成") != std::string::npos);
    CHECK(text.find("490.9") != std::string::npos);
}

TEST_CASE("a deck is brought up to date, and says what changed")
{
    const Fixture f;
    const std::string deck = f.at("w.pptx");
    CHECK(f.run({"deck", "--week", "2026-04-10", "--out", deck}).status == 0);
    const std::string before = bytes_of(deck);
    CHECK(f.run({"set", "miit.base_stations_5g", "2026-02-28", "491.0"}).status <= 1);
    const auto changes = f.run({"deck", "--refresh", deck, "--json"}).json()["changes"];
    REQUIRE(changes.size() == 3);
    const auto figure = std::ranges::find_if(
        changes, [](const auto& change) { return change["exhibit"] == "5g-base-stations"; });
    REQUIRE(figure != changes.end());
    CHECK((*figure)["old"] == "490.9");
    CHECK((*figure)["new"] == "491");
    CHECK(bytes_of(deck) != before);
    CHECK(f.run({"deck", "--refresh", "--out", deck, "--json"}).json()["changes"].empty());
}

TEST_CASE("a template that is none is refused, and the old deck stays")
{
    const Fixture f;
    write_bytes(f.folder / "w.pptx", "old");
    write_bytes(f.folder / "t.pptx", "no zip");
    const auto result = f.run({"deck", "--template", f.at("t.pptx"), "--out", f.at("w.pptx")});
    CHECK(result.status == 3);
    CHECK(result.err.find("t.pptx") != std::string::npos);
    CHECK(bytes_of(f.folder / "w.pptx") == "old");
    CHECK(f.run({"deck", "--refresh", f.at("w.pptx")}).status == 3);
    CHECK(f.run({"deck", "--template", f.at("missing"), "--out", f.at("w.pptx")}).status == 3);
    CHECK(f.run({"deck"}).status == 2);
}

TEST_CASE("the report has pages, bookmarks and a text layer")
{
    const Fixture f;
    const auto report =
        f.run({"--lang", "zh", "report", "--week", "2026-04-10", "--out", f.at("w.pdf"), "--json"});
    CHECK(report.status == 0);
    CHECK(report.json()["pages"].get<int>() > 5);
    CHECK(f.other("pdftotext w.pdf -") == 0);
    CHECK(f.said().find("比上年末净增316.7万户") != std::string::npos);
    CHECK(f.other("pdfinfo -dests w.pdf") == 0);
    CHECK(f.other("pdftohtml -xml -stdout -i w.pdf") == 0);
    CHECK(f.said().find("<outline>") != std::string::npos);
    CHECK(f.run({"report", "--out", f.at("w.docx")}).status == 3);
}

TEST_CASE("a browser shows the report without asking for anything, and can be read by all")
{
    const Fixture f;
    CHECK(
        f.run({"--lang", "zh", "report", "--week", "2026-04-10", "--out", f.at("w.html")}).status ==
        0);
    const int status =
        f.other(fmt::format("node '{}/page/check.mjs' page w.html", WEEKBOARD_TESTS));
    INFO(f.said());
    CHECK(status == 0);
}

TEST_CASE("a second reader of decks finds the figures too")
{
    const Fixture f;
    f.write_exhibits();
    CHECK(f.run({"--lang", "zh", "deck", "--week", "2026-04-10", "--out", f.at("w.pptx")}).status ==
          0);
    const int status =
        f.other(fmt::format("node '{}/page/check.mjs' deck w.pptx exhibits.json", WEEKBOARD_TESTS));
    INFO(f.said());
    CHECK(status == 0);
}

TEST_CASE("a killed export leaves whole files and nothing beside them")
{
    const Fixture f;
    CHECK(f.run({"week"}).status == 0); // the store is there
    std::filesystem::create_directory(f.folder / "out");
    write_bytes(f.folder / "out" / "keep", "");
    for (int delay_ms = 100; delay_ms <= 700; delay_ms += 100) {
        const pid_t process = f.program.start(
            {"export", "--exhibit", "all", "--profile", "slide-full", "--out", f.at("out")});
        std::this_thread::sleep_for(std::chrono::milliseconds{delay_ms});
        ::kill(process, SIGKILL);
        wait_for(process);
        for (const auto& entry : std::filesystem::directory_iterator{f.folder / "out"}) {
            const std::string name = entry.path().filename().string();
            INFO(name);
            CHECK((name == "keep" || name.ends_with(".png")));
            if (name.ends_with(".png")) {
                CHECK(bytes_of(entry.path()).ends_with("IEND\xAE\x42\x60\x82"));
            }
        }
    }
}

TEST_CASE("a target that cannot be written is named, and nothing is left beside it")
{
    const Fixture f;
    write_bytes(f.folder / "file", "old");
    const auto result =
        f.run({"export", "--exhibit", "5", "--format", "csv", "--out", f.at("file/below")});
    CHECK(result.status == 4);
    CHECK(result.err.find("below") != std::string::npos);
    CHECK(bytes_of(f.folder / "file") == "old");
    ProgramUnderTest small{f.folder / "w.db"};
    small.limit_file_size(20000);
    write_bytes(f.folder / "w.pptx", "old");
    const auto full = small.run({"deck", "--out", f.at("w.pptx")});
    CHECK(full.status == 4);
    CHECK(bytes_of(f.folder / "w.pptx") == "old");
    for (const auto& entry : std::filesystem::directory_iterator{f.folder.path()}) {
        CHECK(entry.path().filename().string().find(".weekboard") == std::string::npos);
    }
}
