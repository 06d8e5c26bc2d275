#pragma once

#include "ingest/recognise.h"

#include <algorithm>

namespace weekboard
{

/// A sheet as a layout of one shape; nothing where it is none. See `recognise`.
[[nodiscard]] std::optional<RecognisedSheet>
recognise_wide(std::span<const FileRow> head, const Layout& layout, const MetricWords& metrics);

/// Of the shapes with a figure, a name or a security in each row: the row, or the row with the one
/// above it, that has most of the layout's words.
[[nodiscard]] std::optional<RecognisedSheet> recognise_rows(std::span<const FileRow> head,
                                                            const Layout& layout);

// What both look at.

[[nodiscard]] inline std::string_view text_in(const FileRow* row, std::size_t column)
{
    return row != nullptr && column < row->cells.size() ? std::string_view{row->cells[column].text}
                                                        : std::string_view{};
}

[[nodiscard]] inline std::string form_of(const FileRow& row, std::size_t column)
{
    return compared_form(text_in(&row, column));
}

[[nodiscard]] inline bool has_all(const std::vector<HeaderRole>& needs, const auto& found)
{
    return std::ranges::all_of(needs, [&](HeaderRole role) { return found.contains(role); });
}

/// Of `单位：万户` above a table.
[[nodiscard]] inline std::string unit_above(const FileRow& row)
{
    constexpr std::string_view words = "单位:";
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
        const std::string form = form_of(row, c);
        const std::size_t at = form.find(words);
        if (at != std::string::npos && form.size() > at + words.size()) {
            std::string unit = form.substr(at + words.size());
            if (unit.ends_with(')')) {
                unit.pop_back();
            }
            return unit;
        }
    }
    return {};
}

/// Cells up to the last one that has something.
[[nodiscard]] inline std::size_t width_of(const FileRow& row)
{
    std::size_t width = row.cells.size();
    while (width > 0 && row.cells[width - 1].is_empty()) {
        --width;
    }
    return width;
}

} // namespace weekboard
