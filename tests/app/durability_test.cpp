#include "entry/entry.h"
#include "store/series_list.h"
#include "support/catch.h"
#include "support/program.h"
#include "support/scratch.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <map>
#include <random>
#include <thread>

using namespace weekboard::testing;

namespace
{

std::string month(int index)
{
    const int year = 1960 + index / 12;
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02d", year, index % 12 + 1);
    return text;
}

std::map<std::string, double> figures(const ProgramUnderTest& program, const std::string& code)
{
    std::map<std::string, double> found;
    const ProgramResult result = program.run({"series", code, "--to", "2016-12-31", "--json"});
    REQUIRE(result.status == 0);
    const auto document = result.json();
    for (const auto& row : document["observations"]) {
        found[row["period_end"].get<std::string>().substr(0, 7)] = row["value"];
    }
    return found;
}

} // namespace

TEST_CASE("kill -9 at any moment loses nothing that was told to be stored")
{
    const ScratchFolder folder;
    const ProgramUnderTest program{folder / "w.db"};
    REQUIRE(program.run({"week"}).status == 0);
    std::mt19937 random{20260410};
    std::map<std::string, double> told;
    int killed = 0;
    for (int i = 0; i < 200; ++i) {
        const pid_t process = program.start({"set", "miit.dou", month(i), std::to_string(i + 1)});
        // Calls take some 20 ms: most are killed somewhere inside, the others end.
        std::this_thread::sleep_for(std::chrono::microseconds{random() % 40000});
        kill(process, SIGKILL);
        if (wait_for(process) == 0) {
            told[month(i)] = i + 1;
        } else {
            ++killed;
        }
    }
    CAPTURE(killed, told.size());
    CHECK(program.run({"verify", "--json"}).json()["ok"] == true);
    const auto found = figures(program, "miit.dou");
    for (const auto& [period, value] : told) {
        CAPTURE(period);
        REQUIRE(found.contains(period));
        CHECK(found.at(period) == value);
    }
    CHECK(killed > 0);
}

TEST_CASE("kill -9 at any moment of a large import leaves all of it or nothing")
{
    const ScratchFolder folder;
    const ProgramUnderTest program{folder / "w.db"};
    REQUIRE(program.run({"week"}).status == 0);
    constexpr int rows = 16000;
    const std::vector<std::string> codes{"801010.SI", "801030.SI", "801040.SI", "801050.SI"};
    {
        std::ofstream file{folder / "closes.csv"};
        file << "code,period_end,value\n";
        for (int i = 0; i < rows; ++i) {
            const auto day = weekboard::make_date(1980, 1, 1) +
                             std::chrono::days{i / static_cast<int>(codes.size())};
            file << codes[static_cast<std::size_t>(i) % codes.size()] << ','
                 << weekboard::to_iso(day) << ',' << 1000 + i % 977 << '\n';
        }
    }
    const std::string path = (folder / "closes.csv").string();
    const auto stored = [&] {
        return program.run({"series", codes[0], "--to", "2025-12-31", "--json"})
            .json()["observations"]
            .size();
    };
    constexpr auto rows_each = rows / 4;
    const std::size_t before = stored();
    const auto batches = [&] {
        return program.run({"batches", "--json"}).json()["batches"].size();
    };
    const std::size_t batches_before = batches();
    std::mt19937 random{20260410};
    int killed = 0;
    bool is_in = false;
    for (unsigned i = 0; i < 40 && !is_in; ++i) {
        const pid_t process = program.start({"import", path});
        // Later each time, until one of them comes to its end.
        std::this_thread::sleep_for(std::chrono::milliseconds{i * 15 + random() % 15});
        kill(process, SIGKILL);
        (void)wait_for(process);
        const std::size_t now = stored();
        CHECK((now == before || now == before + rows_each));
        is_in = now != before;
        killed += is_in ? 0 : 1;
        CHECK(batches() == batches_before + (is_in ? 1U : 0U));
    }
    CHECK(killed > 0);
    if (!is_in) {
        CHECK(program.run({"import", path}).status <= 1);
        CHECK(stored() == before + rows_each);
    }
    CHECK(program.run({"verify"}).status == 0);
}

TEST_CASE("four processes that write at once, under an open window, lose nothing")
{
    const ScratchFolder folder;
    const ProgramUnderTest program{folder / "w.db"};
    const std::vector<std::string> codes{"miit.dou", "miit.gigabit_users", "miit.mobile_users",
                                         "miit.iot_terminals"};
    constexpr int calls = 200;
    const pid_t window = program.start_window();
    std::vector<pid_t> writers;
    for (const std::string& code : codes) {
        const pid_t writer = fork();
        if (writer == 0) {
            // The store does not exist yet: they create it together, too.
            for (int i = 0; i < calls; ++i) {
                int status = 0;
                const pid_t call = program.start({"set", code, month(i), std::to_string(i + 1)});
                const bool ended = waitpid(call, &status, 0) == call && WIFEXITED(status);
                if (!ended || WEXITSTATUS(status) > 1) { // 1: odd figures, and stored
                    _exit(1);
                }
            }
            _exit(0);
        }
        writers.push_back(writer);
    }
    for (const pid_t writer : writers) {
        CHECK(wait_for(writer) == 0);
    }
    kill(window, SIGTERM);
    CHECK(wait_for(window) == 128 + SIGTERM); // it was there to the end
    for (const std::string& code : codes) {
        CAPTURE(code);
        CHECK(figures(program, code).size() == calls);
    }
    CHECK(program.run({"verify", "--json"}).json()["ok"] == true);
}

