#include "drawing_application.h"

#include <fontconfig/fontconfig.h>

#include <langinfo.h>

#include <clocale>
#include <cstdlib>
#include <string_view>
#include <thread>
#include <utility>

namespace weekboard
{

namespace
{

/// Begins to read which fonts there are, which takes milliseconds and which Qt does only when the
/// first text is measured. Qt takes what was read, or reads for itself where that was not begun.
std::jthread read_font_list()
{
    // The reading looks at the locale and at the environment, which must not change meanwhile. The
    // application sets the same locale again, but another one where this is not UTF-8; and it takes
    // a desktop's launch token out of the environment, under X11 or Wayland.
    std::setlocale(LC_ALL, "");
    if (std::string_view{nl_langinfo(CODESET)} != "UTF-8" ||
        std::getenv("DESKTOP_STARTUP_ID") != nullptr ||
        std::getenv("XDG_ACTIVATION_TOKEN") != nullptr) {
        return {};
    }
    // Without a list Qt tells what is wrong, at its first text.
    return std::jthread{[] { static_cast<void>(FcInit()); }};
}

/// At its end Qt frees the list of fonts, which nobody may be reading then; the end may come at
/// once.
class DrawingApplication final : public QApplication
{
public:
    DrawingApplication(std::jthread fonts, int& argc, char** argv)
        : QApplication{argc, argv}
        , fonts_{std::move(fonts)}
    {
    }

private:
    std::jthread fonts_; ///< ended before the base is
};

} // namespace

std::unique_ptr<QApplication> make_drawing_application(int& argc, char** argv)
{
    QApplication::setStyle(QStringLiteral("Fusion"));
    return std::make_unique<DrawingApplication>(read_font_list(), argc, argv);
}

} // namespace weekboard
