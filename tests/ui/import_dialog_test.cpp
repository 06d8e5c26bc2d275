#include "import/import_desk.h"
#include "import/import_dialog.h"
#include "import/mapping_dialog.h"
#include "store/figures.h"
#include "store/series_list.h"
#include "ui/desk.h"
#include "widgets/words_table.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QMimeData>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace weekboard;
using namespace weekboard::testing;

namespace
{

constexpr int longest_import_ms = 60000;

/// A window, and a dialog that has compared a file with its store.
struct Importing {
    QTemporaryDir folder;
    Desk desk{at(folder, "w.db")};
    ImportDialog* dialog = nullptr;

    QString file(const char* name, const QByteArray& text) const
    {
        QFile made{folder.filePath(QString::fromUtf8(name))};
        return made.open(QIODevice::WriteOnly) && made.write(text) == text.size() ? made.fileName()
                                                                                  : QString{};
    }

    /// True once the comparison is on the screen.
    bool compares(const QStringList& files)
    {
        desk.window.import_files(files);
        return has_compared();
    }

    bool has_compared()
    {
        dialog = desk.window.findChild<ImportDialog*>();
        if (dialog == nullptr) {
            return false;
        }
        QSignalSpy compared{dialog, &ImportDialog::compared};
        return compared.wait(longest_import_ms);
    }

    QString import()
    {
        QSignalSpy told{dialog, &ImportDialog::told};
        dialog->import();
        return told.wait(longest_import_ms) ? told[0][0].toString() : QString{};
    }

    std::optional<double> figure(const std::string& code, Date period)
    {
        const auto opened = Store::open(at(folder, "w.db"), {}, desk.clock);
        return opened.store->read([&](Connection& database) {
            const auto series = find_series(database, code);
            const auto figures =
                figures_as_of(database, *series, make_date(2026, 12, 31)).observations;
            const auto found = std::ranges::find(figures, period, &Observation::period_end);
            return found != figures.end() ? std::optional{found->value} : std::nullopt;
        });
    }
};

const Date february = make_date(2026, 2, 28);
const Date march = make_date(2026, 3, 31);

} // namespace

class ImportDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("weekboard-import-test"));
        QSettings{}.clear();
        ExportJob::set_program(QStringLiteral(WEEKBOARD_PROGRAM));
    }

    void files_are_compared_before_they_are_imported()
    {
        Importing i;
        QVERIFY(i.desk.shows_week(example_week));
        QVERIFY(
            i.compares({i.file("周报.csv", "code,period_end,value\nmiit.dou,2026-03-31,20.9\n"
                                           "miit.dou,2026-02-28,19.4\nnobody,2026-03-31,3\n")}));
        QCOMPARE(i.dialog->model().entries().size(), std::size_t{1});
        QCOMPARE(i.dialog->model().taken(), 1);
        QCOMPARE(i.dialog->rejected().shown().rows.size(), 1);
        QVERIFY(i.dialog->can_import());
        i.dialog->changes().click();
        QCOMPARE(i.dialog->model().taken(), 2);
        QVERIFY(i.import().contains(u'2'));
        QCOMPARE(i.figure("miit.dou", february), std::optional{19.4});
    }

    void single_figures_are_taken_and_left()
    {
        Importing i;
        QVERIFY(i.desk.shows_week(example_week));
        QVERIFY(
            i.compares({i.file("a.csv", "date,miit.dou,miit.gigabit_users\n2026-02-28,19.4,2.5\n"
                                        "2026-03-31,20.9,\n")}));
        ImportModel& model = i.dialog->model();
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex dou = model.index(0, 0);
        const QModelIndex gigabit = model.index(1, 0);
        QCOMPARE(dou.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::PartiallyChecked));
        // The changed figure comes first, then the new one.
        QVERIFY(model.setData(model.index(0, 0, dou), Qt::Checked, Qt::CheckStateRole));
        QVERIFY(model.setData(model.index(1, 0, dou), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(gigabit.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
        QCOMPARE(model.taken(), 1);
        QVERIFY(i.import().contains(u'1'));
        QCOMPARE(i.figure("miit.dou", february), std::optional{19.4});
        QVERIFY(!i.figure("miit.dou", march));
        QCOMPARE(i.figure("miit.gigabit_users", february), std::optional{2.45});
    }

    void figures_are_filtered()
    {
        Importing i;
        QVERIFY(i.desk.shows_week(example_week));
        QVERIFY(i.compares({i.file("a.csv", "date,miit.dou,miit.gigabit_users\n"
                                            "2026-02-28,19.31,2.5\n2026-03-31,209,2.6\n")}));
        ImportFilter& shown = i.dialog->filter();
        QCOMPARE(shown.rowCount(), 2);
        shown.set_state(ImportState::changed);
        QCOMPARE(shown.rowCount(), 1);
        QCOMPARE(shown.rowCount(shown.index(0, 0)), 1);
        shown.set_state(std::nullopt);
        shown.set_text(QStringLiteral("DOU"));
        QCOMPARE(shown.rowCount(), 1);
        shown.set_text({});
        shown.set_only_findings(true); // ten times the month before
        QCOMPARE(shown.rowCount(), 1);
        QVERIFY(shown.index(0, 0).data().toString().contains(QStringLiteral("miit.dou")));
    }

    void a_column_is_given_a_series()
    {
        Importing i;
        QVERIFY(i.desk.shows_week(example_week));
        const QString file = i.file("a.csv", "指标名称,我们的叫法\n单位,万户\n2026-03-31,124700\n");
        QVERIFY(i.compares({file}));
        QCOMPARE(i.dialog->columns().shown().rows.size(), 1);
        QVERIFY(!i.dialog->can_import());
        QSignalSpy compared{i.dialog, &ImportDialog::compared};
        i.dialog->take_column_for(QStringLiteral("我们的叫法"),
                                  QStringLiteral("miit.mobile_5g_users"));
        QVERIFY(compared.wait(longest_import_ms));
        QCOMPARE(i.dialog->columns().shown().rows.size(), 0);
        QCOMPARE(i.dialog->model().entries()[0].unit, QStringLiteral("亿户 (12.47 = 124700 万户)"));
        QVERIFY(i.import().contains(u'1'));
        QCOMPARE(i.figure("miit.mobile_5g_users", march), std::optional{12.47});
    }

    void a_sheet_is_laid_out_by_hand_and_known_the_next_time()
    {
        Importing i;
        QVERIFY(i.desk.shows_week(example_week));
        const QByteArray text = "底稿,,\n,年 月,miit.dou\n,口径,GB/户·月\n1,2026-03,20.9\n";
        QVERIFY(i.compares({i.file("a.csv", text)}));
        QCOMPARE(i.dialog->sheets().shown().rows.size(), 1);
        QJsonArray head;
        int number = 0;
        for (const QByteArray& line : text.trimmed().split('\n')) {
            QJsonArray cells;
            for (const QByteArray& cell : line.split(',')) {
                cells << QString::fromUtf8(cell);
            }
            head << QJsonObject{{QStringLiteral("row"), ++number},
                                {QStringLiteral("cells"), cells}};
        }
        MappingDialog mapping{head, QStringLiteral("底稿")};
        QCOMPARE(mapping.names().value(), 2);
        QCOMPARE(mapping.units().value(), 3);
        QCOMPARE(mapping.periods().value(), 2);
        QCOMPARE(mapping.first().value(), 4);
        QVERIFY(mapping.trouble().isEmpty());
        mapping.first().setValue(2);
        QVERIFY(!mapping.trouble().isEmpty());
        mapping.first().setValue(4);
        QSignalSpy compared{i.dialog, &ImportDialog::compared};
        i.dialog->lay_out(QString::fromStdString(describe(mapping.layout())));
        QVERIFY(compared.wait(longest_import_ms));
        QVERIFY(i.import().contains(u'1'));
        QCOMPARE(i.figure("miit.dou", march), std::optional{20.9});
        QTest::qWait(0); // the dialog goes
        QVERIFY(i.compares({i.file("b.csv", QByteArray{text}.replace("2026-03", "2026-04"))}));
        QCOMPARE(i.dialog->model().taken(), 1);
    }

    void a_file_that_changed_since_is_not_imported()
    {
        Importing i;
        QVERIFY(i.desk.shows_week(example_week));
        const QString file = i.file("a.csv", "code,period_end,value\nmiit.dou,2026-03-31,20.9\n");
        QVERIFY(i.compares({file}));
        i.file("a.csv", "code,period_end,value\nmiit.dou,2026-03-31,29.9\n");
        QSignalSpy finished{&i.dialog->job(), &ExportJob::finished};
        i.dialog->import();
        QVERIFY(finished.wait(longest_import_ms));
        QVERIFY(!finished[0][0].toBool());
        QVERIFY(!i.figure("miit.dou", march));
    }

    void tables_are_pasted()
    {
        Importing i;
        QVERIFY(i.desk.shows_week(example_week));
        auto* desk = i.desk.window.findChild<ImportDesk*>();
        auto* table = new QMimeData;
        table->setHtml(QStringLiteral("<table><tr><td>date<td>miit.dou<tr><td>2026-03-31<td>20.9"
                                      "</table>"));
        table->setText(QStringLiteral("something else"));
        QGuiApplication::clipboard()->setMimeData(table);
        QVERIFY(desk->run_command("import-clipboard"));
        QVERIFY(i.has_compared());
        QCOMPARE(i.dialog->model().taken(), 1);
        i.dialog->reject();
        QTest::qWait(0);
        QGuiApplication::clipboard()->setText(
            QStringLiteral("date\tmiit.dou\n2026-03-31\t20.9\n2026-02-28\t19.31\n"));
        desk->import_clipboard();
        QVERIFY(i.has_compared());
        QCOMPARE(i.dialog->model().taken(), 1);
        i.dialog->reject();
        QTest::qWait(0);
        QGuiApplication::clipboard()->setText({});
        QSignalSpy told{desk, &ImportDesk::told};
        desk->import_clipboard();
        QCOMPARE(told.size(), 1);
    }

    void new_files_of_a_watched_folder_are_offered_and_nothing_more()
    {
        Importing i;
        QVERIFY(i.desk.shows_week(example_week));
        const QTemporaryDir watched;
        const auto put = [&](const char* name, const QByteArray& text) {
            QFile file{watched.filePath(QString::fromUtf8(name))};
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        };
        QVERIFY(put("old.csv", "code,period_end,value\nmiit.dou,2026-01-31,1\n"));
        auto* desk = i.desk.window.findChild<ImportDesk*>();
        i.desk.dialogs.answer = watched.path();
        QVERIFY(desk->run_command("watch-folder"));
        QVERIFY(put("new.csv", "code,period_end,value\nmiit.dou,2026-03-31,20.9\n"));
        QVERIFY(put("~$new.xlsx", "a lock"));
        QVERIFY(QTest::qWaitFor([&] { return desk->bar()->isVisible(); }, longest_import_ms));
        QVERIFY2(desk->bar()->sentence().contains(QStringLiteral("new.csv")),
                 qPrintable(desk->bar()->sentence()));
        QVERIFY(!desk->bar()->sentence().contains(QStringLiteral("old.csv")));
        QVERIFY(!i.figure("miit.dou", march));
        emit desk->bar()->compare_wanted();
        QVERIFY(i.has_compared());
        QVERIFY(i.import().contains(u'1'));
        QVERIFY(QTest::qWaitFor([&] { return !desk->bar()->isVisible(); }, longest_import_ms));
        // It is offered again once it changes; passed over, it is not.
        QVERIFY(put("new.csv", "code,period_end,value\nmiit.dou,2026-03-31,21.25\n"));
        QVERIFY(QTest::qWaitFor([&] { return desk->bar()->isVisible(); }, longest_import_ms));
        emit desk->bar()->pass_over_wanted();
        QVERIFY(!desk->bar()->isVisible());
        QVERIFY(desk->run_command("stop-watching"));
        QVERIFY(desk->folder().path().isEmpty());
    }
};

QTEST_MAIN(ImportDialogTest)
#include "import_dialog_test.moc"
