#include "ingest/sheet_import.h"

#include "series/number_format.h"

#include <fmt/format.h>

#include <algorithm>

namespace weekboard
{

namespace
{

/// Of rows that agree one stays; where they do not, nobody knows which is right.
void settle_rows(ImportedSeries& series, ImportedSheet& sheet)
{
    auto& figures = series.figures;
    const auto key = [](const ImportedFigure& figure) {
        return std::pair{figure.period_end, figure.vintage};
    };
    std::ranges::stable_sort(figures, {}, key);
    auto kept = figures.begin();
    for (auto first = figures.begin(); first != figures.end();) {
        const auto last = std::find_if(
            first, figures.end(), [&](const auto& figure) { return key(figure) != key(*first); });
        const bool agree = std::all_of(
            first, last, [&](const auto& figure) { return figure.value == first->value; });
        if (agree) {
            *kept++ = *first;
        } else {
            for (auto it = first; it != last; ++it) {
                reject(sheet, {it->row, it->column, fmt::format("{}", it->value),
                               RejectReason::contradicts});
            }
        }
        first = last;
    }
    figures.erase(kept, figures.end());
    figures.shrink_to_fit();
}

bool has_number(const FileRow& row)
{
    return std::ranges::any_of(row.cells, is_number);
}

/// Whether a title says that closes are none.
bool says_other_metric(const MetricWords& metrics, std::string_view text)
{
    const std::string form = compared_form(text);
    const auto stands_in = [&](const std::string& word) {
        return static_cast<signed char>(word.front()) < 0 && form.find(word) != std::string::npos;
    };
    return std::ranges::any_of(metrics.other, stands_in) &&
           std::ranges::none_of(metrics.value, stands_in);
}

} // namespace

SheetImport::SheetImport(const SeriesMatcher& matcher, const Layouts& layouts,
                         const ImportWishes& wishes, SheetTraits traits)
    : matcher_{matcher}
    , layouts_{layouts}
    , wishes_{wishes}
    , traits_{std::move(traits)}
{
}

bool SheetImport::take(FileRow& row)
{
    if (!recognised_) {
        head_.push_back(row);
        return head_.size() < most_header_rows || begin();
    }
    read(row);
    return true;
}

ImportedSheet SheetImport::finish()
{
    if (!recognised_ && !begin() && sheet_.rejected.empty()) {
        constexpr auto few = 1;
        sheet_.has_figures = std::ranges::count_if(head_, has_number) >= few;
        sheet_.head = std::move(head_);
        weekboard::reject(sheet_, {0, 0, {}, RejectReason::no_layout});
    }
    if (reader_) {
        for (auto& [code, series] : reader_->found()) {
            settle_rows(series, sheet_);
            if (!series.figures.empty() || !series.blanks.empty()) {
                sheet_.series.push_back(std::move(series));
            }
        }
    }
    std::ranges::stable_sort(sheet_.rejected, {}, &Rejected::row);
    return std::move(sheet_);
}

/// Once enough rows are there: what the sheet is, and its first figures. False: it is like nothing
/// that is known.
bool SheetImport::begin()
{
    recognised_ = recognise(head_, layouts_, wishes_.layout);
    if (!recognised_) {
        return false;
    }
    sheet_.layout = recognised_->layout.name;
    sheet_.why = recognised_->why;
    traits_.tells_other_metric =
        says_other_metric(layouts_.metrics, traits_.title) ||
        says_other_metric(layouts_.metrics, traits_.file_name) ||
        std::ranges::any_of(recognised_->title, [this](const std::string& title) {
            return says_other_metric(layouts_.metrics, title);
        });
    reader_ = make_row_reader(*recognised_, matcher_, wishes_, traits_, sheet_);
    for (const FileRow& row : head_) {
        if (row.number >= recognised_->first_row) {
            read(row);
        }
    }
    head_.clear();
    return true;
}

void SheetImport::read(const FileRow& row)
{
    if (std::ranges::all_of(row.cells, &FileCell::is_empty)) {
        return;
    }
    const HeaderKind header = is_over_ ? HeaderKind::none : header_in(row);
    if (header == HeaderKind::same) {
        return;
    }
    if (header == HeaderKind::another) {
        is_over_ = true;
        return reject(row, 0, RejectReason::after_footer);
    }
    if (is_footer(row)) {
        is_over_ = true;
    }
    if (is_over_) {
        if (std::any_of(row.cells.begin() + 1, row.cells.end(), is_number)) {
            reject(row, 0, RejectReason::after_footer);
        }
    } else if (is_too_long(row) && !traits_.has_sure_cells) {
        reject(row, recognised_->width, RejectReason::too_many_cells);
    } else {
        tell_stray(row);
        reader_->read(row);
    }
}

/// Below another header stands another table; the same one once more, of a page, says nothing.
SheetImport::HeaderKind SheetImport::header_in(const FileRow& row) const
{
    const Layout& layout = recognised_->layout;
    if (layout.at || std::ranges::any_of(row.cells, is_number)) {
        return HeaderKind::none;
    }
    if (layout.shape == LayoutShape::wide) {
        const auto word = layout.words.find(compared_form(row.cells.front().text));
        const bool is_name = word != layout.words.end() && (word->second == HeaderRole::name ||
                                                            word->second == HeaderRole::period);
        return is_name || has_metrics(row) ? HeaderKind::another : HeaderKind::none;
    }
    std::size_t words = 0;
    bool is_same = true;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
        const auto word = layout.words.find(compared_form(row.cells[c].text));
        if (word != layout.words.end()) {
            ++words;
            is_same = is_same && recognised_->column_of(word->second) == c;
        } else if (!row.cells[c].text.empty() && layout.shape != LayoutShape::rows) {
            is_same = false;
        }
    }
    if (words < 2) {
        return HeaderKind::none;
    }
    return is_same && words >= recognised_->columns.size() ? HeaderKind::same : HeaderKind::another;
}

bool SheetImport::has_metrics(const FileRow& row) const
{
    return std::any_of(row.cells.begin() + 1, row.cells.end(), [this](const FileCell& cell) {
        return layouts_.metrics.has(compared_form(cell.text));
    });
}

/// Beside the table, in a file whose cells cannot be moved by a comma.
void SheetImport::tell_stray(const FileRow& row)
{
    for (std::size_t c = recognised_->width; c < row.cells.size(); ++c) {
        if (is_number(row.cells[c]) && stray_.insert(c).second) {
            reject(row, c, RejectReason::no_name);
        }
    }
}

bool SheetImport::is_footer(const FileRow& row) const
{
    const auto& footers = recognised_->layout.footer;
    const std::string& text = row.cells.front().text;
    // All bundled ones begin with letters that are none of ASCII's.
    if (footers.empty() || text.empty() || static_cast<signed char>(text.front()) >= 0) {
        return false;
    }
    const std::string form = compared_form(text);
    return std::ranges::any_of(footers,
                               [&](const std::string& footer) { return form.starts_with(footer); });
}

/// Cells without a header above: a comma within a figure has moved what follows.
bool SheetImport::is_too_long(const FileRow& row) const
{
    for (std::size_t c = recognised_->width; c < row.cells.size(); ++c) {
        if (!row.cells[c].is_empty()) {
            return true;
        }
    }
    return false;
}

void SheetImport::reject(const FileRow& row, std::size_t column, RejectReason reason)
{
    weekboard::reject(
        sheet_, {row.number, static_cast<int>(column) + 1,
                 column < row.cells.size() ? text_of(row.cells[column]) : std::string{}, reason});
}

} // namespace weekboard
