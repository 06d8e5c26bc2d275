#include "ingest/recognise.h"

#include "ingest/figure_cell.h"
#include "series/security_code.h"

#include <algorithm>
#include <set>
#include <utility>

namespace weekboard
{

namespace
{

std::string_view text_in(const FileRow* row, std::size_t column)
{
    return row != nullptr && column < row->cells.size() ? std::string_view{row->cells[column].text}
                                                        : std::string_view{};
}

std::string form_of(const FileRow& row, std::size_t column)
{
    return compared_form(text_in(&row, column));
}

bool begins_with_one(std::string_view text, const std::vector<std::string>& beginnings)
{
    return std::ranges::any_of(
        beginnings, [&](const std::string& beginning) { return text.starts_with(beginning); });
}

bool has_all(const std::vector<HeaderRole>& needs, const auto& found)
{
    return std::ranges::all_of(needs, [&](HeaderRole role) { return found.contains(role); });
}

bool has_text_beside(const FileRow& row, std::size_t column)
{
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
        if (c != column && !row.cells[c].is_empty()) {
            return true;
        }
    }
    return false;
}

/// How a file names a security: with its market, or with its number alone.
bool is_code(const std::string& text)
{
    return security_code(text) || text.find('.') != std::string::npos;
}

/// `单位:` at the end of a label says nothing more.
std::string label_in(const FileRow& row)
{
    std::string form = form_of(row, 0);
    if (form.ends_with(':')) {
        form.pop_back();
    }
    return form;
}

/// Of `单位：万户` above a table.
std::string unit_above(const FileRow& row)
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
std::size_t width_of(const FileRow& row)
{
    std::size_t width = row.cells.size();
    while (width > 0 && row.cells[width - 1].is_empty()) {
        --width;
    }
    return width;
}

/// A day that is written as one; a number may be anything.
bool is_written_day(const FileCell& cell)
{
    const auto day = !cell.number ? day_in(cell, false) : std::nullopt;
    const bool is_parted = cell.text.find_first_of("-/") != std::string::npos ||
                           cell.text.find("年") != std::string::npos;
    return day && is_parted && day->span != DaySpan::year;
}

/// The header of a sheet with periods down its columns, collected row by row.
class WideHeader
{
public:
    WideHeader(const Layout& layout, const MetricWords& metrics)
        : layout_{layout}
        , metrics_{metrics}
    {
    }

    /// False: the figures begin with this row.
    bool take(const FileRow& row)
    {
        const std::string label = label_in(row);
        if (const std::string unit = unit_above(row); !unit.empty()) {
            unit_ = unit;
        }
        if (!label.empty() && begins_with_one(label, layout_.banner)) {
            why_.emplace_back(row.cells[0].text);
        }
        note_periods(row);
        const auto word = layout_.words.find(label);
        const bool is_labelled = word != layout_.words.end();
        if (!is_labelled && is_of_figures(row)) {
            has_other_days_ = has_days_elsewhere(row);
            return false;
        }
        note_metrics(row);
        above_.push_back(&row);
        if (metric_row_ == &row) {
            return true;
        }
        if (is_labelled) {
            why_.emplace_back(row.cells[0].text);
            rows_.emplace(word->second == HeaderRole::period ? HeaderRole::name : word->second,
                          &row);
        } else if (layout_.is_crossed && has_text_beside(row, 0)) {
            rows_[is_of_codes(row) ? HeaderRole::id : HeaderRole::name] = &row;
        }
        return true;
    }

    [[nodiscard]] std::optional<RecognisedSheet> sheet(int first_row)
    {
        if (layout_.is_crossed && metric_row_ == nullptr) {
            return std::nullopt;
        }
        if (layout_.is_crossed && !rows_.contains(HeaderRole::name)) {
            if (const auto codes = rows_.find(HeaderRole::id); codes != rows_.end()) {
                rows_[HeaderRole::name] = codes->second;
            }
        }
        if (!has_all(layout_.needs, rows_) || !rows_.contains(HeaderRole::name) ||
            periods_.empty() || (periods_.size() > 1 && !layout_.has_blocks) ||
            (periods_.size() < 2 && layout_.has_blocks) || has_other_days_) {
            return std::nullopt;
        }
        RecognisedSheet sheet;
        sheet.layout = layout_;
        sheet.why = why_;
        sheet.first_row = first_row;
        sheet.unit = unit_;
        sheet.header_row = rows_[HeaderRole::name]->number;
        for (const FileRow* row : above_) {
            sheet.width = std::max(sheet.width, width_of(*row));
        }
        for (std::size_t c = 1; c < sheet.width; ++c) {
            add_column(sheet, c);
        }
        for (const FileRow* row : above_) {
            if (!layout_.words.contains(label_in(*row)) && !text_in(row, 0).empty()) {
                sheet.title.emplace_back(text_in(row, 0));
            }
        }
        return sheet.series.empty() ? std::nullopt : std::optional{std::move(sheet)};
    }

private:
    [[nodiscard]] bool is_of_figures(const FileRow& row) const
    {
        const bool is_named = rows_.contains(HeaderRole::name) || rows_.contains(HeaderRole::id);
        const bool is_complete = is_named && (!layout_.is_crossed || metric_row_ != nullptr);
        return is_complete &&
               (has_numbers(row) || std::ranges::any_of(periods_, [&](std::size_t column) {
                    return column < row.cells.size() && day_in(row.cells[column], false) &&
                           has_text_beside(row, column);
                }));
    }

