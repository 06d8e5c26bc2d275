#pragma once

#include "publish/report.h"
#include "theme/theme.h"

#include <functional>
#include <string>

namespace weekboard
{

/// A report whose drawing is done, and which any thread may finish into the bytes of a file.
struct UnfinishedReport {
    int pages = 0;
    std::function<std::string()> finish;
};

/// The report as an A4 document: cover with contents, chapters, exhibits side by side where they
/// are made for it, page numbers, bookmarks, a text layer. Needs a QApplication and its thread.
[[nodiscard]] UnfinishedReport draw_report_pdf(const Report& report, RiseColor rise);

/// The report as one self-contained page. Needs a QApplication and its thread.
[[nodiscard]] UnfinishedReport draw_report_html(const Report& report, RiseColor rise);

} // namespace weekboard
