// Twenty-one PNGs at slide-full, against gnuplot's pngcairo and matplotlib's Agg drawing the same
// figures; both are bench-only dependencies. The program is measured as a whole process, gnuplot
// too; matplotlib without its imports.
#include "big_store.h"

#include "exhibit/resolve.h"
#include "exhibit/spec_library.h"
#include "export/picture.h"
#include "export/png.h"

#include <QApplication>
#include <QTemporaryDir>

#include <fmt/format.h>

#include <sys/resource.h>

#include <cstdlib>
#include <fstream>

using namespace weekboard;
using namespace weekboard::bench;

namespace
{

constexpr int rounds = 3;
const ExportProfile profile = find_profile("slide-full").value();

/// A table for other programs: a place and the plots' figures, `nan` for gaps.
void write_figures(const Exhibit& exhibit, const std::filesystem::path& path)
{
    std::ofstream file{path};
    for (std::size_t i = 0; i < exhibit.size(); ++i) {
        file << i;
        for (const Plot& plot : exhibit.plots) {
            file << ' ' << (plot.values[i] ? fmt::format("{}", *plot.values[i]) : "nan");
        }
        file << '\n';
    }
}

bool is_chart(const Exhibit& exhibit)
{
    return exhibit.size() > 0;
}

std::string gnuplot_script(const std::vector<Exhibit>& exhibits)
{
    std::string script =
        fmt::format("set terminal pngcairo size {},{} font 'Noto Sans CJK SC,40' linewidth 6\n"
                    "set datafile missing 'nan'\nset style fill solid\nset grid ytics\n",
                    profile.width_px(), profile.height_px());
    for (const Exhibit& exhibit : exhibits) {
        script += fmt::format("set output 'gnuplot-{:02}.png'\nset title \"{}\"\n", exhibit.number,
                              exhibit.title);
        std::string plots;
        for (std::size_t p = 0; p < exhibit.plots.size(); ++p) {
            const Plot& plot = exhibit.plots[p];
            if (plot.kind == PlotKind::label) {
                continue;
            }
            plots += fmt::format("{}'{}.dat' using 1:{} with {} axes x1{} title '{}'",
                                 plots.empty() ? "plot " : ", ", exhibit.id, p + 2,
                                 plot.kind == PlotKind::bar ? "boxes" : "lines",
                                 plot.axis == AxisSide::left ? "y1" : "y2", plot.name);
        }
        script += is_chart(exhibit) ? plots + "\n" : "plot 0\n";
    }
    return script;
}

std::string matplotlib_script(const std::vector<Exhibit>& exhibits)
{
    std::string script = fmt::format(
        "import math, time\nimport matplotlib\nmatplotlib.use('Agg')\n"
        "import matplotlib.pyplot as plt\nimport matplotlib.font_manager\n"
        "plt.rcParams['font.family'] = 'Noto Sans CJK SC'\nplt.rcParams['font.size'] = 11\n"
        "begin = time.perf_counter()\n"
        "def draw(name, title, plots):\n"
        "    figure, axis = plt.subplots(figsize=({:.3f}, {:.3f}), dpi={})\n"
        "    other = axis.twinx() if any(p[2] for p in plots) else None\n"
        "    rows = [[float(v) for v in line.split()] for line in open(name + '.dat')] if plots "
        "else []\n"
        "    for p, bars, right, label in plots:\n"
        "        on = other if right else axis\n"
        "        x = [r[0] for r in rows]\n        y = [r[p + 1] for r in rows]\n"
        "        on.bar(x, y, label=label) if bars else on.plot(x, y, label=label)\n"
        "    axis.grid(axis='y')\n    axis.legend()\n    axis.set_title(title)\n"
        "    figure.savefig('matplotlib-' + name + '.png')\n    plt.close(figure)\n",
        profile.width_cm / 2.54, profile.height_cm / 2.54, profile.dpi);
    for (const Exhibit& exhibit : exhibits) {
        std::string plots;
        for (std::size_t p = 0; is_chart(exhibit) && p < exhibit.plots.size(); ++p) {
            const Plot& plot = exhibit.plots[p];
            if (plot.kind != PlotKind::label) {
                plots += fmt::format("({}, {}, {}, '{}'), ", p,
                                     plot.kind == PlotKind::bar ? "True" : "False",
                                     plot.axis == AxisSide::right ? "True" : "False", plot.name);
            }
        }
        script += fmt::format("draw('{}', '{}', [{}])\n", exhibit.id, exhibit.title, plots);
    }
    return script + "open('matplotlib.ms', 'w').write(str((time.perf_counter() - begin) * 1000))\n";
}

double matplotlib_time(const std::filesystem::path& folder)
{
    double milliseconds = 0;
    std::ifstream{folder / "matplotlib.ms"} >> milliseconds;
    return milliseconds;
}

/// The share of encoding in drawing and encoding, one after the other.
void tell_encoding(const std::vector<Exhibit>& exhibits)
{
    double drawing = 0;
    double encoding = 0;
    for (const Exhibit& exhibit : exhibits) {
        QImage image;
        drawing += milliseconds([&] { image = draw_image(exhibit, profile, RiseColor::red); });
        encoding += milliseconds([&] { static_cast<void>(encode_png(image)); });
    }
    fmt::print("21 PNGs in one thread: drawing {:.0f} ms, encoding {:.0f} ms ({:.0f} %)\n", drawing,
               encoding, 100 * encoding / (drawing + encoding));
}

void run(const std::string& command)
{
    if (std::system(command.c_str()) != 0) {
        fmt::print("failed: {}\n", command);
    }
}

/// Of every way in which a week leaves the program; before any other child is started.
void tell_memory(const std::string& there)
{
    for (const char* verb : {"export --exhibit all --profile slide-full --out m",
                             "export --exhibit all --format xlsx --out m", "deck --out m/w.pptx",
                             "report --out m/w.pdf", "report --out m/w.html"}) {
        run(fmt::format("{}'{}' --store w.db --lang zh {} > said.txt", there, WEEKBOARD_PROGRAM,
                        verb));
    }
    rusage children = {};
    getrusage(RUSAGE_CHILDREN, &children);
    fmt::print("exporting everything took at most {} MB (limit 250)\n", children.ru_maxrss / 1024);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application{argc, argv};
    const QTemporaryDir scratch;
    const std::filesystem::path folder = scratch.path().toStdString();
    make_small_store(folder / "w.db");
    const BenchClock clock;
    const auto store = std::move(Store::open(folder / "w.db", {}, clock).store);
    const Week week = Week::containing(make_date(2026, 4, 10));
    const auto exhibits = store->read([&](Connection& database) {
        return resolve(database, stored_specs(database).specs, {week, week.sunday()});
    });
    for (const Exhibit& exhibit : exhibits) {
        write_figures(exhibit, folder / (exhibit.id + ".dat"));
    }
    std::ofstream{folder / "all.gp"} << gnuplot_script(exhibits);
    std::ofstream{folder / "all.py"} << matplotlib_script(exhibits);

    const std::string there = fmt::format("cd '{}' && ", folder.string());
    tell_memory(there);

    std::vector<double> ours;
    std::vector<double> gnuplot;
    std::vector<double> matplotlib;
    for (int round = 0; round < rounds; ++round) {
        ours.push_back(milliseconds([&] {
            run(fmt::format("{}'{}' --store w.db --lang zh export --exhibit all --week 2026-04-10 "
                            "--profile slide-full --out ours > ours.txt",
                            there, WEEKBOARD_PROGRAM));
        }));
        gnuplot.push_back(milliseconds([&] { run(there + "gnuplot all.gp > gnuplot.txt 2>&1"); }));
        run(there + "/usr/bin/python3 all.py > matplotlib.txt 2>&1");
        matplotlib.push_back(matplotlib_time(folder));
    }
    fmt::print(
        "21 PNGs at slide-full: {:.0f} ms, × gnuplot {:.2f} (limit 0.5), × matplotlib {:.2f} "
        "(limit 0.3)\n",
        median(ours), median(ours) / median(gnuplot), median(ours) / median(matplotlib));
    tell_encoding(exhibits);
}
