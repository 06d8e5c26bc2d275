#pragma once

#include "board/board.h"
#include "check/finding.h"
#include "entry/draft.h"
#include "entry/records.h"
#include "series/language.h"
#include "series/observation.h"
#include "series/series.h"
#include "store/batch.h"
#include "store/connection.h"
#include "time/clock.h"
#include "time/week.h"

#include <optional>
#include <string>
#include <vector>

/// The figures that a week's report needs, as one sheet to fill in. To be used inside Store::read
/// and Store::write.
namespace weekboard
{

/// A figure to be typed, beside what it will be compared with.
struct SheetRow {
    Series series;
    Date period_end;
    std::optional<double> known;         ///< the store's figure for this very period
    std::optional<Observation> previous; ///< the last one before it
    std::optional<double> year_ago;

    [[nodiscard]] FigureKey key() const { return {series.code, period_end}; }
};

/// What is released together: one form.
struct SheetSection {
    Bilingual name;
    std::string source;
    Date period_end;
    Frequency frequency = Frequency::weekly;
    std::vector<SheetRow> rows;
    bool is_indices = false; ///< of each index either closes or published changes will do
};

/// A board to be rated, beside what it was rated last.
struct RatingRow {
    Board board;
    std::optional<HeatRating> known; ///< the store's rating for this very week
    std::optional<HeatRating> last;  ///< that of the last week before which it was rated in
    int weeks_held = 0;              ///< rated weeks in a row with that rating
};

struct WeekSheet {
    Week week = Week::containing(Date{});
    std::vector<SheetSection> sections;
    std::vector<RatingRow> ratings;
    std::vector<Rating> scale;
    std::vector<RecordList> lists;
    std::vector<std::string> targets; ///< what an event may be about: codes of series and boards
};

/// Where a draft keeps a board's rating (its code) and the reason for it.
[[nodiscard]] FigureKey rating_key(const std::string& board, Week week);
[[nodiscard]] FigureKey reason_key(const std::string& board, Week week);

/// Where a draft keeps the reason why a finding is right all the same.
[[nodiscard]] FigureKey acknowledgement_key(const CheckFinding& finding);

/// A rating that differs from the last one needs a reason of its own.
[[nodiscard]] bool lacks_reason(const RatingRow& row, const Draft& draft, Week week);

/// The week's index changes and closes, then each source's next release: the period after the last
/// one that it is known for, as long as that begins before the week ends.
[[nodiscard]] WeekSheet read_week_sheet(Connection& database, Week week);

/// What the checks would find if the draft's figures were in the store: findings in which one of
/// them has a part.
[[nodiscard]] std::vector<CheckFinding> check_draft(Connection& database, const Draft& draft,
                                                    Week week, Language language);

/// What the store has of a board's ratings.
[[nodiscard]] RatingRow rating_row(Connection& database, const Board& board, Week week);

/// The week changes of what is ranked, as a row of the sheet: `industries:801770.SI` in per cent.
[[nodiscard]] Series change_series(const Series& of);

/// What came of a draft.
struct DraftCommit {
    std::optional<std::int64_t> batch; ///< none where every figure was known already
    std::size_t entered = 0;
    std::vector<FigureKey> left; ///< what could not be read, or lacks a reason: it stays
};

/// Puts everything that is in a draft in as one batch. What is typed on a week's sheet was public
/// by that week's end: a new period gets its presumed vintage, another figure for a known one is a
/// revision of today, neither later than the week's Sunday; in the vintage that is there already it
/// corrects that one. `--` for a known figure withdraws it. A rating that is kept keeps its reason,
/// unless it is given another. Findings that were found right are kept with the reason.
DraftCommit commit_draft(Connection& database, const Draft& draft, Week week,
                         const BatchOrigin& origin, const Clock& clock);

} // namespace weekboard
