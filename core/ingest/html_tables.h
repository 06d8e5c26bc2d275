#pragma once

#include "ingest/file_row.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace weekboard
{

/// What a page may hold at most; beyond that it is taken for hostile.
struct HtmlLimits {
    std::size_t bytes = 64U << 20;
    std::size_t cells = 5'000'000; ///< of all tables, with those that spans leave empty
    std::size_t tables = 1000;
};

/// One of a page's tables.
struct HtmlTable {
    std::string title; ///< headings of the page before it, and its caption
    std::vector<FileRow> rows;
};

/// The tables of a page that hold no other table, in their order. A cell that spans several rows or
/// columns stands in the first of them, as in a workbook. Scripts, styles and hidden tables say
/// nothing. Throws ImportError.
[[nodiscard]] std::vector<HtmlTable> html_tables(std::string_view utf8,
                                                 const HtmlLimits& limits = {});

/// Whether a text begins as a page, or as a piece of one, with a table.
[[nodiscard]] bool is_html(std::string_view beginning);

} // namespace weekboard
