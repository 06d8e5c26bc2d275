#include "ingest/text_encoding.h"

#include "ingest/file_row.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
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
constexpr std::size_t piece = 1 << 16;

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

/// Stops at bytes that are none of the encoding, where ICU would put a mark in their place.
Converter open_converter(TextEncoding encoding)
{
    UErrorCode error = U_ZERO_ERROR;
    Converter converter{ucnv_open(std::string{to_string(encoding)}.c_str(), &error)};
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &error);
    if (U_FAILURE(error)) {
        throw ImportError{u_errorName(error)};
    }
    return converter;
}

/// Length of the UTF-8 sequence that begins here, as Unicode's table 3-7 has it; 0: it is none.
std::size_t sequence_length(std::string_view at)
{
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(at[i]); };
    const std::uint8_t first = byte(0);
    if (first < 0x80) {
        return 1;
    }
    const std::size_t length = first >= 0xc2 && first <= 0xdf   ? 2
                               : (first & 0xf0) == 0xe0         ? 3
                               : first >= 0xf0 && first <= 0xf4 ? 4
                                                                : 0;
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

bool is_utf8(std::string_view bytes)
{
    while (!bytes.empty()) {
        // Most of a file is ASCII.
        const auto ascii =
            std::ranges::find_if(bytes, [](char c) { return static_cast<signed char>(c) < 0; });
        bytes.remove_prefix(static_cast<std::size_t>(ascii - bytes.begin()));
        if (bytes.empty()) {
            return true;
        }
        const std::size_t length = sequence_length(bytes);
        if (length == 0) {
            return false;
        }
        bytes.remove_prefix(length);
    }
    return true;
}

namespace
{

/// Text in UTF-8 of which a few bytes are damaged, told from text in another encoding, which
/// hardly ever has whole sequences by chance.
bool is_damaged_utf8(std::string_view bytes)
{
    std::size_t whole = 0;
    std::size_t broken = 0;
    while (!bytes.empty()) {
        const std::size_t length = sequence_length(bytes);
        whole += length > 1 ? 1 : 0;
        broken += length == 0 ? 1 : 0;
        bytes.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return whole > 2 && whole > broken;
}

} // namespace

TextEncoding encoding_of(std::string_view bytes)
{
    if (bytes.starts_with(little_endian_mark)) {
        return TextEncoding::utf16_le;
    }
    if (bytes.starts_with(big_endian_mark)) {
        return TextEncoding::utf16_be;
    }
    const bool is_that = bytes.starts_with(utf8_mark) || is_utf8(bytes) || is_damaged_utf8(bytes);
    return is_that ? TextEncoding::utf8 : TextEncoding::gb18030;
}

void decode(std::string_view bytes, TextEncoding encoding,
            const std::function<bool(std::string_view)>& take)
{
    for (const std::string_view mark : {utf8_mark, little_endian_mark, big_endian_mark}) {
        if (bytes.starts_with(mark)) {
            bytes.remove_prefix(mark.size());
            break;
        }
    }
    if (encoding == TextEncoding::utf8) {
        if (!is_utf8(bytes)) {
            throw ImportError{"it has bytes that are no UTF-8"};
        }
        for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size()))) {
            if (!take(bytes.substr(0, piece))) {
                return;
            }
        }
        return;
    }
    const Converter from = open_converter(encoding);
    UErrorCode error = U_ZERO_ERROR;
    const Converter to{ucnv_open("UTF-8", &error)};
    const char* source = bytes.data();
    const char* const end = bytes.data() + bytes.size();
    std::array<UChar, 4096> between{};
    UChar* between_source = between.data();
    UChar* between_target = between.data();
    std::string text(piece, '\0');
    bool begins = true;
    do {
        error = U_ZERO_ERROR;
        char* target = text.data();
        ucnv_convertEx(to.get(), from.get(), &target, text.data() + text.size(), &source, end,
                       between.data(), &between_source, &between_target,
                       between.data() + between.size(), static_cast<UBool>(begins), 1, &error);
        begins = false;
        if (U_FAILURE(error) && error != U_BUFFER_OVERFLOW_ERROR) {
            throw ImportError{
                fmt::format("byte {} is no {}", source - bytes.data(), to_string(encoding))};
        }
        if (!take({text.data(), static_cast<std::size_t>(target - text.data())})) {
            return;
        }
    } while (error == U_BUFFER_OVERFLOW_ERROR);
}

} // namespace weekboard
