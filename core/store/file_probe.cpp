#include "store/file_probe.h"

#include "store/sqlite_file.h"

#include <sys/statfs.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace weekboard
{

namespace
{

// https://www.sqlite.org/fileformat2.html, section 1.3
constexpr std::size_t header_size = 100;
constexpr std::string_view magic{"SQLite format 3\0", 16};
using Header = std::array<unsigned char, header_size>;

std::uint32_t big_endian(const Header& header, std::size_t at, std::size_t bytes)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < bytes; ++i) {
        value = value << 8U | header[at + i];
    }
    return value;
}

bool is_shorter_than_its_header_says(const Header& header, const std::filesystem::path& path)
{
    const bool count_is_valid = big_endian(header, 24, 4) == big_endian(header, 92, 4);
    if (!count_is_valid) {
        return false;
    }
    const std::uint32_t stored_size = big_endian(header, 16, 2);
    const std::uint64_t page_size = stored_size == 1 ? 65536 : stored_size;
    return std::filesystem::file_size(path) < page_size * big_endian(header, 28, 4);
}

bool is_empty_or_absent(const std::filesystem::path& path)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    return error || size == 0;
}

} // namespace

std::filesystem::path wal_path(const std::filesystem::path& store)
{
    auto path = store;
    path += "-wal";
    return path;
}

std::filesystem::path real_path(const std::filesystem::path& path)
{
    constexpr int longest_chain = 40; // as the kernel has it
    std::filesystem::path at = path;
    for (int links = 0; std::filesystem::is_symlink(std::filesystem::symlink_status(at)); ++links) {
        if (links == longest_chain) {
            throw std::filesystem::filesystem_error{
                "a circle of links", path,
                std::make_error_code(std::errc::too_many_symbolic_link_levels)};
        }
        at = at.parent_path() / std::filesystem::read_symlink(at);
    }
    return std::filesystem::weakly_canonical(at);
}

bool has_unfinished_business(const std::filesystem::path& store)
{
    return !is_empty_or_absent(wal_path(store)) ||
           !is_empty_or_absent(std::filesystem::path{store.string() + "-journal"});
}

FileProbe probe_file(const std::filesystem::path& path)
{
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status)) {
        const bool is_certain = !error || error == std::errc::no_such_file_or_directory;
        return {is_certain ? FileKind::absent : FileKind::unreadable};
    }
    if (!std::filesystem::is_regular_file(status)) {
        return {FileKind::foreign};
    }
    if (is_empty_or_absent(path)) {
        return {FileKind::absent};
    }
    const SqliteFile file{path};
    if (!file.is_open()) {
        return {FileKind::unreadable};
    }
    Header header{};
    if (!file.read(0, header) || std::memcmp(header.data(), magic.data(), magic.size()) != 0 ||
        static_cast<std::int32_t>(big_endian(header, 68, 4)) != store_application_id) {
        return {FileKind::foreign};
    }
    // While a commit is under way, or after one that was killed, the first page may be ahead of the
    // rest: then a log or a journal has what is missing. They are looked at before the size, for
    // they go when the rest is there.
    const bool rest_is_elsewhere = has_unfinished_business(path);
    const bool truncated = !rest_is_elsewhere && is_shorter_than_its_header_says(header, path);
    return {truncated ? FileKind::truncated : FileKind::ours,
            static_cast<int>(big_endian(header, 60, 4)), header[18] == 2};
}

bool is_writable(const std::filesystem::path& path)
{
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path{"."};
    struct statvfs volume {
    };
    if (statvfs(folder.c_str(), &volume) == 0 && (volume.f_flag & ST_RDONLY) != 0) {
        return false;
    }
    std::error_code error;
    const bool exists = std::filesystem::exists(path, error);
    return access(folder.c_str(), W_OK) == 0 && (!exists || access(path.c_str(), W_OK) == 0);
}

bool is_shared_folder(const std::filesystem::path& folder)
{
    // From linux/magic.h and the file systems' own sources; FUSE carries sshfs, rclone and the
    // like.
    static constexpr std::array<std::uint32_t, 10> network_types{
        0x6969 /* nfs */,      0x517b /* smb */,
        0xff534d42 /* cifs */, 0xfe534d42 /* smb2 */,
        0x65735546 /* fuse */, 0x5346414f /* afs */,
        0x00c36400 /* ceph */, 0x01021997 /* 9p */,
        0x786f4256 /* vbox */, 0x73757245 /* coda */};
    static constexpr std::array<std::string_view, 10> cloud_folders{
        "Dropbox",   "OneDrive", "Google Drive", "GoogleDrive",   "iCloud",
        "Nextcloud", "Nutstore", "坚果云",       "BaiduSyncdisk", "WPS云盘"};

    struct statfs volume {
    };
    if (statfs(folder.empty() ? "." : folder.c_str(), &volume) == 0 &&
        std::ranges::find(network_types, static_cast<std::uint32_t>(volume.f_type)) !=
            network_types.end()) {
        return true;
    }
    std::error_code error;
    const auto whole = std::filesystem::weakly_canonical(folder, error);
    return std::ranges::any_of(error ? folder : whole, [](const std::filesystem::path& part) {
        return std::ranges::any_of(cloud_folders, [&](std::string_view cloud) {
            return part.string().starts_with(cloud);
        });
    });
}

} // namespace weekboard
