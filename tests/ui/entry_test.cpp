#include "entry/rating_view.h"
#include "entry/record_view.h"
#include "entry/sheet_view.h"
#include "pages/entry/entry_page.h"
#include "store/figures.h"
#include "store/series_list.h"
#include "store/week_lists.h"
#include "ui/desk.h"

#include <QClipboard>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace weekboard;
using namespace weekboard::testing;

namespace
{

const Week next_week = Week::containing(make_date(2026, 4, 17));

/// The page on a store of its own, with the week's sheet on it.
struct Entering {
    explicit Entering(const QString& store)
        : desk{store.toStdString()}
        , page{{desk.appearance, desk.session, desk.dialogs}}
    {
        page.resize(1200, 700);
        page.show();
        is_ready = QTest::qWaitForWindowActive(&page) && turn_to(next_week);
    }

    bool turn_to(Week week)
    {
        QSignalSpy shown{&page, &Page::shown};
        page.show_week(week);
        return shown.wait(5000);
    }

    /// As a user does: the first key opens the editor, which gets the others and Enter.
    void type(const char* text)
    {
        const QString keys = QString::fromUtf8(text);
        QTest::keyClicks(&page.view(), keys.left(1));
        auto* editor = page.view().viewport()->findChild<QLineEdit*>();
        QVERIFY(editor != nullptr);
        QTest::keyClicks(editor, keys.mid(1));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(page.view().viewport()->findChild<QLineEdit*>() == nullptr);
    }

    [[nodiscard]] std::string typed(const char* code)
    {
        for (const auto& [figure, text] : page.draft().texts()) {
            if (figure.code == code) {
                return text;
            }
        }
        return {};
    }

    Desk desk;
    EntryPage page;
    bool is_ready = false;
    std::size_t rated = 0;
};

} // namespace

class EntryTest : public QObject
{
    Q_OBJECT

private slots:
    void figures_are_typed_one_after_the_other()
    {
        const QTemporaryDir folder;
        Entering e{folder.filePath(QStringLiteral("w.db"))};
        QVERIFY(e.is_ready);
        QCOMPARE(e.page.view().currentIndex().row(), 1); // below the first heading
        e.type("-2.5%");
        e.type("7.1");
        QCOMPARE(e.typed("8841058.WI/week_change"), std::string{"-2.5%"});
        QCOMPARE(e.typed("8841058.WI/mtd_change"), std::string{"7.1"});
        QCOMPARE(e.page.view().currentIndex().row(), 3);
        QCOMPARE(e.page.draft().texts().size(), std::size_t{2});
        e.page.undo();
        QCOMPARE(e.typed("8841058.WI/mtd_change"), std::string{});
        e.page.redo();
        QCOMPARE(e.typed("8841058.WI/mtd_change"), std::string{"7.1"});
    }

    void a_finding_that_comes_while_a_cell_is_edited_leaves_it_alone()
    {
        const QTemporaryDir folder;
        Entering e{folder.filePath(QStringLiteral("w.db"))};
        QVERIFY(e.is_ready);
        QTest::keyClicks(&e.page.view(), QStringLiteral("1"));
        auto* editor = e.page.view().viewport()->findChild<QLineEdit*>();
        QVERIFY(editor != nullptr);
        QTest::keyClicks(editor, QStringLiteral("2.5"));
        e.page.model().set_findings({});
        QCOMPARE(editor->text(), QStringLiteral("12.5"));
    }

