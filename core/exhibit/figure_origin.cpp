#include "exhibit/figure_origin.h"

#include "store/series_list.h"

#include <algorithm>

namespace weekboard
{

std::optional<FigureOrigin> origin_of(Connection& database, std::string_view code, Date period_end,
                                      Date as_of)
{
    const auto series = find_series(database, code);
    if (!series) {
        return std::nullopt;
    }
    FigureOrigin origin{*series, {}, {}, {}, releases_of_period(database, *series, period_end),
                        false};
    if (origin.earlier.empty()) {
        origin.illustrative = true;
        for (const Release& release : all_releases(database, *series)) {
            if (release.period_end == period_end) {
                origin.earlier.push_back(release);
            }
        }
    }
    std::erase_if(origin.earlier,
                  [as_of](const Release& release) { return release.vintage > as_of; });
    if (origin.earlier.empty()) {
        return std::nullopt;
    }
    std::ranges::reverse(origin.earlier);
    origin.release = origin.earlier.front();
    origin.earlier.erase(origin.earlier.begin());
    origin.batch = find_batch(database, origin.release.batch);
    if (!origin.illustrative) {
        origin.place = place_of(database, *series, period_end, origin.release.vintage);
    }
    return origin;
}

} // namespace weekboard
