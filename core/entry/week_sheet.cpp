#include "entry/week_sheet.h"

#include "check/figure_shelf.h"
#include "check/identities.h"
#include "check/plausibility.h"
#include "entry/cell_reading.h"
#include "series/transforms.h"
#include "store/figures.h"
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

constexpr std::string_view rating_prefix = "rating:";
constexpr std::string_view reason_prefix = "reason:";

RatingRow rating_row(SQLite::Database& database, const Board& board, Week week)
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

namespace
{

/// Puts the texts of a draft in; the batch begins with the first row.
class DraftCommitter
{
public:
    DraftCommitter(SQLite::Database& database, const Draft& draft, Week week,
                   const BatchOrigin& origin, const Clock& clock)
        : database_{database}
        , draft_{draft}
        , week_{week}
        , origin_{origin}
        , clock_{clock}
    {
    }

    DraftCommit commit()
    {
        for (const auto& [figure, text] : draft_.texts()) {
            if (figure.code.starts_with(rating_prefix)) {
                commit_rating(figure, text);
            } else if (figure.code.starts_with(reason_prefix)) {
                commit_reason_alone(figure, text);
            } else {
                commit_figure(figure, text);
            }
        }
        if (batch_) {
            batch_->finish();
            done_.batch = batch_->id();
        }
        return std::move(done_);
    }

private:
    BatchWriter& batch()
    {
        if (!batch_) {
            batch_.emplace(database_, origin_, clock_);
        }
        ++done_.entered;
        return *batch_;
    }

    void commit_figure(const FigureKey& figure, const std::string& text)
    {
        const auto series = find_series(database_, figure.code);
        const CellReading reading = series ? read_cell(text, *series) : CellReading{};
        if (reading.content == CellContent::none) {
            return; // there is no figure to enter
        }
        if (reading.content != CellContent::value) {
            done_.left.push_back(figure);
            return;
        }
        const auto releases = releases_of_period(database_, *series, figure.period_end);
        const auto after =
            std::ranges::upper_bound(releases, week_.sunday(), {}, &Release::vintage);
        const bool is_known = after != releases.begin();
        if (is_known && std::prev(after)->value == reading.value) {
            return;
        }
        const Date today = clock_.today();
        const Date vintage = std::min(
            week_.sunday(), is_known ? today : presumed_vintage(*series, figure.period_end, today));
        if (vintage < period_start(series->frequency, figure.period_end)) {
            done_.left.push_back(figure); // it has not begun
            return;
        }
        batch().release(*series, figure.period_end, vintage, reading.value);
    }

    [[nodiscard]] std::optional<RatingRow> row_of(const FigureKey& key,
                                                  std::string_view prefix) const
    {
        for (const Board& board : all_boards(database_)) {
            if (key.code.substr(prefix.size()) == board.code) {
                return rating_row(database_, board, Week::containing(key.period_end));
            }
        }
        return std::nullopt;
    }

    void commit_rating(const FigureKey& key, const std::string& code)
    {
        const Week week = Week::containing(key.period_end);
        const auto row = row_of(key, rating_prefix);
        const auto scale = all_ratings(database_);
        const bool is_rating = std::ranges::find(scale, code, &Rating::code) != scale.end();
        if (!row || !is_rating || lacks_reason(*row, draft_, week)) {
            done_.left.push_back(key);
            return;
        }
        HeatRating rating{week.friday(), row->board.code, code,
                          draft_.text(reason_key(row->board.code, week))};
        if (rating.reason.empty()) {
            const bool stays = row->known && row->known->rating == code;
            rating.reason = (stays ? row->known : row->last)->reason;
        }
        const bool is_known = row->known && row->known->rating == rating.rating &&
                              row->known->reason == rating.reason;
        if (!is_known) {
            batch().rate(rating);
        }
    }

    /// Another reason for a rating that the store has already; without one it waits for its rating.
    void commit_reason_alone(const FigureKey& key, const std::string& reason)
    {
        const auto row = row_of(key, reason_prefix);
        const Week week = Week::containing(key.period_end);
        if (row && !draft_.text(rating_key(row->board.code, week)).empty()) {
            return; // goes with the rating
        }
        if (!row || !row->known) {
            done_.left.push_back(key);
        } else if (row->known->reason != reason) {
            batch().rate({week.friday(), row->board.code, row->known->rating, reason});
        }
    }

    SQLite::Database& database_;
    const Draft& draft_;
    Week week_;
    const BatchOrigin& origin_;
    const Clock& clock_;
    std::optional<BatchWriter> batch_;
    DraftCommit done_;
};

} // namespace

DraftCommit commit_draft(SQLite::Database& database, const Draft& draft, Week week,
                         const BatchOrigin& origin, const Clock& clock)
{
    return DraftCommitter{database, draft, week, origin, clock}.commit();
}

} // namespace weekboard
