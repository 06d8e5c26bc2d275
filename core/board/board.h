#pragma once

#include "series/language.h"
#include "time/week.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The week's judgements and lists, beside its figures.
namespace weekboard
{

/// The group of the series that are industries of the market, whose changes are ranked.
inline constexpr std::string_view industry_group = "sw1";

/// A sub-sector that is followed weekly.
struct Board {
    std::string code;
    Bilingual name;
    int ordinal = 0;        ///< place in the report
    std::string index_code; ///< series of its index, empty if it has none
};

/// One step of the house's scale of heat ratings (景气度).
struct Rating {
    std::string code;
    Bilingual name;
    int score = 0; ///< higher is hotter; equal scores are equally hot
};

/// What the house thinks of a board in a week.
struct HeatRating {
    Date week_end; ///< the week's Friday
    std::string board;
    std::string rating;
    std::string reason;
};

/// A line of the week's text. `section` is headline, viewpoint, track, advice, risk, rating, news.
struct Note {
    Date week_end;
    std::string section;
    int ordinal = 0;
    std::string subject;
    std::string body;
    std::optional<Date> published_on;
    std::string outlet;
};

/// A place in a weekly list of changes, as somebody published it.
struct Ranked {
    Date week_end;
    std::string list; ///< `stocks` or `industries`
    std::string code;
    Bilingual name;
    double change_percent = 0;
};

} // namespace weekboard