    void what_stands_in_an_open_cell_is_kept_and_saved()
    {
        const QTemporaryDir folder;
        const QString store = folder.filePath(QStringLiteral("w.db"));
        Entering e{store};
        QVERIFY(e.is_ready);
        QTest::keyClicks(&e.page.view(), QStringLiteral("4"));
        auto* editor = e.page.view().viewport()->findChild<QLineEdit*>();
        QVERIFY(editor != nullptr);
        QTest::keyClicks(editor, QStringLiteral(".25"));
        const auto on_disk = [&] {
            QFile file{store + QStringLiteral(".draft-2026-04-17.json")};
            return file.open(QIODevice::ReadOnly) && file.readAll().contains("4.25");
        };
        QTRY_VERIFY(on_disk()); // nobody pressed Enter yet
        QSignalSpy told{&e.page, &Page::told};
        e.page.save();
        QTRY_VERIFY(!told.isEmpty());
        QVERIFY(e.page.draft().is_empty());
        QVERIFY2(told.last()[0].toString().contains(u'1'), qPrintable(told.last()[0].toString()));
    }

    void keys_that_waited_go_where_they_were_meant_to()
    {
        const QTemporaryDir folder;
        const QString store = folder.filePath(QStringLiteral("w.db"));
        Entering e{store};
        QVERIFY(e.is_ready);
        // what a busy window finds in its queue, all at once
        for (const char key : std::string_view{"4.25\n7.1\n8"}) {
            QWidget* at = QApplication::focusWidget();
            QVERIFY(at != nullptr);
            if (key == '\n') {
                QTest::keyClick(at, Qt::Key_Return);
            } else {
                QTest::keyClick(at, key);
            }
        }
        QCOMPARE(e.typed("8841058.WI/week_change"), std::string{"4.25"});
        QCOMPARE(e.typed("8841058.WI/mtd_change"), std::string{"7.1"});
        const auto kept = [&] {
            QFile file{store + QStringLiteral(".draft-2026-04-17.json")};
            const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
            return text.contains("4.25") && text.contains("7.1") && text.contains("\"8\"");
        };
        QTRY_VERIFY(kept()); // the last one too, which stands in an open cell
    }

    void a_slip_is_told_while_it_is_typed()
    {
        const QTemporaryDir folder;
        Entering e{folder.filePath(QStringLiteral("w.db"))};
        QVERIFY(e.is_ready);
        const int row = e.page.model().row_of(QStringLiteral("miit.mobile_5g_users"));
        e.page.view().go_to(row);
        e.type("123.5");
        QTRY_VERIFY(e.page.model().findings_in(row).contains(QStringLiteral("10^1")));
        QCOMPARE(e.page.lines()[1].troubles, 1);
    }

    void a_block_goes_to_its_series_and_the_rest_is_shown()
    {
        const QTemporaryDir folder;
        Entering e{folder.filePath(QStringLiteral("w.db"))};
        QVERIFY(e.is_ready);
        QGuiApplication::clipboard()->setText(QStringLiteral(
            "5G基站\t万个\t495.2\r\n千兆宽带接入用户\t亿户\t2.47亿\r\n某某指标\t1\r\n"));
        QTest::keySequence(&e.page.view(), QKeySequence::Paste);
        QCOMPARE(e.typed("miit.base_stations_5g"), std::string{"495.2"});
        QCOMPARE(e.typed("miit.gigabit_users"), std::string{"2.47亿"});
        QCOMPARE(e.desk.dialogs.shown.rows.size(), 1);
        QVERIFY(e.desk.dialogs.shown.rows[0][0].startsWith(QStringLiteral("某某指标")));
        e.page.undo(); // the whole block
        QVERIFY(e.page.draft().is_empty());
        e.page.view().go_to(1);
        e.page.view().paste(QStringLiteral("1.1\n\n3.3\n"));
        QCOMPARE(e.typed("8841058.WI/mtd_change"), std::string{}); // a blank keeps its row
        QCOMPARE(e.typed("8841258.WI/week_change"), std::string{"3.3"});
        e.page.view().paste(QStringLiteral("5G基站\t495.3\t\n"));
        QCOMPARE(e.typed("miit.base_stations_5g"), std::string{"495.3"});
    }

