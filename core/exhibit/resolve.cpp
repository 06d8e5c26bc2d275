#include "exhibit/resolve.h"

#include "exhibit/index_week.h"
#include "exhibit/title.h"
#include "series/number_format.h"
#include "series/transforms.h"
#include "store/figures.h"
#include "store/specs.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

namespace weekboard
{

namespace
{

Date window_start(ExhibitWindow window, Week week)
{
    switch (window) {
    case ExhibitWindow::months_24:
        return add_months(week.sunday(), -24);
    case ExhibitWindow::years_3:
        return add_months(week.sunday(), -36);
    case ExhibitWindow::all:
        break;
    }
    return make_date(1900, 1, 1);
}

class Resolver
{
public:
    Resolver(SQLite::Database& database, const ExhibitSpec& spec, const ResolveFor& wanted)
        : database_{database}
        , spec_{spec}
        , wanted_{wanted}
    {
    }

    Exhibit resolve()
    {
        exhibit_.number = spec_.number;
        exhibit_.id = spec_.id;
        exhibit_.language = wanted_.language;
        exhibit_.week = wanted_.week;
        exhibit_.as_of = wanted_.as_of;
        exhibit_.kind = spec_.kind;
        exhibit_.unit = unit_name(spec_.unit, wanted_.language);
        for (const PlotSpec& plot : spec_.plots) {
            read_plot(plot);
        }
        align_plots();
        set_title();
        set_source();
        for (const Bilingual& footnote : spec_.footnotes) {
            exhibit_.footnotes.push_back(footnote.in(wanted_.language));
        }
        return std::move(exhibit_);
    }

private:
    struct Source {
        IndexWeek index;
        ObservationSpan shown;
    };

    void read_plot(const PlotSpec& plot)
    {
        const auto series = find_series(database_, plot.series);
        if (!series) {
            // Shown as what it is: an exhibit without figures, under its neutral title.
            sources_[plot.name] = {};
            exhibit_.plots.push_back({plot.series, spec_.kind, plot.axis, {}, 0, {}});
            return;
        }
        Source& source = sources_[plot.name];
        source.index = index_week(database_, *series, wanted_.week, wanted_.as_of);
        source.shown = between(source.index.closes,
                               window_start(wanted_.window.value_or(spec_.window), wanted_.week),
                               wanted_.week.sunday());
        exhibit_.frequency = series->frequency;
        exhibit_.illustrative = exhibit_.illustrative || source.index.illustrative;
        exhibit_.plots.push_back({series->name.in(wanted_.language),
                                  spec_.kind,
                                  plot.axis,
                                  unit_name(series->unit, wanted_.language),
                                  series->decimals,
                                  {}});
    }

    /// One x for all plots; where a plot has no figure for it there is a gap.
    void align_plots()
    {
        for (const PlotSpec& plot : spec_.plots) {
            for (const Observation& shown : sources_[plot.name].shown) {
                exhibit_.x.push_back(shown.period_end);
            }
        }
        sort_unique(exhibit_.x);
        for (std::size_t i = 0; i < spec_.plots.size(); ++i) {
            const ObservationSpan shown = sources_[spec_.plots[i].name].shown;
            auto next = shown.begin();
            for (const Date day : exhibit_.x) {
                const bool present = next != shown.end() && next->period_end == day;
                exhibit_.plots[i].values.push_back(present ? std::optional{(next++)->value}
                                                           : std::nullopt);
            }
        }
    }

    std::optional<std::string> word(const std::string& plot, TitleWord word)
    {
        const IndexWeek& index = sources_[plot].index;
        const auto move = [&](const std::optional<IndexChange>& change) {
            return change ? std::optional{move_in_words(change->percent, 2, wanted_.language)}
                          : std::nullopt;
        };
        switch (word) {
        case TitleWord::latest:
            return index.closes.empty() ? std::nullopt
                                        : std::optional{format_number(index.closes.back().value,
                                                                      index.series.decimals)};
        case TitleWord::week_move:
            return move(index.week);
        case TitleWord::month_move:
            return move(index.month_to_date);
        }
        return std::nullopt;
    }

    void set_title()
    {
        const auto title = fill_title(
            spec_.title.in(wanted_.language),
            [this](const std::string& plot, TitleWord wanted) { return word(plot, wanted); });
        exhibit_.title = title ? *title : spec_.neutral_title.in(wanted_.language);
        exhibit_.title_is_neutral = !title;
    }

    void set_source()
    {
        const bool zh = wanted_.language == Language::chinese;
        std::vector<std::string> parts;
        parts.push_back(exhibit_.illustrative ? (zh ? "示例数据，非真实行情"
                                                    : "illustrative figures, not market data")
                                              : spec_.source.in(wanted_.language));
        const auto line = [&] {
            return fmt::format(fmt::runtime(zh ? "来源：{}" : "Source: {}"),
                               fmt::join(parts, zh ? "；" : "; "));
        };
        exhibit_.figures_source = line();
        for (const auto& [name, source] : sources_) {
            if (source.index.published_source && !exhibit_.title_is_neutral) {
                parts.push_back(fmt::format(fmt::runtime(zh ? "涨跌幅：{}" : "changes: {}"),
                                            source.index.published_source->source));
            }
        }
        exhibit_.source = line();
    }

    SQLite::Database& database_;
    const ExhibitSpec& spec_;
    const ResolveFor& wanted_;
    std::map<std::string, Source> sources_;
    Exhibit exhibit_;
};

} // namespace

Exhibit resolve(SQLite::Database& database, const ExhibitSpec& spec, const ResolveFor& wanted)
{
    return Resolver{database, spec, wanted}.resolve();
}

StoredSpecs stored_specs(SQLite::Database& database)
{
    StoredSpecs stored;
    for (const StoredSpec& text : all_specs(database)) {
        SpecReading reading = read_spec(text.toml, text.id + ".toml");
        if (reading.spec) {
            stored.specs.push_back(std::move(*reading.spec));
        } else {
            stored.findings.push_back(reading.findings.front());
        }
    }
    return stored;
}

} // namespace weekboard
