#include "charts/exhibit_scene.h"
#include "charts/exhibit_view.h"
#include "entry/entry.h"
#include "pages/batches/batches_page.h"
#include "pages/exhibits/exhibit_detail.h"
#include "pages/exhibits/exhibit_tile.h"
#include "pages/exhibits/exhibits_page.h"
#include "pages/exhibits/spec_editor.h"
#include "pages/indices/indices_page.h"
#include "pages/notes/notes_page.h"
#include "pages/operators/series_page.h"
#include "pages/series/series_dialog.h"
#include "publish/edition.h"
#include "store/publications.h"
#include "store/series_list.h"
#include "ui/desk.h"
#include "widgets/edition_bar.h"
#include "widgets/figures_model.h"
#include "widgets/palette.h"
#include "widgets/words_table.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QSettings>
#include <QSignalSpy>

#include <algorithm>

using namespace weekboard;
using namespace weekboard::testing;

namespace
{

constexpr int indices_page = 1;
constexpr int operators_page = 3;
constexpr int notes_page = 6;
constexpr int exhibits_page = 7;
constexpr int batches_page = 9;

/// The example week as published, and a figure of it that was revised the day after.
void publish_and_revise(const std::filesystem::path& path)
{
    const FixedClock clock{make_date(2026, 4, 13)};
    OpenOptions options;
    options.seed = [&](Store& made) { load_bundled_board(made, telecom_board(), clock); };
    const auto store = std::move(Store::open(path, options, clock).store);
    store->write([](Connection& database) {
        const WeekEdition edition = freeze_week(database, example_week, example_week.sunday(), {});
        add_publication(database,
                        {example_week.friday(), 0, "2026-04-10T20:13:00Z", "me", text_of(edition)});
    });
    const auto series = store->read(
        [](Connection& database) { return find_series(database, "miit.base_stations_5g"); });
    (void)enter_figure(*store,
                       {*series, make_date(2026, 2, 28), 495.5, make_date(2026, 4, 11), false},
                       {BatchKind::entry, "test", "me"}, clock);
}

/// A real close of the server index.
void enter_close(const std::filesystem::path& path, Date day, double close)
{
    const FixedClock clock{make_date(2026, 4, 13)};
    const auto store = std::move(Store::open(path, {}, clock).store);
    const auto series =
        store->read([](Connection& database) { return find_series(database, "8841058.WI"); });
    (void)enter_figure(*store, {*series, day, close, day, false}, {BatchKind::entry, "test", "me"},
                       clock);
}

template <typename Shown>
Shown* page_of(Desk& desk, int place)
{
    desk.window.show_page(place);
    auto* page = desk.window.findChild<Shown*>();
    return page;
}

/// The exhibits page, with its exhibits on it.
ExhibitsPage* gallery_of(Desk& desk)
{
    auto* page = page_of<ExhibitsPage>(desk, exhibits_page);
    return QTest::qWaitFor([page] { return !page->exhibits().empty(); }) ? page : nullptr;
}

const Exhibit& opened(const ExhibitsPage& page)
{
    return page.detail().view().exhibit_scene()->exhibit();
}

} // namespace

