// What the palette finds, and where it leads.

#include "main_window.h"

#include "export/publish_menu.h"
#include "import/import_desk.h"
#include "pages/exhibits/exhibits_page.h"
#include "pages/notes/notes_page.h"
#include "pages/operators/series_page.h"
#include "pages/page_stack.h"
#include "search/findables.h"
#include "widgets/palette.h"
#include "widgets/week_navigator.h"

namespace weekboard
{

void MainWindow::open_palette()
{
    if (palette_ == nullptr) {
        palette_ = new CommandPalette{appearance_, this};
        connect(palette_, &CommandPalette::chosen, this, &MainWindow::follow);
    }
    palette_->open_over(*this);
    session_.read(
        palette_,
        [things = commands()](Connection& database) {
            std::vector<Findable> all = things;
            for (Findable& thing : findables_of(database)) {
                all.push_back(std::move(thing));
            }
            return std::make_shared<const Finder>(std::move(all));
        },
        [this](std::shared_ptr<const Finder> finder) { palette_->set_things(std::move(finder)); });
}

/// A command's id is a page's icon or one of the words that `run_command` knows.
std::vector<Findable> MainWindow::commands() const
{
    const auto both = [](const char* zh, const char* en) { return Bilingual{zh, en}; };
    const auto command = [](const char* id, Bilingual name) {
        return Findable{FoundKind::command, id, std::move(name), {}};
    };
    return {command("overview", both("本周概览", "Overview")),
            command("indices", both("指数", "Indices")),
            command("heat", both("景气度", "Heat")),
            command("operators", both("运营商", "Operators")),
            command("market", both("行情", "Market")),
            command("capex", both("云资本开支", "Cloud capex")),
            command("notes", both("资讯与观点", "Notes")),
            command("exhibits", both("图表库", "Exhibits")),
            command("entry", both("录入", "Enter")),
            command("batches", both("批次", "Batches")),
            command("new-series", both("新建指标", "New series")),
            command("latest-week", both("转到最新一周", "Go to the latest week")),
            command("previous-week", both("上一周", "Previous week")),
            command("next-week", both("下一周", "Next week")),
            command("as-published", both("按发布时显示", "As published")),
            command("as-now", both("当前数据", "Current figures")),
            command("light", both("浅色主题", "Light theme")),
            command("dark", both("深色主题", "Dark theme")),
            command("chinese", both("界面语言：中文", "Language: 中文")),
            command("english", both("界面语言：English", "Language: English")),
            command("import", both("导入文件", "Import files")),
            command("import-clipboard",
                    both("导入剪贴板中的表格", "Import a table from the clipboard")),
            command("watch-folder", both("监视文件夹", "Watch a folder")),
            command("stop-watching", both("停止监视文件夹", "Stop watching the folder")),
            command("export", both("导出图片与表格", "Export pictures and sheets")),
            command("deck", both("导出幻灯片", "Export slides")),
            command("report", both("导出周报PDF", "Export the report as PDF")),
            command("quit", both("退出", "Quit"))};
}

void MainWindow::follow(const Findable& thing)
{
    switch (thing.kind) {
    case FoundKind::command:
        run_command(thing.id);
        break;
    case FoundKind::exhibit:
        if (auto* page = qobject_cast<ExhibitsPage*>(turn_to("exhibits"))) {
            page->open(thing.id);
        }
        break;
    case FoundKind::series:
        if (auto* page = qobject_cast<SeriesPage*>(turn_to("operators"))) {
            page->open(thing.id);
        }
        break;
    case FoundKind::note:
        if (auto* page = qobject_cast<NotesPage*>(turn_to("notes"))) {
            page->search({});
        }
        [[fallthrough]];
    case FoundKind::week:
        if (const auto day = parse_date(thing.id)) {
            show_week(Week::containing(*day));
        }
        break;
    }
}

void MainWindow::run_command(const std::string& id)
{
    if (PageStack::page_of(id)) {
        turn_to(id);
    } else if (id == "latest-week") {
        navigator_->go_to_latest();
    } else if (id == "previous-week") {
        navigator_->go_to_previous();
    } else if (id == "next-week") {
        navigator_->go_to_next();
    } else if (id == "as-published" && !content_.editions.empty()) {
        show_edition(content_.editions.back());
    } else if (id == "as-now") {
        show_edition(std::nullopt);
    } else if (id == "light" || id == "dark") {
        appearance_.choose_theme(id == "light" ? ThemeChoice::light : ThemeChoice::dark);
    } else if (id == "chinese" || id == "english") {
        appearance_.choose_language(id == "chinese" ? Language::chinese : Language::english);
    } else if (id == "new-series") {
        if (auto* page = qobject_cast<SeriesPage*>(turn_to("operators"))) {
            page->edit_series(true);
        }
    } else if (imports_->run_command(id)) {
        return;
    } else if (id == "export") {
        publish_->export_exhibits();
    } else if (id == "deck") {
        publish_->make_deck(false);
    } else if (id == "report") {
        publish_->make_report(QStringLiteral("pdf"));
    } else if (id == "quit") {
        close();
    }
}

} // namespace weekboard
