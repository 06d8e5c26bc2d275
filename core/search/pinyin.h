#pragma once

#include <string>
#include <string_view>

namespace weekboard
{

/// How Chinese is typed on a keyboard: `服务器指数` is `fuwuqizhishu`, or `fwqzs` by its initials.
/// Letters and digits stay, lower-cased; everything else is left out. A character that is read in
/// several ways gets its commonest reading (ICU's Han-Latin).
struct Pinyin {
    std::string whole;
    std::string initials;
};
[[nodiscard]] Pinyin pinyin_of(std::string_view text);

} // namespace weekboard
