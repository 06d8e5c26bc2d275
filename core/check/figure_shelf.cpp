#include "check/figure_shelf.h"

#include "series/transforms.h"
#include "store/figures.h"

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

FigureShelf::FigureShelf(SQLite::Database& database, Date as_of)
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

} // namespace weekboard
