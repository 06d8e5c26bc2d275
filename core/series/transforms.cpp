#include "series/transforms.h"

#include <algorithm>

namespace weekboard
{

namespace
{

auto first_after(ObservationSpan observations, Date day)
{
    return std::upper_bound(observations.begin(), observations.end(), day,
                            [](Date at, const Observation& o) { return at < o.period_end; });
}

/// The change from the last close before `base_day(last close of the week)`.
template <typename BaseDay>
std::optional<Change> change_since(ObservationSpan closes, Week week, BaseDay base_day)
{
    const Observation* last = last_on_or_before(closes, week.sunday());
    if (last == nullptr || last->period_end < week.monday()) {
        return std::nullopt;
    }
    const Observation* base =
        last_on_or_before(closes, base_day(last->period_end) - std::chrono::days{1});
    if (base == nullptr || base->value <= 0) {
        return std::nullopt;
    }
    return Change{(last->value / base->value - 1) * 100, *last, *base};
}

Date year_before(Frequency frequency, Date period_end)
{
    switch (frequency) {
    case Frequency::weekly:
        return shift_period(frequency, period_end, -52);
    case Frequency::monthly:
        return shift_period(frequency, period_end, -12);
    case Frequency::quarterly:
        return shift_period(frequency, period_end, -4);
    case Frequency::annual:
        return shift_period(frequency, period_end, -1);
    case Frequency::daily:
        break;
    }
    return add_months(period_end, -12);
}

/// A day without trading has no figure: the one before stands for it.
const Observation* base_a_year_before(ObservationSpan levels, Frequency frequency, Date end)
{
    const Date day = year_before(frequency, end);
    return frequency == Frequency::daily ? last_on_or_before(levels, day) : at_period(levels, day);
}

} // namespace

const Observation* last_on_or_before(ObservationSpan observations, Date day)
{
    const auto after = first_after(observations, day);
    return after == observations.begin() ? nullptr : &*std::prev(after);
}

const Observation* at_period(ObservationSpan observations, Date period_end)
{
    const Observation* found = last_on_or_before(observations, period_end);
    return found != nullptr && found->period_end == period_end ? found : nullptr;
}

std::optional<Change> week_change(ObservationSpan closes, Week week)
{
    return change_since(closes, week, [&](Date) { return week.monday(); });
}

std::optional<Change> month_to_date(ObservationSpan closes, Week week)
{
    return change_since(closes, week,
                        [](Date last) { return period_start(Frequency::monthly, last); });
}

std::optional<Change> year_to_date(ObservationSpan closes, Week week)
{
    return change_since(closes, week,
                        [](Date last) { return period_start(Frequency::annual, last); });
}

Observations year_on_year(ObservationSpan levels, Frequency frequency)
{
    Observations growth;
    for (const Observation& level : levels) {
        const Observation* base = base_a_year_before(levels, frequency, level.period_end);
        if (base != nullptr && base->value > 0) {
            growth.push_back({level.period_end, std::max(level.vintage, base->vintage),
                              (level.value / base->value - 1) * 100});
        }
    }
    return growth;
}

Observations single_periods(ObservationSpan year_to_date_flow, Frequency frequency,
                            std::span<const Date> rounded)
{
    const auto is_rounded = [&](const Observation& o) {
        return std::binary_search(rounded.begin(), rounded.end(), o.period_end);
    };
    Observations singles;
    for (const Observation& cumulated : year_to_date_flow) {
        const Date before = shift_period(frequency, cumulated.period_end, -1);
        const Observation* previous = at_period(year_to_date_flow, before);
        const bool first_of_year = year_of(before) < year_of(cumulated.period_end);
        const bool stands_for_two = frequency == Frequency::monthly && previous == nullptr &&
                                    month_of(cumulated.period_end) == 2;
        if (first_of_year || stands_for_two) {
            singles.push_back(cumulated);
        } else if (previous != nullptr && !is_rounded(cumulated) && !is_rounded(*previous)) {
            singles.push_back({cumulated.period_end, std::max(cumulated.vintage, previous->vintage),
                               cumulated.value - previous->value});
        }
    }
    return singles;
}

Observations net_change_since_year_end(ObservationSpan levels)
{
    Observations changes;
    for (const Observation& level : levels) {
        const Date year_end = make_date(year_of(level.period_end) - 1, 12, 31);
        if (const Observation* base = at_period(levels, year_end)) {
            changes.push_back({level.period_end, std::max(level.vintage, base->vintage),
                               level.value - base->value});
        }
    }
    return changes;
}

Observations rebase(ObservationSpan levels, Date base_date)
{
    if (levels.empty()) {
        return {};
    }
    const Observation* found = last_on_or_before(levels, base_date);
    const Observation& base = found != nullptr ? *found : levels.front();
    if (base.value <= 0) {
        return {};
    }
    Observations rebased{levels.begin(), levels.end()};
    for (Observation& level : rebased) {
        level.value = level.value / base.value * 100;
    }
    return rebased;
}

ObservationSpan between(ObservationSpan observations, Date first, Date last)
{
    const auto begin = first_after(observations, first - std::chrono::days{1});
    const auto end = first_after(observations, last);
    return begin < end ? ObservationSpan{begin, end} : ObservationSpan{};
}

} // namespace weekboard
