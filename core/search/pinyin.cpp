#include "search/pinyin.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cctype>
#include <memory>
#include <stdexcept>

namespace weekboard
{

namespace
{

/// One a thread: ICU's objects are not to be shared while they work.
const icu::Transliterator& to_latin()
{
    thread_local const std::unique_ptr<icu::Transliterator> transliterator{[] {
        UErrorCode status = U_ZERO_ERROR;
        auto* made = icu::Transliterator::createInstance("Han-Latin; Latin-ASCII; Lower",
                                                         UTRANS_FORWARD, status);
        if (U_FAILURE(status) != 0) {
            throw std::runtime_error{u_errorName(status)};
        }
        return made;
    }()};
    return *transliterator;
}

/// A character in small Latin letters and digits; nothing for one that has none.
std::string spelled_out(UChar32 character)
{
    icu::UnicodeString latin{character};
    if (character >= 0x80) {
        to_latin().transliterate(latin);
    }
    std::string spelled;
    latin.toLower().toUTF8String(spelled);
    std::erase_if(spelled, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; });
    return spelled;
}

} // namespace

Pinyin pinyin_of(std::string_view text)
{
    const icu::UnicodeString characters = icu::UnicodeString::fromUTF8(
        icu::StringPiece{text.data(), static_cast<std::int32_t>(text.size())});
    Pinyin pinyin;
    for (std::int32_t i = 0; i < characters.length(); i = characters.moveIndex32(i, 1)) {
        const UChar32 character = characters.char32At(i);
        const std::string spelled = spelled_out(character);
        pinyin.whole += spelled;
        pinyin.initials +=
            u_hasBinaryProperty(character, UCHAR_IDEOGRAPHIC) != 0 ? spelled.substr(0, 1) : spelled;
    }
    return pinyin;
}

} // namespace weekboard
