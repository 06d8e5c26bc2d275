#include "ingest/figure_cell.h"
#include "ingest/recognise_shapes.h"

#include <algorithm>

namespace weekboard
{

namespace
{

/// A heading of any year and month: `2026年3月末到达` as `本月末到达`.
std::string plain_heading(std::string form)
{
    constexpr std::string_view digits = "0123456789";
    constexpr std::string_view in_a_month = "0123456789-—–~至";
    constexpr std::string_view year = "年";
    constexpr std::string_view month = "月";
    if (const std::size_t at = form.find_first_not_of(digits);
        at == 4 && std::string_view{form}.substr(at).starts_with(year)) {
        form.erase(0, at + year.size());
    }
    if (const std::size_t at = form.find_first_not_of(in_a_month);
        at > 0 && at != std::string::npos && std::string_view{form}.substr(at).starts_with(month)) {
        form.replace(0, at, "本");
    }
    return form;
}

bool is_growth(HeaderRole role)
{
    return role == HeaderRole::ytd_growth || role == HeaderRole::month_growth ||
           role == HeaderRole::change || role == HeaderRole::week_change;
}

/// What a heading heads: as it stands, or, where a layout's sheets vary so, without its unit,
/// without what a vendor says in square brackets, and of any month.
std::optional<HeaderRole> role_in(const Layout& layout, const std::string& form)
{
    const auto known = layout.words.find(form);
    if (known != layout.words.end() || layout.shape == LayoutShape::rows) {
        return known != layout.words.end() ? std::optional{known->second} : std::nullopt;
    }
    const HeadingUnit heading = unit_in(form.substr(0, form.find('[')));
    auto word = layout.words.find(heading.heading);
    if (word == layout.words.end() && layout.shape == LayoutShape::release) {
        word = layout.words.find(plain_heading(heading.heading));
    }
    const bool is_of_percent = heading.unit.find('%') != std::string::npos;
    const bool fits = word != layout.words.end() && (!is_of_percent || is_growth(word->second));
    return fits && (heading.unit.empty() || is_of_percent || !is_growth(word->second))
               ? std::optional{word->second}
               : std::nullopt;
}

/// `比上年末净增` needs no heading above it.
bool says_all(std::string_view heading)
{
    return heading.starts_with("比上年");
}

/// The roles of a header's cells; `above` completes it where it takes two rows. A role that two
/// columns claim is nobody's.
void read_columns(const FileRow& row, const FileRow* above, const Layout& layout,
                  RecognisedSheet& sheet)
{
    std::string spanning;
    for (std::size_t c = 0; c < std::max(row.cells.size(), above ? above->cells.size() : 0); ++c) {
        spanning = text_in(above, c).empty() ? spanning : std::string{text_in(above, c)};
        const std::string text{text_in(&row, c)};
        const std::string heading = text.empty() ? std::string{text_in(above, c)} : spanning + text;
        auto role = role_in(layout, compared_form(heading));
        if (!role && says_all(text) && spanning.find("上年") == std::string::npos) {
            role = role_in(layout, compared_form(text));
        }
        if (!role) {
            sheet.unknown.insert(c);
            continue;
        }
        auto& columns = sheet.columns[*role];
        if (columns.empty()) {
            sheet.why.push_back(heading);
        }
        columns.push_back(c);
        sheet.headings[c] = heading;
    }
}

/// Two columns of one role: of releases each may be of another month, of others nobody knows.
bool is_ambiguous(const RecognisedSheet& sheet, const Layout& layout)
{
    return std::ranges::any_of(sheet.columns, [&](const auto& one) {
        const bool may_repeat = layout.shape == LayoutShape::release &&
                                one.first != HeaderRole::name && one.first != HeaderRole::unit;
        return one.second.size() > 1 && !may_repeat && one.first != HeaderRole::label;
    });
}

/// What a list of changes, or a figure in a row, must not have beside it; and a release that tells
/// nothing.
bool is_of_another_kind(const RecognisedSheet& sheet, const Layout& layout)
{
    if (layout.shape == LayoutShape::ranking) {
        const bool has_change = sheet.columns.contains(HeaderRole::change) ||
                                sheet.columns.contains(HeaderRole::week_change);
        return !has_change || sheet.columns.contains(HeaderRole::period);
    }
    if (layout.shape == LayoutShape::release) {
        return std::ranges::all_of(sheet.columns, [](const auto& column) {
            return column.first == HeaderRole::name || column.first == HeaderRole::unit;
        });
    }
    return sheet.columns.contains(HeaderRole::metric);
}

/// A row that says more of the columns than the one above it, and is no figure's.
bool is_sub_header(const FileRow& row, const RecognisedSheet& sheet)
{
    if (!text_in(&row, sheet.column_of(HeaderRole::name).value_or(0)).empty()) {
        return false;
    }
    return std::ranges::any_of(
        row.cells, [](const FileCell& cell) { return !cell.text.empty() && !is_number(cell); });
}

} // namespace

std::optional<RecognisedSheet> recognise_rows(std::span<const FileRow> head, const Layout& layout)
{
    std::optional<RecognisedSheet> best;
    std::vector<std::string> title;
    std::string unit;
    const FileRow* above = nullptr;
    for (std::size_t i = 0; i < head.size(); ++i) {
        const FileRow& row = head[i];
        for (const FileRow* upper : {static_cast<const FileRow*>(nullptr), above}) {
            RecognisedSheet sheet;
            read_columns(row, upper, layout, sheet);
            const bool is_better = !best || sheet.why.size() > best->why.size();
            const bool goes_on = layout.shape == LayoutShape::release && i + 1 < head.size() &&
                                 is_sub_header(head[i + 1], sheet);
            if (goes_on) {
                continue;
            }
            if (is_better && has_all(layout.needs, sheet.columns) && !is_ambiguous(sheet, layout) &&
                !is_of_another_kind(sheet, layout)) {
                sheet.layout = layout;
                sheet.header_row = row.number;
                sheet.first_row = row.number + 1;
                sheet.width = std::max(width_of(row), upper != nullptr ? width_of(*upper) : 0);
                sheet.unit = unit;
                sheet.title = title;
                best = std::move(sheet);
            }
        }
        for (const FileCell& cell : row.cells) {
            if (!cell.text.empty()) {
                title.push_back(cell.text);
            }
        }
        if (const std::string told = unit_above(row); !told.empty()) {
            unit = told;
        }
        above = &row;
    }
    return best;
}

} // namespace weekboard
