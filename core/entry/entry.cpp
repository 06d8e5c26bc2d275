#include "entry/entry.h"

#include "store/figures.h"

#include <algorithm>

namespace weekboard
{

namespace
{

using Releases = std::vector<Release>;

Date vintage_of(const FigureEntry& entry, const Releases& releases, Date today)
{
    if (entry.vintage) {
        return *entry.vintage;
    }
    if (entry.correct) {
        return releases.back().vintage;
    }
    return releases.empty() ? presumed_vintage(entry.series, entry.period_end, today) : today;
}

} // namespace

EntryOutcome enter_figure(Connection& database, const FigureEntry& entry, const BatchOrigin& origin,
                          const Clock& clock)
{
    const Releases releases = releases_of_period(database, entry.series, entry.period_end);
    const bool has_target = entry.vintage ? std::ranges::find(releases, *entry.vintage,
                                                              &Release::vintage) != releases.end()
                                          : !releases.empty();
    if (entry.correct && !has_target) {
        return {EntryRefusal::nothing_to_correct, {}, {}, {}};
    }
    const Date vintage = vintage_of(entry, releases, clock.today());
    if (vintage < period_start(entry.series.frequency, entry.period_end)) {
        return {entry.vintage ? EntryRefusal::vintage_before_period : EntryRefusal::period_to_come,
                {},
                {},
                vintage};
    }
    const Release* before = holding(releases, vintage);
    EntryOutcome outcome;
    outcome.vintage = vintage;
    outcome.previous = before != nullptr ? before->value : std::nullopt;
    if (outcome.previous == entry.value) {
        if (!entry.value) {
            outcome.refusal = EntryRefusal::nothing_to_withdraw;
        }
        return outcome;
    }
    if (entry.vintage && !entry.correct && before != nullptr && before->vintage == vintage) {
        return {EntryRefusal::released_otherwise, {}, outcome.previous, vintage};
    }
    BatchWriter batch{database, origin, clock};
    batch.release(entry.series, entry.period_end, vintage, entry.value);
    batch.finish();
    outcome.batch = batch.id();
    return outcome;
}

EntryOutcome enter_figure(Store& store, const FigureEntry& entry, const BatchOrigin& origin,
                          const Clock& clock)
{
    return store.write(
        [&](Connection& database) { return enter_figure(database, entry, origin, clock); });
}

} // namespace weekboard
