#pragma once

#include "series/observation.h"
#include "time/period.h"
#include "time/week.h"

#include <optional>
#include <span>
#include <vector>

/// Changes and conversions of one series. Observations are ascending by period end. A figure that
/// cannot be computed is absent: nothing is interpolated and nothing carried forward.
namespace weekboard
{

/// The last observation on or before `day`, null if there is none.
[[nodiscard]] const Observation* last_on_or_before(ObservationSpan observations, Date day);

/// The observation of exactly this period, null if there is none.
[[nodiscard]] const Observation* at_period(ObservationSpan observations, Date period_end);

/// A change and the two observations that it compares; `percent` is (last ÷ base − 1) × 100.
struct Change {
    double percent = 0;
    Observation last;
    Observation base;
};

/// Last close in the week ÷ last close before its Monday − 1; nothing for a week without a close.
[[nodiscard]] std::optional<Change> week_change(ObservationSpan closes, Week week);

/// Last close in the week ÷ last close before the first day of that close's month − 1.
[[nodiscard]] std::optional<Change> month_to_date(ObservationSpan closes, Week week);

/// Last close in the week ÷ last close before the first day of that close's year − 1.
[[nodiscard]] std::optional<Change> year_to_date(ObservationSpan closes, Week week);

/// (value ÷ value of the same period a year earlier − 1) × 100, for levels and for year-to-date
/// flows alike. Periods whose base is missing or not above zero are left out.
[[nodiscard]] Observations year_on_year(ObservationSpan levels, Frequency frequency);

/// Single periods of a flow that is cumulated from January: value − value of the period before in
/// the same year. A first figure that stands for January–February stays one figure. A period
/// whose predecessor is missing is left out, and so is one that differences a rounded figure
/// (`rounded` has the period ends that the source rounds, ascending).
[[nodiscard]] Observations single_periods(ObservationSpan year_to_date_flow, Frequency frequency,
                                          std::span<const Date> rounded = {});

/// Level − level at the end of the year before.
[[nodiscard]] Observations net_change_since_year_end(ObservationSpan levels);

/// value ÷ value on the base date × 100. The base is the last observation on or before
/// `base_date`, else the first one after it; none if the base is not above zero.
[[nodiscard]] Observations rebase(ObservationSpan levels, Date base_date);

/// Those from `first` to `last`, both included.
[[nodiscard]] ObservationSpan between(ObservationSpan observations, Date first, Date last);

} // namespace weekboard
