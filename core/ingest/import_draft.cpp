#include "ingest/import_draft.h"

#include "store/figures.h"
#include "store/statement.h"
#include "store/week_lists.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

namespace weekboard
{

namespace
{

using Releases = std::vector<Release>; // of one period, by vintage

/// What a choice says of one series, without a search by name for each of its figures.
class SeriesChoice
{
public:
    SeriesChoice(const ImportChoice& choice, const std::string& code)
        : otherwise_{choice.changed}
        , refused_{named(choice.refused, code)}
        , revised_{named(choice.revised, code)}
        , corrected_{named(choice.corrected, code)}
        , withdrawn_{named(choice.withdrawn, code)}
    {
    }

    [[nodiscard]] bool refuses(Date period) const { return refused_.has(period); }
    [[nodiscard]] bool withdraws(Date period) const { return withdrawn_.has(period); }
    [[nodiscard]] ChangedFigures consent(Date period) const
    {
        return corrected_.has(period) ? ChangedFigures::correct
               : revised_.has(period) ? ChangedFigures::revise
                                      : otherwise_;
    }

private:
    struct Named {
        bool all = false;
        std::set<Date> periods;

        [[nodiscard]] bool has(Date period) const { return all || periods.contains(period); }
    };

    static Named named(const FigureNames& names, const std::string& code)
    {
        Named found;
        found.all = names.contains(code);
        const std::string before = code + '@';
        for (auto it = names.lower_bound(before); it != names.end() && it->starts_with(before);
             ++it) {
            if (const auto period = parse_date(it->substr(before.size()))) {
                found.periods.insert(*period);
            }
        }
        return found;
    }

    ChangedFigures otherwise_;
    Named refused_;
    Named revised_;
    Named corrected_;
    Named withdrawn_;
};

class Comparison
{
public:
    Comparison(SeriesDraft& draft, const ImportChoice& choice, Date today)
        : draft_{draft}
        , choice_{choice, draft.series.code}
        , vintage_{choice.vintage}
        , today_{today}
    {
    }

