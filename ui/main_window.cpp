#include "main_window.h"

#include "activity.h"
#include "export/exhibit_export.h"
#include "export/publish_menu.h"
#include "import/import_desk.h"
#include "pages/indices/indices_page.h"
#include "pages/page_stack.h"
#include "store/weeks.h"
#include "widgets/appearance_button.h"
#include "widgets/edition_bar.h"
#include "widgets/side_bar.h"
#include "widgets/status_bar.h"
#include "widgets/week_navigator.h"
#include "words/edition_words.h"
#include "words/store_words.h"
#include "words/week_words.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QSettings>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace weekboard
{

namespace
{

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
    for (int page = 0; page < page_count(); ++page) {
        side_bar_->add_page(QString::fromLatin1(PageStack::icon_of(page)));
    }
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
    pages_ = new PageStack{{appearance, session, dialogs}};
    column->addWidget(pages_, 1);
    column->addWidget(hairline());
    status_bar_ = new StatusBar;
    column->addWidget(status_bar_);
    setCentralWidget(body);
    build_shortcuts();

    connect(side_bar_, &SideBar::page_chosen, this, &MainWindow::show_page);
    connect(navigator_, &WeekNavigator::week_chosen, this, &MainWindow::show_week);
    connect(pages_, &PageStack::told, this, &MainWindow::tell);
    connect(pages_, &PageStack::week_wanted, this, &MainWindow::show_week);
    connect(pages_, &PageStack::command_wanted, this, &MainWindow::run_command);
    connect(pages_, &PageStack::index_chosen, this, [this](int place) {
        if (auto* page = qobject_cast<IndicesPage*>(turn_to("indices"))) {
            page->choose(place);
        }
    });
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
    appearance_button_ = new AppearanceButton{appearance_};
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
            pages_->take_keyboard();
        });
    }
    on(QKeySequence::Copy, [this] {
        if (ExhibitExport* exhibit = pages_->exporting()) {
            exhibit->copy_picture();
        }
    });
    on(Qt::CTRL | Qt::SHIFT | Qt::Key_C, [this] {
        if (ExhibitExport* exhibit = pages_->exporting()) {
            exhibit->copy_figures();
        }
    });
    on(Qt::CTRL | Qt::Key_E, [this] { publish_->export_exhibits(); });
    on(Qt::CTRL | Qt::Key_K, [this] { open_palette(); });
    on(QKeySequence::Refresh, [this] { load(); });
    on(QKeySequence::Quit, [this] { close(); });
}

void MainWindow::set_texts()
{
    const Theme& theme = appearance_.theme();
    setWindowTitle(has_content_ ? tr("%1  ·  Weekboard").arg(week_span(week_)) : tr("Weekboard"));
    side_bar_->set_labels(pages_->set_texts());
    find_->setText(tr("Find…   Ctrl+K"));
    find_->setToolTip(tr("Find any exhibit, series, week, note or command (Ctrl+K)"));
    publish_->set_texts();
    appearance_button_->set_texts();
    summary_->setFont(theme.font(theme.caption_size));
    status_bar_->apply_theme(theme);
    status_bar_->show_health(session_.path(), status_, copy_failed_);
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
    note_activity(PageStack::icon_of(page_));
    side_bar_->choose(page_);
    if (has_content_ && status_.usable) {
        show_content();
    }
}

int MainWindow::page_count()
{
    return PageStack::page_count();
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
        status_bar_->show_extent({});
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
    status_bar_->show_extent(
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
    const Page* page = pages_->page(page_);
    const bool shows_empty_weeks = page != nullptr && page->shows_empty_weeks();
    if (!shows_empty_weeks && content_.view.is_empty() && !content_.view.closed) {
        edition_bar_->show_edition(edition, true);
        show_missing_week(content_.view);
        return;
    }
    const bool follows = pages_->show_page(page_, content_, version_);
    edition_bar_->show_edition(edition, follows);
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

Page* MainWindow::turn_to(std::string_view icon)
{
    show_page(PageStack::page_of(icon).value());
    return pages_->page(page_);
}

void MainWindow::tell(const QString& sentence, bool is_trouble)
{
    status_bar_->tell(sentence, is_trouble);
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
