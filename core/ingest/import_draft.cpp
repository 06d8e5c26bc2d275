#include "ingest/import_draft.h"

#include "store/figures.h"

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <span>
#include <utility>

namespace weekboard
{

namespace
{

using Releases = std::vector<Release>; // of one period, by vintage

class Comparison
{
public:
    Comparison(SeriesDraft& draft, const ImportChoice& choice, Date today)
        : draft_{draft}
        , choice_{choice}
        , today_{today}
    {
    }

    /// `figures` are of one period.
    void compare(std::span<const ImportedFigure> figures, Releases releases)
    {
        std::vector<PlannedFigure> planned;
        for (const ImportedFigure& figure : figures) {
            planned.push_back({figure, vintage_of(figure, releases)});
        }
        std::ranges::stable_sort(planned, {}, &PlannedFigure::vintage);
        for (auto first = planned.begin(); first != planned.end();) {
            const auto last = std::find_if(first, planned.end(), [&](const PlannedFigure& other) {
                return other.vintage != first->vintage;
            });
            const bool agree = std::all_of(first, last, [&](const PlannedFigure& other) {
                return other.figure.value == first->figure.value;
            });
            if (agree) {
                take(*first, releases);
            } else {
                std::transform(first, last, std::back_inserter(draft_.contradicting),
                               [](const PlannedFigure& other) { return other.figure; });
            }
            first = last;
        }
    }

private:
    [[nodiscard]] Date vintage_of(const ImportedFigure& figure, const Releases& releases) const
    {
        const Date unnamed =
            releases.empty() ? presumed_vintage(draft_.series, figure.period_end, today_) : today_;
        return figure.vintage.value_or(choice_.vintage.value_or(unnamed));
    }

    void take(const PlannedFigure& planned, Releases& releases)
    {
        const Date begins = period_start(draft_.series.frequency, planned.figure.period_end);
        if (planned.vintage < begins || planned.vintage > today_) {
            draft_.left.push_back(planned.figure);
            return;
        }
        const Release* before = holding(releases, planned.vintage);
        if (before == nullptr) {
            draft_.fresh.push_back(planned);
            put(releases, planned, planned.vintage);
        } else if (before->value == planned.figure.value) {
            ++draft_.same;
        } else if (before->batch == of_this_file) {
            draft_.fresh.push_back(planned); // a revision of what the file itself brings
            put(releases, planned, planned.vintage);
        } else {
            draft_.changed.push_back({planned, before->value, before->vintage});
            if (choice_.changed != ChangedFigures::leave) {
                put(releases, planned, target_of(draft_.changed.back()));
            }
        }
    }

    [[nodiscard]] Date target_of(const ChangedFigure& changed) const
    {
        const bool corrects =
            choice_.changed == ChangedFigures::correct && !changed.planned.figure.vintage;
        return corrects ? changed.known_vintage : changed.planned.vintage;
    }

    /// As the store will have it: rows of later vintages are compared with it.
    static void put(Releases& releases, const PlannedFigure& planned, Date vintage)
    {
        const auto at = std::ranges::lower_bound(releases, vintage, {}, &Release::vintage);
        if (at != releases.end() && at->vintage == vintage) {
            at->value = planned.figure.value;
            at->batch = of_this_file;
        } else {
            releases.insert(
                at, {planned.figure.period_end, vintage, planned.figure.value, of_this_file});
        }
    }

    static constexpr std::int64_t of_this_file = 0; // no batch has this number

    SeriesDraft& draft_;
    const ImportChoice& choice_;
    Date today_;
};

std::map<Date, Releases> releases_by_period(SQLite::Database& database, const Series& series,
                                            Date today)
{
    std::map<Date, Releases> releases;
    if (figures_as_of(database, series, today).illustrative) {
        return releases; // made-up figures give way to real ones
    }
    for (Release& release : all_releases(database, series)) {
        releases[release.period_end].push_back(release);
    }
    return releases;
}

} // namespace

SeriesDraft compare(SQLite::Database& database, const ImportedSeries& imported,
                    const ImportChoice& choice, Date today)
{
    SeriesDraft draft;
    draft.series = imported.series;
    const auto releases = releases_by_period(database, imported.series, today);
    Comparison comparison{draft, choice, today};
    const std::span<const ImportedFigure> all{imported.figures};
    for (std::size_t first = 0; first < all.size();) {
        std::size_t last = first + 1;
        while (last < all.size() && all[last].period_end == all[first].period_end) {
            ++last;
        }
        const auto known = releases.find(all[first].period_end);
        comparison.compare(all.subspan(first, last - first),
                           known != releases.end() ? known->second : Releases{});
        first = last;
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
    for (const PlannedFigure& planned : draft.fresh) {
        release(draft.series, planned);
    }
    if (choice_.changed == ChangedFigures::leave) {
        return;
    }
    for (const ChangedFigure& changed : draft.changed) {
        PlannedFigure planned = changed.planned;
        if (choice_.changed == ChangedFigures::correct && !planned.figure.vintage) {
            planned.vintage = changed.known_vintage;
        }
        release(draft.series, planned);
    }
}

void ImportWriter::release(const Series& series, const PlannedFigure& planned)
{
    if (!batch_) {
        batch_.emplace(database_, origin_, clock_);
    }
    batch_->release(series, planned.figure.period_end, planned.vintage, planned.figure.value);
    ++commit_.written;
}

ImportCommit ImportWriter::finish()
{
    if (batch_) {
        batch_->finish();
        commit_.batch = batch_->id();
    }
    return commit_;
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
