#pragma once

#include "series/language.h"
#include "store/connection.h"
#include "time/week.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Lists of a week's changes, the best first.
namespace weekboard
{

struct RankedRow {
    int rank = 0; ///< from 1, the best first
    std::string code;
    Bilingual name;
    double change_percent = 0;
};

struct Ranking {
    std::vector<RankedRow> rows;
    bool illustrative = false;
};

/// The series of a group by the week changes of their closes; those without one are left out.
[[nodiscard]] Ranking ranking_of_closes(Connection& database, std::string_view group, Week week,
                                        Date as_of);

/// The week changes of a group's series over the last weeks, ranked by the last of them.
struct ChangeMap {
    struct Row {
        std::string code;
        Bilingual name;
        std::vector<std::optional<double>> changes; ///< in per cent, beside `weeks`
    };
    std::vector<Week> weeks; ///< ascending; those without any change are left out
    std::vector<Row> rows;
    bool illustrative = false;
};
[[nodiscard]] ChangeMap change_map(Connection& database, std::string_view group, Week last,
                                   Date as_of, int weeks);

/// A list as somebody published it for the week.
[[nodiscard]] Ranking published_ranking(Connection& database, std::string_view list, Week week);

} // namespace weekboard
