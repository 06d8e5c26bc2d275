#include "charts/exhibit_view.h"
#include "charts/line_painter.h"
#include "exhibit/ticks.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <random>

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

enum class Figures { missing, negative, zero, huge, mixed };

std::optional<double> figure(Figures figures, std::size_t place)
{
    const double at = static_cast<double>(place);
    switch (figures) {
    case Figures::missing:
        return std::nullopt;
    case Figures::negative:
        return -at - 1;
    case Figures::zero:
        return 0;
    case Figures::huge:
        return place % 2 == 0 ? 1e300 : -1e300;
    case Figures::mixed:
        break;
    }
    return place % 5 == 0 ? std::nullopt : std::optional{std::sin(at) * 20};
}

/// Two plots on two axes over so many places with very long names, or a heat table of as many rows.
Exhibit exhibit_of(ExhibitKind kind, std::size_t places, Figures figures)
{
    Exhibit exhibit;
    exhibit.number = 99;
    exhibit.title = std::string(300, 'T');
    exhibit.source = "Source: test";
    exhibit.kind = kind;
    const bool of_days = kind == ExhibitKind::line;
    const bool of_periods = kind == ExhibitKind::bars;
    exhibit.axis = of_days ? AxisKind::days : of_periods ? AxisKind::periods : AxisKind::labels;
    exhibit.frequency = of_days ? Frequency::daily : Frequency::monthly;
    const std::string long_name(80, 'n');
    if (kind == ExhibitKind::heat_table) {
        for (std::size_t i = 0; i < places % 100; ++i) {
            exhibit.heat.push_back({long_name, "hot", 3, std::nullopt, 1, std::string(500, 'r')});
        }
        return exhibit;
    }
    for (std::size_t i = 0; i < places; ++i) {
        if (exhibit.axis == AxisKind::labels) {
            exhibit.labels.push_back(long_name);
            exhibit.codes.push_back("code");
        } else {
            exhibit.x.push_back(of_days ? make_date(2024, 1, 1) + std::chrono::days{i}
                                        : shift_period(Frequency::monthly, make_date(1950, 1, 31),
                                                       static_cast<int>(i)));
        }
    }
    for (const bool right : {false, true}) {
        Plot plot;
        plot.name = long_name;
        plot.unit = "%";
        plot.kind = of_days || right ? PlotKind::line : PlotKind::bar;
        plot.axis = right ? AxisSide::right : AxisSide::left;
        for (std::size_t i = 0; i < places; ++i) {
            plot.values.push_back(figure(figures, i + (right ? 3 : 0)));
        }
        exhibit.plots.push_back(std::move(plot));
    }
    return exhibit;
}

