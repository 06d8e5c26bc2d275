#include "ingest/list_readers.h"
#include "ingest/list_week.h"
#include "ingest/title_days.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace weekboard
{

namespace
{

/// A row's name without its number and 其中: before it.
std::string plain_name(std::string_view text)
{
    std::string form = compared_form(text);
    constexpr std::array<std::string_view, 20> before{
        "(一)", "(二)", "(三)", "(四)", "(五)", "(六)", "其中:", "其中", "#",  "一、",
        "二、", "三、", "四、", "五、", "六、", "1.",   "2.",    "3.",   "4.", "5."};
    for (bool is_changed = true; is_changed;) {
        is_changed = false;
        for (const std::string_view word : before) {
            if (form.starts_with(word)) {
                form.erase(0, word.size());
                is_changed = true;
            }
        }
    }
    return form;
}

class ReleaseReader : public RowReader
{
public:
    ReleaseReader(const RecognisedSheet& recognised, const SeriesMatcher& matcher,
                  const ImportWishes& wishes, const SheetTraits& traits, ImportedSheet& sheet)
        : RowReader{recognised, matcher, wishes, traits, sheet}
    {
        for (const std::string& title : titles_of(recognised, traits)) {
            if ((month_ = month_in_title(title))) {
                sheet.why.push_back(title);
                break;
            }
        }
        for (const auto& [role, columns] : recognised.columns) {
            if (role != HeaderRole::name && role != HeaderRole::unit) {
                choose_column(role, columns);
            }
        }
        if (!month_) {
            weekboard::reject(sheet, {recognised.header_row, 0, {}, RejectReason::no_period});
        }
    }

    void read_row(const FileRow& row) override
    {
        const FileCell* name = cell(row, HeaderRole::name);
        if (begins_another(row)) {
            month_.reset();
        }
        tell_unknown(row);
        for (const auto& [role, column] : columns_) {
            if (column >= row.cells.size() || row.cells[column].is_empty()) {
                continue;
            }
            if (name == nullptr || name->text.empty() || !month_) {
                if (is_number(row.cells[column])) {
                    reject(row, column, month_ ? RejectReason::no_name : RejectReason::no_period);
                }
                continue;
            }
            read_cell(row, name->text, role, column);
        }
    }

private:
    /// Of columns of one role the one of the title's month; of several nobody knows.
    void choose_column(HeaderRole role, const std::vector<std::size_t>& columns)
    {
        std::vector<std::size_t> fitting;
        for (const std::size_t column : columns) {
            if (is_of_another_month(recognised().headings.at(column))) {
                tell_column(column, RejectReason::no_period);
            } else {
                fitting.push_back(column);
            }
        }
        if (fitting.size() == 1) {
            columns_[role] = fitting.front();
            return;
        }
        for (const std::size_t column : fitting) {
            tell_column(column, RejectReason::contradicts);
        }
    }

    void tell_column(std::size_t column, RejectReason reason)
    {
        weekboard::reject(sheet(), {recognised().header_row, static_cast<int>(column) + 1,
                                    recognised().headings.at(column), reason});
    }

    /// Another month's table, or last year's part of this one.
    [[nodiscard]] bool begins_another(const FileRow& row) const
    {
        if (std::ranges::any_of(row.cells, is_number)) {
            return false;
        }
        return std::ranges::any_of(row.cells, [this](const FileCell& cell) {
            return cell.text.find("上年") != std::string::npos ||
                   cell.text.find("去年") != std::string::npos || is_of_another_month(cell.text);
        });
    }

    /// `2月末` below a title of March; `上年同期` is of another year, whatever the month.
    [[nodiscard]] bool is_of_another_month(std::string_view text) const
    {
        if (!month_) {
            return false;
        }
        if (const auto told = month_in_title(text)) {
            return told->day != month_->day;
        }
        const auto title_month = fmt::format("{}年", year_of(month_->day)) + std::string{text};
        const auto told = month_in_title(title_month);
        return told && told->day != month_->day;
    }

    /// Figures below headings that are not known, once for each column.
    void tell_unknown(const FileRow& row)
    {
        for (const std::size_t column : recognised().unknown) {
            if (column < row.cells.size() && is_number(row.cells[column]) &&
                told_.insert(column).second) {
                reject(row, column, RejectReason::unknown_column);
            }
        }
    }

    void read_cell(const FileRow& row, const std::string& name, HeaderRole role, std::size_t column)
    {
        const bool is_growth = role == HeaderRole::ytd_growth || role == HeaderRole::month_growth;
        const std::string unit = is_growth ? "%" : unit_of(name);
        if (unit.empty()) {
            return reject(row, column, RejectReason::no_unit);
        }
        const HeaderColumn header{.column = column,
                                  .name = name + ' ' + recognised().headings.at(column),
                                  .unit = unit,
                                  .id = code_of(name, role)};
        const FigureTarget target = match(header, row.number);
        if (target.series != nullptr) {
            read_figure(row, column, target, *month_, std::nullopt);
        }
    }

    /// Of the row, or in brackets behind its name, or of the whole table.
    [[nodiscard]] std::string unit_of(const std::string& name) const
    {
        if (!unit_in_row().empty()) {
            return unit_in_row();
        }
        const HeadingUnit told = unit_in(compared_form(name));
        return told.unit.empty() ? recognised().unit : told.unit;
    }

    /// As the layout says; a level may have the series' own name.
    [[nodiscard]] std::string code_of(const std::string& name, HeaderRole role) const
    {
        const auto& items = recognised().layout.items;
        const std::string form = plain_name(name);
        auto item = items.find(form);
        if (item == items.end()) {
            item = items.find(unit_in(form).heading);
        }
        if (item == items.end()) {
            const Series* series = matcher().match({.name = form}).series;
            const bool is_level = series != nullptr && series->measure == Measure::level;
            return role == HeaderRole::end && is_level ? series->code : std::string{};
        }
        const auto series = item->second.find(role);
        return series != item->second.end() ? series->second : std::string{};
    }

    std::optional<FileDay> month_;
    std::map<HeaderRole, std::size_t> columns_;
    std::set<std::size_t> told_;
};

} // namespace

std::unique_ptr<RowReader> make_release_reader(const RecognisedSheet& recognised,
                                               const SeriesMatcher& matcher,
                                               const ImportWishes& wishes,
                                               const SheetTraits& traits, ImportedSheet& sheet)
{
    return std::make_unique<ReleaseReader>(recognised, matcher, wishes, traits, sheet);
}

} // namespace weekboard