TEST_CASE("a full disk is told, loses nothing, and the next call works once there is room")
{
    const ScratchFolder folder;
    ProgramUnderTest program{folder / "w.db"};
    REQUIRE(program.run({"set", "miit.dou", "2016-01", "1"}).status == 0);
    const auto size = std::filesystem::file_size(folder / "w.db");
    program.limit_file_size(8192); // no journal of more than two pages
    const ProgramResult full = program.run({"set", "miit.dou", "2016-02", "2"});
    CAPTURE(full.err);
    CHECK(full.status == 4);
    CHECK(full.err.find("no room") != std::string::npos);
    program.limit_file_size(0);
    CHECK(std::filesystem::file_size(folder / "w.db") == size);
    CHECK(figures(program, "miit.dou").size() == 1);
    CHECK(program.run({"set", "miit.dou", "2016-02", "2"}).status == 0);
    CHECK(figures(program, "miit.dou").size() == 2);
    CHECK(program.run({"verify", "--json"}).json()["ok"] == true);
}

TEST_CASE("a full disk while the store is made leaves none that is half made")
{
    const ScratchFolder folder;
    ProgramUnderTest program{folder / "w.db"};
    program.limit_file_size(65536);
    const ProgramResult full = program.run({"week"});
    CAPTURE(full.err);
    CHECK(full.status == 4);
    program.limit_file_size(0);
    CHECK(program.run({"week"}).status == 0);
    CHECK(program.run({"verify", "--json"}).json()["ok"] == true);
}

TEST_CASE("a crash leaves a trace of what was being done")
{
    const ScratchFolder folder;
    const ProgramUnderTest program{folder / "w.db"};
    const pid_t window = program.start_window();
    const auto trace = folder / "weekboard/crash.txt";
    const auto log = folder / "weekboard/weekboard.log";
    for (int i = 0; i < 200 && !std::filesystem::exists(folder / "w.db"); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }
    std::this_thread::sleep_for(std::chrono::seconds{1});
    kill(window, SIGSEGV);
    CHECK(wait_for(window) != 0);
    const std::string text = bytes_of(trace);
    CAPTURE(text);
    CHECK(text.find("ended by signal 11") != std::string::npos);
    CHECK(text.find("show a week") != std::string::npos);
    CHECK(bytes_of(log).find("created") != std::string::npos);
}

TEST_CASE("a picture that is refused at once waits for the fonts that are being listed")
{
    const ScratchFolder folder;
    const ProgramUnderTest program{folder / "w.db"};
    const auto fonts = folder / "fonts.conf"; // as slow as the fonts of a machine seen first
    {
        std::ofstream rules{fonts};
        rules << "<fontconfig><include>/etc/fonts/fonts.conf</include>";
        for (int i = 0; i < 20000; ++i) {
            rules << "<match><test name='family'><string>none</string></test></match>";
        }
        rules << "</fontconfig>";
    }
    setenv("FONTCONFIG_FILE", fonts.c_str(), 1);
    for (int i = 0; i < 5; ++i) {
        const ProgramResult refused =
            program.run({"export", "--exhibit", "1", "--out", "/tmp", "--format", "bmp"});
        CAPTURE(refused.err);
        CHECK(refused.status == 3);
    }
    unsetenv("FONTCONFIG_FILE");
}

TEST_CASE("an open store keeps its locks while the same process looks at its file once more")
{
    const ScratchFolder folder;
    const ProgramUnderTest program{folder / "w.db"};
    const auto store = bundled_store(folder / "w.db");
    const auto batches = [&] {
        return program.run({"batches", "--json"}).json()["batches"].size();
    };
    const auto series = store->read([](weekboard::Connection& database) {
        return weekboard::find_series(database, "miit.dou").value();
    });
    REQUIRE(batches() == 2);
    {
        const auto again = weekboard::Store::open(folder / "w.db", {}, after_the_week);
        REQUIRE(again.store);
    }
    // Without the locks this would take itself for the last user of the store and delete its log.
    REQUIRE(batches() == 2);
    REQUIRE(weekboard::enter_figure(*store,
                                    {series, weekboard::make_date(2026, 3, 31), 20.5,
                                     weekboard::make_date(2026, 4, 10), false},
                                    {weekboard::BatchKind::entry, "test", "me"}, after_the_week)
                .batch);
    CHECK(batches() == 3);
}
