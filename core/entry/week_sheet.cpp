#include "entry/week_sheet.h"

#include "check/acknowledged.h"
#include "check/check.h"
#include "entry/cell_reading.h"
#include "entry/draft_keys.h"
#include "exhibit/ranking.h"
#include "series/transforms.h"
#include "store/series_list.h"
#include "store/week_lists.h"

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

/// The group of series whose week changes are ranked, and the list where they are published ones.
constexpr const char* industry_list = "industries";

} // namespace

RatingRow rating_row(Connection& database, const Board& board, Week week)
{
    RatingRow row{board, {}, {}, 0};
    for (const HeatRating& rating : heat_history(database, board.code, week.sunday())) {
        if (rating.week_end == week.friday()) {
            row.known = rating;
            continue;
        }
        if (!row.last) {
            row.last = rating;
        }
        if (rating.rating != row.last->rating) {
            break;
        }
        ++row.weeks_held;
    }
    return row;
}

namespace
{

/// What is ranked by week changes: those of closes or, where there are none, the published ones.
std::map<std::string, double> industry_changes(Connection& database, Week week)
{
    Ranking ranking = ranking_of_closes(database, industry_group, week, week.sunday());
    if (ranking.rows.empty()) {
        ranking = published_ranking(database, industry_list, week);
    }
    std::map<std::string, double> changes;
    for (const RankedRow& row : ranking.rows) {
        changes[row.code] = row.change_percent;
    }
    return changes;
}

class SheetReader
{
public:
    SheetReader(Connection& database, Week week)
        : shelf_{database, week.sunday()}
        , database_{database}
        , week_{week}
    {
    }

    WeekSheet read()
    {
        WeekSheet sheet;
        sheet.week = week_;
        sheet.scale = all_ratings(database_);
        for (const Board& board : all_boards(database_)) {
            sheet.ratings.push_back(rating_row(database_, board, week_));
        }
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
        add_industries(sheet);
        sheet.lists = read_record_lists(database_, week_);
        for (const Series& series : all_series(database_)) {
            sheet.targets.push_back(series.code);
        }
        for (const RatingRow& row : sheet.ratings) {
            sheet.targets.push_back(row.board.code);
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
                if (series.retired) {
                    continue;
                }
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
            section.is_indices = together.front()->series.group.starts_with("index");
            section.period_end = next_period(frequency, together);
            if (period_start(frequency, section.period_end) > week_.sunday()) {
                continue; // nothing of it can be known
            }
            for (const ShelvedSeries* shelved : together) {
                add_rows(section, *shelved);
            }
            sheet.sections.push_back(std::move(section));
        }
    }

    /// A daily series has a row for each day from Monday to Friday; a holiday's stays empty.
    void add_rows(SheetSection& section, const ShelvedSeries& shelved) const
    {
        if (shelved.series.frequency != Frequency::daily) {
            section.rows.push_back(row_of(shelved, section.period_end));
            return;
        }
        for (Date day = week_.monday(); day <= week_.friday(); day += std::chrono::days{1}) {
            section.rows.push_back(row_of(shelved, day));
        }
    }

    /// Week changes as a terminal lists them; each row stands for a place in the ranking.
    void add_industries(WeekSheet& sheet)
    {
        const auto industries = series_in_group(database_, industry_group);
        if (industries.empty()) {
            return;
        }
        SheetSection section{{"申万一级行业", "Shenwan industries"},
                             industries.front().source,
                             week_.friday(),
                             Frequency::weekly,
                             {}};
        const auto known = industry_changes(database_, week_);
        const auto before = industry_changes(database_, week_.plus(-1));
        const auto change_of = [](const auto& changes, const std::string& code) {
            const auto found = changes.find(code);
            return found != changes.end() ? std::optional{found->second} : std::nullopt;
        };
        for (const Series& industry : industries) {
            SheetRow row{change_series(industry), week_.friday(), {}, {}, {}};
            row.known = change_of(known, industry.code);
            if (const auto last = change_of(before, industry.code)) {
                row.previous = Observation{week_.plus(-1).friday(), week_.sunday(), *last};
            }
            section.rows.push_back(std::move(row));
        }
        sheet.sections.push_back(std::move(section));
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
    Connection& database_;
    Week week_;
};

} // namespace

WeekSheet read_week_sheet(Connection& database, Week week)
{
    return SheetReader{database, week}.read();
}

std::vector<CheckFinding> check_draft(Connection& database, const Draft& draft, Week week,
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
    std::vector<CheckFinding> findings = check_supposed(database, shelf, typed, language);
    for (CheckFinding& finding : findings) {
        if (std::string reason = draft.text(acknowledgement_key(finding)); !reason.empty()) {
            finding.acknowledged = std::move(reason);
        }
    }
    return findings;
}

Series change_series(const Series& of)
{
    Series changes = of;
    changes.id = 0; // no series of the store
    changes.code = std::string{industry_prefix} + of.code;
    changes.unit = "%";
    changes.measure = Measure::returns;
    changes.frequency = Frequency::weekly;
    changes.decimals = 2;
    return changes;
}

FigureKey acknowledgement_key(const CheckFinding& finding)
{
    return {std::string{acknowledgement_prefix} + finding.rule + ":" + finding.code,
            finding.period_end.value_or(Date{})};
}

FigureKey rating_key(const std::string& board, Week week)
{
    return {std::string{rating_prefix} + board, week.friday()};
}

FigureKey reason_key(const std::string& board, Week week)
{
    return {std::string{reason_prefix} + board, week.friday()};
}

bool lacks_reason(const RatingRow& row, const Draft& draft, Week week)
{
    const std::string rating = draft.text(rating_key(row.board.code, week));
    const auto is_other = [&](const std::optional<HeatRating>& than) {
        return !than || than->rating != rating;
    };
    const bool is_new = !rating.empty() && is_other(row.last) && is_other(row.known);
    return is_new && draft.text(reason_key(row.board.code, week)).empty();
}

} // namespace weekboard