QImage painted(const Exhibit& exhibit, QSizeF size = {600, 400})
{
    ExhibitLayout layout;
    layout.margin = 10;
    ExhibitScene scene{exhibit, screen_theme(false, RiseColor::red), layout};
    scene.resize(size);
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

    void every_kind_is_painted_at_every_size_whatever_its_figures()
    {
        for (const ExhibitKind kind :
             {ExhibitKind::line, ExhibitKind::bars, ExhibitKind::ranked_bars, ExhibitKind::movers,
              ExhibitKind::comparison, ExhibitKind::heat_table}) {
            for (const std::size_t places : {0U, 1U, 2U, 31U, 1000U}) {
                for (const Figures figures : {Figures::missing, Figures::negative, Figures::zero,
                                              Figures::huge, Figures::mixed}) {
                    const Exhibit exhibit = exhibit_of(kind, places, figures);
                    for (const QSizeF size :
                         {QSizeF{1200, 560}, QSizeF{300, 200}, QSizeF{40, 30}, QSizeF{0, 0}}) {
                        QVERIFY(!painted(exhibit, size).isNull());
                    }
                }
            }
        }
    }

    void scales_of_two_axes_have_zero_at_one_height()
    {
        const auto extent = [](double least, double greatest) {
            ValueExtent made;
            made.add(least);
            made.add(greatest);
            return made;
        };
        for (const auto& [left, right] :
             {std::pair{extent(8.5, 12.35), extent(48, 67.6)},
              std::pair{extent(0, 16100), extent(-6, -4.3)},
              std::pair{extent(-3, 5), extent(-200, 10)}, std::pair{extent(-9, -1), extent(-3, -2)},
              std::pair{extent(0, 0), extent(0, 0)}}) {
            const PairedScales scales = zero_aligned_scales(left, right, 8);
            QVERIFY(scales.left.high > scales.left.low);
            QVERIFY(scales.left.low <= left.least && scales.left.high >= left.greatest);
            QVERIFY(scales.right.low <= right.least && scales.right.high >= right.greatest);
            QCOMPARE(-scales.left.low / scales.left.step, -scales.right.low / scales.right.step);
            QCOMPARE(scales.left.high / scales.left.step, scales.right.high / scales.right.step);
        }
    }

    void periods_are_labelled_back_from_the_last_one()
    {
        std::vector<Date> months;
        for (int month = 1; month <= 26; ++month) {
            months.push_back(shift_period(Frequency::monthly, make_date(2023, 12, 31), month));
        }
        const auto ticks = period_ticks(months, Frequency::monthly, 0, 25, 8);
        QVERIFY(ticks.size() <= 8 && ticks.size() >= 4);
        QCOMPARE(ticks.back().label, std::string{"26-02"});
        QCOMPARE(ticks[ticks.size() - 2].label, std::string{"25-10"});
        QCOMPARE(period_ticks(months, Frequency::monthly, 0, 25, 1).size(), std::size_t{1});
    }

    void a_long_line_is_drawn_as_its_points_would_be()
    {
        Exhibit exhibit = line_exhibit(60000);
        for (std::size_t i = 0; i < exhibit.x.size(); ++i) {
            exhibit.plots[0].values[i] = static_cast<double>(i * 7919 % 1000);
        }
        exhibit.plots[0].values[30000].reset();
        PlotFrame frame;
        frame.area = {0, 0, 500, 300};
        frame.span = whole_span(exhibit);
        frame.left = {0, 1000, 100, 0};
        const auto pieces = PlottedLine{exhibit, 0}.pieces(frame, 500);
        qsizetype points = 0;
        double least = 1e9;
        double greatest = -1e9;
        for (const QPolygonF& piece : pieces) {
            points += piece.size();
            for (const QPointF& point : piece) {
                least = std::min(least, point.y());
                greatest = std::max(greatest, point.y());
            }
        }
        QVERIFY(points <= 4 * 500);
        QCOMPARE(least, frame.y(999, AxisSide::left));
        QCOMPARE(greatest, frame.y(0, AxisSide::left));
        // Zoomed in, all points are there.
        frame.span = {frame.span.first + 100, frame.span.first + 200};
        QVERIFY(PlottedLine(exhibit, 0).pieces(frame, 500).front().size() >= 101);
    }

    /// Columns of days that lie now near each other, now far apart.
    void each_column_of_a_long_line_has_the_range_of_its_points()
    {
        constexpr int columns = 500;
        Exhibit exhibit = line_exhibit(60000);
        std::mt19937 random{5};
        Date day = make_date(1900, 1, 1);
        for (std::size_t i = 0; i < exhibit.x.size(); ++i) {
            day += std::chrono::days{i % 20000 < 15000 ? 1 : 1 + random() % 40};
            exhibit.x[i] = day;
            exhibit.plots[0].values[i] = static_cast<double>(random() % 1000);
        }
        PlotFrame frame;
        frame.area = {0, 0, columns, 300};
        frame.span = whole_span(exhibit);
        frame.left = {0, 1000, 100, 0};
        std::vector<ValueRange> all(columns + 1);
        std::vector<ValueRange> drawn(columns + 1);
        const auto column_at = [](double x) {
            return static_cast<std::size_t>(std::floor(x + 1e-9));
        };
        for (std::size_t i = 0; i < exhibit.x.size(); ++i) {
            const QPointF point = frame.point(exhibit, exhibit.plots[0], i);
            all[column_at(point.x())].add(point.y());
        }
        for (const QPolygonF& piece : PlottedLine{exhibit, 0}.pieces(frame, columns)) {
            for (const QPointF& point : piece) {
                drawn[column_at(point.x())].add(point.y());
            }
        }
        for (std::size_t c = 0; c < columns - 1; ++c) { // the last point is on the edge
            QVERIFY2(all[c] == drawn[c], qPrintable(QString::number(c)));
        }
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
