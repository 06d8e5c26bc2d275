#include "exhibit/index_week.h"
#include "exhibit/resolving.h"
#include "series/number_format.h"
#include "series/transforms.h"
#include "store/figures.h"
#include "store/series_list.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace weekboard
{

namespace
{

/// Before a window of days: a base for changes of the week and month, and weeks for a streak.
constexpr std::chrono::days days_before_window{400};
constexpr Date begin_of_time = make_date(1900, 1, 1);

/// One plot, or one figure of the title, as it was read.
struct Read {
    std::optional<Series> series;
    Observations figures; ///< transformed, up to the week's Sunday
    std::optional<IndexWeek> index;
    bool illustrative = false;
};

bool is_price(const Series& series)
{
    return series.measure == Measure::close;
}

int months_of(ExhibitWindow window)
{
    return window == ExhibitWindow::months_24 ? 24 : 36;
}

class OverTime
{
public:
    explicit OverTime(Resolving& resolving)
        : resolving_{resolving}
        , spec_{resolving.spec}
        , wanted_{resolving.wanted}
        , exhibit_{resolving.exhibit}
        , window_{wanted_.window.value_or(spec_.window)}
    {
    }

    void resolve()
    {
        for (const PlotSpec& plot : spec_.plots) {
            plots_.push_back(read(plot));
            add_plot(plot, plots_.back());
        }
        for (const PlotSpec& figure : spec_.figures) {
            figures_.push_back(read(figure));
            exhibit_.illustrative = exhibit_.illustrative || figures_.back().illustrative;
        }
        set_axis();
        set_places();
        align_plots();
        if (spec_.highlight == "last" && exhibit_.size() > 0) {
            exhibit_.highlight = exhibit_.size() - 1;
        }
        note_gaps();
        set_subjects();
    }

private:
    Read read(const PlotSpec& plot)
    {
        Read read;
        read.series = find_series(resolving_.database, plot.series);
        if (!read.series) {
            // Shown as what it is: a plot without figures, under a neutral title.
            return read;
        }
        const Series& series = *read.series;
        if (is_price(series)) {
            read.index =
                index_week(resolving_.database, series, wanted_.week, wanted_.as_of, first_read());
            read.illustrative = read.index->illustrative;
            read.figures = transformed(plot, series, read.index->closes);
            if (read.index->published_source) {
                resolving_.change_sources.insert(read.index->published_source->source);
            }
            return read;
        }
        const auto from = series.frequency == Frequency::daily ? first_read() : std::nullopt;
        const Figures figures = figures_as_of(resolving_.database, series, wanted_.as_of, from);
        read.illustrative = figures.illustrative;
        read.figures = transformed(
            plot, series, between(figures.observations, begin_of_time, wanted_.week.sunday()));
        return read;
    }

    /// Series over days can be long: what is before the window is not read.
    [[nodiscard]] std::optional<Date> first_read() const
    {
        return window_ == ExhibitWindow::all
                   ? std::nullopt
                   : std::optional{days_window_start() - days_before_window};
    }

    [[nodiscard]] Date days_window_start() const
    {
        return window_ == ExhibitWindow::all
                   ? begin_of_time
                   : add_months(wanted_.week.sunday(), -months_of(window_));
    }

    Observations transformed(const PlotSpec& plot, const Series& series, ObservationSpan given)
    {
        Observations figures;
        switch (plot.transform) {
        case PlotTransform::level:
        case PlotTransform::week_change:
        case PlotTransform::month_to_date:
            return {given.begin(), given.end()};
        case PlotTransform::year_on_year:
            figures = year_on_year(given, series.frequency);
            break;
        case PlotTransform::single_period:
            figures = single_periods(given, series.frequency,
                                     rounded_periods(resolving_.database, series, given));
            break;
        case PlotTransform::net_change:
            figures = net_change_since_year_end(given);
            break;
        case PlotTransform::rebased:
            figures = rebase(given, days_window_start());
            break;
        }
        // What is computed here is shown, and handed on, in the decimals of its plot.
        for (Observation& figure : figures) {
            figure.value = round_to(figure.value, decimals_of(plot, series));
        }
        return figures;
    }

    static int decimals_of(const PlotSpec& plot, const Series& series)
    {
        constexpr int of_growth = 1;
        return plot.decimals.value_or(
            plot.transform == PlotTransform::year_on_year ? of_growth : series.decimals);
    }

    static std::string unit_of(const PlotSpec& plot, const Series& series)
    {
        if (plot.transform == PlotTransform::year_on_year) {
            return "%";
        }
        if (plot.transform == PlotTransform::net_change && is_rate(series)) {
            return "个百分点";
        }
        return plot.transform == PlotTransform::rebased ? "" : series.unit;
    }

    void add_plot(const PlotSpec& plot, const Read& read)
    {
        Plot added;
        added.kind = plot.kind;
        added.axis = plot.axis;
        added.series = plot.series;
        added.transform = plot.transform;
        added.is_change = plot.transform == PlotTransform::year_on_year;
        added.name = plot.series;
        if (read.series) {
            added.name = read.series->name.in(wanted_.language);
            added.unit = unit_name(unit_of(plot, *read.series), wanted_.language);
            added.decimals = decimals_of(plot, *read.series);
            added.is_change = added.is_change || read.series->measure == Measure::growth ||
                              read.series->measure == Measure::returns;
        }
        if (!plot.label.zh.empty()) {
            added.name = plot.label.in(wanted_.language);
        }
        if (!plot.over.empty()) {
            const auto bars = std::ranges::find(spec_.plots, plot.over, &PlotSpec::name);
            added.over = static_cast<std::size_t>(bars - spec_.plots.begin());
        }
        exhibit_.illustrative = exhibit_.illustrative || read.illustrative;
        exhibit_.plots.push_back(std::move(added));
    }

    /// Days where any plot has them, else the shortest periods among the plots.
    void set_axis()
    {
        std::optional<Frequency> finest;
        for (const Read& read : plots_) {
            if (read.series) {
                finest = std::min(finest.value_or(Frequency::annual), read.series->frequency);
            }
        }
        exhibit_.frequency = finest.value_or(Frequency::daily);
        exhibit_.axis = exhibit_.frequency == Frequency::daily ? AxisKind::days : AxisKind::periods;
    }

    void set_places()
    {
        std::vector<Date> days;
        for (const Read& read : plots_) {
            for (const Observation& figure : read.figures) {
                days.push_back(figure.period_end);
            }
        }
        sort_unique(days);
        if (exhibit_.axis == AxisKind::days) {
            const auto first = std::ranges::lower_bound(days, days_window_start());
            exhibit_.x.assign(first, days.end());
        } else if (!days.empty()) {
            set_periods(days);
        }
    }

    /// Every period from the window's first figure to the last one: what is missing is a gap.
    void set_periods(const std::vector<Date>& days)
    {
        const Date start =
            window_ == ExhibitWindow::all
                ? days.front()
                : period_end(exhibit_.frequency, add_months(days.back(), -months_of(window_)));
        Date place = period_end(exhibit_.frequency, *std::ranges::lower_bound(days, start));
        for (; place <= days.back(); place = shift_period(exhibit_.frequency, place, 1)) {
            if (!is_skipped(place) || std::ranges::binary_search(days, place)) {
                exhibit_.x.push_back(place);
            }
        }
        // A figure that ends off this grid, a month among weeks, keeps a place of its own.
        exhibit_.x.insert(exhibit_.x.end(), std::ranges::lower_bound(days, start), days.end());
        sort_unique(exhibit_.x);
    }

    /// Where a plot has no figure for a place there is a gap.
    void align_plots()
    {
        for (std::size_t p = 0; p < plots_.size(); ++p) {
            const Observations& figures = plots_[p].figures;
            auto next = exhibit_.x.empty() ? figures.end()
                                           : std::ranges::lower_bound(figures, exhibit_.x.front(),
                                                                      {}, &Observation::period_end);
            auto& values = exhibit_.plots[p].values;
            values.reserve(exhibit_.x.size());
            for (const Date place : exhibit_.x) {
                while (next != figures.end() && next->period_end < place) {
                    ++next;
                }
                const bool present = next != figures.end() && next->period_end == place;
                values.push_back(present ? std::optional{(next++)->value} : std::nullopt);
            }
        }
    }

    /// A plot's figure is missing after it has begun, for a period that it can have one for.
    [[nodiscard]] bool is_gap(std::size_t plot, std::size_t place) const
    {
        const Plot& shown = exhibit_.plots[plot];
        const auto first =
            std::ranges::find_if(shown.values, [](const auto& value) { return value.has_value(); });
        const bool has_begun = first < shown.values.begin() + static_cast<std::ptrdiff_t>(place);
        return has_begun && shown.kind != PlotKind::label && !shown.values[place] &&
               period_end(plots_[plot].series->frequency, exhibit_.x[place]) == exhibit_.x[place];
    }

    /// Says which periods are empty, so that nobody takes a gap for a fault of the picture.
    void note_gaps()
    {
        if (exhibit_.axis != AxisKind::periods) {
            return;
        }
        std::vector<std::string> gaps;
        for (std::size_t i = 0; i < exhibit_.size(); ++i) {
            for (std::size_t p = 0; p < plots_.size(); ++p) {
                if (is_gap(p, i)) {
                    gaps.push_back(place_name(exhibit_, i));
                    break;
                }
            }
        }
        if (gaps.empty()) {
            return;
        }
        constexpr std::size_t most_named = 4;
        const bool zh = resolving_.zh();
        if (gaps.size() > most_named) {
            exhibit_.footnotes.push_back(
                fmt::format(fmt::runtime(zh ? "有{}期数据未披露或未收录，留空"
                                            : "{} periods with figures not published or not "
                                              "collected are left blank"),
                            gaps.size()));
            return;
        }
        exhibit_.footnotes.push_back(fmt::format(
            fmt::runtime(zh ? "{}部分数据未披露或未收录，留空"
                            : "Figures for {} not published or not collected: left blank"),
            fmt::join(gaps, zh ? "、" : ", ")));
    }

    [[nodiscard]] const Read& read_of(std::size_t place) const
    {
        return place < plots_.size() ? plots_[place] : figures_[place - plots_.size()];
    }

    [[nodiscard]] const PlotSpec& spec_of(std::size_t place) const
    {
        return place < spec_.plots.size() ? spec_.plots[place]
                                          : spec_.figures[place - spec_.plots.size()];
    }

    void set_subjects()
    {
        const auto period = period_of_title();
        TitleSubject& common = resolving_.subjects["period"];
        common.period = period;
        common.frequency = exhibit_.frequency;
        for (std::size_t i = 0; i < plots_.size() + figures_.size(); ++i) {
            resolving_.subjects[spec_of(i).name] = subject(spec_of(i), read_of(i), period);
        }
    }

    /// Whether a figure is one of the period that the title speaks of; prices, and figures of other
    /// frequencies, speak of their own last one.
    [[nodiscard]] static bool follows(const Read& read, Frequency frequency)
    {
        return read.series && !read.index && read.series->frequency == frequency;
    }

    /// A title speaks of one period: the last for which everything that it must name has a figure.
    [[nodiscard]] std::optional<Date> period_of_title()
    {
        const auto named = required_subjects(spec_.title.in(wanted_.language));
        std::optional<Observations> common;
        title_frequency_ = exhibit_.frequency;
        for (std::size_t i = 0; i < plots_.size() + figures_.size(); ++i) {
            const Read& read = read_of(i);
            if (!named.contains(spec_of(i).name)) {
                continue;
            }
            if (!read.series) {
                return std::nullopt;
            }
            if (!common && !read.index) {
                common = read.figures;
                title_frequency_ = read.series->frequency;
            } else if (follows(read, title_frequency_)) {
                std::erase_if(*common, [&](const Observation& figure) {
                    return at_period(read.figures, figure.period_end) == nullptr;
                });
            }
        }
        if (!common) {
            return exhibit_.x.empty() ? std::nullopt : std::optional{exhibit_.x.back()};
        }
        return common->empty() ? std::nullopt : std::optional{common->back().period_end};
    }

    [[nodiscard]] TitleSubject subject(const PlotSpec& plot, const Read& read,
                                       std::optional<Date> period) const
    {
        TitleSubject subject;
        if (!read.series) {
            return subject;
        }
        const bool is_growth = plot.transform == PlotTransform::year_on_year;
        subject.measure = is_growth ? Measure::growth : read.series->measure;
        if (plot.transform == PlotTransform::net_change) {
            subject.measure = Measure::net_add;
        }
        subject.unit = unit_of(plot, *read.series);
        subject.decimals = decimals_of(plot, *read.series);
        subject.frequency = read.series->frequency;
        subject.name = read.series->name.in(wanted_.language);
        const Observation* figure = nullptr;
        if (!follows(read, title_frequency_)) {
            figure = read.figures.empty() ? nullptr : &read.figures.back();
        } else if (period) {
            figure = at_period(read.figures, *period);
        }
        if (figure != nullptr) {
            subject.value = figure->value;
            subject.period = figure->period_end;
        }
        if (read.index) {
            add_index(*read.index, subject);
        } else if (figure != nullptr && subject.measure == Measure::growth) {
            subject.streak = growth_streak(read, figure->period_end);
        }
        return subject;
    }

    void add_index(const IndexWeek& index, TitleSubject& subject) const
    {
        subject.frequency = Frequency::weekly;
        if (index.week) {
            subject.week_change = index.week->percent;
            // A published change and made-up closes do not make one run of weeks.
            if (!(index.illustrative && index.week->published)) {
                subject.streak = week_streak(index, wanted_.week);
            }
        }
        if (index.month_to_date) {
            subject.month_change = index.month_to_date->percent;
        }
    }

    /// Periods in a row, up to `last`, with growth of one sign; a gap ends it.
    [[nodiscard]] int growth_streak(const Read& read, Date last) const
    {
        const double sign = at_period(read.figures, last)->value;
        int length = 0;
        Date period = last;
        for (const Observation* figure = at_period(read.figures, period);
             figure != nullptr && figure->value * sign > 0;
             figure = at_period(read.figures, period)) {
            ++length;
            do {
                period = shift_period(read.series->frequency, period, -1);
            } while (is_skipped(period));
        }
        return sign > 0 ? length : -length;
    }

    /// Not every month can be skipped: a spec that says so skips none.
    [[nodiscard]] bool is_skipped(Date period) const
    {
        constexpr std::size_t all_months = 12;
        return spec_.skipped_months.size() < all_months &&
               std::ranges::find(spec_.skipped_months, static_cast<int>(month_of(period))) !=
                   spec_.skipped_months.end();
    }

    Resolving& resolving_;
    const ExhibitSpec& spec_;
    const ResolveFor& wanted_;
    Exhibit& exhibit_;
    ExhibitWindow window_;
    Frequency title_frequency_ = Frequency::daily; ///< of the period that the title speaks of
    std::vector<Read> plots_;
    std::vector<Read> figures_;
};

} // namespace

void resolve_over_time(Resolving& resolving)
{
    OverTime{resolving}.resolve();
}

} // namespace weekboard
