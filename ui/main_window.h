#pragma once

#include "search/finder.h"
#include "store_session.h"
#include "theme/appearance.h"
#include "week_content.h"
#include "widgets/dialogs.h"

#include <QMainWindow>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

class QLabel;
class QToolButton;

namespace weekboard
{

class AppearanceButton;
class CommandPalette;
class EditionBar;
class ImportDesk;
class EditionSwitch;
class Page;
class PageStack;
class PublishMenu;
class SideBar;
class StatusBar;
class WeekNavigator;

/// The window: pages at the left, the week on top, the store's health at the foot.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Appearance& appearance, StoreSession& session, Dialogs& dialogs);
    ~MainWindow() override;

    /// Shows the window once the first week is on it, which takes some ten milliseconds: it is
    /// painted once, with its figures, instead of twice. A store that takes long is not waited for.
    void show_when_ready();

    void show_week(Week week);
    void show_page(int page);

    /// Shows the week as it was published in an edition, or, without one, as it is now.
    void show_edition(std::optional<int> edition);

    /// Shows what files would change in the store, to be taken or not.
    void import_files(const QStringList& files);
    [[nodiscard]] static int page_count();

    [[nodiscard]] Week week() const { return week_; }

signals:
    /// A week's content is on the pages.
    void week_shown();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build_top_bar(QLayout* column);
    void build_shortcuts();
    void set_texts();
    void remember_state();
    void recall_state();

    void on_status(const StoreStatus& status);
    void on_read_failed(StoreCondition condition, const QString& detail);
    void show_trouble(const StoreStatus& status);
    void show_missing_week(const WeekView& view);
    void show_empty_store();
    void hide_editions();
    Page* turn_to(std::string_view icon);
    void load();
    void take(WeekContent content);
    void show_content();
    void show_changes();
    void open_palette();
    [[nodiscard]] std::vector<Findable> commands() const;
    void follow(const Findable& thing);
    void run_command(const std::string& id);
    void tell(const QString& sentence, bool is_trouble);
    void choose_other_store();

    Appearance& appearance_;
    StoreSession& session_;
    Dialogs& dialogs_;
    SideBar* side_bar_ = nullptr;
    WeekNavigator* navigator_ = nullptr;
    QLabel* summary_ = nullptr;
    EditionSwitch* editions_ = nullptr;
    EditionBar* edition_bar_ = nullptr;
    ImportDesk* imports_ = nullptr;
    QToolButton* find_ = nullptr;
    CommandPalette* palette_ = nullptr;
    PublishMenu* publish_ = nullptr;
    AppearanceButton* appearance_button_ = nullptr;
    PageStack* pages_ = nullptr;
    StatusBar* status_bar_ = nullptr;
    int page_ = 0;
    std::uint64_t version_ = 0; ///< counts what was read; a page shows one of them
    Week week_ = Week::containing(Date{});
    bool week_is_chosen_ = false; ///< else the latest is shown
    std::optional<int> edition_;  ///< wanted in place of the week as it is now
    bool is_asked_for_ = false;   ///< the first week, before the store is open
    std::uint64_t request_ = 0;
    StoreStatus status_;
    bool copy_failed_ = false;
    WeekContent content_;
    bool has_content_ = false;
};

} // namespace weekboard
