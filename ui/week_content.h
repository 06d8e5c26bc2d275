#pragma once

#include "exhibit/week_view.h"
#include "publish/edition.h"
#include "publish/edition_diff.h"
#include "store/connection.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace weekboard
{

/// A week as it was published, beside what reads otherwise now.
struct ShownEdition {
    int number = 0;
    std::string published_at;
    std::string author;
    WeekEdition edition;
    std::vector<EditionChange> changes; ///< from the edition to now, in the window's language
};

/// The week on the window: as it was published in `edition`, or, without one, as it is now.
struct ShownWeek {
    Week week;
    std::shared_ptr<const ShownEdition> edition;
};

/// What the window asks the store for.
struct WeekWanted {
    std::optional<Week> week;   ///< nothing: the latest
    std::optional<int> edition; ///< nothing: the week as the store has it now
    Language language = Language::chinese;
    Date today; ///< its week is shown where the store is empty
};

/// What the window and its overview need of a week, read in one go.
struct WeekContent {
    WeekView view;
    std::string highlighted_industry;
    Language language = Language::chinese;
    std::optional<Date> latest_week;             ///< the last one with figures in the store
    std::vector<int> editions;                   ///< in which the week was published
    std::shared_ptr<const ShownEdition> edition; ///< the one that is shown; null: now is
};

/// Throws EditionError where the edition cannot be read.
[[nodiscard]] WeekContent read_content(Connection& database, const WeekWanted& wanted);

} // namespace weekboard
