#include "ingest/import_draft.h"

#include "store/figures.h"

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <map>
#include <utility>

namespace weekboard
{

namespace
{

/// What was known of a period on the day from which a row says that its figure was public.
std::optional<Observation> known_then(SQLite::Database& database, const Series& series,
                                      const ImportedFigure& figure)
{
    const auto releases = releases_of_period(database, series, figure.period_end);
    const Release* then = holding(releases, *figure.vintage);
    return then != nullptr && then->value
               ? std::optional{Observation{figure.period_end, then->vintage, *then->value}}
               : std::nullopt;
}

} // namespace

SeriesDraft compare(SQLite::Database& database, const ImportedSeries& imported, Date as_of)
{
    SeriesDraft draft;
    draft.series = imported.series;
    std::map<Date, Observation> known;
    const Figures figures = figures_as_of(database, imported.series, as_of);
    if (!figures.illustrative) { // made-up figures give way to real ones
        for (const Observation& observation : figures.observations) {
            known[observation.period_end] = observation;
        }
    }
    for (const ImportedFigure& figure : imported.figures) {
        std::optional<Observation> before;
        if (figure.vintage) {
            before = known_then(database, imported.series, figure);
        } else if (const auto found = known.find(figure.period_end); found != known.end()) {
            before = found->second;
        }
        if (!before) {
            draft.fresh.push_back(figure);
        } else if (before->value == figure.value) {
            ++draft.same;
        } else {
            draft.changed.push_back({figure, before->value, before->vintage});
        }
    }
    return draft;
}

ImportWriter::ImportWriter(SQLite::Database& database, const ImportChoice& choice,
                           BatchOrigin origin, const Clock& clock)
    : database_{database}
    , choice_{choice}
    , origin_{std::move(origin)}
    , clock_{clock}
{
}

void ImportWriter::write(const SeriesDraft& draft)
{
    const Date today = clock_.today();
    for (const ImportedFigure& figure : draft.fresh) {
        const Date presumed = presumed_vintage(draft.series, figure.period_end, today);
        release(draft.series, figure, figure.vintage.value_or(choice_.vintage.value_or(presumed)));
    }
    if (choice_.changed == ChangedFigures::leave) {
        return;
    }
    for (const ChangedFigure& changed : draft.changed) {
        const Date revised = changed.figure.vintage.value_or(choice_.vintage.value_or(today));
        const bool corrects = choice_.changed == ChangedFigures::correct;
        release(draft.series, changed.figure, corrects ? changed.known_vintage : revised);
    }
}

void ImportWriter::release(const Series& series, const ImportedFigure& figure, Date vintage)
{
    if (vintage < period_start(series.frequency, figure.period_end) || vintage > clock_.today()) {
        commit_.left.push_back(figure);
        return;
    }
    if (!batch_) {
        batch_.emplace(database_, origin_, clock_);
    }
    batch_->release(series, figure.period_end, vintage, figure.value);
    ++commit_.written;
}

ImportCommit ImportWriter::finish()
{
    if (batch_) {
        batch_->finish();
        commit_.batch = batch_->id();
    }
    return std::move(commit_);
}

void remember_choice(SQLite::Database& database, const ColumnChoice& choice)
{
    SQLite::Statement insert{database,
                             "INSERT INTO column_choice (name, unit, series) VALUES (?1, ?2, ?3) "
                             "ON CONFLICT (name, unit) DO UPDATE SET series = ?3"};
    insert.bind(1, choice.name);
    insert.bind(2, choice.unit);
    insert.bind(3, choice.series);
    insert.exec();
}

} // namespace weekboard
