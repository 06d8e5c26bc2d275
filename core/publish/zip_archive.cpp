#include "publish/zip_archive.h"

#include <fmt/format.h>
#include <zip.h>

#include <memory>

namespace weekboard
{

namespace
{

/// 1980-01-01, the first day that a zip knows, in DOS terms.
constexpr zip_uint16_t first_day = (1 << 5) | 1;

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_file_t* file) const { zip_fclose(file); }
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using Source = std::unique_ptr<zip_source_t, Discard>;

[[noreturn]] void fail(zip_error_t& error)
{
    const std::string reason = zip_error_strerror(&error);
    zip_error_fini(&error);
    throw ZipError{reason};
}

[[noreturn]] void fail(zip_t& archive)
{
    throw ZipError{zip_strerror(&archive)};
}

Source make_source(const void* bytes, std::size_t size)
{
    zip_error_t error;
    zip_error_init(&error);
    Source source{zip_source_buffer_create(bytes, size, 0, &error)};
    if (!source) {
        fail(error);
    }
    return source;
}

/// Opens an archive on a source, which stays ours too.
Archive open_archive(zip_source_t& source, int flags)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_keep(&source);
    Archive archive{zip_open_from_source(&source, flags, &error)};
    if (!archive) {
        zip_source_free(&source);
        fail(error);
    }
    return archive;
}

bool is_inside(std::string_view name)
{
    if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos ||
        name.find('\0') != std::string_view::npos) {
        return false;
    }
    return fmt::format("/{}/", name).find("/../") == std::string::npos;
}

std::string read_entry(zip_t& archive, zip_uint64_t index, std::uint64_t size)
{
    const std::unique_ptr<zip_file_t, Discard> file{zip_fopen_index(&archive, index, 0)};
    if (!file) {
        fail(archive);
    }
    std::string content(size, '\0');
    if (zip_fread(file.get(), content.data(), size) != static_cast<zip_int64_t>(size)) {
        throw ZipError{zip_file_strerror(file.get())};
    }
    char beyond = 0;
    // The end is where the checksum is compared.
    if (zip_fread(file.get(), &beyond, 1) != 0) {
        throw ZipError{"an entry is longer than it says, or its checksum is wrong"};
    }
    return content;
}

} // namespace

ZipEntries read_zip(std::string_view bytes, const ZipLimits& limits)
{
    const Source source = make_source(bytes.data(), bytes.size());
    const Archive archive = open_archive(*source, ZIP_RDONLY | ZIP_CHECKCONS);
    const auto count = static_cast<std::uint64_t>(zip_get_num_entries(archive.get(), 0));
    if (count > limits.entries) {
        throw ZipError{fmt::format("more than {} entries", limits.entries)};
    }
    ZipEntries entries;
    entries.reserve(count);
    std::uint64_t total = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        if (zip_stat_index(archive.get(), i, 0, &stat) != 0) {
            fail(*archive);
        }
        const std::string_view name = stat.name;
        if (!is_inside(name)) {
            throw ZipError{fmt::format("an entry is called “{}”", name)};
        }
        if (stat.size > limits.bytes - total) {
            throw ZipError{fmt::format("more than {} MB when unpacked", limits.bytes >> 20)};
        }
        total += stat.size;
        if (!name.ends_with('/')) {
            entries.push_back({std::string{name}, read_entry(*archive, i, stat.size)});
        }
    }
    return entries;
}

std::string write_zip(const ZipEntries& entries, ZipMethod method)
{
    const Source target = make_source(nullptr, 0);
    Archive archive = open_archive(*target, ZIP_CREATE | ZIP_TRUNCATE);
    for (const ZipEntry& entry : entries) {
        zip_source_t* content =
            zip_source_buffer(archive.get(), entry.content.data(), entry.content.size(), 0);
        const zip_int64_t index =
            content == nullptr
                ? -1
                : zip_file_add(archive.get(), entry.name.c_str(), content, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            zip_source_free(content);
            fail(*archive);
        }
        const auto at = static_cast<zip_uint64_t>(index);
        zip_file_set_dostime(archive.get(), at, 0, first_day, 0);
        if (method == ZipMethod::stored) {
            zip_set_file_compression(archive.get(), at, ZIP_CM_STORE, 0);
        }
    }
    if (zip_close(archive.get()) != 0) {
        fail(*archive);
    }
    static_cast<void>(archive.release()); // closed, and gone with it

    if (zip_source_open(target.get()) != 0) {
        throw ZipError{zip_error_strerror(zip_source_error(target.get()))};
    }
    zip_stat_t stat;
    zip_stat_init(&stat);
    zip_source_stat(target.get(), &stat);
    std::string bytes(stat.size, '\0');
    const zip_int64_t read = zip_source_read(target.get(), bytes.data(), bytes.size());
    zip_source_close(target.get());
    if (read != static_cast<zip_int64_t>(bytes.size())) {
        throw ZipError{"the finished zip cannot be read back"};
    }
    return bytes;
}

} // namespace weekboard
