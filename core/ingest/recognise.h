#pragma once

#include "ingest/file_day.h"
#include "ingest/file_row.h"
#include "ingest/layout.h"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace weekboard
{

/// A column with a series in it, as its header says.
struct HeaderColumn {
    std::size_t column = 0;
    std::string name{};
    std::string unit{};
    std::string id{};
    std::string frequency{};
    std::size_t periods = 0; ///< the column of its periods
    std::string elsewhere{}; ///< what a row of the header says that nobody knows
    bool lacks_unit = false; ///< others have one
};

/// A sheet that was taken for a layout.
struct RecognisedSheet {
    Layout layout;
    int header_row = 0;                ///< number of the row with the names
    int first_row = 0;                 ///< number of the first row with figures
    std::size_t width = 0;             ///< cells of the header
    std::vector<HeaderColumn> series;  ///< wide
    std::set<std::size_t> passed_over; ///< columns that tell something but figures
    /// Of the other shapes: the columns of a role, of which there is one but in releases.
    std::map<HeaderRole, std::vector<std::size_t>> columns;
    std::map<std::size_t, std::string> headings; ///< what stands above these columns
    std::set<std::size_t> unknown;               ///< columns whose heading is not known
    std::string unit;                            ///< of the whole sheet, told above it
    std::vector<std::string> title;              ///< the cells above the header
    std::vector<std::string> why;                ///< the words that told

    /// The first column of a role; nothing where there is none.
    [[nodiscard]] std::optional<std::size_t> column_of(HeaderRole role) const;
};

/// So many rows are looked at.
constexpr std::size_t most_header_rows = 40;

/// What the first rows are most likely; `wanted` is a layout's name, or empty for any. Nothing
/// where they are like none.
[[nodiscard]] std::optional<RecognisedSheet>
recognise(std::span<const FileRow> head, const Layouts& layouts, std::string_view wanted);

} // namespace weekboard
