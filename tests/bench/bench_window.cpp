#include "big_store.h"

#include "drawing_application.h"
#include "main_window.h"
#include "store_session.h"
#include "theme/appearance.h"
#include "widgets/dialogs.h"

#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QGridLayout>
#include <QLineSeries>
#include <QMainWindow>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <sys/wait.h>
#include <unistd.h>

using namespace weekboard;
using namespace weekboard::bench;

namespace
{

constexpr int rounds = 9;

/// Each first paint is the first one of its process, as a user has it: fonts cold, nothing cached.
template <typename Measure>
double in_fresh_process(Measure measure)
{
    int ends[2];
    if (pipe(ends) != 0) {
        return 0;
    }
    if (const pid_t child = fork(); child == 0) {
        const double result = measure();
        const bool told = write(ends[1], &result, sizeof result) == sizeof result;
        _exit(told ? 0 : 1);
    } else {
        double result = 0;
        const bool told = read(ends[0], &result, sizeof result) == sizeof result;
        waitpid(child, nullptr, 0);
        close(ends[0]);
        close(ends[1]);
        return told ? result : -1;
    }
}

/// Knows when a window was painted.
class PaintWitness : public QObject
{
public:
    explicit PaintWitness(QWidget& window)
        : window_{window}
    {
        window.installEventFilter(this);
    }

    /// Runs events until the window is on the screen, painted, and nothing is left to be done.
    void wait_for_paint()
    {
        while (!window_.isVisible() || !painted_) {
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
        QApplication::processEvents();
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        painted_ = painted_ || event->type() == QEvent::Paint;
        return QObject::eventFilter(watched, event);
    }

private:
    QWidget& window_;
    bool painted_ = false;
};

double six_chart_views()
{
    return milliseconds([] {
        int argc = 0;
        new QApplication{argc, nullptr};
        auto* window = new QMainWindow;
        auto* body = new QWidget;
        auto* grid = new QGridLayout{body};
        for (int i = 0; i < 6; ++i) {
            auto* line = new QLineSeries;
            for (int x = 0; x < 100; ++x) {
                line->append(x, x * 7919 % 100);
            }
            auto* chart = new QChart;
            chart->addSeries(line);
            chart->createDefaultAxes();
            grid->addWidget(new QChartView{chart}, i / 3, i % 3);
        }
        window->setCentralWidget(body);
        window->resize(1440, 900);
        PaintWitness witness{*window};
        window->show();
        witness.wait_for_paint();
    });
}

double overview(const std::filesystem::path& store)
{
    spdlog::set_level(spdlog::level::off);
    return milliseconds([&] {
        static int argc = 0;
        static const auto application = make_drawing_application(argc, nullptr);
        static const BenchClock clock;
        auto* session = new StoreSession{store, {}, clock};
        session->open();
        auto* appearance = new Appearance{Language::chinese, false};
        auto* dialogs = new DesktopDialogs;
        auto* window = new MainWindow{*appearance, *session, *dialogs};
        window->resize(1440, 900);
        PaintWitness witness{*window};
        window->show_when_ready();
        witness.wait_for_paint();
    });
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("XDG_CONFIG_HOME", "/nonexistent");
    qputenv("LC_ALL", "C.UTF-8"); // as a user has it; Qt changes any that is not UTF-8
    const std::filesystem::path big = argc > 1 ? argv[1] : "bench.db";
    const std::filesystem::path small = big.string() + ".small";
    make_big_store(big);
    make_small_store(small);
    std::vector<double> reference;
    std::vector<double> on_small;
    std::vector<double> on_big;
    for (int round = 0; round < rounds; ++round) {
        reference.push_back(in_fresh_process(six_chart_views));
        on_small.push_back(in_fresh_process([&] { return overview(small); }));
        on_big.push_back(in_fresh_process([&] { return overview(big); }));
    }
    fmt::print("first paint of the overview: {:.1f} ms, six bare chart views {:.1f} ms,"
               " ratio {:.2f} (at most 1.50)\n",
               median(on_small), median(reference), median(on_small) / median(reference));
    fmt::print("on 10,000,000 figures: {:.1f} ms, ratio to the small store {:.2f} (about 1)\n",
               median(on_big), median(on_big) / median(on_small));
}
