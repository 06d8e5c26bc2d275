#include "big_store.h"

#include "charts/exhibit_scene.h"
#include "charts/line_painter.h"
#include "series/downsampling.h"

#include <QApplication>
#include <QImage>
#include <QPainter>

#include <fmt/format.h>
#include <qcustomplot.h>

#include <cmath>
#include <memory>
#include <numbers>
#include <random>

using namespace weekboard;
using namespace weekboard::bench;

namespace
{

constexpr int rounds = 5; // QCustomPlot takes seconds for noisy lines
constexpr QSize size{1200, 600};
constexpr double pen_width = 1.6;
const Date origin = make_date(1900, 1, 1);

Exhibit line_of(std::size_t count, bool noisy)
{
    Exhibit exhibit;
    exhibit.kind = ExhibitKind::line;
    Plot plot;
    plot.name = "line";
    std::mt19937 random{7};
    std::normal_distribution<double> step;
    for (std::size_t i = 0; i < count; ++i) {
        exhibit.x.push_back(origin + std::chrono::days{i});
        const double turns =
            6 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(count);
        plot.values.emplace_back(noisy ? step(random) : std::sin(turns));
    }
    exhibit.plots.push_back(std::move(plot));
    return exhibit;
}

/// A picture to paint on, the same for all.
class Canvas
{
public:
    template <typename Paint>
    void paint(Paint work)
    {
        image_.fill(Qt::white);
        QPainter painter{&image_};
        painter.setRenderHint(QPainter::Antialiasing);
        work(painter);
    }

private:
    QImage image_{size, QImage::Format_RGB32};
};

void paint_scene(ExhibitScene& scene, Canvas& canvas)
{
    canvas.paint([&](QPainter& painter) {
        scene.render(&painter, {{0, 0}, size}, {{0, 0}, size});
    });
}

std::unique_ptr<ExhibitScene> make_scene(Exhibit exhibit)
{
    auto scene = std::make_unique<ExhibitScene>(
        std::move(exhibit), screen_theme(false, RiseColor::red), ExhibitLayout{});
    scene->resize(size);
    return scene;
}

/// The same points, and nothing else.
void paint_bare(const std::vector<QPolygonF>& pieces, Canvas& canvas)
{
    canvas.paint([&](QPainter& painter) {
        painter.setPen(
            QPen{QColor{0x0B5CAD}, pen_width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
        for (const QPolygonF& piece : pieces) {
            stroke_line(painter, piece);
        }
    });
}

struct CustomPlot {
    CustomPlot()
    {
        plot.resize(size);
        plot.setPlottingHint(QCP::phFastPolylines, true);
        plot.addGraph();
        plot.graph(0)->setPen(QPen{QColor{0x0B5CAD}, pen_width});
    }

    void replace(const QVector<double>& keys, const QVector<double>& values)
    {
        plot.graph(0)->setData(keys, values, true);
        plot.rescaleAxes();
    }

    void paint(Canvas& canvas)
    {
        canvas.paint([&](QPainter& painter) {
            painter.drawPixmap(0, 0, plot.toPixmap(size.width(), size.height()));
        });
    }

    QCustomPlot plot;
};

struct Times {
    std::vector<double> ours;
    std::vector<double> bare;
    std::vector<double> custom;

    void tell(const char* what, std::size_t count, const char* kind) const
    {
        fmt::print("{:8} {:>9} {:6}: {:7.2f} ms, × bare painter {:5.2f}, × QCustomPlot {:5.2f}\n",
                   what, count, kind, median(ours), median(ours) / median(bare),
                   median(ours) / median(custom));
    }
};

void compare(std::size_t count, bool noisy)
{
    const char* kind = noisy ? "noisy" : "smooth";
    const Exhibit exhibit = line_of(count, noisy);
    QVector<double> keys;
    QVector<double> values;
    for (std::size_t i = 0; i < count; ++i) {
        keys << static_cast<double>(i);
        values << *exhibit.plots[0].values[i];
    }
    Canvas canvas;
    CustomPlot custom;
    Times redraw;
    Times replace;
    Times zoom;
    for (int round = 0; round < rounds; ++round) {
        Exhibit fresh = exhibit;
        std::unique_ptr<ExhibitScene> scene;
        replace.ours.push_back(milliseconds([&] {
            scene = make_scene(std::move(fresh));
            paint_scene(*scene, canvas);
        }));
        const auto pieces_now = [&] {
            return PlottedLine{scene->exhibit(), 0}.pieces(
                scene->frame(), static_cast<int>(scene->plot_area().width()));
        };
        const auto all = pieces_now();
        replace.bare.push_back(milliseconds([&] { paint_bare(all, canvas); }));
        replace.custom.push_back(milliseconds([&] {
            custom.replace(keys, values);
            custom.paint(canvas);
        }));
        redraw.ours.push_back(milliseconds([&] { paint_scene(*scene, canvas); }));
        redraw.bare.push_back(milliseconds([&] { paint_bare(all, canvas); }));
        redraw.custom.push_back(milliseconds([&] { custom.paint(canvas); }));

        const Span whole = scene->span();
        const double width = whole.last - whole.first;
        const Span part{whole.first + width * 0.4, whole.first + width * 0.6};
        zoom.ours.push_back(milliseconds([&] {
            scene->show_span(part);
            paint_scene(*scene, canvas);
        }));
        const auto seen = pieces_now();
        zoom.bare.push_back(milliseconds([&] { paint_bare(seen, canvas); }));
        zoom.custom.push_back(milliseconds([&] {
            custom.plot.xAxis->setRange(static_cast<double>(count) * 0.4,
                                        static_cast<double>(count) * 0.6);
            custom.paint(canvas);
        }));
    }
    replace.tell("replace", count, kind);
    redraw.tell("redraw", count, kind);
    zoom.tell("zoom", count, kind);
}

void query_pyramid(std::size_t count)
{
    constexpr std::size_t columns = 2000;
    std::vector<std::optional<double>> values(count);
    std::mt19937 random{11};
    for (auto& value : values) {
        value = static_cast<double>(random()) / 4e9;
    }
    const RangePyramid pyramid{values};
    fmt::print("pyramid over {} points: {:.1f} % of their memory\n", count,
               100.0 * static_cast<double>(pyramid.bytes()) /
                   static_cast<double>(count * sizeof values[0]));
    for (const std::size_t part : {1U, 2U, 3U, 6U, 20U, 200U, 2000U, 20000U}) {
        std::vector<std::size_t> bounds;
        for (std::size_t i = 0; i <= columns; ++i) {
            bounds.push_back((count - count / part) / 3 + count / part * i / columns);
        }
        std::vector<double> times;
        std::vector<double> brute;
        bool equal = true;
        for (int round = 0; round < rounds; ++round) {
            std::vector<LineColumn> found;
            times.push_back(milliseconds([&] { found = line_columns(pyramid, bounds); }));
            brute.push_back(milliseconds([&] {
                for (std::size_t i = 0; i < columns; ++i) {
                    ValueRange range;
                    for (std::size_t k = bounds[i]; k < bounds[i + 1]; ++k) {
                        range.add(*values[k]);
                    }
                    equal = equal && range == found[i].range;
                }
            }));
        }
        fmt::print("  1/{} of it in {} columns: {:.3f} ms (below 1), × brute force {:.4f}{}\n",
                   part, columns, median(times), median(times) / median(brute),
                   equal ? "" : "; the columns differ");
    }
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application{argc, argv};
    compare(1000, false); // fonts and caches warm up
    for (const std::size_t count : {2500U, 50000U, 1000000U}) {
        compare(count, false);
        compare(count, true);
    }
    query_pyramid(argc > 1 ? std::stoul(argv[1]) : 50000000);
}
