#include "ingest/import_source.h"

#include "ingest/file_row.h"
#include "publish/digest.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <system_error>

namespace weekboard
{

namespace
{

constexpr std::size_t piece_size = 1 << 18;

ImportError system_trouble()
{
    return ImportError{std::system_category().message(errno)};
}

} // namespace

struct ImportSource::Descriptor {
    explicit Descriptor(int open_file)
        : number{open_file}
    {
    }
    ~Descriptor() { ::close(number); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int number;
};

ImportSource ImportSource::of_file(const std::filesystem::path& path)
{
    const int opened = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (opened < 0) {
        throw system_trouble();
    }
    ImportSource source;
    source.file_ = std::make_shared<const Descriptor>(opened);
    struct stat about {
    };
    if (::fstat(opened, &about) != 0) {
        throw system_trouble();
    }
    if (!S_ISREG(about.st_mode)) {
        throw ImportError{"it is no file"};
    }
    source.size_ = static_cast<std::uint64_t>(about.st_size);
    return source;
}

ImportSource ImportSource::of_bytes(std::string_view bytes)
{
    ImportSource source;
    source.bytes_ = bytes;
    source.size_ = bytes.size();
    return source;
}

std::string ImportSource::beginning(std::size_t most) const
{
    std::string text;
    for_each_piece([&](std::string_view piece) {
        text += piece.substr(0, most - text.size());
        return text.size() < most;
    });
    return text;
}

void ImportSource::for_each_piece(const std::function<bool(std::string_view)>& take) const
{
    if (!file_) {
        for (std::string_view rest = bytes_; !rest.empty();
             rest.remove_prefix(std::min(piece_size, rest.size()))) {
            if (!take(rest.substr(0, piece_size))) {
                return;
            }
        }
        return;
    }
    std::string piece(piece_size, '\0');
    for (std::uint64_t at = 0; at < size_;) {
        const auto wanted = std::min<std::uint64_t>(piece.size(), size_ - at);
        const ssize_t got = ::pread(file_->number, piece.data(), wanted, static_cast<off_t>(at));
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            throw system_trouble();
        }
        if (got == 0) {
            throw ImportError{"it became shorter while it was read"};
        }
        at += static_cast<std::uint64_t>(got);
        if (told_) {
            told_(static_cast<std::size_t>(got));
        }
        if (!take({piece.data(), static_cast<std::size_t>(got)})) {
            return;
        }
    }
}

std::string ImportSource::hash() const
{
    Sha256 hash;
    for_each_piece([&](std::string_view piece) {
        hash.add(piece);
        return true;
    });
    return hash.finish();
}

zip_source* ImportSource::for_zip() const
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = nullptr;
    if (!file_) {
        source = zip_source_buffer_create(bytes_.data(), bytes_.size(), 0, &error);
    } else if (const int again = ::dup(file_->number); again >= 0) {
        std::FILE* stream = ::fdopen(again, "rb");
        source = stream != nullptr ? zip_source_filep_create(stream, 0, 0, &error) : nullptr;
    }
    const std::string reason = source == nullptr ? zip_error_strerror(&error) : "";
    zip_error_fini(&error);
    if (source == nullptr) {
        throw ImportError{reason};
    }
    return source;
}

} // namespace weekboard
