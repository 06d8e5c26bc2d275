#include "main_window.h"

#include "activity.h"
#include "export/exhibit_export.h"
#include "export/publish_menu.h"
#include "import/import_desk.h"
#include "pages/batches/batches_page.h"
#include "pages/capex/capex_page.h"
#include "pages/entry/entry_page.h"
#include "pages/exhibits/exhibits_page.h"
#include "pages/heat/heat_page.h"
#include "pages/indices/indices_page.h"
#include "pages/market/market_page.h"
#include "pages/notes/notes_page.h"
#include "pages/operators/series_page.h"
#include "pages/overview/overview_page.h"
#include "pages/trouble/notice_page.h"
#include "store/figures.h"
#include "widgets/edition_bar.h"
#include "widgets/side_bar.h"
#include "widgets/week_navigator.h"
#include "words/edition_words.h"
#include "words/store_words.h"
#include "words/week_words.h"

#include <spdlog/spdlog.h>

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QScrollArea>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QStyle>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <array>

namespace weekboard
{

namespace
{

/// Overview and indices are read with the week itself; the others read for themselves.
enum { overview_page, indices_page };

/// A page of the window: its icon, what it is called, and how it is made.
struct PageEntry {
    std::string_view icon;
    const char* label;
    Page* (*make)(const PageContext&);
};

template <typename Made>
Page* make_page(const PageContext& context)
{
    return new Made{context};
}

constexpr std::array<PageEntry, 10> catalogue{{
    {"overview", QT_TRANSLATE_NOOP("weekboard::MainWindow", "Overview"), nullptr},
    {"indices", QT_TRANSLATE_NOOP("weekboard::MainWindow", "Indices"), nullptr},
    {"heat", QT_TRANSLATE_NOOP("weekboard::MainWindow", "Heat"), make_page<HeatPage>},
    {"operators", QT_TRANSLATE_NOOP("weekboard::MainWindow", "Operators"),
     make_page<OperatorsPage>},
    {"market", QT_TRANSLATE_NOOP("weekboard::MainWindow", "Market"), make_page<MarketPage>},
    {"capex", QT_TRANSLATE_NOOP("weekboard::MainWindow", "Cloud capex"), make_page<CapexPage>},
    {"notes", QT_TRANSLATE_NOOP("weekboard::MainWindow", "Notes"), make_page<NotesPage>},
    {"exhibits", QT_TRANSLATE_NOOP("weekboard::MainWindow", "Exhibits"), make_page<ExhibitsPage>},
    {"entry", QT_TRANSLATE_NOOP("weekboard::MainWindow", "Enter"), make_page<EntryPage>},
    {"batches", QT_TRANSLATE_NOOP("weekboard::MainWindow", "Batches"), make_page<BatchesPage>},
}};

constexpr int message_time_ms = 8000;

/// A window that has nothing to show by then is shown all the same.
constexpr int longest_wait_ms = 200;

QWidget* bar(int height)
{
    auto* widget = new QWidget;
    widget->setFixedHeight(height);
    widget->setAutoFillBackground(true);
    widget->setBackgroundRole(QPalette::Base);
    return widget;
}

QWidget* hairline()
{
    QWidget* line = bar(1);
    line->setBackgroundRole(QPalette::Mid);
    return line;
}

} // namespace

MainWindow::MainWindow(Appearance& appearance, StoreSession& session, Dialogs& dialogs)
    : appearance_{appearance}
    , session_{session}
    , dialogs_{dialogs}
{
    week_ = Week::containing(session_.clock().today());
    if (session_.is_begun()) {
        is_asked_for_ = true; // it is read as soon as the store is open, while the window is made
        load();
    }
    auto* body = new QWidget;
    auto* across = new QHBoxLayout{body};
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    side_bar_ = new SideBar{appearance};
    for (const PageEntry& entry : catalogue) {
        side_bar_->add_page(QString::fromLatin1(entry.icon.data()));
    }
    made_pages_.resize(catalogue.size());
    across->addWidget(side_bar_);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    across->addLayout(column, 1);
    build_top_bar(column);
    column->addWidget(hairline());
    edition_bar_ = new EditionBar{appearance};
    column->addWidget(edition_bar_);
    imports_ = new ImportDesk{{appearance, session, dialogs}, this};
    column->addWidget(imports_->bar());
    connect(imports_, &ImportDesk::told, this, &MainWindow::tell);
    connect(edition_bar_, &EditionBar::changes_wanted, this, &MainWindow::show_changes);
    connect(edition_bar_, &EditionBar::now_wanted, this, [this] { show_edition(std::nullopt); });
    pages_ = new QStackedWidget;
    pages_->setFocusPolicy(Qt::ClickFocus);
    overview_ = new OverviewPage{appearance};
    indices_ = new IndicesPage{appearance, dialogs};
    notice_ = new NoticePage{appearance};
    pages_->addWidget(overview_);
    pages_->addWidget(indices_);
    pages_->addWidget(notice_);
    column->addWidget(pages_, 1);
    column->addWidget(hairline());
    build_status_bar(column);
    setCentralWidget(body);
    build_shortcuts();

    connect(side_bar_, &SideBar::page_chosen, this, &MainWindow::show_page);
    connect(navigator_, &WeekNavigator::week_chosen, this, &MainWindow::show_week);
    connect(overview_, &OverviewPage::index_chosen, this, [this](int place) {
        show_page(indices_page);
        indices_->choose(place);
    });
    connect(indices_, &IndicesPage::told, this, &MainWindow::tell);
    connect(&session_, &StoreSession::status_changed, this, &MainWindow::on_status);
    connect(&session_, &StoreSession::read_failed, this, &MainWindow::on_read_failed);
    connect(&session_, &StoreSession::store_changed, this, &MainWindow::load);
    connect(&session_, &StoreSession::daily_copy_done, this, [this](bool made, const QString&) {
        copy_failed_ = !made;
        set_texts();
    });
    connect(&appearance_, &Appearance::changed, this, [this] {
        set_texts();
        if (!has_content_ || !status_.usable) {
            return;
        }
        if (content_.language != appearance_.language()) {
            load();
        }
        show_content();
    });
    setMinimumSize(1080, 640);
    setAcceptDrops(true);
    navigator_->set_weeks({}, session_.clock().today());
    navigator_->show_week(week_);
    recall_state();
    set_texts();
    show_page(page_);
    pages_->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::build_top_bar(QLayout* column)
{
    QWidget* top = bar(52);
    auto* row = new QHBoxLayout{top};
    row->setContentsMargins(16, 0, 20, 0);
    row->setSpacing(12);
    navigator_ = new WeekNavigator{appearance_};
    summary_ = new QLabel;
    summary_->setTextFormat(Qt::PlainText);
    summary_->setProperty("role", QStringLiteral("secondary"));
    appearance_button_ = new QToolButton;
    appearance_button_->setPopupMode(QToolButton::InstantPopup);
    appearance_button_->setMenu(new QMenu{appearance_button_});
    row->addWidget(navigator_);
    row->addWidget(summary_, 1);
    editions_ = new EditionSwitch{appearance_};
    connect(editions_, &EditionSwitch::edition_chosen, this, &MainWindow::show_edition);
    row->addWidget(editions_);
    find_ = new QToolButton;
    find_->setCursor(Qt::PointingHandCursor);
    connect(find_, &QToolButton::clicked, this, &MainWindow::open_palette);
    row->addWidget(find_);
    publish_ = new PublishMenu{appearance_, session_, dialogs_, [this] {
                                   return ShownWeek{week_, content_.edition};
                               }};
    connect(publish_, &PublishMenu::told, this, &MainWindow::tell);
    row->addWidget(publish_);
    row->addWidget(appearance_button_);
    column->addWidget(top);
}

void MainWindow::build_status_bar(QLayout* column)
{
    QWidget* foot = bar(26);
    auto* row = new QHBoxLayout{foot};
    row->setContentsMargins(20, 0, 20, 0);
    row->setSpacing(20);
    health_ = new QLabel;
    extent_ = new QLabel;
    message_ = new QLabel;
    for (QLabel* label : {health_, extent_, message_}) {
        label->setTextFormat(Qt::PlainText);
        label->setProperty("role", QStringLiteral("secondary"));
    }
    row->addWidget(health_);
    row->addWidget(extent_);
    row->addStretch();
    row->addWidget(message_);
    column->addWidget(foot);
}

void MainWindow::build_shortcuts()
{
    const auto on = [this](const QKeySequence& keys, auto action) {
        connect(new QShortcut{keys, this}, &QShortcut::activated, this, action);
    };
    on(Qt::ALT | Qt::Key_Left, [this] { navigator_->go_to_previous(); });
    on(Qt::ALT | Qt::Key_Right, [this] { navigator_->go_to_next(); });
    on(Qt::ALT | Qt::Key_End, [this] { navigator_->go_to_latest(); });
    for (int page = 0; page < page_count(); ++page) {
        on(QKeySequence{QStringLiteral("Ctrl+%1").arg((page + 1) % 10)}, [this, page] {
            show_page(page);
            take_keyboard_there();
        });
    }
    on(QKeySequence::Copy, [this] {
        if (ExhibitExport* exhibit = exporting()) {
            exhibit->copy_picture();
        }
    });
    on(Qt::CTRL | Qt::SHIFT | Qt::Key_C, [this] {
        if (ExhibitExport* exhibit = exporting()) {
            exhibit->copy_figures();
        }
    });
    on(Qt::CTRL | Qt::Key_E, [this] { publish_->export_exhibits(); });
    on(Qt::CTRL | Qt::Key_K, [this] { open_palette(); });
    on(QKeySequence::Refresh, [this] { load(); });
    on(QKeySequence::Quit, [this] { close(); });
}

/// Of the page that is seen.
ExhibitExport* MainWindow::exporting()
{
    if (pages_->currentWidget() == indices_) {
        return &indices_->exporting();
    }
    auto* page = qobject_cast<Page*>(pages_->currentWidget());
    return page != nullptr ? page->exporting() : nullptr;
}

void MainWindow::fill_appearance_menu()
{
    QMenu* menu = appearance_button_->menu();
    menu->clear();
    for (QActionGroup* old : menu->findChildren<QActionGroup*>()) {
        old->deleteLater();
    }
    const auto add_group = [&](const QString& heading, auto choices, auto current, auto choose) {
        menu->addSection(heading);
        auto* group = new QActionGroup{menu};
        for (const auto& [label, value] : choices) {
            QAction* action = group->addAction(menu->addAction(label));
            action->setCheckable(true);
            action->setChecked(value == current);
            connect(action, &QAction::triggered, this, [choose, v = value] { choose(v); });
        }
    };
    add_group(tr("Theme"),
              std::array{std::pair{tr("As the system"), ThemeChoice::system},
                         std::pair{tr("Light"), ThemeChoice::light},
                         std::pair{tr("Dark"), ThemeChoice::dark}},
              appearance_.theme_choice(),
              [this](ThemeChoice choice) { appearance_.choose_theme(choice); });
    add_group(tr("Rise and fall"),
              std::array{std::pair{tr("Red up, green down"), RiseColor::red},
                         std::pair{tr("Green up, red down"), RiseColor::green}},
              appearance_.rise_color(),
              [this](RiseColor rise) { appearance_.choose_rise_color(rise); });
    add_group(tr("Language"),
              std::array{std::pair{QStringLiteral("中文"), Language::chinese},
                         std::pair{QStringLiteral("English"), Language::english}},
              appearance_.language(),
              [this](Language language) { appearance_.choose_language(language); });
}

void MainWindow::set_texts()
{
    const Theme& theme = appearance_.theme();
    setWindowTitle(has_content_ ? tr("%1  ·  Weekboard").arg(week_span(week_)) : tr("Weekboard"));
    QStringList labels;
    for (std::size_t place = 0; place < catalogue.size(); ++place) {
        labels << tr(catalogue.at(place).label);
        if (made_pages_[place] != nullptr) {
            name_page(*made_pages_[place], labels.back());
        }
    }
    overview_->setAccessibleName(labels[overview_page]);
    indices_->setAccessibleName(labels[indices_page]);
    side_bar_->set_labels(labels);
    find_->setText(tr("Find…   Ctrl+K"));
    find_->setToolTip(tr("Find any exhibit, series, week, note or command (Ctrl+K)"));
    publish_->set_texts();
    appearance_button_->setText(tr("View"));
    appearance_button_->setToolTip(tr("Theme, colours of rise and fall, language"));
    fill_appearance_menu();

    for (QLabel* label : {summary_, extent_, health_, message_}) {
        label->setFont(theme.font(theme.caption_size));
    }

    const QString name = QFileInfo{shown(session_.path())}.fileName();
    QString health = tr("in order");
    if (!status_.usable) {
        health = tr("cannot be used");
    } else if (status_.condition == StoreCondition::read_only) {
        health = tr("read-only");
    } else if (copy_failed_) {
        health = tr("today's copy could not be made");
    } else if (status_.on_shared_folder) {
        health = tr("on a network or synchronised folder: one machine at a time");
    }
    health_->setText(QStringLiteral("%1  ·  %2").arg(name, health));
    health_->setToolTip(shown(session_.path()));
}

void MainWindow::show_when_ready()
{
    const auto show_once = [this] {
        if (!isVisible()) {
            // Showing paints everything, and what each widget asked for meanwhile would paint it
            // once more: it waits until all have asked.
            setUpdatesEnabled(false);
            show();
            QMetaObject::invokeMethod(
                this, [this] { setUpdatesEnabled(true); }, Qt::QueuedConnection);
        }
    };
    connect(this, &MainWindow::week_shown, this, show_once);
    connect(&session_, &StoreSession::status_changed, this, [show_once](const StoreStatus& status) {
        if (!status.usable) {
            show_once();
        }
    });
    QTimer::singleShot(longest_wait_ms, this, show_once);
}

void MainWindow::show_page(int page)
{
    page_ = std::clamp(page, 0, page_count() - 1);
    note_activity(catalogue[static_cast<std::size_t>(page_)].icon.data());
    side_bar_->choose(page_);
    if (has_content_ && status_.usable) {
        show_content();
    }
}

void MainWindow::take_keyboard_there()
{
    QWidget* shown = pages_->currentWidget();
    auto* page = qobject_cast<Page*>(shown);
    QWidget* stop = page != nullptr ? page->first_stop() : nullptr;
    (stop != nullptr ? stop : shown)->setFocus(Qt::ShortcutFocusReason);
}

/// A page's scroll area is one of the things that Tab comes to.
void MainWindow::name_page(QWidget& page, const QString& name)
{
    page.setAccessibleName(name);
    for (QScrollArea* area : page.findChildren<QScrollArea*>()) {
        area->setAccessibleName(name);
    }
}

int MainWindow::page_count()
{
    return static_cast<int>(catalogue.size());
}

void MainWindow::show_week(Week week)
{
    edition_ = week == week_ ? edition_ : std::nullopt;
    week_ = week;
    week_is_chosen_ = true;
    navigator_->show_week(week);
    load();
}

void MainWindow::show_edition(std::optional<int> edition)
{
    edition_ = edition;
    week_is_chosen_ = true;
    load();
}

void MainWindow::on_status(const StoreStatus& status)
{
    const bool asked = std::exchange(is_asked_for_, false);
    status_ = status;
    imports_->set_usable(status_.usable);
    set_texts();
    navigator_->setEnabled(status.usable);
    if (!status.usable) {
        summary_->clear();
        extent_->clear();
        show_trouble(status);
        return;
    }
    if (!asked) {
        load();
    }
}

void MainWindow::on_read_failed(StoreCondition condition, const QString& detail)
{
    tell(condition == StoreCondition::current ? tr("The week could not be read: %1").arg(detail)
                                              : sentence_for(condition, session_.path()),
         true);
    if (has_content_) {
        week_ = content_.view.week;
        edition_ = content_.edition ? std::optional{content_.edition->number} : std::nullopt;
        navigator_->show_week(week_);
    }
}

void MainWindow::load()
{
    note_activity("read a week");
    const std::uint64_t request = ++request_;
    session_.read(
        this,
        [wanted = WeekWanted{week_is_chosen_ ? std::optional{week_} : std::nullopt, edition_,
                             appearance_.language(), session_.clock().today()}](
            Connection& database) { return read_content(database, wanted); },
        [this, request](WeekContent content) {
            if (request == request_) {
                take(std::move(content));
            }
        });
    // For the navigator's calendar; the page does not wait for them, and whoever walks on at once
    // gets them all the same.
    session_.read(
        this, [](Connection& database) { return weeks_with_figures(database); },
        [this](std::vector<Date> weeks) {
            navigator_->set_weeks(std::move(weeks), session_.clock().today());
        });
}

void MainWindow::take(WeekContent content)
{
    note_activity("show a week");
    content_ = std::move(content);
    has_content_ = true;
    ++version_;
    week_ = content_.view.week;
    edition_ = content_.edition ? std::optional{content_.edition->number} : std::nullopt;
    navigator_->show_week(week_);
    show_content();
    emit week_shown();
}

void MainWindow::show_content()
{
    summary_->setText(week_summary(content_.view));
    setWindowTitle(tr("%1  ·  Weekboard").arg(week_span(week_)));
    extent_->setText(
        content_.latest_week
            ? tr("figures up to the week of %1").arg(from_utf8(to_iso(*content_.latest_week)))
            : tr("no figures yet"));
    if (!content_.latest_week) {
        show_empty_store();
        return;
    }
    const auto& edition = content_.edition;
    editions_->show_editions(content_.editions,
                             edition ? std::optional{edition->number} : std::nullopt);
    if (Page* page = made_page()) {
        show_page_of(*page);
        return;
    }
    edition_bar_->show_edition(edition, true);
    if (content_.view.is_empty() && !content_.view.closed) {
        show_missing_week(content_.view);
        return;
    }
    // The page that is seen is filled now, the other one when it is turned to.
    if (page_ == indices_page) {
        indices_->show_exhibits(content_.exhibits);
        pages_->setCurrentWidget(indices_);
    } else {
        overview_->show_week(content_.view, content_.highlighted_industry);
        pages_->setCurrentWidget(overview_);
    }
}

/// A page that knows no editions shows the week as it is now, and the bar says so.
void MainWindow::show_page_of(Page& page)
{
    const bool follows = page.show_edition(content_.edition);
    if ((content_.edition == nullptr || !follows) && shown_version_[&page] != version_) {
        shown_version_[&page] = version_;
        page.show_week(week_);
    }
    edition_bar_->show_edition(content_.edition, follows);
    pages_->setCurrentWidget(&page);
}

void MainWindow::show_changes()
{
    if (content_.edition == nullptr) {
        return;
    }
    ShownTable table{{tr("Exhibit"), tr("Where"), tr("Published"), tr("Now")}, {}};
    for (const EditionChange& change : content_.edition->changes) {
        table.rows << QStringList{
            exhibit_words(change, content_.edition->edition, content_.language),
            where_words(change), from_utf8(change.old_text), from_utf8(change.new_text)};
    }
    dialogs_.show_table(this, tr("What reads otherwise now"), table);
}

/// The page that is chosen, made when it is first turned to; null for the two that are always here.
Page* MainWindow::made_page()
{
    const auto place = static_cast<std::size_t>(page_);
    if (made_pages_[place] == nullptr && catalogue[place].make != nullptr) {
        Page* page = catalogue[place].make({appearance_, session_, dialogs_});
        connect(page, &Page::told, this, &MainWindow::tell);
        connect(page, &Page::week_wanted, this, &MainWindow::show_week);
        connect(page, &Page::command_wanted, this, &MainWindow::run_command);
        pages_->addWidget(page);
        name_page(*page, tr(catalogue[place].label));
        made_pages_[place] = page;
    }
    return made_pages_[place];
}

void MainWindow::show_missing_week(const WeekView& view)
{
    std::vector<NoticeAction> actions;
    if (view.latest_week) {
        actions.push_back({tr("Go to the latest week"), from_utf8(to_iso(*view.latest_week)), true,
                           [this] { navigator_->go_to_latest(); }});
    }
    actions.push_back({tr("Previous week"), QStringLiteral("Alt+←"), false,
                       [this] { navigator_->go_to_previous(); }});
    notice_->show_notice(tr("No figures for this week"),
                         tr("The store has nothing of the week %1 yet.").arg(week_span(view.week)),
                         std::move(actions));
    pages_->setCurrentWidget(notice_);
}

void MainWindow::hide_editions()
{
    editions_->show_editions({}, std::nullopt);
    edition_bar_->show_edition(nullptr, true);
}

void MainWindow::show_empty_store()
{
    hide_editions();
    notice_->show_notice(
        tr("The store is empty"),
        tr("Its batches were all reverted, or nothing came in yet. Enter figures with the verb "
           "“weekboard set”, or open another store."),
        {{tr("Open another store…"), {}, true, [this] { choose_other_store(); }}});
    pages_->setCurrentWidget(notice_);
}

void MainWindow::show_trouble(const StoreStatus& status)
{
    hide_editions();
    std::vector<NoticeAction> actions;
    if (status.condition == StoreCondition::corrupt ||
        status.condition == StoreCondition::not_ours) {
        for (const BackupCopy& copy : daily_copies(session_.path())) {
            actions.push_back({tr("Restore the copy of %1").arg(from_utf8(to_iso(copy.day))),
                               tr("what is there now is kept beside it"), actions.empty(),
                               [this, path = copy.path] { session_.restore_from(path); }});
        }
    }
    actions.push_back({tr("Try again"), {}, actions.empty(), [this] { session_.open(); }});
    actions.push_back({tr("Open another store…"), {}, false, [this] { choose_other_store(); }});
    notice_->show_notice(tr("The store cannot be opened"),
                         sentence_for(status.condition, session_.path()), std::move(actions));
    pages_->setCurrentWidget(notice_);
}

void MainWindow::choose_other_store()
{
    const auto path = dialogs_.file_to_read(this, tr("Open another store"),
                                            tr("Weekboard stores (*.db);;All files (*)"));
    if (path) {
        has_content_ = false;
        week_is_chosen_ = false;
        edition_.reset();
        content_ = {};
        session_.open(path->toStdString());
    }
}

Page* MainWindow::turn_to(std::string_view icon)
{
    const auto found = std::ranges::find(catalogue, icon, &PageEntry::icon);
    show_page(static_cast<int>(found - catalogue.begin()));
    return made_page();
}

bool MainWindow::has_page(std::string_view icon)
{
    return std::ranges::find(catalogue, icon, &PageEntry::icon) != catalogue.end();
}

void MainWindow::tell(const QString& sentence, bool is_trouble)
{
    message_->setProperty("role",
                          is_trouble ? QStringLiteral("trouble") : QStringLiteral("accent"));
    message_->style()->polish(message_);
    message_->setText(sentence);
    message_->setToolTip(sentence);
    QTimer::singleShot(message_time_ms, this, [this, sentence] {
        if (message_->text() == sentence) {
            message_->clear();
        }
    });
}

void MainWindow::import_files(const QStringList& files)
{
    imports_->import_files(files);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    // What the window itself gives away is no file to import.
    if (event->source() == nullptr && !ImportDesk::files_in(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    import_files(ImportDesk::files_in(*event->mimeData()));
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        set_texts();
        if (!status_.usable && !status_.detail.isEmpty()) {
            show_trouble(status_);
        }
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::recall_state()
{
    const QSettings settings;
    if (!restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray())) {
        resize(1440, 900);
    }
    page_ = settings.value(QStringLiteral("window/page"), 0).toInt();
}

void MainWindow::remember_state()
{
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/page"), page_);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    remember_state();
    QMainWindow::closeEvent(event);
}

} // namespace weekboard
