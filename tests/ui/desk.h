#pragma once

#include "ingest/bundled_board.h"
#include "main_window.h"
#include "store/series_list.h"
#include "support/scratch.h"

#include <QTemporaryDir>
#include <QTest>

/// What the tests of the window begin with: a window on a store of its own.
namespace weekboard::testing
{

class AnsweringDialogs : public Dialogs
{
public:
    std::optional<QString> answer;
    ShownTable shown; ///< the last table

    std::optional<QString> file_to_write(QWidget*, const QString&, const QString&) override
    {
        return answer;
    }
    std::optional<QString> folder_to_write(QWidget*, const QString&, const QString&) override
    {
        return answer;
    }
    void show_table(QWidget*, const QString&, const ShownTable& table) override { shown = table; }
    std::optional<QString> file_to_read(QWidget*, const QString&, const QString&) override
    {
        return answer;
    }
    QStringList files_to_read(QWidget*, const QString&, const QString&) override
    {
        return answer ? QStringList{*answer} : QStringList{};
    }
    std::optional<QString> line_of_words(QWidget*, const QString&, const QString&) override
    {
        return answer;
    }
    bool is_wanted(QWidget*, const QString& question, const QString&) override
    {
        asked = question;
        return agrees;
    }
    bool agrees = true;
    QString asked; ///< the last question
};

/// A window on a store of its own.
struct Desk {
    explicit Desk(const std::filesystem::path& store)
        : session{store, options(), clock}
        , appearance{Language::chinese, false}
        , window{appearance, session, dialogs}
    {
        session.open();
        window.resize(1280, 800);
        window.show();
    }

    OpenOptions options() const
    {
        OpenOptions made;
        made.seed = [this](Store& store) { load_bundled_board(store, telecom_board(), clock); };
        return made;
    }

    [[nodiscard]] bool shows_week(Week week)
    {
        return QTest::qWaitFor([&] { return shown >= 1 && window.week() == week; }, 10000);
    }

    FixedClock clock{make_date(2026, 4, 13)};
    StoreSession session;
    Appearance appearance;
    AnsweringDialogs dialogs;
    MainWindow window;
    int shown = 0;
    QMetaObject::Connection counting =
        QObject::connect(&window, &MainWindow::week_shown, [this] { ++shown; });
};

inline const Week example_week = Week::containing(make_date(2026, 4, 10));

/// A series as the store has it now.
inline std::optional<Series> stored_series(Desk& desk, const std::string& code)
{
    bool is_there = false;
    std::optional<Series> series;
    desk.session.read(
        &desk.window, [code](Connection& database) { return find_series(database, code); },
        [&](std::optional<Series> found) {
            series = std::move(found);
            is_there = true;
        });
    return QTest::qWaitFor([&] { return is_there; }) ? series : std::nullopt;
}

inline std::filesystem::path at(const QTemporaryDir& folder, const char* name)
{
    return std::filesystem::path{folder.path().toStdString()} / name;
}

} // namespace weekboard::testing
