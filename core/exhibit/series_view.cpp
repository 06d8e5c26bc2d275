#include "exhibit/series_view.h"

#include "series/transforms.h"
#include "store/figures.h"
#include "store/series_list.h"

#include <algorithm>

namespace weekboard
{

namespace
{

constexpr std::chrono::days two_years{800};

/// The figure of the period before the last one. Where January is folded into February that is
/// December's.
const Observation* figure_before(const Series& series, const Observations& figures)
{
    const Date last = figures.back().period_end;
    if (series.frequency == Frequency::daily) {
        return last_on_or_before(figures, last - std::chrono::days{1});
    }
    const Date previous = shift_period(series.frequency, last, -1);
    const Observation* before = at_period(figures, previous);
    const bool is_january = series.frequency == Frequency::monthly && month_of(previous) == 1;
    return before == nullptr && is_january
               ? at_period(figures, shift_period(series.frequency, previous, -1))
               : before;
}

/// Against the period before, which must be there; a flow that is cumulated has none.
std::optional<double> change_of(const Series& series, const Observations& figures)
{
    if (figures.empty() || series.measure == Measure::ytd_flow) {
        return std::nullopt;
    }
    const Observation& last = figures.back();
    const Observation* before = figure_before(series, figures);
    if (before == nullptr) {
        return std::nullopt;
    }
    if (is_rate(series) || series.measure == Measure::net_add) {
        return last.value - before->value;
    }
    return before->value > 0 ? std::optional{(last.value / before->value - 1) * 100} : std::nullopt;
}

std::optional<double> value_at(const Observations& figures, Date period_end)
{
    const Observation* found = at_period(figures, period_end);
    return found != nullptr ? std::optional{found->value} : std::nullopt;
}

/// Some sources fold January into February, for ever: such a slot is no gap.
bool never_has_january(Connection& database, const Series& series, Date as_of)
{
    constexpr std::size_t enough_to_tell = 6;
    if (series.frequency != Frequency::monthly) {
        return false;
    }
    const Observations figures = figures_as_of(database, series, as_of).observations;
    return figures.size() >= enough_to_tell &&
           std::ranges::none_of(
               figures, [](const Observation& figure) { return month_of(figure.period_end) == 1; });
}

SeriesRow row_for(Connection& database, const Series& series, Week week)
{
    SeriesRow row;
    row.series = series;
    Figures figures = figures_as_of(database, series, week.sunday(), week.monday() - two_years);
    std::erase_if(figures.observations,
                  [week](const Observation& figure) { return figure.period_end > week.sunday(); });
    row.illustrative = figures.illustrative;
    row.recent = std::move(figures.observations);
    if (row.recent.empty()) {
        return row;
    }
    row.latest = row.recent.back();
    const Date period = row.latest->period_end;
    row.change = change_of(series, row.recent);
    if (!is_rate(series)) {
        row.computed_growth = value_at(year_on_year(row.recent, series.frequency), period);
    }
    if (const auto growth = find_series(database, growth_code(series.code))) {
        row.published_growth =
            value_at(figures_as_of(database, *growth, week.sunday(), period).observations, period);
    }
    const Date next = shift_period(series.frequency, period, 1);
    // The ministry's January comes with February.
    const bool skips_january = series.measure == Measure::ytd_flow && month_of(next) == 1;
    const Date awaited = skips_january ? shift_period(series.frequency, next, 1) : next;
    row.due = awaited + std::chrono::days{series.release_lag_days} <= week.sunday();
    return row;
}

} // namespace

std::vector<SeriesRow> series_rows(Connection& database, std::string_view group, Week week)
{
    std::vector<SeriesRow> rows;
    for (const Series& series : series_in_group(database, group)) {
        rows.push_back(row_for(database, series, week));
    }
    return rows;
}

std::vector<SeriesShape> shapes_of(Connection& database, const Series& series)
{
    std::vector<SeriesShape> shapes{SeriesShape::level};
    if (find_series(database, growth_code(series.code))) {
        shapes.push_back(SeriesShape::published_growth);
    }
    if (!is_rate(series) && series.measure != Measure::net_add) {
        shapes.push_back(SeriesShape::computed_growth);
    }
    if (series.measure == Measure::ytd_flow) {
        shapes.push_back(SeriesShape::single_period);
    }
    if (series.measure == Measure::level || series.measure == Measure::share) {
        shapes.push_back(SeriesShape::net_change);
    }
    return shapes;
}

Exhibit series_exhibit(Connection& database, const Series& series, SeriesShape shape,
                       const ResolveFor& wanted)
{
    ExhibitSpec spec;
    spec.id = series.code;
    spec.kind = series.frequency == Frequency::daily ? ExhibitKind::line : ExhibitKind::bars;
    spec.window = ExhibitWindow::all;
    spec.unit = series.unit;
    spec.title = series.name;
    spec.neutral_title = series.name;
    spec.source = {series.source, series.source};
    if (never_has_january(database, series, wanted.as_of)) {
        spec.skipped_months = {1};
    }
    PlotSpec plot;
    plot.name = "it";
    plot.series = series.code;
    plot.kind = spec.kind == ExhibitKind::line || shape == SeriesShape::level ? PlotKind::line
                                                                              : PlotKind::bar;
    if (spec.kind == ExhibitKind::bars && series.measure == Measure::ytd_flow) {
        plot.kind = PlotKind::bar;
    }
    switch (shape) {
    case SeriesShape::level:
        break;
    case SeriesShape::published_growth:
        plot.series = growth_code(series.code);
        break;
    case SeriesShape::computed_growth:
        plot.transform = PlotTransform::year_on_year;
        break;
    case SeriesShape::single_period:
        plot.transform = PlotTransform::single_period;
        break;
    case SeriesShape::net_change:
        plot.transform = PlotTransform::net_change;
        break;
    }
    spec.plots.push_back(std::move(plot));
    return resolve(database, spec, wanted);
}

} // namespace weekboard
