#include "series/series.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace weekboard
{

namespace
{

constexpr std::array<std::pair<Measure, std::string_view>, 8> measure_names{{
    {Measure::close, "close"},
    {Measure::level, "level"},
    {Measure::ytd_flow, "ytd_flow"},
    {Measure::flow, "flow"},
    {Measure::share, "share"},
    {Measure::growth, "growth"},
    {Measure::returns, "return"},
    {Measure::net_add, "net_add"},
}};

} // namespace

std::optional<Measure> parse_measure(std::string_view name)
{
    for (const auto& [measure, text] : measure_names) {
        if (text == name) {
            return measure;
        }
    }
    return std::nullopt;
}

std::string_view to_string(Measure measure)
{
    return measure_names[static_cast<std::size_t>(measure)].second;
}

bool is_rate(const Series& series)
{
    return series.measure == Measure::share || series.measure == Measure::growth ||
           series.measure == Measure::returns;
}

std::string growth_code(std::string_view code)
{
    return std::string{code} + "_yoy";
}

Date presumed_vintage(const Series& series, Date period_end, Date today)
{
    return std::min(period_end + std::chrono::days{series.release_lag_days}, today);
}

std::optional<Impossible> why_impossible(const Series& series, double value)
{
    if (!std::isfinite(value)) {
        return Impossible::not_finite;
    }
    switch (series.measure) {
    case Measure::close:
        return value > 0 ? std::nullopt : std::optional{Impossible::not_positive};
    case Measure::level:
        return value >= 0 ? std::nullopt : std::optional{Impossible::negative};
    case Measure::share:
        return value >= 0 && value <= 100 ? std::nullopt
                                          : std::optional{Impossible::share_out_of_range};
    case Measure::growth:
    case Measure::returns:
        return value >= -100 ? std::nullopt : std::optional{Impossible::fall_over_100};
    case Measure::ytd_flow:
    case Measure::flow:
    case Measure::net_add:
        break; // rebates and losses make negative flows possible
    }
    return std::nullopt;
}

} // namespace weekboard
