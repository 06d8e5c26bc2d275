#include "exhibit/index_week.h"

#include "series/transforms.h"
#include "store/figures.h"
#include "store/series_list.h"

namespace weekboard
{

namespace
{

struct Published {
    Series series;
    double percent = 0;
};

std::optional<Published> published_change(Connection& database, const Series& series,
                                          std::string_view change, Week week, Date as_of)
{
    const auto published = find_series(database, published_change_code(series, change));
    if (!published) {
        return std::nullopt;
    }
    const Figures figures = figures_as_of(database, *published, as_of, week.monday());
    const Observation* found = at_period(figures.observations, week.friday());
    return found != nullptr ? std::optional{Published{*published, found->value}} : std::nullopt;
}

std::optional<IndexChange> choose(const std::optional<Change>& computed,
                                  const std::optional<Published>& published, IndexWeek& index)
{
    if (computed && !index.illustrative) {
        return IndexChange{computed->percent, false};
    }
    if (published) {
        index.published_source = published->series;
        return IndexChange{published->percent, true};
    }
    return computed ? std::optional{IndexChange{computed->percent, false}} : std::nullopt;
}

} // namespace

std::string published_change_code(const Series& series, std::string_view change)
{
    return series.code + "/" + std::string{change};
}

IndexWeek index_week(Connection& database, const Series& series, Week week, Date as_of,
                     std::optional<Date> from)
{
    IndexWeek index;
    index.series = series;
    Figures figures = figures_as_of(database, series, as_of, from);
    index.illustrative = figures.illustrative;
    index.closes = std::move(figures.observations);
    while (!index.closes.empty() && index.closes.back().period_end > week.sunday()) {
        index.closes.pop_back();
    }
    if (!index.closes.empty() && week.contains(index.closes.back().period_end)) {
        index.last = index.closes.back();
    }
    index.week = choose(week_change(index.closes, week),
                        published_change(database, series, "week_change", week, as_of), index);
    index.month_to_date =
        choose(month_to_date(index.closes, week),
               published_change(database, series, "mtd_change", week, as_of), index);
    return index;
}

int week_streak(const IndexWeek& index, Week week)
{
    if (!index.week || index.closes.empty()) {
        return 0;
    }
    const double sign = index.week->percent;
    int length = 0;
    for (; week.sunday() >= index.closes.front().period_end; week = week.plus(-1)) {
        const auto change = week_change(index.closes, week);
        const bool traded = !between(index.closes, week.monday(), week.sunday()).empty();
        if (change && change->percent * sign > 0) {
            ++length;
        } else if (traded || length == 0) {
            break;
        }
    }
    return sign > 0 ? length : -length;
}

} // namespace weekboard