    void the_draft_comes_back_and_saving_is_one_batch()
    {
        const QTemporaryDir folder;
        const QString store = folder.filePath(QStringLiteral("w.db"));
        {
            Entering e{store};
            QVERIFY(e.is_ready);
            e.type("-2.5%");
            e.type("about seven");
            QTRY_VERIFY(QFile::exists(store + QStringLiteral(".draft-2026-04-17.json")));
        }
        Entering e{store};
        QVERIFY(e.is_ready);
        QCOMPARE(e.typed("8841058.WI/week_change"), std::string{"-2.5%"});
        QSignalSpy told{&e.page, &Page::told};
        e.page.save();
        QTRY_VERIFY(!told.isEmpty());
        QCOMPARE(e.typed("8841058.WI/week_change"), std::string{});
        QCOMPARE(e.typed("8841058.WI/mtd_change"), std::string{"about seven"}); // stays
        bool is_there = false;
        std::size_t batches = 0;
        QSignalSpy shown{&e.page, &Page::shown};
        e.desk.session.read(
            &e.page,
            [](Connection& database) {
                const auto series = find_series(database, "8841058.WI/week_change").value();
                return std::pair{
                    figures_as_of(database, series, next_week.sunday()).observations.back().value,
                    all_batches(database).size()};
            },
            [&](std::pair<double, std::size_t> found) {
                is_there = found.first == -2.5;
                batches = found.second;
            });
        QTRY_VERIFY(is_there);
        QCOMPARE(batches, std::size_t{3});
    }

    void boards_are_rated_from_the_keyboard()
    {
        const QTemporaryDir folder;
        Entering e{folder.filePath(QStringLiteral("w.db"))};
        QVERIFY(e.is_ready);
        RatingModel& ratings = e.page.ratings();
        RatingView& view = e.page.rating_view();
        QCOMPARE(ratings.missing(), 8);
        QTest::keyClick(&view, Qt::Key_Return); // kept
        QCOMPARE(e.typed("rating:operators"), std::string{"steady_up"});
        QCOMPARE(view.currentIndex().row(), 1);
        ratings.setData(ratings.index(1, RatingModel::rating_column),
                        QStringLiteral("accelerating"), Qt::EditRole);
        QCOMPARE(ratings.troubles(), 1); // it changed, and says not why
        ratings.confirm_all();
        QCOMPARE(ratings.missing(), 0);
        QSignalSpy told{&e.page, &Page::told};
        e.page.save();
        QTRY_VERIFY(!told.isEmpty());
        QCOMPARE(e.typed("rating:optical_modules"), std::string{"accelerating"}); // waits
        ratings.setData(ratings.index(1, RatingModel::reason_column), QStringLiteral("订单上修"),
                        Qt::EditRole);
        told.clear();
        e.page.save();
        QTRY_VERIFY(!told.isEmpty());
        QVERIFY(e.page.draft().is_empty());
        QTRY_COMPARE(e.rated, std::size_t{0});
        e.desk.session.read(
            &e.page, [](Connection& database) { return heat_of(database, next_week.friday()); },
            [&](const std::vector<HeatRating>& heat) {
                e.rated = heat.size();
                QCOMPARE(heat.at(1).reason, std::string{"订单上修"});
                QVERIFY(!heat.at(0).reason.empty()); // kept with the rating
            });
        QTRY_COMPARE(e.rated, std::size_t{8});
    }

