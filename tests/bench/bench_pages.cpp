#include "big_store.h"

#include "main_window.h"
#include "store_session.h"
#include "theme/appearance.h"
#include "widgets/dialogs.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <cstdlib>

using namespace weekboard;
using namespace weekboard::bench;

namespace
{

/// Runs the event loop for a while and tells the longest time in which it did not come round.
double longest_block(int for_ms)
{
    QElapsedTimer since_beat;
    double longest = 0;
    QTimer beat;
    beat.setInterval(0);
    QObject::connect(&beat, &QTimer::timeout, [&] {
        longest = std::max(longest, static_cast<double>(since_beat.nsecsElapsed()) / 1e6);
        since_beat.restart();
    });
    since_beat.start();
    beat.start();
    QEventLoop loop;
    QTimer::singleShot(for_ms, &loop, &QEventLoop::quit);
    loop.exec();
    return longest;
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("XDG_CONFIG_HOME", "/nonexistent");
    const std::filesystem::path path = argc > 1 ? argv[1] : "bench.db";
    make_big_store(path);
    spdlog::set_level(spdlog::level::off);
    QApplication::setStyle(QStringLiteral("Fusion"));
    const QApplication application{argc, argv};
    const BenchClock clock;
    StoreSession session{path, {}, clock};
    Appearance appearance{Language::chinese, false};
    DesktopDialogs dialogs;
    MainWindow window{appearance, session, dialogs};
    session.open();
    window.resize(1440, 900);
    window.show();
    constexpr int settling_ms = 1500;
    fmt::print("longest block of the event loop on 10,000,000 figures (at most 100 ms)\n");
    fmt::print("  opening: {:.0f} ms\n", longest_block(settling_ms));
    for (int page = 0; page < window.page_count(); ++page) {
        QTimer::singleShot(1, &window, [&] { window.show_page(page); });
        const double turned_to = longest_block(settling_ms);
        QTimer::singleShot(1, &window,
                           [&] { window.show_week(Week::containing(make_date(2026, 3, 27))); });
        const double other_week = longest_block(settling_ms);
        QTimer::singleShot(1, &window,
                           [&] { window.show_week(Week::containing(make_date(2026, 4, 10))); });
        fmt::print("  page {}: turned to {:.0f} ms, another week {:.0f} ms, back {:.0f} ms\n", page,
                   turned_to, other_week, longest_block(settling_ms));
    }
}
