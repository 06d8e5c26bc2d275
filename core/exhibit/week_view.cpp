#include "exhibit/week_view.h"

#include "series/transforms.h"
#include "store/figures.h"
#include "store/week_lists.h"

#include <algorithm>
#include <map>
#include <set>

namespace weekboard
{

namespace
{

constexpr std::string_view telecom_industry = "801770.SI";

/// Long enough for a month to date and a year of sparkline.
constexpr std::chrono::days index_look_back{400};
constexpr std::chrono::days market_look_back{60};

/// Whether an index has closes both before and after the week. Asked for weeks without any alone.
bool goes_on_around(SQLite::Database& database, const WeekView& view)
{
    return std::ranges::any_of(view.indices, [&](const IndexWeek& index) {
        const Extent extent = extent_of(database, index.series);
        return extent.first && *extent.first < view.week.monday() &&
               *extent.last > view.week.sunday();
    });
}

void view_indices(SQLite::Database& database, WeekView& view)
{
    std::set<Date> days;
    for (const Series& series : series_in_group(database, "index")) {
        IndexWeek index = index_week(database, series, view.week, view.as_of,
                                     view.week.monday() - index_look_back);
        for (const Observation& close :
             between(index.closes, view.week.monday(), view.week.sunday())) {
            days.insert(close.period_end);
        }
        view.indices.push_back(std::move(index));
    }
    view.trading_days = static_cast<int>(days.size());
    if (!days.empty()) {
        view.last_trading_day = *days.rbegin();
    }
    view.closed = days.empty() && goes_on_around(database, view);
}

HeatRow heat_row(const Board& board, const std::vector<HeatRating>& history,
                 const std::map<std::string, Rating>& scale)
{
    const HeatRating& now = history.front();
    const auto changed = std::ranges::find_if(
        history, [&](const HeatRating& past) { return past.rating != now.rating; });
    HeatRow row{board, scale.at(now.rating),
                static_cast<int>(std::distance(history.begin(), changed)), std::nullopt,
                now.reason};
    if (history.size() > 1) {
        row.score_change = row.rating.score - scale.at(history[1].rating).score;
    }
    return row;
}

void view_heat(SQLite::Database& database, WeekView& view)
{
    std::map<std::string, Rating> scale;
    for (Rating& rating : all_ratings(database)) {
        scale[rating.code] = std::move(rating);
    }
    for (const Board& board : all_boards(database)) {
        const auto history = heat_history(database, board.code, view.week.friday());
        if (!history.empty() && history.front().week_end == view.week.friday()) {
            view.heat.push_back(heat_row(board, history, scale));
        }
    }
}

void rank(std::vector<RankedRow>& rows)
{
    std::ranges::stable_sort(rows, std::greater{}, &RankedRow::change_percent);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].rank = static_cast<int>(i) + 1;
    }
}

std::vector<RankedRow> published_ranking(SQLite::Database& database, Week week,
                                         std::string_view list)
{
    std::vector<RankedRow> rows;
    for (Ranked& ranked : ranking_of(database, week.friday(), list)) {
        rows.push_back({0, std::move(ranked.code), std::move(ranked.name), ranked.change_percent});
    }
    rank(rows);
    return rows;
}

void view_market(SQLite::Database& database, WeekView& view)
{
    for (const Series& series : series_in_group(database, "sw1")) {
        const Figures figures =
            figures_as_of(database, series, view.as_of, view.week.monday() - market_look_back);
        if (const auto change = week_change(figures.observations, view.week)) {
            view.industries.push_back({0, series.code, series.name, change->percent});
        }
    }
    rank(view.industries);
    if (view.industries.empty()) {
        view.industries = published_ranking(database, view.week, "industries");
    }
    view.highlighted_industry = telecom_industry;

    constexpr std::size_t shown = 5;
    const auto stocks = published_ranking(database, view.week, "stocks");
    const auto half = std::min(shown, (stocks.size() + 1) / 2);
    view.top_stocks.assign(stocks.begin(), stocks.begin() + static_cast<std::ptrdiff_t>(half));
    const auto rest = std::min(shown, stocks.size() - half);
    view.bottom_stocks.assign(stocks.end() - static_cast<std::ptrdiff_t>(rest), stocks.end());
}

/// The published companion of the same period or, for a growth rate, the recomputed one.
void add_companion(SQLite::Database& database, const KeyFigureChoice& choice,
                   const Observations& figures, Date as_of, KeyFigure& key)
{
    const auto companion = find_series(database, choice.companion);
    if (!companion) {
        return;
    }
    key.companion_decimals = companion->decimals;
    key.companion_unit = companion->unit;
    const Date period = key.latest.period_end;
    const Figures published = figures_as_of(database, *companion, as_of, period);
    if (const Observation* found = at_period(published.observations, period)) {
        key.companion = found->value;
    } else if (choice.role == "yoy") {
        const Observations growth = year_on_year(figures, key.series.frequency);
        if (const Observation* computed = at_period(growth, period)) {
            key.companion = computed->value;
            key.companion_computed = true;
        }
    }
}

void view_key_figures(SQLite::Database& database, WeekView& view)
{
    constexpr std::chrono::days two_years{760};
    for (const KeyFigureChoice& choice : key_figure_choices(database)) {
        const auto series = find_series(database, choice.series);
        if (!series) {
            continue;
        }
        const Figures figures =
            figures_as_of(database, *series, view.as_of, view.week.monday() - two_years);
        if (const Observation* latest =
                last_on_or_before(figures.observations, view.week.sunday())) {
            KeyFigure key{choice.name, *series, *latest, choice.role, {}, 1, {}, false};
            add_companion(database, choice, figures.observations, view.as_of, key);
            view.key_figures.push_back(std::move(key));
        }
    }
}

} // namespace

bool WeekView::is_empty() const
{
    const bool has_change = std::ranges::any_of(
        indices, [](const IndexWeek& index) { return index.last || index.week; });
    return !has_change && heat.empty() && industries.empty() && top_stocks.empty() && notes.empty();
}

WeekView view_week(SQLite::Database& database, Week week, Date as_of)
{
    WeekView view;
    view.week = week;
    view.as_of = as_of;
    view_indices(database, view);
    view_heat(database, view);
    view_market(database, view);
    view.notes = notes_of(database, week.friday());
    view_key_figures(database, view);
    view.latest_week = latest_week_with_figures(database);
    return view;
}

} // namespace weekboard