    void lists_are_typed_and_pasted()
    {
        const QTemporaryDir folder;
        Entering e{folder.filePath(QStringLiteral("w.db"))};
        QVERIFY(e.is_ready);
        e.page.turn_to(EntryPage::stocks_tab);
        RecordView& stocks = e.page.record_view(EntryPage::stocks_tab);
        QGuiApplication::clipboard()->setText(
            QStringLiteral("1\t300308.SZ\t中际旭创\t812.5\t+19.82%\r\n2\tSH600345\t长江通信\t22."
                           "98\r\n合计\t\t\r\n"));
        QTest::keySequence(&stocks, QKeySequence::Paste);
        QCOMPARE(e.desk.dialogs.shown.rows.size(), 1); // the total
        QCOMPARE(e.page.records(EntryPage::stocks_tab).counts().lines, 2);
        QCOMPARE(e.typed("line:stocks:0002"), std::string{"600345.SH\x1f长江通信\x1f"
                                                          "22.98"});

        e.page.turn_to(EntryPage::notes_tab);
        RecordView& notes = e.page.record_view(EntryPage::notes_tab);
        for (const char* field : {"Title", "Telecom leads", "CLS", "4-15"}) {
            const QString keys = QString::fromUtf8(field);
            QTest::keyClicks(&notes, keys.left(1));
            auto* editor = notes.viewport()->findChild<QLineEdit*>();
            QVERIFY(editor != nullptr);
            QTest::keyClicks(editor, keys.mid(1));
            QTest::keyClick(editor, Qt::Key_Return);
            QTRY_VERIFY(notes.viewport()->findChild<QLineEdit*>() == nullptr);
        }
        QCOMPARE(e.typed("line:headline:0001"), std::string{"Title\x1fTelecom leads\x1f"
                                                            "CLS\x1f"
                                                            "2026-04-15"});
        QCOMPARE(notes.currentIndex().column(), 0); // the next line
        notes.go_to(notes.model()->rowCount() - 1);
        e.page.fill_from_last(); // last week's news
        QVERIFY(e.page.records(EntryPage::notes_tab).counts().lines > 2);
        e.page.undo();
        QCOMPARE(e.page.records(EntryPage::notes_tab).counts().lines, 1);
        QSignalSpy told{&e.page, &Page::told};
        e.page.save();
        QTRY_VERIFY(!told.isEmpty());
        QVERIFY2(e.page.draft().is_empty(), qPrintable(told.last()[0].toString()));
    }

    void a_finding_offers_its_figure_and_can_be_found_right()
    {
        const QTemporaryDir folder;
        Entering e{folder.filePath(QStringLiteral("w.db"))};
        QVERIFY(e.is_ready);
        const int row = e.page.model().row_of(QStringLiteral("miit.mobile_5g_users"));
        e.page.view().go_to(row);
        e.type("123.5");
        QTRY_VERIFY(e.page.model().open_finding(row) != nullptr);
        e.page.view().go_to(row);
        e.page.take_suggestion();
        QCOMPARE(e.typed("miit.mobile_5g_users"), std::string{"12.35"});
        QTRY_VERIFY(e.page.model().open_finding(row) == nullptr);
        e.page.view().go_to(row);
        e.type("123.5");
        QTRY_VERIFY(e.page.model().open_finding(row) != nullptr);
        e.page.view().go_to(row);
        e.desk.dialogs.answer = QStringLiteral("as the ministry says");
        e.page.acknowledge();
        QTRY_VERIFY(e.page.model().open_finding(row) == nullptr);
        QCOMPARE(e.page.lines()[1].troubles, 0);
    }

    void each_week_has_a_draft_of_its_own()
    {
        const QTemporaryDir folder;
        const QString store = folder.filePath(QStringLiteral("w.db"));
        {
            Entering e{store};
            QVERIFY(e.is_ready);
            e.type("-2.5%");
            QVERIFY(e.turn_to(Week::containing(make_date(2026, 4, 3))));
            QVERIFY(e.page.draft().is_empty());
            e.type("1.5");
            QVERIFY(e.turn_to(Week::containing(make_date(2026, 4, 17))));
            QCOMPARE(e.typed("8841058.WI/week_change"), std::string{"-2.5%"});
            e.page.undo(); // the way back is each week's own, too
            QVERIFY(e.page.draft().is_empty());
            e.page.redo();
        }
        Entering e{store};
        QVERIFY(e.is_ready);
        QCOMPARE(e.page.draft().texts().size(), std::size_t{1});
        QVERIFY(e.turn_to(Week::containing(make_date(2026, 4, 3))));
        QCOMPARE(e.page.draft().texts().size(), std::size_t{1});
        QSignalSpy told{&e.page, &Page::told};
        e.page.save();
        QTRY_VERIFY(!told.isEmpty());
        QVERIFY(!QFile::exists(store + QStringLiteral(".draft-2026-04-03.json")));
        QVERIFY(QFile::exists(store + QStringLiteral(".draft-2026-04-17.json")));
    }

