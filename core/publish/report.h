#pragma once

#include "exhibit/exhibit.h"
#include "publish/letterhead.h"
#include "series/language.h"
#include "store/connection.h"
#include "time/week.h"

#include <string>
#include <vector>

namespace weekboard
{

/// A paragraph of a report: bold words first, quiet ones last; either may be empty.
struct ReportParagraph {
    std::string lead;
    std::string body;
    std::string where; ///< outlet and day
};

struct ReportPassage {
    std::string heading;
    std::vector<ReportParagraph> paragraphs;
    std::vector<Exhibit> exhibits;

    [[nodiscard]] bool is_empty() const { return paragraphs.empty() && exhibits.empty(); }
};

struct ReportChapter {
    std::string title;
    std::vector<ReportPassage> passages;
};

/// The week as a document, with all its words and figures: a renderer computes nothing.
struct Report {
    Language language = Language::chinese;
    Week week = Week::containing(Date{});
    Date as_of;
    std::string name;     ///< 通信行业周报
    std::string headline; ///< may be empty
    std::string rating;
    Letterhead letterhead;
    std::vector<ReportChapter> chapters;

    [[nodiscard]] const std::string& title() const { return headline.empty() ? name : headline; }
};

/// Fills the board's outline from the store: sentences that state figures, the analyst's own words,
/// the exhibits. Exhibits that the outline does not name come last. Chapters without anything are
/// left out.
[[nodiscard]] Report make_report(Connection& database, Week week, Date as_of, Language language,
                                 const Letterhead& letterhead);

} // namespace weekboard