    /// Behind something that is no label: a figure whose period cannot be read is still one.
    [[nodiscard]] bool has_numbers(const FileRow& row) const
    {
        if (row.cells.empty() || row.cells[0].is_empty()) {
            return false;
        }
        return std::any_of(row.cells.begin() + 1, row.cells.end(), is_number);
    }

    /// A second column of periods that nothing says is one.
    [[nodiscard]] bool has_days_elsewhere(const FileRow& row) const
    {
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            if (!periods_.contains(c) && is_written_day(row.cells[c])) {
                return true;
            }
        }
        return false;
    }

    /// The first column has periods, and so has each that says so.
    void note_periods(const FileRow& row)
    {
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            const std::string form = form_of(row, c);
            const auto word = layout_.words.find(form);
            const bool is_repeated_label = c > 0 && word != layout_.words.end() &&
                                           word->second == HeaderRole::name &&
                                           form == form_of(row, 0);
            if (is_repeated_label) {
                periods_.insert(0);
            }
            if (form == "时间" || form == "日期" || is_repeated_label) {
                periods_.insert(c);
                if (layout_.has_blocks) {
                    why_.emplace_back(row.cells[c].text);
                }
            }
        }
        if (!layout_.has_blocks) {
            periods_.insert(0);
        }
    }

    /// A row of words for what quotes tell; one that is not known among them is no close.
    void note_metrics(const FileRow& row)
    {
        std::vector<std::string> words;
        for (std::size_t c = 1; c < row.cells.size(); ++c) {
            const std::string form = form_of(row, c);
            if (metrics_.has(form)) {
                words.push_back(row.cells[c].text);
            } else if (is_code(row.cells[c].text)) {
                return;
            }
        }
        if (!words.empty()) {
            metric_row_ = &row;
            why_.insert(why_.end(), words.begin(), words.end());
        }
    }

    /// Nothing but codes of securities beside its first cell.
    static bool is_of_codes(const FileRow& row)
    {
        bool any = false;
        for (std::size_t c = 1; c < row.cells.size(); ++c) {
            const std::string& text = row.cells[c].text;
            if (!text.empty() && !is_code(text)) {
                return false;
            }
            any = any || !text.empty();
        }
        return any;
    }

    /// What stands above a column; what spans several stands in the first of them.
    [[nodiscard]] std::string_view spanning(const FileRow* row, std::size_t column) const
    {
        for (std::size_t c = column; row != nullptr && c > 0; --c) {
            if (!text_in(row, c).empty()) {
                return text_in(row, c);
            }
            if (periods_.contains(c)) {
                break;
            }
        }
        return {};
    }

    void add_column(RecognisedSheet& sheet, std::size_t c) const
    {
        if (periods_.contains(c)) {
            return;
        }
        const auto row = [&](HeaderRole role) {
            const auto found = rows_.find(role);
            return found != rows_.end() ? found->second : nullptr;
        };
        const bool is_headed = !text_in(metric_row_, c).empty() ||
                               !text_in(row(HeaderRole::name), c).empty() ||
                               !text_in(row(HeaderRole::id), c).empty();
        if (!is_headed) {
            return;
        }
        const auto text = [&](HeaderRole role) {
            return std::string{metric_row_ != nullptr ? spanning(row(role), c)
                                                      : text_in(row(role), c)};
        };
        const std::string metric = compared_form(spanning(metric_row_, c));
        if (!metric.empty() && !metrics_.is_close(metric)) {
            (metrics_.has(metric) ? sheet.passed_over : sheet.unknown).insert(c);
            return;
        }
        const auto periods = std::prev(periods_.upper_bound(c));
        HeaderColumn column{c,
                            text(HeaderRole::name),
                            std::string{text_in(row(HeaderRole::unit), c)},
                            text(HeaderRole::id),
                            std::string{text_in(row(HeaderRole::frequency), c)},
                            *periods,
                            heading_elsewhere(c)};
        if (column.unit.empty()) {
            column.unit = unit_;
        }
        column.lacks_unit = column.unit.empty() && row(HeaderRole::unit) != nullptr &&
                            width_of(*row(HeaderRole::unit)) > 1;
        if (!column.name.empty() || !column.id.empty()) {
            sheet.series.push_back(std::move(column));
        }
    }

    /// What an unlabelled row of the header says of a column: nobody knows what it means.
    [[nodiscard]] std::string heading_elsewhere(std::size_t column) const
    {
        for (const FileRow* row : above_) {
            const bool is_used =
                row == metric_row_ ||
                std::ranges::any_of(rows_, [&](const auto& one) { return one.second == row; });
            const std::string label = label_in(*row);
            const bool says_metric = label.empty() || label == "字段" || label == "指标字段" ||
                                     label == "metric" || label == "field";
            if (!is_used && says_metric && !text_in(row, column).empty()) {
                return std::string{text_in(row, column)};
            }
        }
        return {};
    }

    const Layout& layout_;
    const MetricWords& metrics_;
    std::string unit_;
    bool has_other_days_ = false;
    std::map<HeaderRole, const FileRow*> rows_;
    const FileRow* metric_row_ = nullptr;
    std::vector<const FileRow*> above_;
    std::set<std::size_t> periods_;
    std::vector<std::string> why_;
};

std::optional<RecognisedSheet> recognise_wide(std::span<const FileRow> head, const Layout& layout,
                                              const MetricWords& metrics)
{
    WideHeader header{layout, metrics};
    for (const FileRow& row : head) {
        if (!header.take(row)) {
            return header.sheet(row.number);
        }
    }
    return std::nullopt;
}

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

/// The row, or the row with the one above it, that has most of the layout's words.
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
