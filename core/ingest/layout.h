#pragma once

#include "ingest/file_row.h"
#include "time/date.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Layouts as data: how a sheet says what its rows and columns are.
namespace weekboard
{

/// What a word of a header heads.
enum class HeaderRole {
    name,
    frequency,
    unit,
    id,
    source,
    other,
    code,
    label,
    period,
    value,
    vintage
};

struct Layout {
    std::string name; ///< `wind-edb`
    bool is_wide = false;
    std::map<std::string, HeaderRole, std::less<>> words; ///< in their compared form
    std::vector<HeaderRole> needs;
    std::vector<std::string> footer; ///< in their compared form
    std::vector<std::string> banner;
};

/// The bundled ones. Throws std::logic_error where `resources/layouts` is not what it should be.
[[nodiscard]] const std::vector<Layout>& all_layouts();

/// A text as headers and names are compared: without blanks, with narrow forms of letters, digits
/// and marks, small letters.
[[nodiscard]] std::string compared_form(std::string_view text);

/// A column with a series in it, as its header says.
struct HeaderColumn {
    std::size_t column = 0;
    std::string name;
    std::string unit;
    std::string id;
    std::string frequency;
};

/// A sheet that was taken for a layout.
struct RecognisedSheet {
    const Layout* layout = nullptr;
    int header_row = 0;                        ///< number of the row with the names
    int first_row = 0;                         ///< number of the first row with figures
    std::size_t width = 0;                     ///< cells of the header
    std::vector<HeaderColumn> series;          ///< wide
    std::map<HeaderRole, std::size_t> columns; ///< long: where what stands
    std::vector<std::string> why;              ///< the words that told
};

/// So many rows are looked at.
constexpr std::size_t most_header_rows = 40;

/// What the first rows are most likely; `wanted` is a layout's name, or empty for any. Nothing
/// where they are like none.
[[nodiscard]] std::optional<RecognisedSheet> recognise(std::span<const FileRow> head,
                                                       std::string_view wanted);

/// A day or a month as files write them.
struct FileDay {
    Date day;              ///< of a month its first
    bool is_month = false; ///< nothing but the month is told
};

/// `2026-03-31`, `2026/3/31 0:00`, `20260331`, `2026-03`, `2026年3月`, a workbook's number of days.
[[nodiscard]] std::optional<FileDay> day_in(const FileCell& cell, bool counts_from_1904);

} // namespace weekboard
