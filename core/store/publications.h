#pragma once

#include "store/connection.h"
#include "time/date.h"

#include <optional>
#include <string>
#include <vector>

/// Published weeks. Rows are only added; the store itself refuses to change or delete one.
namespace weekboard
{

/// One edition of a published week.
struct Publication {
    Date week_end; ///< the week's Friday
    int edition = 0;
    std::string published_at;
    std::string author;
    std::string content; ///< see `publish/edition.h`
};

/// Adds the next edition of a week, whatever `edition` says, and returns its number.
int add_publication(Connection& database, const Publication& publication);

/// An edition of a week, the latest one without a number; nothing where there is none.
[[nodiscard]] std::optional<Publication>
find_publication(Connection& database, Date week_end, std::optional<int> edition = std::nullopt);

/// The numbers of a week's editions, ascending.
[[nodiscard]] std::vector<int> editions_of(Connection& database, Date week_end);

} // namespace weekboard
