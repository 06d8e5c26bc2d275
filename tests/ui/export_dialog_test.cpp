#include "entry/entry.h"
#include "export/exhibit_export.h"
#include "export/export_dialog.h"
#include "export/letterhead_dialog.h"
#include "export/letterhead_settings.h"
#include "export/publish_menu.h"
#include "ui/desk.h"
#include "widgets/edition_bar.h"
#include "widgets/words_table.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDrag>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace weekboard;
using namespace weekboard::testing;

namespace
{

constexpr int longest_export_ms = 60000;

Exhibit sample()
{
    Exhibit exhibit;
    exhibit.number = 5;
    exhibit.id = "gigabit-share";
    exhibit.title = "截至2月末千兆用户占比超三成";
    exhibit.week = Week::containing(make_date(2026, 4, 10));
    exhibit.kind = ExhibitKind::bars;
    exhibit.axis = AxisKind::periods;
    exhibit.frequency = Frequency::monthly;
    exhibit.x = {make_date(2026, 1, 31), make_date(2026, 2, 28)};
    Plot plot;
    plot.name = "占比";
    plot.kind = PlotKind::bar;
    plot.unit = "%";
    plot.decimals = 1;
    plot.values = {std::nullopt, 35.3};
    exhibit.plots.push_back(plot);
    return exhibit;
}

} // namespace

class ExportDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("weekboard-test"));
        QCoreApplication::setApplicationName(QStringLiteral("export-dialog-test"));
        ExportJob::set_program(QStringLiteral(WEEKBOARD_PROGRAM));
    }

    void chosen_exhibits_are_written_with_progress()
    {
        const QTemporaryDir folder;
        Desk desk{folder.filePath(QStringLiteral("w.db")).toStdString()};
        QVERIFY(desk.shows_week(Week::containing(make_date(2026, 4, 10))));
        Exhibit other = sample();
        other.id = "5g-share";
        ExportDialog dialog{desk.appearance, desk.dialogs, desk.session.path(), {sample(), other}};
        dialog.show();
        dialog.choose_folder(folder.filePath(QStringLiteral("out")));
        dialog.choose_exhibits({"gigabit-share"});
        QSignalSpy progressed{&dialog.job(), &ExportJob::progressed};
        QSignalSpy finished{&dialog.job(), &ExportJob::finished};
        dialog.start();
        QVERIFY(finished.wait(longest_export_ms));
        QVERIFY2(finished[0][0].toBool(), qPrintable(finished[0][1].toString()));
        QCOMPARE(progressed.last()[1].toInt(), 1);
        QCOMPARE(QDir{folder.filePath(QStringLiteral("out"))}.entryList(QDir::Files),
                 QStringList{QStringLiteral("05-gigabit-share.png")});
    }

    void a_failure_is_told_in_the_verbs_own_sentence()
    {
        const QTemporaryDir folder;
        Desk desk{folder.filePath(QStringLiteral("w.db")).toStdString()};
        QVERIFY(desk.shows_week(Week::containing(make_date(2026, 4, 10))));
        ExportDialog dialog{desk.appearance, desk.dialogs, desk.session.path(), {sample()}};
        dialog.choose_folder(folder.filePath(QStringLiteral("w.db/below")));
        QSignalSpy told{&dialog, &ExportDialog::told};
        dialog.start();
        QVERIFY(told.wait(longest_export_ms));
        QVERIFY(told[0][1].toBool());
        QVERIFY2(told[0][0].toString().contains(QStringLiteral("w.db/below")),
                 qPrintable(told[0][0].toString()));
    }

    void a_cancel_leaves_whole_files_only()
    {
        const QTemporaryDir folder;
        Desk desk{folder.filePath(QStringLiteral("w.db")).toStdString()};
        QVERIFY(desk.shows_week(Week::containing(make_date(2026, 4, 10))));
        ExportJob job;
        QSignalSpy progressed{&job, &ExportJob::progressed};
        QSignalSpy finished{&job, &ExportJob::finished};
        const QString out = folder.filePath(QStringLiteral("out"));
        job.start(desk.session.path(),
                  {QStringLiteral("export"), QStringLiteral("--progress"),
                   QStringLiteral("--exhibit"), QStringLiteral("all"), QStringLiteral("--profile"),
                   QStringLiteral("slide-full"), QStringLiteral("--out"), out});
        QVERIFY(progressed.wait(longest_export_ms));
        job.cancel();
        QVERIFY(finished.count() > 0 || finished.wait(longest_export_ms));
        QVERIFY(!finished[0][0].toBool());
        QVERIFY(finished[0][1].toString().isEmpty());
        const QDir written{out};
        for (const QString& name :
             written.entryList(QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot)) {
            QVERIFY2(name.endsWith(QStringLiteral(".png")), qPrintable(name));
            QVERIFY(!QImage{written.filePath(name)}.isNull());
        }
    }

    void a_size_that_is_none_cannot_be_exported()
    {
        const QTemporaryDir folder;
        Desk desk{folder.filePath(QStringLiteral("w.db")).toStdString()};
        ExportDialog dialog{desk.appearance, desk.dialogs, desk.session.path(), {sample()}};
        dialog.choose_format(QStringLiteral("csv"));
        QVERIFY(dialog.arguments().contains(QStringLiteral("--encoding")));
        QVERIFY(!dialog.arguments().contains(QStringLiteral("--profile")));
    }

    void figures_are_copied_as_a_table_and_never_beside_a_picture()
    {
        const QTemporaryDir folder;
        Desk desk{folder.filePath(QStringLiteral("w.db")).toStdString()};
        ExhibitExport exporting{desk.appearance, desk.dialogs,
                                [] { return std::optional{sample()}; }};
        exporting.copy_figures();
        const QMimeData* figures = QGuiApplication::clipboard()->mimeData();
        QVERIFY(figures->hasHtml());
        QVERIFY(!figures->hasImage());
        QVERIFY(figures->text().contains(QStringLiteral("2026-02-28\t35.3%")));
        QVERIFY(figures->html().contains(QStringLiteral("<th scope=\"row\">2026-02</th>")));
        exporting.copy_picture();
        const QMimeData* picture = QGuiApplication::clipboard()->mimeData();
        QVERIFY(picture->hasImage());
        QVERIFY(picture->hasFormat(QStringLiteral("image/svg+xml")));
        QVERIFY(!picture->hasText());
    }

    void a_dragged_chart_is_a_file_of_the_size_of_its_place()
    {
        const QTemporaryDir folder;
        Desk desk{folder.filePath(QStringLiteral("w.db")).toStdString()};
        std::optional<Exhibit> shown;
        ExhibitExport exporting{desk.appearance, desk.dialogs, [&] { return shown; }};
        QVERIFY(exporting.make_drag() == nullptr);
        shown = sample();
        const auto drag = exporting.make_drag();
        QVERIFY(drag != nullptr);
        const QList<QUrl> urls = drag->mimeData()->urls();
        QCOMPARE(urls.size(), 1);
        QCOMPARE(urls[0].fileName(), QStringLiteral("05-gigabit-share.png"));
        const QImage picture{urls[0].toLocalFile()};
        QCOMPARE(picture.size(), QSize(1795, 1299)); // 15.2 × 11.0 cm at 300 dpi
        QVERIFY(!drag->mimeData()->hasImage());
        QVERIFY(!drag->pixmap().isNull());
    }

    void the_menu_makes_slides_and_a_report()
    {
        const QTemporaryDir folder;
        Desk desk{folder.filePath(QStringLiteral("w.db")).toStdString()};
        QVERIFY(desk.shows_week(Week::containing(make_date(2026, 4, 10))));
        PublishMenu menu{desk.appearance, desk.session, desk.dialogs, [&desk] {
                             return ShownWeek{desk.window.week(), nullptr};
                         }};
        QSignalSpy finished{&menu.job(), &ExportJob::finished};
        desk.dialogs.answer = folder.filePath(QStringLiteral("w.pptx"));
        menu.make_deck(false);
        QVERIFY(finished.wait(longest_export_ms));
        QVERIFY2(finished[0][0].toBool(), qPrintable(finished[0][1].toString()));
        QVERIFY(QFile::exists(*desk.dialogs.answer));
        menu.refresh_deck();
        QVERIFY(finished.wait(longest_export_ms));
        QVERIFY2(finished[1][0].toBool(), qPrintable(finished[1][1].toString()));
        QVERIFY(desk.dialogs.shown.rows.isEmpty()); // nothing has changed since
        desk.dialogs.answer = folder.filePath(QStringLiteral("w.html"));
        menu.make_report(QStringLiteral("html"));
        QVERIFY(finished.wait(longest_export_ms));
        QVERIFY(QFile::exists(*desk.dialogs.answer));
    }

    void the_menu_checks_publishes_and_compares()
    {
        const QTemporaryDir folder;
        Desk desk{folder.filePath(QStringLiteral("w.db")).toStdString()};
        QVERIFY(desk.shows_week(Week::containing(make_date(2026, 4, 10))));
        PublishMenu menu{desk.appearance, desk.session, desk.dialogs, [&desk] {
                             return ShownWeek{desk.window.week(), nullptr};
                         }};
        QSignalSpy finished{&menu.job(), &ExportJob::finished};
        QSignalSpy told{&menu, &PublishMenu::told};
        menu.check_week();
        QVERIFY(finished.wait(longest_export_ms));
        QVERIFY(!desk.dialogs.shown.rows.isEmpty());
        menu.publish_week();
        QVERIFY(finished.wait(longest_export_ms));
        QVERIFY2(told.last()[0].toString().contains(u'1'), qPrintable(told.last()[0].toString()));
        desk.dialogs.shown = {};
        menu.compare_with_published();
        QVERIFY(finished.wait(longest_export_ms));
        QVERIFY(desk.dialogs.shown.rows.isEmpty()); // nothing has changed since
        desk.dialogs.answer = folder.filePath(QStringLiteral("w.zip"));
        menu.make_pack();
        QVERIFY(finished.wait(longest_export_ms));
        QVERIFY(QFile::exists(*desk.dialogs.answer));
    }

    void what_is_exported_is_what_is_shown()
    {
        const QTemporaryDir folder;
        Desk desk{at(folder, "w.db")};
        QVERIFY(desk.shows_week(example_week));
        auto* menu = desk.window.findChild<PublishMenu*>();
        QSignalSpy finished{&menu->job(), &ExportJob::finished};
        menu->publish_week();
        QVERIFY(finished.wait(longest_export_ms));
        const FigureEntry revision{*stored_series(desk, "miit.base_stations_5g"),
                                   make_date(2026, 2, 28), 495.5, make_date(2026, 4, 11), false};
        desk.session.write(
            &desk.window,
            [&](Connection& database) {
                return enter_figure(database, revision, {BatchKind::entry, "test", "me"},
                                    desk.clock)
                    .batch.has_value();
            },
            [](bool entered) { QVERIFY(entered); });
        desk.window.show_edition(1);
        auto* bar = desk.window.findChild<EditionBar*>();
        QVERIFY(QTest::qWaitFor([&] { return bar->isVisible(); }));
        const auto report = [&](const char* name) {
            desk.dialogs.answer = folder.filePath(QString::fromLatin1(name));
            menu->make_report(QStringLiteral("html"));
            QFile file{*desk.dialogs.answer};
            return finished.wait(longest_export_ms) && file.open(QIODevice::ReadOnly)
                       ? QString::fromUtf8(file.readAll())
                       : QString{};
        };
        QVERIFY(report("then.html").contains(QStringLiteral("截至2月末5G基站490.9万个")));
        desk.window.show_edition(std::nullopt);
        QVERIFY(QTest::qWaitFor([&] { return !bar->isVisible(); }));
        QVERIFY(report("now.html").contains(QStringLiteral("截至2月末5G基站495.5万个")));
    }

    void the_letterhead_is_kept()
    {
        store_letterhead({"甲，乙研究所", "张三（S000）\n李四", "a@b.cn", "", "声明"});
        LetterheadDialog dialog;
        QCOMPARE(dialog.letterhead().house, std::string{"甲，乙研究所"});
        QCOMPARE(dialog.letterhead().analysts, std::string{"张三（S000）\n李四"});
        dialog.accept();
        QCOMPARE(stored_letterhead().disclaimer, std::string{"声明"});
        store_letterhead({});
    }
};

QTEST_MAIN(ExportDialogTest)
#include "export_dialog_test.moc"
