#pragma once

#include "publish/report.h"

#include <functional>
#include <string>
#include <vector>

namespace weekboard
{

/// An exhibit drawn for a page.
struct PageDrawing {
    std::string light; ///< an SVG each, without a declaration
    std::string dark;
    double width = 0; ///< of the view box
    /// Where the exhibit's places lie from left to right, in units of the view box; empty where
    /// they do not.
    std::vector<double> places;
};
using DrawForPage = std::function<PageDrawing(const Exhibit&)>;

/// The report as one page that needs nothing else: no network, no fonts, no files. Charts follow
/// the reader's light or dark setting and tell the figures under the pointer; each has its table
/// beside it, which is what screen readers get.
[[nodiscard]] std::string html_report(const Report& report, const DrawForPage& draw);

/// A table as HTML, for the clipboard and for pages. Escaped.
[[nodiscard]] std::string html_table(const Exhibit& exhibit);

} // namespace weekboard
