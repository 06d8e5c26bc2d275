#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

namespace weekboard
{

/// A target that could not be written; what it held before is untouched. `what()` is the system's
/// reason.
class ExportError : public std::runtime_error
{
public:
    ExportError(std::filesystem::path path, const std::string& reason)
        : std::runtime_error{reason}
        , path_{std::move(path)}
    {
    }

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// Puts a file in place once it is complete and on disk: a full disk or a killed process leaves
/// what was there. Until then it has no name where the file system allows that, so nothing is left
/// over either. A file that may not be written is not replaced; one behind a link is. Throws
/// ExportError.
void replace_file(const std::filesystem::path& path, std::string_view content);

/// Makes the folder and those above it. Throws ExportError.
void make_folder(const std::filesystem::path& folder);

/// The whole of a file. Throws ExportError, also for one longer than `most` bytes.
[[nodiscard]] std::string read_file(const std::filesystem::path& path,
                                    std::size_t most = std::size_t{1} << 30);

/// A name that every file system takes: without `/ \ : * ? " < > |`, control characters, dots at
/// either end and names of devices, at most 120 bytes long; `unnamed` where nothing is left.
[[nodiscard]] std::string safe_file_name(std::string_view name);

} // namespace weekboard
