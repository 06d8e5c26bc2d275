#include "pages/overview/overview_page.h"

#include "pages/overview/heat_card.h"
#include "pages/overview/index_tile.h"
#include "pages/overview/key_figure_tile.h"
#include "pages/overview/ranking_card.h"
#include "pages/overview/viewpoints_card.h"
#include "words/week_words.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace weekboard
{

namespace
{

constexpr int gap = 12;
constexpr int margin = 20;
constexpr std::size_t shown_industries = 5;

QHBoxLayout* add_row(QVBoxLayout* page, int stretch)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(gap);
    page->addLayout(row, stretch);
    return row;
}

QString industries_remark(const WeekView& view, const std::string& highlighted, Language language)
{
    const auto own = std::ranges::find(view.industries, highlighted, &RankedRow::code);
    const int count = static_cast<int>(view.industries.size());
    if (own == view.industries.end()) {
        return count == 0 ? QString{} : OverviewPage::tr("%n industry(ies)", nullptr, count);
    }
    return OverviewPage::tr("%1: no. %2 of %3")
        .arg(from_utf8(own->name.in(language)))
        .arg(own->rank)
        .arg(count);
}

} // namespace

OverviewPage::OverviewPage(const Appearance& appearance, QWidget* parent)
    : QScrollArea{parent}
    , appearance_{appearance}
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* body = new QWidget;
    auto* page = new QVBoxLayout{body};
    page->setContentsMargins(margin, 14, margin, 14);
    page->setSpacing(gap);

    index_row_ = add_row(page, 0);
    auto* middle = add_row(page, 1);
    heat_ = new HeatCard{appearance};
    viewpoints_ = new ViewpointsCard{appearance};
    middle->addWidget(heat_, 58);
    middle->addWidget(viewpoints_, 42);
    auto* market = add_row(page, 0);
    industries_ = new RankingCard{appearance};
    stocks_ = new RankingCard{appearance};
    market->addWidget(industries_, 1);
    market->addWidget(stocks_, 1);
    key_row_ = add_row(page, 0);
    setWidget(body);
    body->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
}

template <typename Tile>
Tile* OverviewPage::tile(std::vector<Tile*>& tiles, QHBoxLayout* row, std::size_t place)
{
    while (tiles.size() <= place) {
        tiles.push_back(new Tile{appearance_});
        row->addWidget(tiles.back(), 1);
    }
    tiles[place]->show();
    return tiles[place];
}

void OverviewPage::show_week(const WeekView& view, const std::string& highlighted)
{
    const Language language = appearance_.language();
    for (std::size_t i = 0; i < view.indices.size(); ++i) {
        const bool is_new = indices_.size() <= i;
        IndexTile* shown = tile(indices_, index_row_, i);
        shown->show_index(view.indices[i], view);
        if (is_new) {
            connect(shown, &IndexTile::clicked, this,
                    [this, i] { emit index_chosen(static_cast<int>(i)); });
        }
    }
    heat_->show_heat(view.heat);
    viewpoints_->show_notes(view.notes);

    const QString market_empty =
        view.closed ? tr("The market was closed this week.") : tr("No figures for this week.");
    const auto shown = std::min(shown_industries, view.industries.size() / 2);
    const auto middle = static_cast<std::ptrdiff_t>(shown);
    industries_->set_title(tr("Shenwan industries, week's change"),
                           industries_remark(view, highlighted, language));
    industries_->show_ranking({view.industries.begin(), view.industries.begin() + middle},
                              {view.industries.end() - middle, view.industries.end()}, highlighted,
                              market_empty);
    stocks_->set_title(tr("Telecom stocks, week's change"),
                       view.top_stocks.empty() ? QString{} : tr("best and worst five"));
    stocks_->show_ranking(view.top_stocks, view.bottom_stocks, {}, market_empty);

    for (std::size_t i = 0; i < view.key_figures.size(); ++i) {
        tile(key_figures_, key_row_, i)
            ->show_figure(view.key_figures[i], year_of(view.week.friday()));
    }
    for (std::size_t i = view.key_figures.size(); i < key_figures_.size(); ++i) {
        key_figures_[i]->hide();
    }
    for (std::size_t i = view.indices.size(); i < indices_.size(); ++i) {
        indices_[i]->hide();
    }
}

} // namespace weekboard
