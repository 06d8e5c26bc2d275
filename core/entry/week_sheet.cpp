#include "entry/week_sheet.h"

#include "check/figure_shelf.h"
#include "check/identities.h"
#include "check/plausibility.h"
#include "entry/cell_reading.h"
#include "series/transforms.h"
#include "store/figures.h"

#include <algorithm>
#include <array>
#include <map>

namespace weekboard
{

namespace
{

/// Sections by group and source; groups that belong together share one.
struct SectionPlan {
    const char* zh;
    const char* en;
    std::array<const char*, 5> groups;
};

constexpr std::array<SectionPlan, 5> plans{{
    {"指数", "Indices", {"index_published", "index"}},
    {"工信部月度数据", "Ministry's month", {"users", "traffic", "voice", "network", "revenue"}},
    {"光模块出口", "Optical-module exports", {"export"}},
    {"物联网模组", "IoT modules", {"iot"}},
    {"云厂商资本开支", "Cloud capital expenditure", {"capex"}},
}};

class SheetReader
{
public:
    SheetReader(SQLite::Database& database, Week week)
        : shelf_{database, week.sunday()}
        , database_{database}
        , week_{week}
    {
    }

    WeekSheet read()
    {
        WeekSheet sheet{week_, {}};
        for (const SectionPlan& plan : plans) {
            std::vector<Series> members;
            for (const char* group : plan.groups) {
                if (group != nullptr) {
                    auto found = series_in_group(database_, group);
                    members.insert(members.end(), found.begin(), found.end());
                }
            }
            add_sections(sheet, plan, members);
        }
        return sheet;
    }

private:
    /// Daily and weekly series share the week; of the others each frequency has its own form.
    void add_sections(WeekSheet& sheet, const SectionPlan& plan, const std::vector<Series>& members)
    {
        for (const Frequency frequency :
             {Frequency::weekly, Frequency::monthly, Frequency::quarterly, Frequency::annual}) {
            std::vector<const ShelvedSeries*> together;
            for (const Series& series : members) {
                const Frequency own =
                    series.frequency == Frequency::daily ? Frequency::weekly : series.frequency;
                if (own == frequency) {
                    together.push_back(shelf_.find(series.code));
                }
            }
            if (together.empty()) {
                continue;
            }
            SheetSection section{
                {plan.zh, plan.en}, together.front()->series.source, {}, frequency, {}};
            section.period_end = next_period(frequency, together);
            if (period_start(frequency, section.period_end) > week_.sunday()) {
                continue; // nothing of it can be known
            }
            for (const ShelvedSeries* shelved : together) {
                section.rows.push_back(row_of(*shelved, section.period_end));
            }
            sheet.sections.push_back(std::move(section));
        }
    }

    /// The period after the last one for which at least half of what there was is known.
    [[nodiscard]] Date next_period(Frequency frequency,
                                   const std::vector<const ShelvedSeries*>& together) const
    {
        if (frequency == Frequency::weekly) {
            return week_.friday();
        }
        std::map<Date, int> known;
        bool has_january = false;
        for (const ShelvedSeries* shelved : together) {
            for (const Observation& observation : shelved->observations) {
                ++known[observation.period_end];
                has_january = has_january || month_of(observation.period_end) == 1;
            }
        }
        if (known.empty()) {
            return period_end(frequency, week_.monday());
        }
        const auto [last, count] = *known.rbegin();
        const auto before = known.size() > 1 ? std::next(known.rbegin())->second : 0;
        if (2 * count < before) {
            return last; // begun, and not complete
        }
        const Date next = shift_period(frequency, last, 1);
        const bool skips = frequency == Frequency::monthly && month_of(next) == 1 && !has_january;
        return skips ? shift_period(frequency, next, 1) : next;
    }

    static SheetRow row_of(const ShelvedSeries& shelved, Date period)
    {
        SheetRow row{shelved.series, period, {}, {}, {}};
        if (shelved.illustrative) {
            return row; // made-up closes are nothing to compare with
        }
        if (const Observation* known = shelved.at(period)) {
            row.known = known->value;
        }
        if (const Observation* before =
                last_on_or_before(shelved.observations, period - std::chrono::days{1})) {
            row.previous = *before;
        }
        const bool has_years = shelved.series.frequency != Frequency::daily &&
                               shelved.series.frequency != Frequency::weekly;
        if (has_years) {
            const Date year_ago = period_end(shelved.series.frequency, add_months(period, -12));
            if (const Observation* then = shelved.at(year_ago)) {
                row.year_ago = then->value;
            }
        }
        return row;
    }

    FigureShelf shelf_;
    SQLite::Database& database_;
    Week week_;
};

} // namespace

WeekSheet read_week_sheet(SQLite::Database& database, Week week)
{
    return SheetReader{database, week}.read();
}

std::vector<CheckFinding> check_draft(SQLite::Database& database, const Draft& draft, Week week,
                                      Language language)
{
    FigureShelf shelf{database, week.sunday()};
    std::vector<FigureKey> typed;
    for (const auto& [figure, text] : draft.texts()) {
        const ShelvedSeries* shelved = shelf.find(figure.code);
        if (shelved == nullptr) {
            continue;
        }
        const CellReading reading = read_cell(text, shelved->series);
        if (reading.content == CellContent::value) {
            shelf.suppose(figure, reading.value);
            typed.push_back(figure);
        }
    }
    std::vector<CheckFinding> findings;
    const auto append = [&](std::vector<CheckFinding> more) {
        for (CheckFinding& finding : more) {
            const bool has_part = std::ranges::any_of(typed, [&](const FigureKey& figure) {
                return std::ranges::find(finding.figures, figure) != finding.figures.end();
            });
            if (has_part) {
                findings.push_back(std::move(finding));
            }
        }
    };
    for (const Identity& identity : identities()) {
        const bool concerned = std::ranges::any_of(
            typed, [&](const FigureKey& figure) { return identity.names(figure.code); });
        if (concerned) {
            append(check_identity(shelf, identity, language));
        }
    }
    std::string last;
    for (const FigureKey& figure : typed) { // by code
        if (figure.code != last) {
            append(check_plausibility(*shelf.find(figure.code), language));
        }
        last = figure.code;
    }
    return findings;
}

DraftCommit commit_draft(SQLite::Database& database, const Draft& draft, const BatchOrigin& origin,
                         const Clock& clock)
{
    DraftCommit commit;
    std::optional<BatchWriter> batch;
    for (const auto& [figure, text] : draft.texts()) {
        const auto series = find_series(database, figure.code);
        const CellReading reading = series ? read_cell(text, *series) : CellReading{};
        if (reading.content != CellContent::value) {
            commit.left.push_back(figure);
            continue;
        }
        const auto releases = releases_of_period(database, *series, figure.period_end);
        const bool is_known = !releases.empty() && releases.back().value == reading.value;
        const Date vintage = releases.empty()
                                 ? presumed_vintage(*series, figure.period_end, clock.today())
                                 : clock.today();
        if (!is_known && vintage < period_start(series->frequency, figure.period_end)) {
            commit.left.push_back(figure); // it has not begun
            continue;
        }
        if (!is_known) {
            if (!batch) {
                batch.emplace(database, origin, clock);
            }
            batch->release(*series, figure.period_end, vintage, reading.value);
            ++commit.entered;
        }
    }
    if (batch) {
        batch->finish();
        commit.batch = batch->id();
    }
    return commit;
}

} // namespace weekboard
