#include "exhibit/comparison.h"

#include "series/transforms.h"

#include <algorithm>

namespace weekboard
{

namespace
{

Observations figures_of(const Exhibit& exhibit, const Plot& plot)
{
    Observations figures;
    for (std::size_t i = 0; i < exhibit.x.size(); ++i) {
        if (plot.values[i]) {
            figures.push_back({exhibit.x[i], exhibit.x[i], *plot.values[i]});
        }
    }
    return figures;
}

std::vector<std::optional<double>> along(const std::vector<Date>& x, ObservationSpan figures)
{
    std::vector<std::optional<double>> values;
    for (const Date day : x) {
        const Observation* found = at_period(figures, day);
        values.push_back(found != nullptr ? std::optional{found->value} : std::nullopt);
    }
    return values;
}

/// The events of `from` that the days of `exhibit` cover, each once.
void add_events(Exhibit& exhibit, const Exhibit& from)
{
    for (ExhibitEvent event : from.events) {
        const auto place = std::ranges::lower_bound(exhibit.x, event.day);
        const bool is_there = std::ranges::any_of(exhibit.events, [&](const ExhibitEvent& other) {
            return other.day == event.day && other.text == event.text;
        });
        if (place != exhibit.x.end() && event.day >= exhibit.x.front() && !is_there) {
            event.place = static_cast<std::size_t>(place - exhibit.x.begin());
            exhibit.events.push_back(std::move(event));
        }
    }
    std::ranges::stable_sort(exhibit.events, {}, &ExhibitEvent::day);
}

} // namespace

Exhibit part_of(const Exhibit& exhibit, Date first, Date last)
{
    Exhibit part = exhibit;
    part.x.clear();
    part.events.clear();
    for (Plot& plot : part.plots) {
        plot.values.clear();
    }
    for (std::size_t i = 0; i < exhibit.x.size(); ++i) {
        if (exhibit.x[i] < first || exhibit.x[i] > last) {
            continue;
        }
        part.x.push_back(exhibit.x[i]);
        for (std::size_t p = 0; p < part.plots.size(); ++p) {
            part.plots[p].values.push_back(exhibit.plots[p].values[i]);
        }
    }
    add_events(part, exhibit);
    return part;
}

Exhibit compare_rebased(std::span<const Exhibit> exhibits, Date base, const std::string& title)
{
    Exhibit comparison;
    if (exhibits.empty()) {
        return comparison;
    }
    comparison = exhibits.front();
    comparison.number = 0;
    comparison.id = "index-comparison";
    comparison.title = title;
    comparison.source = comparison.figures_source;
    comparison.unit.clear();
    comparison.plots.clear();
    comparison.x.clear();
    comparison.events.clear();
    for (const Exhibit& exhibit : exhibits) {
        comparison.x.insert(comparison.x.end(), exhibit.x.begin(), exhibit.x.end());
        comparison.illustrative = comparison.illustrative || exhibit.illustrative;
    }
    sort_unique(comparison.x);
    for (const Exhibit& exhibit : exhibits) {
        if (exhibit.plots.empty()) {
            continue;
        }
        Plot plot = exhibit.plots.front();
        plot.unit.clear();
        plot.decimals = 1;
        plot.values = along(comparison.x, rebase(figures_of(exhibit, plot), base));
        comparison.plots.push_back(std::move(plot));
        add_events(comparison, exhibit);
    }
    return comparison;
}

} // namespace weekboard
