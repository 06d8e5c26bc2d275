#pragma once

#include "check/finding.h"
#include "entry/draft.h"
#include "series/language.h"
#include "series/observation.h"
#include "series/series.h"
#include "store/batch.h"
#include "time/clock.h"
#include "time/week.h"

#include <SQLiteCpp/Database.h>

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
};

struct WeekSheet {
    Week week = Week::containing(Date{});
    std::vector<SheetSection> sections;
};

/// The week's index changes and closes, then each source's next release: the period after the last
/// one that it is known for, as long as that begins before the week ends.
[[nodiscard]] WeekSheet read_week_sheet(SQLite::Database& database, Week week);

/// What the checks would find if the draft's figures were in the store: findings in which one of
/// them has a part.
[[nodiscard]] std::vector<CheckFinding> check_draft(SQLite::Database& database, const Draft& draft,
                                                    Week week, Language language);

/// What came of a draft.
struct DraftCommit {
    std::optional<std::int64_t> batch; ///< none where every figure was known already
    std::size_t entered = 0;
    std::vector<FigureKey> left; ///< texts that could not be read: they stay in the draft
};

/// Puts every figure of a draft in as one batch: a new period with its presumed vintage, another
/// figure for a known one as a revision of today.
DraftCommit commit_draft(SQLite::Database& database, const Draft& draft, const BatchOrigin& origin,
                         const Clock& clock);

} // namespace weekboard
