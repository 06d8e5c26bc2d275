#include "charts/exhibit_view.h"
#include "entry/entry.h"
#include "export/exhibit_export.h"
#include "ingest/bundled_board.h"
#include "main_window.h"
#include "pages/indices/indices_page.h"
#include "pages/overview/index_tile.h"
#include "pages/overview/key_figure_tile.h"
#include "pages/overview/overview_page.h"
#include "pages/trouble/notice_page.h"
#include "store/backup.h"
#include "store/batch.h"
#include "store/series_list.h"
#include "ui/desk.h"
#include "widgets/week_navigator.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace weekboard;
using namespace weekboard::testing;

namespace
{

QString accessible_texts(const QWidget& window)
{
    QStringList texts;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (widget->isVisible()) {
            texts << widget->accessibleName() << widget->accessibleDescription();
        }
    }
    return texts.join(QLatin1Char{'\n'});
}

QString notice_text(const MainWindow& window)
{
    QStringList texts;
    if (const auto* notice = window.findChild<NoticePage*>()) {
        for (const QLabel* label : notice->findChildren<QLabel*>()) {
            if (label->isVisible()) {
                texts << label->text();
            }
        }
    }
    return texts.join(QLatin1Char{'\n'});
}

} // namespace

class WindowTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("weekboard-test"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings_.path());
    }

    void init() { QSettings{}.clear(); }

    void the_latest_week_is_shown_first()
    {
        const QTemporaryDir folder;
        Desk desk{at(folder, "w.db")};
        QVERIFY(desk.shows_week(example_week));
        const QString texts = accessible_texts(desk.window);
        QVERIFY(texts.contains(QStringLiteral("服务器指数 +10.06%")));
        QVERIFY(texts.contains(QStringLiteral("液冷 高景气维持")));
        QVERIFY(texts.contains(QStringLiteral("通信 +10.74%")));
        QVERIFY(texts.contains(QStringLiteral("恒信东方 −20.06%")));
        QVERIFY(texts.contains(QStringLiteral("12.35 亿户 占比 67.6%")));
    }

    void weeks_are_walked_by_keyboard_and_a_closed_week_is_told()
    {
        const QTemporaryDir folder;
        Desk desk{at(folder, "w.db")};
        QVERIFY(desk.shows_week(example_week));
        QTest::keyClick(&desk.window, Qt::Key_Left, Qt::AltModifier);
        QVERIFY(desk.shows_week(example_week.plus(-1)));
        QTest::keyClick(&desk.window, Qt::Key_Right, Qt::AltModifier);
        QVERIFY(desk.shows_week(example_week));
        desk.shown = 0;
        desk.window.show_week(Week::containing(make_date(2026, 2, 18)));
        QVERIFY(desk.shows_week(Week::containing(make_date(2026, 2, 20))));
        QVERIFY(accessible_texts(desk.window).contains(QStringLiteral("服务器指数 休市")));
        QTest::keyClick(&desk.window, Qt::Key_End, Qt::AltModifier);
        QVERIFY(desk.shows_week(example_week));
    }

    void a_week_without_figures_offers_the_way_back()
    {
        const QTemporaryDir folder;
        Desk desk{at(folder, "w.db")};
        QVERIFY(desk.shows_week(example_week));
        desk.shown = 0;
        const Week before_everything = Week::containing(make_date(2020, 1, 1));
        desk.window.show_week(before_everything);
        QVERIFY(desk.shows_week(before_everything));
        QVERIFY(notice_text(desk.window).contains(QStringLiteral("没有数据")));
        desk.window.show_page(1); // nor have the indices anything to show
        QVERIFY(notice_text(desk.window).contains(QStringLiteral("没有数据")));
        auto* way_back = desk.window.findChild<NoticePage*>()->findChild<QPushButton*>();
        QTest::mouseClick(way_back, Qt::LeftButton);
        QVERIFY(desk.shows_week(example_week));
    }

    void language_theme_and_colours_change_at_once()
    {
        const QTemporaryDir folder;
        Desk desk{at(folder, "w.db")};
        QVERIFY(desk.shows_week(example_week));
        desk.shown = 0;
        desk.appearance.choose_language(Language::english);
        QVERIFY(desk.shows_week(example_week));
        QVERIFY(accessible_texts(desk.window).contains(QStringLiteral("Server index +10.06%")));
        QCOMPARE(desk.window.windowTitle(), QStringLiteral("2026-04-06 — 04-10  ·  Weekboard"));
        desk.appearance.choose_theme(ThemeChoice::dark);
        QVERIFY(desk.appearance.theme().dark);
        const QColor red_rise = desk.appearance.theme().rise;
        desk.appearance.choose_rise_color(RiseColor::green);
        QCOMPARE(desk.appearance.theme().fall, red_rise);
    }

    void choices_are_remembered()
    {
        {
            Appearance appearance{Language::chinese, true};
            appearance.choose_theme(ThemeChoice::dark);
            appearance.choose_language(Language::english);
            appearance.choose_rise_color(RiseColor::green);
        }
        const Appearance again{Language::chinese, true};
        QCOMPARE(again.theme_choice(), ThemeChoice::dark);
        QCOMPARE(again.language(), Language::english);
        QCOMPARE(again.rise_color(), RiseColor::green);
        const Appearance told{Language::chinese, false};
        QCOMPARE(told.language(), Language::chinese);
    }

    void what_another_process_commits_is_shown()
    {
        const QTemporaryDir folder;
        Desk desk{at(folder, "w.db")};
        QVERIFY(desk.shows_week(example_week));
        auto other = std::move(Store::open(at(folder, "w.db"), {}, desk.clock).store);
        QVERIFY(other);
        const Series series = other->read(
            [](Connection& d) { return find_series(d, "miit.mobile_5g_users").value(); });
        const auto outcome = enter_figure(
            *other, {series, make_date(2026, 2, 28), 12.99, make_date(2026, 4, 1), false},
            {BatchKind::entry, "test", "somebody else"}, desk.clock);
        QVERIFY(outcome.batch);
        QVERIFY(QTest::qWaitFor(
            [&] { return accessible_texts(desk.window).contains(QStringLiteral("12.99 亿户")); },
            10000));
    }

    void a_store_that_cannot_be_opened_offers_its_copies()
    {
        const QTemporaryDir folder;
        const auto path = at(folder, "w.db");
        {
            const FixedClock clock{make_date(2026, 4, 13)};
            OpenOptions options;
            options.seed = [&](Store& s) { load_bundled_board(s, telecom_board(), clock); };
            const Opened opened = Store::open(path, options, clock);
            QVERIFY(opened.store);
            QVERIFY(back_up_daily(*opened.store, make_date(2026, 4, 12)));
        }
        std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
        Desk desk{path};
        QVERIFY(QTest::qWaitFor(
            [&] { return notice_text(desk.window).contains(QStringLiteral("已损坏")); }, 10000));
        auto* restoring = desk.window.findChild<NoticePage*>()->findChild<QPushButton*>();
        QVERIFY(restoring->text().contains(QStringLiteral("2026-04-12")));
        QTest::mouseClick(restoring, Qt::LeftButton);
        QVERIFY(desk.shows_week(example_week));
        QVERIFY(accessible_texts(desk.window).contains(QStringLiteral("服务器指数 +10.06%")));
    }

    void an_empty_store_and_another_one()
    {
        const QTemporaryDir folder;
        {
            const FixedClock clock{make_date(2026, 4, 13)};
            QVERIFY(Store::open(at(folder, "empty.db"), {}, clock).store);
            OpenOptions options;
            options.seed = [&](Store& s) { load_bundled_board(s, telecom_board(), clock); };
            QVERIFY(Store::open(at(folder, "full.db"), options, clock).store);
        }
        Desk desk{at(folder, "empty.db")};
        QVERIFY(QTest::qWaitFor(
            [&] { return notice_text(desk.window).contains(QStringLiteral("数据库为空")); },
            10000));
        desk.dialogs.answer = QString::fromStdString(at(folder, "full.db").string());
        auto* other = desk.window.findChild<NoticePage*>()->findChild<QPushButton*>();
        QTest::mouseClick(other, Qt::LeftButton);
        QVERIFY(desk.shows_week(example_week));
    }

    void an_index_tile_opens_its_chart_and_the_chart_is_exported()
    {
        const QTemporaryDir folder;
        Desk desk{at(folder, "w.db")};
        QVERIFY(desk.shows_week(example_week));
        const auto tiles = desk.window.findChildren<IndexTile*>();
        QCOMPARE(tiles.size(), 3);
        QTest::mouseClick(tiles[1], Qt::LeftButton);
        auto* page = desk.window.findChild<IndicesPage*>();
        QTRY_VERIFY(page->isVisible() && page->view().has_exhibit());
        QCOMPARE(page->view().exhibit_scene()->exhibit().number, 2);

        QSignalSpy told{page, &IndicesPage::told};
        const QString picture = folder.filePath(QStringLiteral("图.png"));
        page->exporting()->export_to(picture, *find_profile("slide-half"), PictureFormat::png);
        QVERIFY(told.wait());
        QCOMPARE(told.at(0).at(1).toBool(), false);
        QCOMPARE(QImage{picture}.width(), 1795);
        page->exporting()->export_to(folder.filePath(QStringLiteral("no/where.png")),
                                     *find_profile("slide-half"), PictureFormat::svg);
        QVERIFY(told.wait());
        QCOMPARE(told.at(1).at(1).toBool(), true);

        page->exporting()->copy_picture();
        const QMimeData* copied = QApplication::clipboard()->mimeData();
        QVERIFY(copied->hasImage());
        QVERIFY(copied->hasFormat(QStringLiteral("image/svg+xml")));
        QVERIFY(!copied->hasText());
    }

    void a_chosen_range_follows_the_week()
    {
        const QTemporaryDir folder;
        Desk desk{at(folder, "w.db")};
        QVERIFY(desk.shows_week(example_week));
        desk.window.show_page(1);
        auto* page = desk.window.findChild<IndicesPage*>();
        const auto ends_at = [page](Date date) {
            const ExhibitView& view = page->view();
            return view.has_exhibit() && view.exhibit_scene()->last_shown() == date &&
                   view.exhibit_scene()->exhibit().x.back() == date;
        };
        QTRY_VERIFY(ends_at(make_date(2026, 4, 10)));
        desk.window.show_week(example_week.plus(-8));
        QTRY_VERIFY(ends_at(make_date(2026, 2, 13)));
        desk.window.show_week(example_week);
        QTRY_VERIFY(ends_at(make_date(2026, 4, 10)));
    }

    void a_theme_change_leaves_the_trouble_page()
    {
        const QTemporaryDir folder;
        const auto path = at(folder, "text.db");
        QFile file{QString::fromStdString(path.string())};
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("a text");
        file.close();
        Desk desk{path};
        QVERIFY(QTest::qWaitFor(
            [&] { return notice_text(desk.window).contains(QStringLiteral("不是周观数据库")); },
            10000));
        desk.appearance.choose_theme(ThemeChoice::dark);
        QVERIFY(notice_text(desk.window).contains(QStringLiteral("不是周观数据库")));
    }

    void the_comparison_starts_from_100_at_the_left_edge()
    {
        const QTemporaryDir folder;
        Desk desk{at(folder, "w.db")};
        QVERIFY(desk.shows_week(example_week));
        desk.window.show_page(1);
        auto* page = desk.window.findChild<IndicesPage*>();
        QTRY_VERIFY(page->view().has_exhibit());
        page->choose(3);
        const Exhibit& compared = page->view().exhibit_scene()->exhibit();
        QCOMPARE(compared.plots.size(), std::size_t{3});
        const Date first = page->view().exhibit_scene()->first_shown();
        for (std::size_t i = 0; i < compared.x.size(); ++i) {
            if (compared.x[i] <= first &&
                (i + 1 == compared.x.size() || compared.x[i + 1] > first)) {
                for (const Plot& plot : compared.plots) {
                    QCOMPARE(*plot.values[i], 100.0);
                }
            }
        }
    }

private:
    QTemporaryDir settings_;
};

QTEST_MAIN(WindowTest)
#include "window_test.moc"
