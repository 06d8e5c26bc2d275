// What stands in the place of the pages, and the ways forward that it offers.

#include "main_window.h"

#include "pages/page_stack.h"
#include "store/backup.h"
#include "widgets/edition_bar.h"
#include "widgets/week_navigator.h"
#include "words/store_words.h"
#include "words/week_words.h"

namespace weekboard
{

void MainWindow::show_missing_week(const WeekView& view)
{
    std::vector<NoticeAction> actions;
    if (view.latest_week) {
        actions.push_back({tr("Go to the latest week"), from_utf8(to_iso(*view.latest_week)), true,
                           [this] { navigator_->go_to_latest(); }});
    }
    actions.push_back({tr("Previous week"), QStringLiteral("Alt+←"), false,
                       [this] { navigator_->go_to_previous(); }});
    pages_->show_notice(tr("No figures for this week"),
                        tr("The store has nothing of the week %1 yet.").arg(week_span(view.week)),
                        std::move(actions));
}

void MainWindow::hide_editions()
{
    editions_->show_editions({}, std::nullopt);
    edition_bar_->show_edition(nullptr, true);
}

void MainWindow::show_empty_store()
{
    hide_editions();
    pages_->show_notice(
        tr("The store is empty"),
        tr("Its batches were all reverted, or nothing came in yet. Enter figures with the verb "
           "“weekboard set”, or open another store."),
        {{tr("Open another store…"), {}, true, [this] { choose_other_store(); }}});
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
    pages_->show_notice(tr("The store cannot be opened"),
                        sentence_for(status.condition, session_.path()), std::move(actions));
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

} // namespace weekboard
