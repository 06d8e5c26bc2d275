#include "pages/series/series_dialog.h"
#include "ui/desk.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QButtonGroup>
#include <QSettings>

#include <algorithm>
#include <set>

using namespace weekboard;
using namespace weekboard::testing;

namespace
{

QString described(const QWidget* widget)
{
    return QStringLiteral("%1 “%2”").arg(QString::fromLatin1(widget->metaObject()->className()),
                                         widget->objectName());
}

/// What the Tab key is to reach.
std::vector<QWidget*> tab_stops(QWidget& window)
{
    std::vector<QWidget*> stops;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        const bool takes_tab = (widget->focusPolicy() & Qt::TabFocus) != 0;
        if (takes_tab && widget->isVisibleTo(&window) && widget->isEnabled() &&
            widget->focusProxy() == nullptr && widget->window() == &window) {
            stops.push_back(widget);
        }
    }
    return stops;
}

QStringList nameless(const std::vector<QWidget*>& stops)
{
    QStringList found;
    for (QWidget* widget : stops) {
        const QAccessibleInterface* access = QAccessible::queryAccessibleInterface(widget);
        if (access == nullptr || access->text(QAccessible::Name).trimmed().isEmpty()) {
            found << described(widget);
        }
    }
    return found;
}

/// Of a group of which one is chosen Tab comes to that one, and arrows lead on to the others.
bool is_led_to(QWidget* widget, const std::set<QWidget*>& reached)
{
    const auto* button = qobject_cast<QAbstractButton*>(widget);
    const QButtonGroup* group = button != nullptr ? button->group() : nullptr;
    if (group == nullptr || !group->exclusive()) {
        return false;
    }
    const auto members = group->buttons();
    return std::ranges::any_of(members,
                               [&](QAbstractButton* member) { return reached.contains(member); });
}

/// Those that Tab never comes to, from the first one on.
QStringList unreached(const std::vector<QWidget*>& stops)
{
    if (stops.empty()) {
        return {};
    }
    stops.front()->setFocus(Qt::TabFocusReason);
    std::set<QWidget*> reached;
    for (std::size_t step = 0; step < stops.size() * 2 + 10; ++step) {
        QWidget* now = QApplication::focusWidget();
        if (now == nullptr) {
            break;
        }
        reached.insert(now);
        QTest::keyClick(now, Qt::Key_Tab);
    }
    QStringList missed;
    for (QWidget* widget : stops) {
        if (!reached.contains(widget) && !is_led_to(widget, reached)) {
            missed << described(widget);
        }
    }
    return missed;
}

} // namespace

class AccessTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("weekboard-test"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings_.path());
    }

    void every_page_can_be_walked_and_heard_in_both_languages()
    {
        const QTemporaryDir folder;
        Desk desk{at(folder, "w.db")};
        QVERIFY(desk.shows_week(example_week));
        QApplication::setActiveWindow(&desk.window);
        QStringList troubles;
        for (const Language language : {Language::chinese, Language::english}) {
            desk.appearance.choose_language(language);
            for (int page = 0; page < MainWindow::page_count(); ++page) {
                desk.window.show_page(page);
                QTest::qWait(300); // what the page reads is on it
                const std::vector<QWidget*> stops = tab_stops(desk.window);
                QVERIFY(stops.size() > 5);
                for (const QString& found : nameless(stops)) {
                    troubles << QStringLiteral("page %1: no name: %2").arg(page).arg(found);
                }
                for (const QString& found : unreached(stops)) {
                    troubles << QStringLiteral("page %1: not reached: %2").arg(page).arg(found);
                }
            }
        }
        desk.appearance.choose_language(Language::chinese);
        for (const QString& trouble : troubles) {
            qWarning("%s", qPrintable(trouble));
        }
        QCOMPARE(troubles.size(), 0);
    }

    void forms_name_their_fields()
    {
        const QTemporaryDir folder;
        Desk desk{at(folder, "w.db")};
        QVERIFY(desk.shows_week(example_week));
        SeriesDialog dialog{{desk.appearance, desk.session, desk.dialogs},
                            stored_series(desk, "miit.dou")};
        dialog.show();
        QCOMPARE(nameless(tab_stops(dialog)), QStringList{});
    }

private:
    QTemporaryDir settings_;
};

QTEST_MAIN(AccessTest)
#include "access_test.moc"
