#include "support/program.h"

#include "support/catch.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace weekboard::testing
{

namespace
{

std::string content(const std::string& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

} // namespace

nlohmann::json ProgramResult::json() const
{
    INFO(out << err);
    auto document = nlohmann::json::parse(out, nullptr, false);
    REQUIRE_FALSE(document.is_discarded());
    return document;
}

ProgramUnderTest::ProgramUnderTest(std::filesystem::path store)
    : store_{std::move(store)}
{
}

pid_t ProgramUnderTest::spawn(const std::vector<std::string>& arguments, int out, int err) const
{
    std::vector<std::string> all{WEEKBOARD_PROGRAM, "--store", store_.string()};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child != 0) {
        return child;
    }
    const std::string home = store_.parent_path().string();
    for (const char* variable : {"HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"}) {
        setenv(variable, home.c_str(), 1);
    }
    setenv("LC_ALL", "C.UTF-8", 1);
    unsetenv("DISPLAY");
    unsetenv("WAYLAND_DISPLAY");
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    if (file_size_limit_ > 0) {
        rlimit limit{file_size_limit_, file_size_limit_};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    std::vector<char*> pointers;
    for (std::string& argument : all) {
        pointers.push_back(argument.data());
    }
    pointers.push_back(nullptr);
    execv(WEEKBOARD_PROGRAM, pointers.data());
    _exit(127);
}

ProgramResult ProgramUnderTest::run(const std::vector<std::string>& arguments) const
{
    std::array<std::string, 2> paths;
    std::array<int, 2> files{};
    for (std::size_t i = 0; i < 2; ++i) {
        paths[i] = (std::filesystem::temp_directory_path() / "weekboard-out-XXXXXX").string();
        files[i] = mkstemp(paths[i].data());
        REQUIRE(files[i] >= 0);
    }
    ProgramResult result;
    result.status = wait_for(spawn(arguments, files[0], files[1]));
    for (std::size_t i = 0; i < 2; ++i) {
        close(files[i]);
        (i == 0 ? result.out : result.err) = content(paths[i]);
        unlink(paths[i].c_str());
    }
    return result;
}

pid_t ProgramUnderTest::start(const std::vector<std::string>& arguments) const
{
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    const pid_t child = spawn(arguments, nowhere, nowhere);
    close(nowhere);
    return child;
}

pid_t ProgramUnderTest::start_window() const
{
    setenv("QT_QPA_PLATFORM", "offscreen", 1); // a display, to the program
    const pid_t window = start({});
    unsetenv("QT_QPA_PLATFORM");
    return window;
}

int wait_for(pid_t process)
{
    int status = 0;
    REQUIRE(waitpid(process, &status, 0) == process);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

} // namespace weekboard::testing
