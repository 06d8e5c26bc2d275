#pragma once

#include <nlohmann/json.hpp>

#include <sys/resource.h>
#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace weekboard::testing
{

struct ProgramResult {
    int status = -1; ///< exit status, or 128 + signal
    std::string out;
    std::string err;

    /// Standard output as JSON; fails the test where it is none.
    [[nodiscard]] nlohmann::json json() const;
};

/// The program as it was built, with a store, a language and folders of its own.
class ProgramUnderTest
{
public:
    explicit ProgramUnderTest(std::filesystem::path store);

    /// In bytes; 0 sets none. A file that would grow beyond it cannot: a small disk.
    void limit_file_size(rlim_t bytes) { file_size_limit_ = bytes; }

    /// Runs `weekboard --store STORE arguments…` to its end.
    [[nodiscard]] ProgramResult run(const std::vector<std::string>& arguments) const;

    /// Opens the window, on no screen.
    [[nodiscard]] pid_t start_window() const;

    /// Starts it without waiting; its output is thrown away.
    [[nodiscard]] pid_t start(const std::vector<std::string>& arguments) const;

private:
    [[nodiscard]] pid_t spawn(const std::vector<std::string>& arguments, int out, int err) const;

    std::filesystem::path store_;
    rlim_t file_size_limit_ = 0;
};

/// Waits for a process and returns its status as above.
int wait_for(pid_t process);

} // namespace weekboard::testing
