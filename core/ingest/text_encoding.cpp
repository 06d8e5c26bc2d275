#include "ingest/text_encoding.h"

#include "ingest/file_row.h"

#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <memory>
#include <string>

namespace weekboard
{

namespace
{

constexpr std::string_view utf8_mark = "\xef\xbb\xbf";
constexpr std::string_view little_endian_mark = "\xff\xfe";
constexpr std::string_view big_endian_mark = "\xfe\xff";
constexpr std::size_t text_piece = 1 << 16;

/// Length of a UTF-8 sequence of several bytes, by its first one; 0: none begins so.
std::size_t length_by(std::uint8_t first)
{
    return first >= 0xc2 && first <= 0xdf   ? 2
           : (first & 0xf0) == 0xe0         ? 3
           : first >= 0xf0 && first <= 0xf4 ? 4
                                            : 0;
}

/// Length of the UTF-8 sequence that begins here, as Unicode's table 3-7 has it; 0: it is none, or
/// goes on behind what is there.
std::size_t sequence_length(std::string_view at)
{
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(at[i]); };
    const std::uint8_t first = byte(0);
    if (first < 0x80) {
        return 1;
    }
    const std::size_t length = length_by(first);
    if (length == 0 || at.size() < length) {
        return 0;
    }
    const std::uint8_t least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    const std::uint8_t most = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (byte(1) < least || byte(1) > most) {
        return 0;
    }
    for (std::size_t i = 2; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80) {
            return 0;
        }
    }
    return length;
}

/// How many bytes more a sequence wants that is cut off at the end of a piece; 0: it is damaged.
std::size_t lacking(std::string_view at)
{
    const auto first = static_cast<std::uint8_t>(at[0]);
    const std::size_t length = length_by(first);
    return length > at.size() ? length - at.size() : 0;
}

/// Counts the sequences of a text that comes in pieces.
class Utf8Counter
{
public:
    void add(std::string_view piece)
    {
        while (!cut_.empty() && !piece.empty()) {
            cut_ += piece.front();
            piece.remove_prefix(1);
            if (lacking(cut_) == 0 || sequence_length(cut_) > 0) {
                const std::string whole = std::move(cut_);
                cut_.clear();
                count(whole);
            }
        }
        count(piece);
    }

    /// Nothing is damaged, or cut off at the end.
    [[nodiscard]] bool is_clean() const { return broken_ == 0 && cut_.empty(); }

    [[nodiscard]] bool is_cut() const { return broken_ == 0 && !cut_.empty(); }

    /// A few bytes are damaged: text in another encoding hardly ever has whole sequences by chance.
    [[nodiscard]] bool is_mostly() const { return whole_ > 2 && whole_ > broken_; }

private:
    void count(std::string_view bytes)
    {
        while (!bytes.empty()) {
            // Most of a file is ASCII.
            const auto ascii =
                std::ranges::find_if(bytes, [](char c) { return static_cast<signed char>(c) < 0; });
            bytes.remove_prefix(static_cast<std::size_t>(ascii - bytes.begin()));
            if (bytes.empty()) {
                return;
            }
            const std::size_t length = sequence_length(bytes);
            if (length == 0 && lacking(bytes) > 0) {
                cut_ = bytes;
                return;
            }
            whole_ += length > 0 ? 1 : 0;
            broken_ += length == 0 ? 1 : 0;
            bytes.remove_prefix(std::max<std::size_t>(length, 1));
        }
    }

    std::string cut_;
    std::size_t whole_ = 0;
    std::size_t broken_ = 0;
};

/// Calls with what comes behind a byte order mark.
void for_each_piece(const ImportSource& source, const std::function<bool(std::string_view)>& take)
{
    bool begins = true;
    source.for_each_piece([&](std::string_view piece) {
        for (const std::string_view mark : {utf8_mark, little_endian_mark, big_endian_mark}) {
            if (begins && piece.starts_with(mark)) {
                piece.remove_prefix(mark.size());
                break;
            }
        }
        begins = false;
        return take(piece);
    });
}

