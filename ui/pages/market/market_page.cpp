#include "pages/market/market_page.h"

#include "charts/exhibit_view.h"
#include "exhibit/resolve.h"
#include "exhibit/spec_library.h"
#include "pages/market/change_map_card.h"
#include "widgets/chart_frame.h"
#include "widgets/scrolling.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace weekboard
{

namespace
{

constexpr int map_weeks = 12;
constexpr int chart_height = 430;
constexpr double title_size = 14;

QWidget* framed(const Appearance& appearance, ExhibitView* view)
{
    auto* frame = new ChartFrame{appearance};
    frame->set_content(view);
    frame->setFixedHeight(chart_height);
    return frame;
}

} // namespace

MarketPage::MarketPage(const PageContext& context, QWidget* parent)
    : Page{context, parent}
    , industries_{new ExhibitView}
    , movers_{new ExhibitView}
    , map_{new ChangeMapCard{context.appearance}}
{
    auto* body = new QWidget;
    auto* column = new QVBoxLayout{body};
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(framed(context.appearance, industries_), 3);
    row->addWidget(framed(context.appearance, movers_), 2);
    column->addLayout(row);
    column->addWidget(map_);
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    set_scrolling(*scroll, body);
    auto* fill = new QVBoxLayout{this};
    fill->setContentsMargins(0, 0, 0, 0);
    fill->addWidget(scroll);
    connect(&context.appearance, &Appearance::changed, this, [this] { draw(); });
}

MarketPage::Content MarketPage::read_content(Connection& database, Week week, Language language)
{
    Content content;
    std::string group;
    for (const ExhibitSpec& spec : stored_specs(database).specs) {
        const ResolveFor wanted{week, week.sunday(), language};
        if (spec.kind == ExhibitKind::ranked_bars && !content.industries) {
            content.industries = resolve(database, spec, wanted);
            content.highlighted = spec.highlight;
            group = spec.list.group;
        } else if (spec.kind == ExhibitKind::movers && !content.movers) {
            content.movers = resolve(database, spec, wanted);
        }
    }
    if (!group.empty()) {
        content.map = change_map(database, group, week, week.sunday(), map_weeks);
    }
    return content;
}

void MarketPage::show_week(Week week)
{
    read([week, language = appearance().language()](
             Connection& database) { return read_content(database, week, language); },
         [this](Content content) { take(std::move(content)); });
}

void MarketPage::take(Content content)
{
    content_ = std::move(content);
    map_->show_map(content_.map, content_.highlighted);
    draw();
}

void MarketPage::draw()
{
    Theme theme = appearance().theme();
    theme.title_size = title_size;
    if (content_.industries) {
        industries_->show_exhibit(*content_.industries, theme, {}, false);
    }
    if (content_.movers) {
        movers_->show_exhibit(*content_.movers, theme, {}, false);
    }
}

} // namespace weekboard
