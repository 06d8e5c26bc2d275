#include "exhibit/week_view.h"

#include "series/transforms.h"
#include "store/figures.h"
#include "store/series_list.h"
#include "store/week_lists.h"
#include "store/weeks.h"

#include <algorithm>
#include <set>

namespace weekboard
{

namespace
{

/// Long enough for a month to date and a year of sparkline.
constexpr std::chrono::days index_look_back{400};

/// Whether an index has closes both before and after the week. Asked for weeks without any alone.
bool goes_on_around(Connection& database, const WeekView& view)
{
    return std::ranges::any_of(view.indices, [&](const IndexWeek& index) {
        const Extent extent = extent_of(database, index.series);
        return extent.first && *extent.first < view.week.monday() &&
               *extent.last > view.week.sunday();
    });
}

void view_indices(Connection& database, WeekView& view)
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

void view_market(Connection& database, WeekView& view)
{
    view.industries = ranking_of_closes(database, industry_group, view.week, view.as_of).rows;
    if (view.industries.empty()) {
        view.industries = published_ranking(database, "industries", view.week).rows;
    }

    constexpr std::size_t shown = 5;
    const auto stocks = published_ranking(database, "stocks", view.week).rows;
    const auto half = std::min(shown, (stocks.size() + 1) / 2);
    view.top_stocks.assign(stocks.begin(), stocks.begin() + static_cast<std::ptrdiff_t>(half));
    const auto rest = std::min(shown, stocks.size() - half);
    view.bottom_stocks.assign(stocks.end() - static_cast<std::ptrdiff_t>(rest), stocks.end());
}

/// The published companion of the same period or, for a growth rate, the recomputed one.
void add_companion(Connection& database, const KeyFigureChoice& choice, const Observations& figures,
                   Date as_of, KeyFigure& key)
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

void view_key_figures(Connection& database, WeekView& view)
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

WeekView view_week(Connection& database, Week week, Date as_of)
{
    WeekView view;
    view.week = week;
    view.as_of = as_of;
    view_indices(database, view);
    view.heat = heat_of_week(database, week);
    view_market(database, view);
    view.notes = notes_of(database, week.friday());
    view_key_figures(database, view);
    view.latest_week = latest_week_with_figures(database);
    return view;
}

} // namespace weekboard