    void events_go_along_from_week_to_week()
    {
        const QTemporaryDir folder;
        const QString store = folder.filePath(QStringLiteral("w.db"));
        Entering e{store};
        QVERIFY(e.is_ready);
        RecordModel& events = e.page.records(EntryPage::events_tab);
        const auto type = [&](int row, const char* day, const char* text) {
            return events.setData(events.index(row, 0), QString::fromLatin1(day), Qt::EditRole) &&
                   events.setData(events.index(row, 1), QString::fromLatin1(text), Qt::EditRole);
        };
        QVERIFY(type(0, "2026-03-17", "X"));
        QVERIFY(e.turn_to(Week::containing(make_date(2026, 4, 3))));
        QVERIFY(type(1, "2026-03-18", "Y")); // below the first, which came along
        QSignalSpy told{&e.page, &Page::told};
        e.page.save();
        QTRY_VERIFY(!told.isEmpty());
        QVERIFY(e.turn_to(next_week));
        QVERIFY(e.page.draft().is_empty());
        QCOMPARE(events.index(0, 1).data().toString(), QStringLiteral("X"));
        QCOMPARE(events.index(1, 1).data().toString(), QStringLiteral("Y"));
    }

    void what_is_given_up_with_escape_is_gone()
    {
        const QTemporaryDir folder;
        const QString store = folder.filePath(QStringLiteral("w.db"));
        {
            Entering e{store};
            QVERIFY(e.is_ready);
            QTest::keyClicks(&e.page.view(), QStringLiteral("9"));
            auto* editor = e.page.view().viewport()->findChild<QLineEdit*>();
            QVERIFY(editor != nullptr);
            QTest::keyClicks(editor, QStringLiteral("9"));
            QTRY_VERIFY(QFile::exists(store + QStringLiteral(".draft-2026-04-17.json")));
            QTest::keyClick(editor, Qt::Key_Escape);
            QTRY_VERIFY(!QFile::exists(store + QStringLiteral(".draft-2026-04-17.json")));
        }
    }

    void a_sheet_that_comes_while_a_cell_is_typed_in_waits()
    {
        const QTemporaryDir folder;
        Entering e{folder.filePath(QStringLiteral("w.db"))};
        QVERIFY(e.is_ready);
        QTest::keyClicks(&e.page.view(), QStringLiteral("1"));
        auto* editor = e.page.view().viewport()->findChild<QLineEdit*>();
        QVERIFY(editor != nullptr);
        QTest::keyClicks(editor, QStringLiteral("2"));
        QVERIFY(e.turn_to(next_week)); // as after another process has written
        QCOMPARE(e.page.view().viewport()->findChild<QLineEdit*>(), editor);
        QTest::keyClicks(editor, QStringLiteral("35"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(e.typed("8841058.WI/week_change"), std::string{"1235"});
    }

    void a_file_that_is_no_draft_is_set_aside()
    {
        const QTemporaryDir folder;
        const QString store = folder.filePath(QStringLiteral("w.db"));
        QFile odd{store + QStringLiteral(".draft-2026-04-17.json")};
        QVERIFY(odd.open(QIODevice::WriteOnly));
        odd.write("{");
        odd.close();
        Entering e{store};
        QVERIFY(e.is_ready);
        QVERIFY(e.page.draft().is_empty());
        QVERIFY(QFile::exists(store + QStringLiteral(".draft-2026-04-17.json.unreadable")));
    }
};

QTEST_MAIN(EntryTest)
#include "entry_test.moc"
