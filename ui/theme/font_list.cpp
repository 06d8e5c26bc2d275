#include "theme/font_list.h"

#include <fontconfig/fontconfig.h>

#include <langinfo.h>

#include <clocale>
#include <cstdlib>
#include <string_view>

namespace weekboard
{

std::jthread read_font_list()
{
    // The reading looks at the locale and at the environment, which must not change meanwhile. The
    // application sets the same locale again, but another one where this is not UTF-8; and it takes
    // a desktop's launch token out of the environment.
    std::setlocale(LC_ALL, "");
    if (std::string_view{nl_langinfo(CODESET)} != "UTF-8" ||
        std::getenv("DESKTOP_STARTUP_ID") != nullptr) {
        return {};
    }
    // Without a list Qt tells what is wrong, at its first text.
    return std::jthread{[] { static_cast<void>(FcInit()); }};
}

} // namespace weekboard
