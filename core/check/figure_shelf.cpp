#include "check/figure_shelf.h"

#include "series/transforms.h"
#include "store/figures.h"
#include "store/series_list.h"

#include <algorithm>

namespace weekboard
{

const Observation* ShelvedSeries::at(Date period_end) const
{
    return at_period(observations, period_end);
}

bool ShelvedSeries::is_rounded(Date period_end) const
{
    return std::ranges::binary_search(rounded, period_end);
}

FigureShelf::FigureShelf(Connection& database, Date as_of)
    : database_{database}
    , as_of_{as_of}
{
}

const ShelvedSeries* FigureShelf::find(const std::string& code)
{
    if (const auto known = shelved_.find(code); known != shelved_.end()) {
        return &known->second;
    }
    auto series = find_series(database_, code);
    if (!series) {
        return nullptr;
    }
    Figures figures = figures_as_of(database_, *series, as_of_);
    ShelvedSeries shelved{
        std::move(*series), std::move(figures.observations), {}, figures.illustrative};
    shelved.rounded = rounded_periods(database_, shelved.series, shelved.observations);
    return &shelved_.emplace(code, std::move(shelved)).first->second;
}

void FigureShelf::suppose(const FigureKey& figure, double value)
{
    if (find(figure.code) == nullptr) {
        return;
    }
    ShelvedSeries& shelved = shelved_.at(figure.code);
    if (shelved.illustrative) { // a first real figure replaces all that was made up
        shelved.observations.clear();
        shelved.illustrative = false;
    }
    auto& all = shelved.observations;
    const auto place =
        std::ranges::lower_bound(all, figure.period_end, {}, &Observation::period_end);
    if (place != all.end() && place->period_end == figure.period_end) {
        place->value = value;
    } else {
        all.insert(place, {figure.period_end, as_of_, value});
    }
}

} // namespace weekboard
