#include "ingest/figure_cell.h"
#include "ingest/recognise_shapes.h"
#include "series/security_code.h"

#include <algorithm>
#include <utility>

namespace weekboard
{

namespace
{

bool begins_with_one(std::string_view text, const std::vector<std::string>& beginnings)
{
    return std::ranges::any_of(
        beginnings, [&](const std::string& beginning) { return text.starts_with(beginning); });
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
            const HeaderRole role =
                word->second == HeaderRole::period ? HeaderRole::name : word->second;
            if (role != HeaderRole::name || has_text_beside(row, 0)) { // `Wind` alone names nothing
                rows_.emplace(role, &row);
            }
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

    /// The cell above a column, or one merged with it.
    static std::string_view covering(const FileRow* row, std::size_t column)
    {
        for (std::size_t c = column + 1; row != nullptr && c-- > 0;) {
            if (c < row->cells.size() && !row->cells[c].is_empty()) {
                const auto across = static_cast<std::size_t>(row->cells[c].across);
                return column - c < across ? text_in(row, c) : std::string_view{};
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
                            std::string{covering(row(HeaderRole::unit), c)},
                            text(HeaderRole::id),
                            std::string{covering(row(HeaderRole::frequency), c)},
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

} // namespace

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

} // namespace weekboard
