#include "publish/file_target.h"

#include <fmt/format.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <system_error>

namespace weekboard
{

namespace
{

constexpr mode_t everybody = 0666; // less what the umask takes

[[noreturn]] void fail(const std::filesystem::path& path, int error)
{
    throw ExportError{path, std::generic_category().message(error)};
}

class Descriptor
{
public:
    explicit Descriptor(int number)
        : number_{number}
    {
    }
    ~Descriptor()
    {
        if (number_ >= 0) {
            ::close(number_);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int get() const { return number_; }
    [[nodiscard]] bool is_open() const { return number_ >= 0; }

private:
    int number_;
};

/// Hidden, beside the target, and ours.
std::filesystem::path passing_name(const std::filesystem::path& target)
{
    static std::atomic<unsigned> count{0};
    return target.parent_path() / fmt::format(".{}.{}-{}.weekboard",
                                              target.filename().string().substr(0, 100), ::getpid(),
                                              ++count);
}

void write_bytes(int file, std::string_view content, const std::filesystem::path& path)
{
    while (!content.empty()) {
        const ssize_t written = ::write(file, content.data(), content.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            fail(path, errno);
        }
        content.remove_prefix(static_cast<std::size_t>(written));
    }
}

void write_all(int file, std::string_view content, const std::filesystem::path& path)
{
    write_bytes(file, content, path);
    if (::fsync(file) != 0) {
        fail(path, errno);
    }
}

/// A passing name lives for one call of `rename`; if that fails, it goes.
void rename_over(const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (::rename(from.c_str(), to.c_str()) != 0) {
        const int error = errno;
        ::unlink(from.c_str());
        fail(to, error);
    }
}

/// Gives a file without a name the target's.
void give_name(int file, const std::filesystem::path& path)
{
    const std::string self = fmt::format("/proc/self/fd/{}", file);
    if (::linkat(AT_FDCWD, self.c_str(), AT_FDCWD, path.c_str(), AT_SYMLINK_FOLLOW) == 0) {
        return;
    }
    if (errno != EEXIST) {
        fail(path, errno);
    }
    const auto passing = passing_name(path);
    if (::linkat(AT_FDCWD, self.c_str(), AT_FDCWD, passing.c_str(), AT_SYMLINK_FOLLOW) != 0) {
        fail(path, errno);
    }
    rename_over(passing, path);
}

/// Where files must have a name from the start.
void write_by_name(const std::filesystem::path& path, std::string_view content)
{
    const auto passing = passing_name(path);
    const Descriptor file{
        ::open(passing.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, everybody)};
    if (!file.is_open()) {
        fail(path, errno);
    }
    try {
        write_all(file.get(), content, path);
    } catch (...) {
        ::unlink(passing.c_str());
        throw;
    }
    rename_over(passing, path);
}

void write_into(const std::filesystem::path& path, std::string_view content)
{
    const Descriptor file{::open(path.c_str(), O_WRONLY | O_CLOEXEC)};
    if (!file.is_open()) {
        fail(path, errno);
    }
    write_bytes(file.get(), content, path);
}

/// The file itself, where the name is a link.
std::filesystem::path real_target(const std::filesystem::path& path)
{
    std::error_code ignored;
    const auto absolute = std::filesystem::absolute(path, ignored);
    const auto real = std::filesystem::weakly_canonical(absolute, ignored);
    return real.empty() ? absolute : real;
}

} // namespace

void replace_file(const std::filesystem::path& path, std::string_view content)
{
    const auto target = real_target(path);
    struct stat before = {};
    const bool replaces = ::stat(target.c_str(), &before) == 0;
    if (replaces && S_ISDIR(before.st_mode)) {
        fail(path, EISDIR);
    }
    if (replaces && !S_ISREG(before.st_mode)) {
        write_into(target, content); // a pipe or a device is no file that could be replaced
        return;
    }
    if (replaces && ::access(target.c_str(), W_OK) != 0) {
        fail(path, errno);
    }
    const auto folder = target.parent_path();
    const Descriptor file{::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, everybody)};
    if (file.is_open()) {
        if (replaces) {
            static_cast<void>(::fchmod(file.get(), before.st_mode & 07777));
        }
        write_all(file.get(), content, path);
        give_name(file.get(), target);
    } else if (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL) {
        write_by_name(target, content);
    } else {
        fail(path, errno);
    }
    const Descriptor names{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (names.is_open()) {
        static_cast<void>(::fsync(names.get())); // not every file system can
    }
}

void make_folder(const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        throw ExportError{folder, error.message()};
    }
}

std::string read_file(const std::filesystem::path& path, std::size_t most)
{
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    struct stat found = {};
    if (!file.is_open() || ::fstat(file.get(), &found) != 0) {
        fail(path, errno);
    }
    if (S_ISDIR(found.st_mode)) {
        fail(path, EISDIR);
    }
    std::string content;
    std::array<char, 1 << 16> chunk{};
    while (true) {
        const ssize_t read = ::read(file.get(), chunk.data(), chunk.size());
        if (read < 0 && errno == EINTR) {
            continue;
        }
        if (read < 0) {
            fail(path, errno);
        }
        if (read == 0) {
            return content;
        }
        if (content.size() + static_cast<std::size_t>(read) > most) {
            fail(path, EFBIG);
        }
        content.append(chunk.data(), static_cast<std::size_t>(read));
    }
}

std::string safe_file_name(std::string_view name)
{
    constexpr std::string_view forbidden = "/\\:*?\"<>|";
    constexpr std::size_t longest = 120;
    std::string safe;
    for (const char c : name) {
        const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
        safe += control || forbidden.find(c) != std::string_view::npos ? '_' : c;
    }
    if (safe.size() > longest) {
        std::size_t end = longest;
        while (end > 0 && (static_cast<unsigned char>(safe[end]) & 0xC0) == 0x80) {
            --end; // not in the middle of a character
        }
        safe.resize(end);
    }
    const auto at_an_end = [](char c) { return c == '.' || c == ' '; };
    while (!safe.empty() && at_an_end(safe.back())) {
        safe.pop_back();
    }
    safe.erase(safe.begin(), std::ranges::find_if_not(safe, at_an_end));
    std::string stem = safe.substr(0, safe.find('.'));
    std::ranges::transform(stem, stem.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    constexpr std::array<std::string_view, 4> devices{"CON", "PRN", "AUX", "NUL"};
    const bool numbered = stem.size() == 4 && stem[3] >= '0' && stem[3] <= '9' &&
                          (stem.starts_with("COM") || stem.starts_with("LPT"));
    if (numbered || std::ranges::find(devices, stem) != devices.end()) {
        safe.insert(0, "_");
    }
    return safe.empty() ? "unnamed" : safe;
}

} // namespace weekboard
