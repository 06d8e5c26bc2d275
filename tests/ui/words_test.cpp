#include "words/store_words.h"
#include "words/translation.h"
#include "words/week_words.h"

#include <QTest>
#include <QXmlStreamReader>

#include <set>

using namespace weekboard;

class WordsTest : public QObject
{
    Q_OBJECT

private slots:
    void each_condition_has_its_own_sentence()
    {
        for (const Language language : {Language::chinese, Language::english}) {
            const Translation translation{language};
            std::set<QString> sentences;
            for (int condition = 0; condition <= static_cast<int>(StoreCondition::unreachable);
                 ++condition) {
                const QString sentence =
                    sentence_for(static_cast<StoreCondition>(condition), "/tmp/w.db");
                QVERIFY(sentence.contains(QStringLiteral("/tmp/w.db")));
                sentences.insert(sentence);
            }
            QCOMPARE(sentences.size(), std::size_t{10});
        }
    }

    void no_text_is_untranslated()
    {
        QFile file{QStringLiteral(WEEKBOARD_TRANSLATIONS "/weekboard_zh.ts")};
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY(!text.contains(QStringLiteral("type=\"unfinished\"")));
        QVERIFY(!text.contains(QStringLiteral("<translation></translation>")));
        QVERIFY(!text.contains(QStringLiteral("<translation />")));
    }

    /// Words of a class that are looked for under another name are never found.
    void every_context_is_a_class_of_ours()
    {
        QFile file{QStringLiteral(WEEKBOARD_TRANSLATIONS "/weekboard_zh.ts")};
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QRegularExpression context{QStringLiteral("<name>(.*)</name>")};
        for (const auto& found : context.globalMatch(QString::fromUtf8(file.readAll()))) {
            const QString name = found.captured(1);
            QVERIFY2(name.startsWith(QStringLiteral("weekboard::")) ||
                         name.endsWith(QStringLiteral("Words")) || name == QStringLiteral("Verb"),
                     qPrintable(name));
        }
    }

    void periods_are_worded_as_their_measure_asks()
    {
        Series flow;
        flow.frequency = Frequency::monthly;
        flow.measure = Measure::ytd_flow;
        const Date february = make_date(2026, 2, 28);
        QCOMPARE(period_text(flow, february, Language::chinese), QStringLiteral("2026年1-2月"));
        QCOMPARE(period_text(flow, february, Language::english), QStringLiteral("Jan–Feb 2026"));
        Series level = flow;
        level.measure = Measure::level;
        QCOMPARE(period_text(level, february, Language::chinese), QStringLiteral("2026年2月末"));
        QCOMPARE(period_text(level, february, Language::english),
                 QStringLiteral("end of Feb 2026"));
        Series quarter;
        quarter.frequency = Frequency::quarterly;
        QCOMPARE(period_text(quarter, make_date(2025, 12, 31), Language::chinese),
                 QStringLiteral("2025Q4"));
    }

    void a_week_is_named_by_its_days()
    {
        QCOMPARE(week_span(Week::containing(make_date(2026, 4, 10))),
                 QStringLiteral("2026-04-06 — 04-10"));
        QCOMPARE(week_span(Week::containing(make_date(2025, 12, 31))),
                 QStringLiteral("2025-12-29 — 2026-01-02"));
    }

    void plurals_are_right_in_both_languages()
    {
        WeekView view;
        view.week = Week::containing(make_date(2026, 4, 10));
        view.trading_days = 1;
        {
            const Translation translation{Language::english};
            QVERIFY(week_summary(view).contains(QStringLiteral("1 trading day")));
            view.trading_days = 4;
            QVERIFY(week_summary(view).contains(QStringLiteral("4 trading days")));
        }
        const Translation translation{Language::chinese};
        QVERIFY(week_summary(view).contains(QStringLiteral("4 个交易日")));
    }
};

QTEST_MAIN(WordsTest)
#include "words_test.moc"
