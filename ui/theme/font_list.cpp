#include "theme/font_list.h"

#include <fontconfig/fontconfig.h>

#include <clocale>

namespace weekboard
{

std::jthread read_font_list()
{
    // The application sets it, too; then it finds it set, and nothing changes under the reading.
    std::setlocale(LC_ALL, "");
    // Without a list Qt tells what is wrong, at its first text.
    return std::jthread{[] { static_cast<void>(FcInit()); }};
}

} // namespace weekboard
