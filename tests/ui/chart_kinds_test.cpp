#include "charts/exhibit_scene.h"
#include "charts/value_labels.h"
#include "exhibit/resolve.h"
#include "exhibit/spec_library.h"
#include "export/picture.h"
#include "export/png.h"
#include "ingest/bundled_board.h"
#include "publish/file_target.h"
#include "publish/json.h"
#include "support/scratch.h"

#include <QDir>
#include <QImage>
#include <QRawFont>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdlib>

using namespace weekboard;
using namespace weekboard::testing;

namespace
{

constexpr int dpi = 72;

/// Share of pixels that differ by more than a shade.
double difference(const QImage& a, const QImage& b)
{
    if (a.size() != b.size()) {
        return 1;
    }
    constexpr int shade = 60;
    qint64 different = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            const int distance = std::abs(qRed(p) - qRed(q)) + std::abs(qGreen(p) - qGreen(q)) +
                                 std::abs(qBlue(p) - qBlue(q));
            different += distance > shade ? 1 : 0;
        }
    }
    return static_cast<double>(different) / (static_cast<double>(a.width()) * a.height());
}

std::unique_ptr<Store> example_store(const QTemporaryDir& folder)
{
    OpenOptions options;
    options.seed = [](Store& fresh) { load_bundled_board(fresh, telecom_board(), after_the_week); };
    return std::move(
        Store::open(folder.filePath(QStringLiteral("w.db")).toStdString(), options, after_the_week)
            .store);
}

Exhibit exhibit_of(Store& store, const std::string& id)
{
    const Week week = Week::containing(make_date(2026, 4, 10));
    return store.read([&](Connection& database) {
        const auto stored = find_spec(database, id).value();
        const auto spec = read_spec(stored.toml, "golden").spec.value();
        return resolve(database, spec, {week, week.sunday()});
    });
}

} // namespace

