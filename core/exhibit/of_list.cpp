#include "exhibit/heat.h"
#include "exhibit/index_week.h"
#include "exhibit/ranking.h"
#include "exhibit/resolving.h"
#include "series/number_format.h"
#include "store/series_list.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace weekboard
{

namespace
{

constexpr int change_decimals = 2;

TitleSubject subject_of(const std::string& name, double change)
{
    TitleSubject subject;
    subject.measure = Measure::returns;
    subject.unit = "%";
    subject.decimals = change_decimals;
    subject.name = name;
    subject.value = change;
    subject.week_change = change;
    return subject;
}

TitleSubject subject_of(const RankedRow& row, Language language)
{
    TitleSubject subject = subject_of(row.name.in(language), row.change_percent);
    subject.rank = row.rank;
    return subject;
}

TitleSubject counted(std::size_t count, std::string name = {})
{
    TitleSubject subject;
    subject.name = std::move(name);
    if (count > 0) {
        subject.count = static_cast<int>(count);
    }
    return subject;
}

Plot change_plot(const Resolving& resolving)
{
    Plot plot;
    plot.name = resolving.zh() ? "周涨跌幅" : "Week change";
    plot.kind = PlotKind::bar;
    plot.unit = "%";
    plot.decimals = change_decimals;
    plot.is_change = true;
    return plot;
}

Ranking ranking_for(const Resolving& resolving)
{
    const ListSpec& list = resolving.spec.list;
    Ranking ranking;
    if (!list.group.empty()) {
        ranking = ranking_of_closes(resolving.database, list.group, resolving.wanted.week,
                                    resolving.wanted.as_of);
    }
    if (ranking.rows.empty() && !list.ranking.empty()) {
        ranking = published_ranking(resolving.database, list.ranking, resolving.wanted.week);
    }
    return ranking;
}

void add_rows(Resolving& resolving, const std::vector<RankedRow>& rows)
{
    Exhibit& exhibit = resolving.exhibit;
    exhibit.axis = AxisKind::labels;
    exhibit.frequency = Frequency::weekly;
    Plot plot = change_plot(resolving);
    for (const RankedRow& row : rows) {
        if (row.code == resolving.spec.highlight) {
            exhibit.highlight = exhibit.labels.size();
        }
        exhibit.labels.push_back(row.name.in(resolving.wanted.language));
        exhibit.codes.push_back(row.code);
        plot.values.emplace_back(round_to(row.change_percent, change_decimals));
    }
    exhibit.plots.push_back(std::move(plot));
}

void name_ends(Resolving& resolving, const std::vector<RankedRow>& rows)
{
    resolving.subjects["all"] = counted(rows.size());
    if (!rows.empty()) {
        resolving.subjects["first"] = subject_of(rows.front(), resolving.wanted.language);
        resolving.subjects["last"] = subject_of(rows.back(), resolving.wanted.language);
    }
}

/// A change that is computed from illustrative closes is illustrative, a published one is not.
std::optional<double> change_of(Resolving& resolving, const IndexWeek& index,
                                PlotTransform transform)
{
    const auto& change = transform == PlotTransform::week_change ? index.week : index.month_to_date;
    if (!change) {
        return std::nullopt;
    }
    if (change->published && index.published_source) {
        resolving.change_sources.insert(index.published_source->source);
    } else {
        resolving.only_published = false;
        resolving.exhibit.illustrative = resolving.exhibit.illustrative || index.illustrative;
    }
    return round_to(change->percent, change_decimals);
}

} // namespace

void resolve_ranked_bars(Resolving& resolving)
{
    const Ranking ranking = ranking_for(resolving);
    resolving.exhibit.illustrative = ranking.illustrative;
    add_rows(resolving, ranking.rows);
    name_ends(resolving, ranking.rows);
    if (resolving.exhibit.highlight) {
        resolving.subjects["highlight"] =
            subject_of(ranking.rows[*resolving.exhibit.highlight], resolving.wanted.language);
    }
}

void resolve_movers(Resolving& resolving)
{
    const Ranking ranking = ranking_for(resolving);
    const auto total = static_cast<std::ptrdiff_t>(ranking.rows.size());
    const auto first = std::min<std::ptrdiff_t>(resolving.spec.list.first, (total + 1) / 2);
    const auto last = std::min<std::ptrdiff_t>(resolving.spec.list.last, total - first);
    std::vector<RankedRow> shown{ranking.rows.begin(), ranking.rows.begin() + first};
    shown.insert(shown.end(), ranking.rows.end() - last, ranking.rows.end());
    resolving.exhibit.illustrative = ranking.illustrative;
    add_rows(resolving, shown);
    name_ends(resolving, ranking.rows);
}

void resolve_comparison(Resolving& resolving)
{
    Exhibit& exhibit = resolving.exhibit;
    const Language language = resolving.wanted.language;
    exhibit.axis = AxisKind::labels;
    exhibit.frequency = Frequency::weekly;
    resolving.only_published = true;
    for (const PlotSpec& spec : resolving.spec.plots) {
        Plot plot = change_plot(resolving);
        plot.name = spec.label.zh.empty() ? spec.name : spec.label.in(language);
        plot.transform = spec.transform;
        exhibit.plots.push_back(std::move(plot));
    }
    std::vector<RankedRow> by_week;
    for (const Series& series : series_in_group(resolving.database, resolving.spec.list.group)) {
        constexpr std::chrono::days look_back{100};
        const IndexWeek index =
            index_week(resolving.database, series, resolving.wanted.week, resolving.wanted.as_of,
                       resolving.wanted.week.monday() - look_back);
        if (!index.week && !index.month_to_date) {
            continue;
        }
        exhibit.labels.push_back(series.name.in(language));
        exhibit.codes.push_back(series.code);
        for (Plot& plot : exhibit.plots) {
            plot.values.push_back(change_of(resolving, index, plot.transform));
        }
        if (index.week) {
            by_week.push_back({0, series.code, series.name, index.week->percent});
        }
    }
    std::ranges::stable_sort(by_week, std::greater{}, &RankedRow::change_percent);
    name_ends(resolving, by_week);
    resolving.only_published = resolving.only_published && !resolving.change_sources.empty();
}

void resolve_heat_table(Resolving& resolving)
{
    const Language language = resolving.wanted.language;
    std::optional<Rating> hottest;
    std::vector<std::string> raised;
    std::vector<std::string> lowered;
    const std::vector<HeatRow> rows = heat_of_week(resolving.database, resolving.wanted.week);
    for (const HeatRow& row : rows) {
        const std::string& board = row.board.name.in(language);
        resolving.exhibit.heat.push_back({board, row.rating.name.in(language), row.rating.score,
                                          row.score_change, row.weeks_held, row.reason});
        if (!hottest || row.rating.score > hottest->score) {
            hottest = row.rating;
        }
        if (row.score_change.value_or(0) != 0) {
            (*row.score_change > 0 ? raised : lowered).push_back(board);
        }
    }
    resolving.exhibit.axis = AxisKind::labels;
    resolving.exhibit.frequency = Frequency::weekly;
    const auto joined = [&](const std::vector<std::string>& names) {
        return fmt::format("{}", fmt::join(names, resolving.zh() ? "、" : ", "));
    };
    resolving.subjects["boards"] = counted(rows.size());
    resolving.subjects["raised"] = counted(raised.size(), joined(raised));
    resolving.subjects["lowered"] = counted(lowered.size(), joined(lowered));
    if (hottest) {
        const auto count = std::ranges::count(rows, hottest->score,
                                              [](const HeatRow& row) { return row.rating.score; });
        resolving.subjects["hottest"] =
            counted(static_cast<std::size_t>(count), hottest->name.in(language));
    }
}

} // namespace weekboard
