#pragma once

#include "exhibit/exhibit.h"
#include "exhibit/week_view.h"
#include "publish/edition.h"
#include "publish/report.h"
#include "series/language.h"

#include <span>
#include <string>
#include <vector>

namespace weekboard
{

/// Something that reads otherwise than before.
struct EditionChange {
    std::string exhibit;  ///< its id; `notes`, `key-figures` or `report` for what stands in none
    std::string where;    ///< `title`, `source`, column and row of a figure, section of a note
    std::string old_text; ///< empty where it was not there
    std::string new_text; ///< empty where it is not there any more
};

/// Exhibits by their titles, source lines, and every figure and word of their tables.
[[nodiscard]] std::vector<EditionChange> changes_of(std::span<const Exhibit> before,
                                                    std::span<const Exhibit> now);

/// The report's own words: headings, paragraphs, letterhead.
[[nodiscard]] std::vector<EditionChange> changes_of(const Report& before, const Report& now);

/// Notes and the key figures of the week at a glance.
[[nodiscard]] std::vector<EditionChange> changes_of(const WeekView& before, const WeekView& now,
                                                    Language language);

/// All of the above in one language; where nothing differs there, what does in the other one.
[[nodiscard]] std::vector<EditionChange> changes_of(const WeekEdition& before,
                                                    const WeekEdition& now, Language language);

} // namespace weekboard