/// A few pixels of each chart kind; what the exhibits mean is held by their JSON.
/// WEEKBOARD_UPDATE_GOLDEN=1 writes the pictures instead of comparing them.
class ChartKindsTest : public QObject
{
    Q_OBJECT

private slots:
    void each_kind_looks_as_it_did_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("profile");
        for (const char* id : {"server-index", "heat", "5g-share", "sms", "iot-terminals",
                               "industries", "stocks", "cloud-capex", "index-changes"}) {
            for (const char* profile : {"slide-half", "report-column"}) {
                QTest::addRow("%s %s", id, profile)
                    << QString::fromLatin1(id) << QString::fromLatin1(profile);
            }
        }
    }

    void each_kind_looks_as_it_did()
    {
        QFETCH(QString, id);
        QFETCH(QString, profile);
        const QTemporaryDir folder;
        const auto store = example_store(folder);
        const Exhibit exhibit = exhibit_of(*store, id.toStdString());
        ExportProfile place = *find_profile(profile.toStdString());
        place.dpi = dpi;
        const QImage drawn =
            draw_image(exhibit, place, RiseColor::red).convertToFormat(QImage::Format_RGB32);
        const QString name = QStringLiteral("%1-%2.png").arg(id, profile);
        const QString kept =
            QDir{QStringLiteral(WEEKBOARD_GOLDEN)}.filePath(QStringLiteral("charts/") + name);
        if (std::getenv("WEEKBOARD_UPDATE_GOLDEN") != nullptr) {
            replace_file(kept.toStdString(), encode_png(drawn));
        }
        constexpr double tolerance = 0.01; // fonts differ by a hair from machine to machine
        const double found = difference(drawn, QImage{kept}.convertToFormat(QImage::Format_RGB32));
        if (found > tolerance) {
            const QString failed = QDir::current().filePath(QStringLiteral("failed-") + name);
            replace_file(failed.toStdString(), encode_png(drawn));
            QFAIL(qPrintable(QStringLiteral("%1 % of the pixels differ, see %2")
                                 .arg(found * 100, 0, 'f', 2)
                                 .arg(failed)));
        }
    }

    void the_growth_of_a_group_is_told_at_every_size()
    {
        const QTemporaryDir folder;
        const auto store = example_store(folder);
        const Exhibit exhibit = exhibit_of(*store, "cloud-capex");
        const Theme theme = screen_theme(false, RiseColor::red);
        for (int width = 560; width <= 1600; width += 20) {
            ExhibitScene scene{exhibit, theme, {}};
            scene.resize(QSize{width, width * 3 / 5});
            const auto labels = place_value_labels(scene.exhibit(), scene.frame(), theme);
            QVERIFY2(std::ranges::count(labels, true, &ValueLabel::bold) == 4,
                     qPrintable(QString::number(width)));
        }
    }

    void the_last_figure_of_days_stands_beside_the_plot()
    {
        const QTemporaryDir folder;
        const auto store = example_store(folder);
        const Theme theme = screen_theme(false, RiseColor::red);
        const Exhibit exhibit = exhibit_of(*store, "server-index");
        for (const int width : {240, 280, 320, 560, 1600}) {
            ExhibitScene scene{exhibit, theme, {}};
            scene.resize(QSize{width, width * 3 / 5});
            const PlotFrame& frame = scene.frame();
            const auto labels = place_value_labels(scene.exhibit(), frame, theme);
            QCOMPARE(labels.size(), std::size_t{1});
            const QRectF& box = labels.front().box;
            const QPointF point = frame.point(exhibit, exhibit.plots.front(), exhibit.size() - 1);
            QCOMPARE(box.left() > point.x(), width >= 280); // else it would be most of the width
            QVERIFY(box.right() <= width);
            QVERIFY(!box.contains(point));
        }
    }

    void the_last_figure_of_a_line_that_ends_early_stands_on_no_other()
    {
        const QTemporaryDir folder;
        const auto store = example_store(folder);
        const Theme theme = screen_theme(false, RiseColor::red);
        Exhibit exhibit = exhibit_of(*store, "server-index");
        exhibit.plots.push_back(exhibit.plots.front());
        auto& early = exhibit.plots.front().values;
        std::fill(early.end() - 60, early.end(), std::nullopt);
        ExhibitScene scene{exhibit, theme, {}};
        scene.resize(QSize{560, 336});
        const auto labels = place_value_labels(scene.exhibit(), scene.frame(), theme);
        QCOMPARE(labels.size(), std::size_t{2});
        for (const ValueLabel& label : labels) {
            QVERIFY(label.box.left() > scene.frame().area.right());
        }
    }

    void last_figures_that_are_close_stand_apart()
    {
        const QTemporaryDir folder;
        const auto store = example_store(folder);
        const Theme theme = screen_theme(false, RiseColor::red);
        Exhibit exhibit = exhibit_of(*store, "server-index");
        exhibit.plots.resize(3, exhibit.plots.front());
        ExhibitScene scene{exhibit, theme, {}};
        scene.resize(QSize{800, 480});
        const auto labels = place_value_labels(scene.exhibit(), scene.frame(), theme);
        QCOMPARE(labels.size(), std::size_t{3});
        for (std::size_t a = 0; a < labels.size(); ++a) {
            for (std::size_t b = 0; b < a; ++b) {
                QVERIFY(!labels[a].box.intersects(labels[b].box));
            }
        }
    }

    /// A box in place of a character is found here, not on somebody's slide.
    void no_glyph_is_missing()
    {
        const QTemporaryDir folder;
        const auto store = example_store(folder);
        const Week week = Week::containing(make_date(2026, 4, 10));
        std::string text;
        for (const Language language : {Language::chinese, Language::english}) {
            const auto exhibits = store->read([&](Connection& database) {
                return resolve(database, stored_specs(database).specs,
                               {week, week.sunday(), language});
            });
            for (const Exhibit& exhibit : exhibits) {
                text += json_of(exhibit).dump();
            }
        }
        const QRawFont font = QRawFont::fromFont(slide_theme(RiseColor::red).font(20));
        for (const char32_t character : QString::fromStdString(text).toUcs4()) {
            QVERIFY2(font.supportsCharacter(character),
                     qPrintable(QStringLiteral("U+%1").arg(static_cast<uint>(character), 0, 16)));
        }
    }
};

QTEST_MAIN(ChartKindsTest)
#include "chart_kinds_test.moc"