    /// `figures` are of one period, by vintage; `releases` is changed to what the store will have.
    void compare(std::span<const ImportedFigure> figures, Releases& releases)
    {
        planned_.clear();
        for (const ImportedFigure& figure : figures) {
            planned_.push_back({figure, vintage_of(figure, releases)});
        }
        std::ranges::stable_sort(planned_, {}, &PlannedFigure::vintage);
        for (auto first = planned_.begin(); first != planned_.end();) {
            const auto last = std::find_if(first, planned_.end(), [&](const PlannedFigure& other) {
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

    void compare_blank(const ImportedFigure& cell, const Releases& releases)
    {
        const Release* known = holding(releases, today_);
        if (known != nullptr && known->value) {
            const Date period = cell.period_end;
            draft_.blanked.push_back(
                {cell, *known->value, choice_.withdraws(period) && !choice_.refuses(period)});
        }
    }

private:
    [[nodiscard]] Date vintage_of(const ImportedFigure& figure, const Releases& releases) const
    {
        if (const auto own = figure.vintage.if_any()) {
            return *own;
        }
        if (vintage_) {
            return *vintage_;
        }
        return releases.empty() ? presumed_vintage(draft_.series, figure.period_end, today_)
                                : today_;
    }

    void take(const PlannedFigure& planned, Releases& releases)
    {
        const ImportedFigure& figure = planned.figure;
        const Date begins = period_start(draft_.series.frequency, figure.period_end);
        if (Date{planned.vintage} < begins || Date{planned.vintage} > today_) {
            draft_.left.push_back(figure);
            return;
        }
        const Release* before = holding(releases, planned.vintage);
        if (before != nullptr && before->value == figure.value) {
            ++draft_.same;
        } else if (choice_.refuses(figure.period_end)) {
            draft_.refused.push_back(figure);
        } else if (before == nullptr || before->batch == of_this_file) {
            draft_.fresh.push_back(planned); // or a revision of what the file itself brings
            ++draft_.fresh_count;
            put(releases, planned, planned.vintage);
        } else {
            take_changed(planned, *before, releases);
        }
    }

    void take_changed(const PlannedFigure& planned, const Release& before, Releases& releases)
    {
        ChangedFigure changed{planned, before.value, before.vintage,
                              choice_.consent(planned.figure.period_end)};
        if (changed.consent == ChangedFigures::correct && !planned.figure.vintage.if_any()) {
            changed.planned.vintage = before.vintage;
        }
        draft_.changed.push_back(changed);
        if (changed.consent != ChangedFigures::leave) {
            put(releases, planned, changed.planned.vintage);
        }
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
    SeriesChoice choice_;
    std::optional<Date> vintage_;
    Date today_;
    std::vector<PlannedFigure> planned_;
};

std::map<Date, Releases> releases_by_period(Connection& database, const Series& series, Date today)
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

SeriesDraft compare(Connection& database, const ImportedSeries& imported,
                    const ImportChoice& choice, Date today)
{
    SeriesDraft draft;
    draft.series = imported.series;
    draft.unit = imported.unit;
    const auto stored = releases_by_period(database, imported.series, today);
    Comparison comparison{draft, choice, today};
    Releases releases;
    const auto known_of = [&](Date period) {
        const auto known = stored.find(period);
        releases = known != stored.end() ? known->second : Releases{};
    };
    const std::span<const ImportedFigure> all{imported.figures};
    for (std::size_t first = 0; first < all.size();) {
        std::size_t last = first + 1;
        while (last < all.size() && all[last].period_end == all[first].period_end) {
            ++last;
        }
        known_of(all[first].period_end);
        comparison.compare(all.subspan(first, last - first), releases);
        first = last;
    }
    for (const ImportedFigure& cell : imported.blanks) {
        known_of(cell.period_end);
        comparison.compare_blank(cell, releases);
    }
    return draft;
}

std::vector<RankDraft> compare_ranks(Connection& database, const std::vector<ImportedRank>& ranks,
                                     const ImportChoice& choice)
{
    std::map<std::pair<Date, std::string>, std::map<std::string, double>> known;
    std::vector<RankDraft> drafts;
    for (const ImportedRank& rank : ranks) {
        const auto [list, is_new] = known.try_emplace({rank.ranked.week_end, rank.ranked.list});
        if (is_new) {
            for (const Ranked& there :
                 ranking_of(database, rank.ranked.week_end, rank.ranked.list)) {
                list->second.emplace(there.code, there.change_percent);
            }
        }
        const auto there = list->second.find(rank.ranked.code);
        RankDraft draft{rank,
                        there != list->second.end() ? std::optional{there->second} : std::nullopt,
                        !choice.refused.contains(rank.ranked.list)};
        const bool agrees_to_changes = choice.changed != ChangedFigures::leave ||
                                       choice.revised.contains(rank.ranked.list) ||
                                       choice.corrected.contains(rank.ranked.list);
        draft.is_taken = draft.is_taken && !draft.is_same() && (!draft.known || agrees_to_changes);
        drafts.push_back(std::move(draft));
    }
    return drafts;
}

ImportWriter::ImportWriter(Connection& database, BatchOrigin origin, const Clock& clock)
    : database_{database}
    , origin_{std::move(origin)}
    , clock_{clock}
{
}

void ImportWriter::begin(const BatchSheet& sheet)
{
    sheet_ = sheet;
    sheet_number_.reset();
}

void ImportWriter::write(const SeriesDraft& draft)
{
    for (const PlannedFigure& planned : draft.fresh) {
        release(draft.series, planned.figure, planned.vintage, planned.figure.value);
    }
    for (const ChangedFigure& changed : draft.changed) {
        if (changed.consent != ChangedFigures::leave) {
            const PlannedFigure& planned = changed.planned;
            release(draft.series, planned.figure, planned.vintage, planned.figure.value);
        }
    }
    for (const BlankedFigure& blanked : draft.blanked) {
        if (blanked.is_withdrawn) {
            release(draft.series, blanked.cell, clock_.today(), std::nullopt);
        }
    }
}

void ImportWriter::write(const std::vector<RankDraft>& drafts)
{
    for (const RankDraft& draft : drafts) {
        if (draft.is_taken) {
            batch().rank(draft.rank.ranked);
        }
    }
}

BatchWriter& ImportWriter::batch()
{
    if (!batch_) {
        batch_.emplace(database_, origin_, clock_);
    }
    ++commit_.written;
    return *batch_;
}

void ImportWriter::release(const Series& series, const ImportedFigure& figure, Date vintage,
                           std::optional<double> value)
{
    BatchWriter& writer = batch();
    if (!sheet_number_) {
        sheet_number_ = writer.add_sheet(sheet_);
    }
    writer.release(series, figure.period_end, vintage, value,
                   SheetCell{*sheet_number_, figure.row, figure.column});
}

ImportCommit ImportWriter::finish()
{
    if (batch_) {
        batch_->finish();
        commit_.batch = batch_->id();
    }
    return commit_;
}

void remember_choice(Connection& database, const ColumnChoice& choice)
{
    execute(database,
            "INSERT INTO column_choice (name, unit, series) VALUES (?1, ?2, ?3) "
            "ON CONFLICT (name, unit) DO UPDATE SET series = ?3",
            choice.name, choice.unit, choice.series);
}

} // namespace weekboard
