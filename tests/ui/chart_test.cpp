#include "charts/exhibit_view.h"
#include "charts/ticks.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace weekboard;

namespace
{

Exhibit line_exhibit(int days)
{
    Exhibit exhibit;
    exhibit.number = 1;
    exhibit.id = "line";
    exhibit.title = "A line <b>that rises</b>";
    exhibit.source = "Source: test";
    Plot plot;
    plot.name = "Index & more";
    plot.unit = "pts";
    for (int i = 0; i < days; ++i) {
        exhibit.x.push_back(make_date(2024, 1, 1) + std::chrono::days{i});
        plot.values.push_back(100.0 + i);
    }
    exhibit.plots.push_back(std::move(plot));
    return exhibit;
}

QImage painted(const Exhibit& exhibit)
{
    ExhibitLayout layout;
    layout.margin = 10;
    ExhibitScene scene{exhibit, screen_theme(false, RiseColor::red), layout};
    scene.resize({600, 400});
    QImage image{600, 400, QImage::Format_RGB32};
    image.fill(Qt::white);
    QPainter painter{&image};
    scene.render(&painter, {0, 0, 600, 400}, {0, 0, 600, 400});
    return image;
}

int pixels_like(const QImage& image, const QRect& box, const QColor& color)
{
    int count = 0;
    for (int y = box.top(); y <= box.bottom(); ++y) {
        for (int x = box.left(); x <= box.right(); ++x) {
            const QColor at = image.pixelColor(x, y);
            const int distance = std::abs(at.red() - color.red()) +
                                 std::abs(at.green() - color.green()) +
                                 std::abs(at.blue() - color.blue());
            count += distance < 60 ? 1 : 0;
        }
    }
    return count;
}

} // namespace

class ChartTest : public QObject
{
    Q_OBJECT

private slots:
    void time_ticks_stand_on_calendar_boundaries()
    {
        const auto ticks = time_ticks(make_date(2023, 4, 12), make_date(2026, 4, 10), 8);
        QVERIFY(ticks.size() >= 4);
        QVERIFY(ticks.size() <= 8);
        for (const TimeTick& tick : ticks) {
            QCOMPARE(day_of(tick.day), 1U);
            QCOMPARE((month_of(tick.day) - 1) % 3, 0U);
        }
        QCOMPARE(time_ticks(make_date(2000, 1, 1), make_date(2026, 1, 1), 6).back().label,
                 std::string{"2025"});
        for (const TimeTick& tick : time_ticks(make_date(2026, 3, 1), make_date(2026, 4, 10), 7)) {
            QCOMPARE(std::chrono::weekday{tick.day}, std::chrono::Monday);
        }
        QVERIFY(time_ticks(make_date(2026, 3, 2), make_date(2026, 3, 1), 5).empty());
    }

    void value_scales_are_round()
    {
        const ValueScale scale = value_scale(3023, 10741, 6);
        QCOMPARE(scale.low, 2000.0);
        QCOMPARE(scale.high, 12000.0);
        QCOMPARE(scale.decimals, 0);
        QVERIFY(value_scale(-3, 5, 6).low <= -3);
        QVERIFY(value_scale(7, 7, 6).high > value_scale(7, 7, 6).low);
        QVERIFY(value_scale(0, 0, 6).high > 0);
        QCOMPARE(value_scale(0.001, 0.0019, 6).decimals, 4);
        QCOMPARE(value_scale(-1, 1, 4).ticks().at(2), 0.0);
    }

    void a_gap_in_the_figures_is_a_gap_in_the_line()
    {
        Exhibit exhibit = line_exhibit(100);
        const QColor blue = screen_theme(false, RiseColor::red).series[0];
        const QRect middle{270, 100, 60, 220};
        QVERIFY(pixels_like(painted(exhibit), middle, blue) > 20);
        for (std::size_t i = 30; i < 70; ++i) {
            exhibit.plots[0].values[i].reset();
        }
        QCOMPARE(pixels_like(painted(exhibit), middle, blue), 0);
    }

    void exhibits_of_few_or_no_figures_are_painted()
    {
        for (const int days : {0, 1, 2}) {
            QVERIFY(!painted(line_exhibit(days)).isNull());
        }
        Exhibit missing = line_exhibit(5);
        missing.plots[0].values.assign(5, std::nullopt);
        QVERIFY(!painted(missing).isNull());
    }

    void the_wheel_zooms_about_the_pointer_and_home_shows_all()
    {
        ExhibitView view;
        view.resize(800, 500);
        view.show_exhibit(line_exhibit(400), screen_theme(false, RiseColor::red), {}, false);
        view.show();
        QSignalSpy chosen{&view, &ExhibitView::range_chosen};
        const Date first = view.exhibit_scene()->first_shown();
        const Date last = view.exhibit_scene()->last_shown();
        const QPointF middle = view.exhibit_scene()->plot_area().center();
        QWheelEvent wheel{middle,         view.mapToGlobal(middle), {},   {0, 120}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase,        false};
        QCoreApplication::sendEvent(view.viewport(), &wheel);
        QCOMPARE(chosen.size(), 1);
        QVERIFY(view.exhibit_scene()->first_shown() > first);
        QVERIFY(view.exhibit_scene()->last_shown() < last);
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.exhibit_scene()->first_shown(), first);
        QCOMPARE(view.exhibit_scene()->last_shown(), last);
    }

    void a_drag_zooms_and_a_right_drag_pans()
    {
        ExhibitView view;
        view.resize(800, 500);
        view.show_exhibit(line_exhibit(400), screen_theme(false, RiseColor::red), {}, false);
        view.show();
        const QRectF area = view.exhibit_scene()->plot_area();
        const auto at = [&](double share) {
            return QPoint{static_cast<int>(area.left() + share * area.width()),
                          static_cast<int>(area.center().y())};
        };
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, at(0.25));
        QTest::mouseMove(view.viewport(), at(0.5));
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, at(0.5));
        const auto width = view.exhibit_scene()->last_shown() - view.exhibit_scene()->first_shown();
        QVERIFY(std::abs((width - std::chrono::days{100}).count()) <= 2);
        const Date before = view.exhibit_scene()->first_shown();
        QTest::mousePress(view.viewport(), Qt::RightButton, {}, at(0.5));
        QTest::mouseMove(view.viewport(), at(0.25));
        QTest::mouseRelease(view.viewport(), Qt::RightButton, {}, at(0.25));
        QVERIFY(view.exhibit_scene()->first_shown() > before);
        QCOMPARE(view.exhibit_scene()->last_shown() - view.exhibit_scene()->first_shown(), width);
    }

    void the_crosshair_stands_on_figures_and_moves_by_arrows()
    {
        ExhibitView view;
        view.resize(800, 500);
        view.show_exhibit(line_exhibit(40), screen_theme(false, RiseColor::red), {}, false);
        view.show();
        QVERIFY(!view.crosshair());
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.crosshair(), make_date(2024, 2, 9));
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.crosshair(), make_date(2024, 2, 8));
        QTest::keyClick(&view, Qt::Key_Escape);
        QVERIFY(!view.crosshair());
    }
};

QTEST_MAIN(ChartTest)
#include "chart_test.moc"
