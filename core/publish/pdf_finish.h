#pragma once

#include <map>
#include <string>
#include <vector>

namespace weekboard
{

/// A place in a document that readers can jump to.
struct PdfBookmark {
    std::string title;
    int page = 0;   ///< from 0
    double top = 0; ///< in points from the page's upper edge
    int level = 0;  ///< 0, or one more than the bookmark that it belongs under
};

/// What a PDF of Qt's lacks.
struct PdfFinish {
    std::string title;
    std::string language = "zh-CN";
    /// What a glyph means where the font draws several characters with it and Qt took the wrong
    /// one: the radical ⼈ for 人.
    std::map<char32_t, char32_t> readings;
    std::vector<PdfBookmark> bookmarks;
};

/// The document with a text layer that can be searched, its title, language and bookmarks; the same
/// input gives the same bytes. Throws std::runtime_error for what is no PDF.
[[nodiscard]] std::string finish_pdf(const std::string& pdf, const PdfFinish& finish);

} // namespace weekboard
