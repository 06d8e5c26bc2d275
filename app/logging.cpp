#include "logging.h"

#include "activity.h"

#include <QString>
#include <QtGlobal>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <execinfo.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string_view>

namespace weekboard
{

namespace
{

constexpr std::size_t longest_path = 4096;

// Read by a signal handler: fixed storage, no locks, nothing that allocates.
std::array<char, longest_path> crash_file{};

void write_text(int file, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = write(file, text.data(), text.size());
        if (written <= 0) {
            return;
        }
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

void write_number(int file, int number)
{
    std::array<char, 12> digits{};
    std::size_t at = digits.size();
    do {
        digits[--at] = static_cast<char>('0' + number % 10);
        number /= 10;
    } while (number > 0 && at > 0);
    write_text(file, {digits.data() + at, digits.size() - at});
}

void on_crash(int signal)
{
    const int file = open(crash_file.data(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file >= 0) {
        write_text(file, "weekboard ended by signal ");
        write_number(file, signal);
        write_text(file, "\nwhat was done, the last first:\n");
        const Activities& activities = noted_activities();
        const std::size_t count = activities.count.load();
        for (std::size_t back = 1; back <= std::min(count, kept_activities); ++back) {
            write_text(file, "  ");
            const char* what = activities.ring[(count - back) % kept_activities].load();
            write_text(file, what != nullptr ? what : "");
            write_text(file, "\n");
        }
        std::array<void*, 64> frames{};
        backtrace_symbols_fd(frames.data(), backtrace(frames.data(), frames.size()), file);
        close(file);
    }
    std::signal(signal, SIG_DFL);
    raise(signal);
}

void set_level(const std::string& level)
{
    spdlog::set_level(spdlog::level::from_str(level));
    spdlog::flush_on(spdlog::level::info);
}

} // namespace

void log_to_console(const std::string& level)
{
    auto logger = spdlog::stderr_logger_mt("weekboard");
    logger->set_pattern("weekboard: %v");
    spdlog::set_default_logger(std::move(logger));
    set_level(level);
}

void log_to_file(const std::string& level)
{
    constexpr std::size_t largest = 1 << 20;
    constexpr std::size_t kept = 3;
    auto console = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    console->set_level(spdlog::level::warn);
    std::vector<spdlog::sink_ptr> sinks{console};
    try {
        sinks.push_back(std::make_shared<spdlog::sinks::rotating_file_sink_mt>(
            (state_folder() / "weekboard.log").string(), largest, kept));
    } catch (const spdlog::spdlog_ex& error) {
        console->set_level(spdlog::level::trace);
    }
    spdlog::set_default_logger(
        std::make_shared<spdlog::logger>("weekboard", sinks.begin(), sinks.end()));
    set_level(level);
}

void log_messages_of_qt()
{
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext&, const QString& text) {
        const auto level =
            type == QtFatalMsg || type == QtCriticalMsg ? spdlog::level::err : spdlog::level::debug;
        spdlog::log(level, "{}", text.toStdString());
        if (type == QtFatalMsg) {
            std::abort();
        }
    });
}

std::filesystem::path state_folder()
{
    const char* state_home = std::getenv("XDG_STATE_HOME");
    if (state_home != nullptr && *state_home == '/') {
        return std::filesystem::path{state_home} / "weekboard";
    }
    const char* home = std::getenv("HOME");
    return std::filesystem::path{home != nullptr ? home : "/tmp"} / ".local/state/weekboard";
}

void leave_trace_of_crashes()
{
    std::error_code error;
    std::filesystem::create_directories(state_folder(), error);
    const std::string path = (state_folder() / "crash.txt").string();
    if (path.size() >= crash_file.size()) {
        return;
    }
    std::memcpy(crash_file.data(), path.c_str(), path.size() + 1);
    std::array<void*, 1> warm_up{};
    backtrace(warm_up.data(), 1); // loads what the handler must not load
    for (const int signal : {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL}) {
        std::signal(signal, on_crash);
    }
}

} // namespace weekboard
