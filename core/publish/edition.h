#pragma once

#include "exhibit/exhibit.h"
#include "exhibit/week_view.h"
#include "publish/letterhead.h"
#include "publish/report.h"
#include "series/language.h"
#include "store/batch.h"

#include <stdexcept>
#include <string>
#include <vector>

/// A published week: everything that its documents are made of, as it was.
namespace weekboard
{

/// A figure behind the exhibits, with the release and the batch that it is from.
struct EditionFigure {
    std::string code;
    Date period_end;
    Date vintage;
    double value = 0;
    std::int64_t batch = 0;
};

/// The documents of one language.
struct EditionDocuments {
    std::vector<Exhibit> exhibits; ///< in the report's order
    Report report;                 ///< with the same exhibits
};

struct WeekEdition {
    WeekView view;
    EditionDocuments zh;
    EditionDocuments en;
    std::vector<EditionFigure> figures; ///< by code and period
    std::vector<Batch> batches;         ///< those that `figures` are from

    [[nodiscard]] const EditionDocuments& in(Language language) const
    {
        return language == Language::chinese ? zh : en;
    }
};

/// A text that is no edition, or one of a later version of the program.
class EditionError : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// The week as it would be published now. To be used inside Store::read or Store::write.
[[nodiscard]] WeekEdition freeze_week(Connection& database, Week week, Date as_of,
                                      const Letterhead& letterhead);

/// An edition as text, and back: what is read back is what was written, to the last bit.
[[nodiscard]] std::string text_of(const WeekEdition& edition);
[[nodiscard]] WeekEdition read_edition(const std::string& text);

} // namespace weekboard
