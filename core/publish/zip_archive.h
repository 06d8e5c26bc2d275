#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace weekboard
{

/// A file inside a zip.
struct ZipEntry {
    std::string name; ///< with `/` between folders, never above the top one
    std::string content;
};
using ZipEntries = std::vector<ZipEntry>;

/// A zip that cannot be read: damaged, or larger than what is sensible. `what()` says which.
class ZipError : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// What a zip may hold at most.
struct ZipLimits {
    std::uint64_t entries = 10000;
    std::uint64_t bytes = 512ULL << 20; ///< unpacked, of all entries together
};

/// Every file of a zip, checksums verified. Throws ZipError.
[[nodiscard]] ZipEntries read_zip(std::string_view bytes, const ZipLimits& limits = {});

enum class ZipMethod {
    deflated,
    stored, ///< as it is: the bytes do not depend on the version of a compressor
};

/// The files in this order, all with the same date: the same files give the same bytes.
[[nodiscard]] std::string write_zip(const ZipEntries& entries,
                                    ZipMethod method = ZipMethod::deflated);

} // namespace weekboard
