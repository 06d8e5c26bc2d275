#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct zip_source;

namespace weekboard
{

/// The bytes of a file, or of a text that somebody holds, read piece by piece and as often as is
/// wanted: a file is never in memory as a whole. Every function throws ImportError for a file that
/// cannot be read, or that became shorter meanwhile.
class ImportSource
{
public:
    [[nodiscard]] static ImportSource of_file(const std::filesystem::path& path);

    /// `bytes` must outlive the source.
    [[nodiscard]] static ImportSource of_bytes(std::string_view bytes);

    [[nodiscard]] std::uint64_t size() const { return size_; }

    /// Called with the size of each piece that is read: a text is read three times.
    void tell_pieces(std::function<void(std::size_t)> told) { told_ = std::move(told); }

    /// The first bytes, at most so many.
    [[nodiscard]] std::string beginning(std::size_t most) const;

    /// Calls with all bytes in their order, until false.
    void for_each_piece(const std::function<bool(std::string_view)>& take) const;

    /// SHA-256 in hexadecimal.
    [[nodiscard]] std::string hash() const;

    /// For libzip, which frees it with the archive that is opened from it.
    [[nodiscard]] zip_source* for_zip() const;

private:
    struct Descriptor;

    std::uint64_t size_ = 0;
    std::function<void(std::size_t)> told_;
    std::string_view bytes_;
    std::shared_ptr<const Descriptor> file_; ///< null: of bytes
};

} // namespace weekboard