void check_utf8(const ImportSource& source, const std::function<bool(std::string_view)>& take)
{
    Utf8Counter counter;
    bool is_ended = false;
    for_each_piece(source, [&](std::string_view piece) {
        counter.add(piece);
        if (!counter.is_clean() && !counter.is_cut()) {
            throw ImportError{"it has bytes that are no UTF-8"};
        }
        is_ended = !take(piece);
        return !is_ended;
    });
    if (!is_ended && !counter.is_clean()) {
        throw ImportError{"it has bytes that are no UTF-8"};
    }
}

/// Turns pieces of another encoding into UTF-8.
class Transcoder
{
public:
    explicit Transcoder(TextEncoding encoding)
        : name_{to_string(encoding)}
        , converter_{iconv_open("UTF-8", name_.c_str())}
    {
        if (converter_ == none()) {
            throw ImportError{fmt::format("{} cannot be read on this machine", name_)};
        }
    }
    ~Transcoder() { iconv_close(converter_); }
    Transcoder(const Transcoder&) = delete;
    Transcoder& operator=(const Transcoder&) = delete;

    /// False: no more is wanted.
    bool convert(std::string_view piece, const std::function<bool(std::string_view)>& take)
    {
        // A character that was cut off goes before what follows.
        if (!cut_.empty()) {
            cut_ += piece;
            held_ = std::move(cut_);
            cut_.clear();
            piece = held_;
        }
        char* source = const_cast<char*>(piece.data()); // iconv does not write there
        std::size_t left = piece.size();
        while (left > 0) {
            char* target = text_.data();
            std::size_t room = text_.size();
            const std::size_t done = iconv(converter_, &source, &left, &target, &room);
            const int trouble = done == failed ? errno : 0;
            if (trouble == EILSEQ) {
                throw ImportError{
                    fmt::format("byte {} is no {}", done_ + piece.size() - left, name_)};
            }
            if (room < text_.size() && !take({text_.data(), text_.size() - room})) {
                return false;
            }
            if (trouble == EINVAL) {
                cut_.assign(source, left);
                left = 0;
            }
        }
        done_ += piece.size() - cut_.size();
        return true;
    }

    void finish() const
    {
        if (!cut_.empty()) {
            throw ImportError{fmt::format("byte {} is no {}", done_, name_)};
        }
    }

private:
    static constexpr auto failed = static_cast<std::size_t>(-1);
    static iconv_t none() { return reinterpret_cast<iconv_t>(-1); } // NOLINT: so POSIX has it

    std::string name_;
    iconv_t converter_;
    std::string text_ = std::string(text_piece, '\0');
    std::string cut_;
    std::string held_;
    std::size_t done_ = 0;
};

} // namespace

std::string_view to_string(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::utf8:
        return "utf-8";
    case TextEncoding::gb18030:
        return "gb18030";
    case TextEncoding::utf16_le:
        return "utf-16le";
    case TextEncoding::utf16_be:
        return "utf-16be";
    }
    return {};
}

TextEncoding encoding_of(const ImportSource& source)
{
    const std::string beginning = source.beginning(utf8_mark.size());
    if (beginning.starts_with(little_endian_mark)) {
        return TextEncoding::utf16_le;
    }
    if (beginning.starts_with(big_endian_mark)) {
        return TextEncoding::utf16_be;
    }
    if (beginning.starts_with(utf8_mark)) {
        return TextEncoding::utf8;
    }
    Utf8Counter counter;
    source.for_each_piece([&](std::string_view piece) {
        counter.add(piece);
        return true;
    });
    return counter.is_clean() || counter.is_mostly() ? TextEncoding::utf8 : TextEncoding::gb18030;
}

void decode(const ImportSource& source, TextEncoding encoding,
            const std::function<bool(std::string_view)>& take)
{
    if (encoding == TextEncoding::utf8) {
        return check_utf8(source, take);
    }
    Transcoder transcoder{encoding};
    bool is_ended = false;
    for_each_piece(source, [&](std::string_view bytes) {
        is_ended = !transcoder.convert(bytes, take);
        return !is_ended;
    });
    if (!is_ended) {
        transcoder.finish();
    }
}

} // namespace weekboard
