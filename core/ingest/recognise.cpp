#include "ingest/recognise_shapes.h"

#include <algorithm>

namespace weekboard
{

namespace
{

const FileRow* row_of_number(std::span<const FileRow> head, int number)
{
    const auto found = std::ranges::find(head, number, &FileRow::number);
    return found != head.end() ? &*found : nullptr;
}

/// A sheet that was mapped once, and has the same cells in the same places.
std::optional<RecognisedSheet> recognise_mapped(std::span<const FileRow> head, const Layout& layout)
{
    RecognisedSheet sheet;
    sheet.layout = layout;
    for (const LayoutSign& sign : layout.signs) {
        const FileRow* row = row_of_number(head, sign.row);
        const auto column = static_cast<std::size_t>(std::max(sign.column, 1)) - 1;
        if (row == nullptr || form_of(*row, column) != sign.text) {
            return std::nullopt;
        }
        sheet.why.emplace_back(text_in(row, column));
    }
    const FileRow* names = row_of_number(head, layout.at->names);
    const FileRow* units = row_of_number(head, layout.at->units);
    if (names == nullptr) {
        return std::nullopt;
    }
    sheet.header_row = layout.at->names;
    sheet.first_row = layout.at->first;
    sheet.width = names->cells.size();
    const auto periods = static_cast<std::size_t>(layout.at->periods) - 1;
    for (std::size_t c = 0; c < names->cells.size(); ++c) {
        if (c != periods && !names->cells[c].text.empty()) {
            sheet.series.push_back({.column = c,
                                    .name = names->cells[c].text,
                                    .unit = std::string{text_in(units, c)},
                                    .periods = periods});
        }
    }
    return sheet.series.empty() ? std::nullopt : std::optional{std::move(sheet)};
}

std::optional<RecognisedSheet> recognise_as(std::span<const FileRow> head, const Layout& layout,
                                            const MetricWords& metrics)
{
    if (layout.at) {
        return recognise_mapped(head, layout);
    }
    return layout.shape == LayoutShape::wide ? recognise_wide(head, layout, metrics)
                                             : recognise_rows(head, layout);
}

} // namespace

std::optional<std::size_t> RecognisedSheet::column_of(HeaderRole role) const
{
    const auto found = columns.find(role);
    return found != columns.end() ? std::optional{found->second.front()} : std::nullopt;
}

std::optional<RecognisedSheet> recognise(std::span<const FileRow> head, const Layouts& layouts,
                                         std::string_view wanted)
{
    std::optional<RecognisedSheet> best;
    for (const Layout& layout : layouts.all) {
        if (!wanted.empty() && layout.name != wanted) {
            continue;
        }
        auto sheet = recognise_as(head, layout, layouts.metrics);
        // What somebody mapped is known by more than words.
        if (sheet && layout.at) {
            return sheet;
        }
        if (sheet && (!best || sheet->why.size() > best->why.size())) {
            best = std::move(sheet);
        }
    }
    return best;
}

} // namespace weekboard