class PagesTest : public QObject
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

    void every_page_shows_every_kind_of_week()
    {
        const QTemporaryDir folder;
        Desk desk{at(folder, "w.db")};
        QVERIFY(desk.shows_week(example_week));
        for (int page = 0; page < MainWindow::page_count(); ++page) {
            desk.window.show_page(page);
            for (const Date day : {make_date(2026, 2, 20), make_date(2023, 1, 6),
                                   make_date(2030, 1, 4), make_date(2026, 4, 10)}) {
                const Week week = Week::containing(day);
                desk.window.show_week(week);
                QVERIFY(QTest::qWaitFor([&] { return desk.window.week() == week; }));
                QTest::qWait(30);
                QVERIFY(!desk.window.grab().isNull());
            }
        }
        desk.appearance.choose_language(Language::english);
        desk.appearance.choose_theme(ThemeChoice::dark);
        QTest::qWait(50);
        QVERIFY(!desk.window.grab().isNull());
    }

    void the_gallery_opens_an_exhibit_and_keys_turn_the_pages()
    {
        const QTemporaryDir folder;
        Desk desk{at(folder, "w.db")};
        QVERIFY(desk.shows_week(example_week));
        ExhibitsPage* page = gallery_of(desk);
        QVERIFY(page != nullptr);
        const auto tiles = page->findChildren<ExhibitTile*>();
        QCOMPARE(tiles.size(), 21);
        QCOMPARE(tiles[4]->accessibleName(), QStringLiteral("截至2月末千兆用户占比超三成"));
        QTest::mouseClick(tiles[4], Qt::LeftButton);
        QVERIFY(page->is_open());
        QCOMPARE(opened(*page).number, 5);
        QTest::keyClick(page, Qt::Key_PageDown);
        QCOMPARE(opened(*page).number, 6);
        QTest::keyClick(page, Qt::Key_PageUp);
        QTest::keyClick(page, Qt::Key_PageUp);
        QCOMPARE(opened(*page).number, 4);
        QTest::keyClick(page, Qt::Key_Escape);
        QVERIFY(!page->is_open());
    }

    void a_figure_that_another_process_enters_changes_titles_on_screen()
    {
        const QTemporaryDir folder;
        Desk desk{at(folder, "w.db")};
        QVERIFY(desk.shows_week(example_week));
        ExhibitsPage* page = gallery_of(desk);
        QVERIFY(page != nullptr);
        page->open("5g-base-stations");
        QVERIFY(QString::fromStdString(opened(*page).title).contains(QStringLiteral("490.9")));

        const Opened other = Store::open(at(folder, "w.db"), {}, desk.clock);
        const Series series = other.store->read([](Connection& database) {
            return find_series(database, "miit.base_stations_5g").value();
        });
        QVERIFY(enter_figure(*other.store,
                             {series, make_date(2026, 2, 28), 501.5, make_date(2026, 4, 1), false},
                             {BatchKind::entry, "test", "me"}, desk.clock)
                    .batch);
        QTRY_VERIFY(QString::fromStdString(opened(*page).title).contains(QStringLiteral("501.5")));
        QVERIFY(page->is_open());
    }

    void figures_are_a_sound_model()
    {
        const QTemporaryDir folder;
        Desk desk{at(folder, "w.db")};
        QVERIFY(desk.shows_week(example_week));
        ExhibitsPage* page = gallery_of(desk);
        QVERIFY(page != nullptr);
        FiguresModel model;
        const QAbstractItemModelTester tester{
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest};
        for (const Exhibit& exhibit : page->exhibits()) {
            model.show_exhibit(exhibit);
            QVERIFY(model.rowCount() > 0);
        }
        model.show_exhibit(page->exhibits()[5]);
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("2026-02"));
        QCOMPARE(model.index(0, 2).data().toString(), QStringLiteral("67.6%"));
        model.show_exhibit(page->exhibits()[16]);
        QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("10.74%"));
        model.show_exhibit({});
        QCOMPARE(model.rowCount(), 0);
    }

    void a_series_opens_in_all_its_shapes()
    {
        const QTemporaryDir folder;
        Desk desk{at(folder, "w.db")};
        QVERIFY(desk.shows_week(example_week));
        auto* page = page_of<SeriesPage>(desk, operators_page);
        page->open("miit.mobile_traffic_ytd");
        QTRY_VERIFY(page->detail().view().has_exhibit());
        QCOMPARE(page->detail().view().exhibit_scene()->exhibit().id, "miit.mobile_traffic_ytd");
        QCOMPARE(page->detail().view().exhibit_scene()->exhibit().plots[0].values.back(), 666.7);
        page->show_groups();
    }

    void a_week_opens_as_it_was_published()
    {
        const QTemporaryDir folder;
        publish_and_revise(at(folder, "w.db"));
        Desk desk{at(folder, "w.db")};
        QVERIFY(desk.shows_week(example_week));
        ExhibitsPage* page = gallery_of(desk);
        QVERIFY(page != nullptr);
        const auto title = [&] { return page->exhibits()[11].title; };
        QCOMPARE(title(), std::string{"截至2月末5G基站495.5万个，年内净增7.0万个"});
        auto* bar = desk.window.findChild<EditionBar*>();
        QVERIFY(!bar->isVisible());

        desk.window.show_edition(1);
        QVERIFY(QTest::qWaitFor([&] { return bar->isVisible(); }));
        QCOMPARE(title(), std::string{"截至2月末5G基站490.9万个，年内净增7.0万个"});
        emit bar->changes_wanted();
        QVERIFY(desk.dialogs.shown.rows.contains(
            QStringLiteral("图表12|5G基站（万个） 2026-02-28|490.9|495.5").split(u'|')));
        QVERIFY(!bar->sentence().contains(QStringLiteral("本页")));
        desk.window.show_page(operators_page); // knows no editions, and the bar says so
        QVERIFY(bar->sentence().contains(QStringLiteral("本页")));

        desk.window.show_page(exhibits_page);
        desk.appearance.choose_language(Language::english);
        QVERIFY(QTest::qWaitFor([&] { return title().starts_with("5G base stations at 4.909"); }));
        desk.window.show_edition(std::nullopt);
        QVERIFY(QTest::qWaitFor([&] { return title().starts_with("5G base stations at 4.955"); }));
        QVERIFY(!bar->isVisible());
        desk.appearance.choose_language(Language::chinese);
    }

    void the_indices_are_those_of_the_edition()
    {
        const QTemporaryDir folder;
        publish_and_revise(at(folder, "w.db"));
        enter_close(at(folder, "w.db"), make_date(2026, 4, 10), 9700);
        Desk desk{at(folder, "w.db")};
        QVERIFY(desk.shows_week(example_week));
        auto* page = page_of<IndicesPage>(desk, indices_page);
        QVERIFY(page != nullptr);
        const auto days = [&] {
            return page->view().has_exhibit() ? page->view().exhibit_scene()->exhibit().x.size()
                                              : std::size_t{0};
        };
        QTRY_COMPARE(days(), std::size_t{1}); // one real close takes the place of all made-up ones
        desk.window.show_edition(1);
        QTRY_VERIFY(days() > 700);
        QVERIFY(!desk.window.findChild<EditionBar*>()->sentence().contains(QStringLiteral("本页")));
        desk.window.show_edition(std::nullopt);
        QTRY_COMPARE(days(), std::size_t{1});
    }

    void a_page_that_could_not_be_read_is_read_again_when_it_is_turned_to()
    {
        const QTemporaryDir folder;
        Desk desk{at(folder, "w.db")};
        QVERIFY(desk.shows_week(example_week));
        auto* page = page_of<IndicesPage>(desk, indices_page);
        QTRY_VERIFY(page->view().has_exhibit());
        QSignalSpy read{page, &Page::shown};
        const auto turn_away_and_back = [&] {
            desk.window.show_page(operators_page);
            desk.window.show_page(indices_page);
        };
        turn_away_and_back();
        QTest::qWait(100);
        QCOMPARE(read.size(), 0); // it has the week already
        emit desk.session.read_failed(StoreCondition::locked, {});
        turn_away_and_back();
        QTRY_COMPARE(read.size(), 1);
    }

    void a_batch_is_shown_with_what_it_changed_and_taken_back()
    {
        const QTemporaryDir folder;
        publish_and_revise(at(folder, "w.db"));
        Desk desk{at(folder, "w.db")};
        QVERIFY(desk.shows_week(example_week));
        auto* page = page_of<BatchesPage>(desk, batches_page);
        const auto rows = [&] { return page->changes().shown().rows; };
        QVERIFY(QTest::qWaitFor([&] { return rows().size() == 1; }));
        QCOMPARE(page->batches().shown().rows.size(), 3);
        QCOMPARE(rows()[0].mid(1).join(u'|'), QStringLiteral("2026-02|2026-04-11|495.5|无|"));
        page->batches().selectRow(2); // the bundled figures, by the thousand
        QVERIFY(QTest::qWaitFor([&] { return rows().size() > 400; }));
        page->batches().selectRow(0);
        QVERIFY(QTest::qWaitFor([&] { return rows().size() == 1; }));
        desk.dialogs.agrees = false;
        page->revert();
        QVERIFY(desk.dialogs.asked.contains(QStringLiteral("0 个恢复")) ||
                !desk.dialogs.asked.isEmpty());
        QVERIFY(!page->batches().shown().rows[0].back().contains(QStringLiteral("撤销")));
        desk.dialogs.agrees = true;
        page->revert();
        QVERIFY(QTest::qWaitFor([&] {
            return page->batches().shown().rows[0].back().contains(QStringLiteral("撤销"));
        }));
        QCOMPARE(page->batches().row(), 0);
    }

    void a_series_is_made_edited_and_retired()
    {
        const QTemporaryDir folder;
        Desk desk{at(folder, "w.db")};
        QVERIFY(desk.shows_week(example_week));
        auto* page = page_of<OperatorsPage>(desk, operators_page);
        page->edit_series(true);
        SeriesDialog* dialog = nullptr;
        QVERIFY(QTest::qWaitFor([&] {
            dialog = desk.window.findChild<SeriesDialog*>();
            return dialog != nullptr && dialog->isVisible();
        }));
        QVERIFY(!dialog->trouble().isEmpty()); // no code, no name
        dialog->code().setText(QStringLiteral("house.cabinets"));
        dialog->name_zh().setText(QStringLiteral("机柜数"));
        dialog->unit().setText(QStringLiteral("万架"));
        dialog->source().setText(QStringLiteral("公司公告"));
        dialog->accept();
        QVERIFY(QTest::qWaitFor([&] { return stored_series(desk, "house.cabinets").has_value(); }));

        SeriesDialog edited{{desk.appearance, desk.session, desk.dialogs},
                            stored_series(desk, "house.cabinets")};
        QVERIFY(edited.code().isReadOnly());
        edited.name_zh().setText(QStringLiteral("机柜数量"));
        edited.findChild<QCheckBox*>()->setChecked(true);
        QSignalSpy listed{&edited, &SeriesDialog::releases_shown};
        edited.add_release(QStringLiteral("2026-02"), QStringLiteral("12.5"),
                           QStringLiteral("2026-03-20"));
        QVERIFY(QTest::qWaitFor([&] { return edited.releases().shown().rows.size() == 1; }));
        edited.accept();
        QVERIFY(QTest::qWaitFor([&] { return stored_series(desk, "house.cabinets")->retired; }));
        QCOMPARE(stored_series(desk, "house.cabinets")->name.zh, std::string{"机柜数量"});
    }

    void notes_are_found_in_all_weeks()
    {
        const QTemporaryDir folder;
        Desk desk{at(folder, "w.db")};
        QVERIFY(desk.shows_week(example_week));
        auto* page = page_of<NotesPage>(desk, notes_page);
        QTRY_VERIFY(page->shown_text().contains(QStringLiteral("Lumentum")));
        QVERIFY(page->shown_text().contains(QStringLiteral("买入")));
        page->search(QStringLiteral("coreweave"));
        QTRY_VERIFY(page->shown_text().contains(QStringLiteral("2026-04-10 当周")));
        page->search(QStringLiteral("<b>100%"));
        QTRY_VERIFY(page->shown_text().contains(QStringLiteral("<b>100%")));
        page->search({});
        QTRY_VERIFY(page->shown_text().contains(QStringLiteral("Lumentum")));
    }

    void the_palette_goes_where_it_is_told()
    {
        const QTemporaryDir folder;
        Desk desk{at(folder, "w.db")};
        QVERIFY(desk.shows_week(example_week));
        QTest::keyClick(&desk.window, Qt::Key_K, Qt::ControlModifier);
        auto* palette = desk.window.findChild<CommandPalette*>();
        QVERIFY(palette != nullptr);
        auto* query = palette->findChild<QLineEdit*>();
        auto* list = palette->findChild<QListWidget*>();
        QTRY_VERIFY(list->count() > 10);
        QTest::keyClicks(query, QStringLiteral("tubiao12"));
        QVERIFY(list->count() >= 1);
        QTest::keyClick(query, Qt::Key_Return);
        QVERIFY(!palette->isVisible());
        auto* page = desk.window.findChild<ExhibitsPage*>();
        QTRY_VERIFY(page != nullptr && page->is_open());
        QCOMPARE(opened(*page).number, 12);
    }

    void a_spec_is_edited_before_ones_eyes_and_saved_when_it_is_right()
    {
        const QTemporaryDir folder;
        Desk desk{at(folder, "w.db")};
        QVERIFY(desk.shows_week(example_week));
        ExhibitsPage* page = gallery_of(desk);
        QVERIFY(page != nullptr);
        std::string toml;
        for (const EmbeddedFile& file : telecom_board()) {
            if (file.path.find("14-optical") != std::string_view::npos) {
                toml = file.text;
            }
        }
        SpecEditor editor{{desk.appearance, desk.session, desk.dialogs}, example_week, toml};
        QSignalSpy checked{&editor, &SpecEditor::checked};
        QVERIFY(checked.wait());
        QVERIFY(editor.findings().empty());
        QCOMPARE(editor.preview().exhibit_scene()->exhibit().number, 14);

        const QString text = QString::fromStdString(toml);
        QString wrong = text;
        editor.set_text(wrong.replace(QStringLiteral("\"bars\""), QStringLiteral("\"pies\"")));
        QVERIFY(checked.wait());
        QCOMPARE(editor.findings().front().key, "kind");

        QString better = text;
        editor.set_text(better.replace(QStringLiteral("当月同比{yoy:move:1}"),
                                       QStringLiteral("当月{yoy:signed:1}")));
        QVERIFY(checked.wait());
        QSignalSpy saved{&editor, &SpecEditor::saved};
        editor.save();
        QVERIFY(saved.wait());
        const auto title = [&] { return QString::fromStdString(page->exhibits()[13].title); };
        QTRY_COMPARE(title(), QStringLiteral("2月光模块出口金额当月+26.6%"));
    }

private:
    QTemporaryDir settings_;
};

QTEST_MAIN(PagesTest)
#include "pages_test.moc"
