#pragma once

#include "ingest/row_reader.h"
#include "time/week.h"

#include <optional>
#include <string>
#include <vector>

namespace weekboard
{

/// What stands above a list, the nearest first, and then the file's name.
[[nodiscard]] std::vector<std::string> titles_of(const RecognisedSheet& recognised,
                                                 const SheetTraits& traits);

/// The week that a list of changes is of: as the heading of the changes says, else what stands
/// above the list, else the file's name; what told it is added to `why`. Somebody's own word is
/// taken, unless the list says that it is of other days. Nothing where nobody knows.
[[nodiscard]] std::optional<Week>
week_of_list(const RecognisedSheet& recognised, const SheetTraits& traits,
             const std::string& heading, std::optional<Date> wished, std::vector<std::string>& why);

/// Whether a row says that its change is of other days than the week: `年初至今`.
[[nodiscard]] bool is_of_other_days(const std::string& span, Week week);

} // namespace weekboard
