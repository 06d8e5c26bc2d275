#include "pages/page_stack.h"

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

#include <QScrollArea>

#include <algorithm>
#include <array>
#include <utility>

namespace weekboard
{

namespace
{

/// A page of the window: its icon, what it is called, and how it is made. The overview is always
/// there.
struct PageEntry {
    const char* icon;
    const char* label;
    Page* (*make)(const PageContext&);
};

template <typename Made>
Page* make_page(const PageContext& context)
{
    return new Made{context};
}

constexpr std::array<PageEntry, 10> catalogue{{
    {"overview", QT_TRANSLATE_NOOP("weekboard::PageStack", "Overview"), nullptr},
    {"indices", QT_TRANSLATE_NOOP("weekboard::PageStack", "Indices"), make_page<IndicesPage>},
    {"heat", QT_TRANSLATE_NOOP("weekboard::PageStack", "Heat"), make_page<HeatPage>},
    {"operators", QT_TRANSLATE_NOOP("weekboard::PageStack", "Operators"), make_page<OperatorsPage>},
    {"market", QT_TRANSLATE_NOOP("weekboard::PageStack", "Market"), make_page<MarketPage>},
    {"capex", QT_TRANSLATE_NOOP("weekboard::PageStack", "Cloud capex"), make_page<CapexPage>},
    {"notes", QT_TRANSLATE_NOOP("weekboard::PageStack", "Notes"), make_page<NotesPage>},
    {"exhibits", QT_TRANSLATE_NOOP("weekboard::PageStack", "Exhibits"), make_page<ExhibitsPage>},
    {"entry", QT_TRANSLATE_NOOP("weekboard::PageStack", "Enter"), make_page<EntryPage>},
    {"batches", QT_TRANSLATE_NOOP("weekboard::PageStack", "Batches"), make_page<BatchesPage>},
}};

/// A page's scroll area is one of the things that Tab comes to.
void name_page(QWidget& page, const QString& name)
{
    page.setAccessibleName(name);
    for (QScrollArea* area : page.findChildren<QScrollArea*>()) {
        area->setAccessibleName(name);
    }
}

} // namespace

PageStack::PageStack(const PageContext& context, QWidget* parent)
    : QStackedWidget{parent}
    , context_{context}
    , overview_{new OverviewPage{context.appearance}}
    , made_(catalogue.size())
{
    setFocusPolicy(Qt::ClickFocus);
    addWidget(overview_);
    connect(overview_, &OverviewPage::index_chosen, this, &PageStack::index_chosen);
    // Whichever page it was that could not be read: turning to it tries again.
    connect(&context.session, &StoreSession::read_failed, this, [this] { shown_version_.clear(); });
}

int PageStack::page_count()
{
    return static_cast<int>(catalogue.size());
}

const char* PageStack::icon_of(int number)
{
    return catalogue.at(static_cast<std::size_t>(number)).icon;
}

std::optional<int> PageStack::page_of(std::string_view icon)
{
    const auto found = std::ranges::find(catalogue, icon, &PageEntry::icon);
    return found == catalogue.end() ? std::nullopt
                                    : std::optional{static_cast<int>(found - catalogue.begin())};
}

QStringList PageStack::set_texts()
{
    QStringList names;
    for (std::size_t place = 0; place < catalogue.size(); ++place) {
        names << tr(catalogue.at(place).label);
        if (made_[place] != nullptr) {
            name_page(*made_[place], names.back());
        }
    }
    overview_->setAccessibleName(names.front());
    return names;
}

Page* PageStack::page(int number)
{
    const auto place = static_cast<std::size_t>(number);
    const PageEntry& entry = catalogue.at(place);
    if (made_[place] == nullptr && entry.make != nullptr) {
        Page* page = entry.make(context_);
        connect(page, &Page::told, this, &PageStack::told);
        connect(page, &Page::week_wanted, this, &PageStack::week_wanted);
        connect(page, &Page::command_wanted, this, &PageStack::command_wanted);
        addWidget(page);
        name_page(*page, tr(entry.label));
        made_[place] = page;
    }
    return made_[place];
}

bool PageStack::show_page(int number, const WeekContent& content, std::uint64_t version)
{
    if (Page* made = page(number)) {
        const bool follows = fill(*made, content, version);
        setCurrentWidget(made);
        return follows;
    }
    overview_->show_week(content.view, content.highlighted_industry);
    setCurrentWidget(overview_);
    return true;
}

bool PageStack::fill(Page& page, const WeekContent& content, std::uint64_t version)
{
    const bool is_edition = content.edition != nullptr;
    if (std::exchange(shown_version_[&page], version) != version) {
        if (is_edition && page.knows_editions()) {
            page.show_edition(content.edition);
        } else {
            page.show_week(content.view.week);
        }
    }
    return !is_edition || page.knows_editions();
}

void PageStack::show_notice(const QString& title, const QString& sentence,
                            std::vector<NoticeAction> actions)
{
    if (notice_ == nullptr) {
        notice_ = new NoticePage{context_.appearance};
        addWidget(notice_);
    }
    notice_->show_notice(title, sentence, std::move(actions));
    setCurrentWidget(notice_);
}

ExhibitExport* PageStack::exporting() const
{
    auto* page = qobject_cast<Page*>(currentWidget());
    return page != nullptr ? page->exporting() : nullptr;
}

void PageStack::take_keyboard()
{
    auto* page = qobject_cast<Page*>(currentWidget());
    QWidget* stop = page != nullptr ? page->first_stop() : nullptr;
    (stop != nullptr ? stop : currentWidget())->setFocus(Qt::ShortcutFocusReason);
}

} // namespace weekboard
