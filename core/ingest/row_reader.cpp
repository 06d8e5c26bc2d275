#include "ingest/row_reader.h"

#include "ingest/list_readers.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace weekboard
{

namespace
{

constexpr std::size_t most_blanks = 10000;

/// A series of days needs a day; of a longer period its first or its last will do, or its last
/// month, or its name.
bool is_of_calendar(const FileDay& told, Frequency frequency)
{
    const bool is_last_month =
        told.span == DaySpan::month &&
        period_end(Frequency::monthly, told.day) == period_end(frequency, told.day);
    const bool is_at_an_end =
        told.span == DaySpan::day && (told.day == period_start(frequency, told.day) ||
                                      told.day == period_end(frequency, told.day));
    switch (frequency) {
    case Frequency::daily:
    case Frequency::weekly:
        return told.span == DaySpan::day;
    case Frequency::monthly:
        return told.span == DaySpan::month || is_at_an_end;
    case Frequency::quarterly:
        return told.span == DaySpan::quarter || is_last_month || is_at_an_end;
    case Frequency::annual:
        return told.span == DaySpan::year || is_last_month || is_at_an_end;
    }
    return false;
}

class WideReader : public RowReader
{
public:
    WideReader(const RecognisedSheet& recognised, const SeriesMatcher& matcher,
               const ImportWishes& wishes, const SheetTraits& traits, ImportedSheet& sheet)
        : RowReader{recognised, matcher, wishes, traits, sheet}
    {
        for (const HeaderColumn& column : recognised.series) {
            named_.insert(column.column);
            periods_.insert(column.periods);
            if (FigureTarget target = match(column, recognised.header_row);
                target.series != nullptr) {
                blocks_[column.periods].emplace_back(column.column, std::move(target));
            }
        }
    }

    void read_row(const FileRow& row) override
    {
        bool any = false;
        for (const auto& [periods, columns] : blocks_) {
            any = read_block(row, periods, columns) || any;
        }
        if (any) {
            tell_nameless(row);
        }
    }

private:
    using Columns = std::vector<std::pair<std::size_t, FigureTarget>>;

    /// False: a note, or a period without anything.
    bool read_block(const FileRow& row, std::size_t periods, const Columns& columns)
    {
        const bool has_figures = std::ranges::any_of(columns, [&](const auto& column) {
            return column.first < row.cells.size() && !row.cells[column.first].is_empty();
        });
        if (!has_figures) {
            return false;
        }
        const auto day = periods < row.cells.size() ? day_of(row.cells[periods]) : std::nullopt;
        if (!day) {
            reject(row, periods, RejectReason::no_period);
            return false;
        }
        for (const auto& [column, target] : columns) {
            if (column < row.cells.size()) {
                read_figure(row, column, target, *day, std::nullopt);
            }
        }
        return true;
    }

    /// Figures in a column without a name, once for each column.
    void tell_nameless(const FileRow& row)
    {
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            const bool is_known = named_.contains(c) || periods_.contains(c);
            const bool is_left = !recognised().layout.at || c > *periods_.begin();
            if (!row.cells[c].is_empty() && !is_known && is_left &&
                !recognised().passed_over.contains(c) && nameless_.insert(c).second) {
                reject(row, c,
                       recognised().unknown.contains(c) ? RejectReason::unknown_column
                                                        : RejectReason::no_name);
            }
        }
    }

    std::set<std::size_t> named_;
    std::set<std::size_t> periods_;
    std::map<std::size_t, Columns> blocks_; ///< by the column of their periods
    std::set<std::size_t> nameless_;
};

class LongReader : public RowReader
{
public:
    using RowReader::RowReader;

    void read_row(const FileRow& row) override
    {
        const FileCell* code = cell(row, HeaderRole::code);
        const FileCell* period = cell(row, HeaderRole::period);
        const FileCell* value = cell(row, HeaderRole::value);
        if (code == nullptr || period == nullptr || value == nullptr) {
            return; // too short for a figure: a note
        }
        const FigureTarget& target = target_of(row, *code);
        if (target.series == nullptr) {
            return;
        }
        const auto day = day_of(*period);
        if (!day) {
            return reject(row, *recognised().column_of(HeaderRole::period),
                          RejectReason::no_period);
        }
        std::optional<Date> vintage;
        if (const FileCell* given = cell(row, HeaderRole::vintage); given && !given->is_empty()) {
            const auto told = day_of(*given);
            vintage = told && told->span == DaySpan::day ? std::optional{told->day} : std::nullopt;
            if (!vintage) {
                return reject(row, *recognised().column_of(HeaderRole::vintage),
                              RejectReason::no_vintage);
            }
        }
        read_figure(row, *recognised().column_of(HeaderRole::value), target, *day, vintage);
    }

private:
    /// A code that is no series is told once, by its first row; a row without a code each time.
    const FigureTarget& target_of(const FileRow& row, const FileCell& cell_with_code)
    {
        key_ = cell_with_code.number ? text_of(cell_with_code) : cell_with_code.text;
        const std::size_t code_size = key_.size();
        if (!unit_in_row().empty()) {
            key_ += '\n' + unit_in_row();
        }
        const auto known = targets_.find(key_);
        if (known != targets_.end() && code_size > 0) {
            return known->second;
        }
        const std::string code = key_.substr(0, code_size);
        const HeaderColumn column{.column = *recognised().column_of(HeaderRole::code),
                                  .name = code,
                                  .unit = unit_in_row(),
                                  .id = code};
        return targets_[key_] = match(column, row.number);
    }

    std::string key_;
    std::unordered_map<std::string, FigureTarget> targets_; ///< by code and unit
};

} // namespace

RowReader::RowReader(const RecognisedSheet& recognised, const SeriesMatcher& matcher,
                     const ImportWishes& wishes, const SheetTraits& traits, ImportedSheet& sheet)
    : recognised_{recognised}
    , matcher_{matcher}
    , wishes_{wishes}
    , traits_{traits}
    , sheet_{sheet}
{
}

const FileCell* RowReader::cell(const FileRow& row, HeaderRole role) const
{
    const auto column = recognised_.column_of(role);
    return column && *column < row.cells.size() ? &row.cells[*column] : nullptr;
}

void RowReader::note_unit(const FileRow& row)
{
    const FileCell* own = cell(row, HeaderRole::unit);
    if (own != nullptr && !own->text.empty()) {
        unit_ = own->text;
        unit_until_ = row.number + own->down - 1;
    } else if (row.number > unit_until_) {
        unit_.clear();
    }
}

FigureTarget RowReader::match(const HeaderColumn& column, int row)
{
    FigureTarget target = checked(matcher_.match(column), column);
    const int number = static_cast<int>(column.column) + 1;
    if (target.series == nullptr) {
        weekboard::reject(sheet_, {row, number, column.name, target.trouble});
        if (target.trouble == RejectReason::no_series && sheet_.unknown.size() < most_rejected) {
            sheet_.unknown.push_back(
                {column.name, column.unit, column.frequency, column.id, row, number});
        }
    } else if (wishes_.chosen.contains(column.name)) {
        sheet_.choices.push_back({column.name, column.unit, target.series->code});
    }
    return target;
}

/// A column whose heading says something that nobody knows is no figure of the series; nor is one
/// without a unit beside others that have theirs.
FigureTarget RowReader::checked(FigureTarget target, const HeaderColumn& column) const
{
    if (target.series == nullptr) {
        return target;
    }
    const bool is_close = target.series->measure == Measure::close;
    if (is_close && traits_.tells_other_metric) {
        return {nullptr, {}, RejectReason::other_metric};
    }
    if (!column.elsewhere.empty()) {
        HeaderColumn with_unit = column;
        with_unit.unit = column.elsewhere;
        const FigureTarget in_unit = matcher_.match(with_unit);
        return in_unit.series != nullptr ? in_unit
                                         : FigureTarget{nullptr, {}, RejectReason::other_metric};
    }
    const bool needs_none = target.series->unit == "%" || target.series->unit == "点";
    return column.lacks_unit && !needs_none ? FigureTarget{nullptr, {}, RejectReason::no_unit}
                                            : target;
}

void RowReader::reject(const FileRow& row, std::size_t column, RejectReason reason)
{
    weekboard::reject(
        sheet_, {row.number, static_cast<int>(column) + 1,
                 column < row.cells.size() ? text_of(row.cells[column]) : std::string{}, reason});
}

void RowReader::read_figure(const FileRow& row, std::size_t column, const FigureTarget& target,
                            const FileDay& told, const std::optional<Date>& vintage)
{
    const FileCell& cell = row.cells[column];
    const Frequency frequency = target.series->frequency;
    if (!is_of_calendar(told, frequency)) {
        return cell.is_empty() ? void() : reject(row, column, RejectReason::mid_period);
    }
    const CellFigure figure =
        cell.is_empty() ? CellFigure{} : figure_in(cell, target, traits_.decimals_by_comma);
    if (figure.trouble) {
        return reject(row, column, *figure.trouble);
    }
    ImportedSeries*& into = known_[target.series];
    if (into == nullptr) {
        into = &found_[target.series->code];
        into->series = *target.series;
        into->unit = target.unit;
    }
    const Date end = frequency == Frequency::daily ? told.day : period_end(frequency, told.day);
    const ImportedFigure read{end, vintage, figure.value.value_or(0), row.number,
                              static_cast<int>(column) + 1};
    if (figure.value) {
        into->figures.push_back(read);
    } else if (into->blanks.size() < most_blanks) {
        into->blanks.push_back(read);
    }
}

std::unique_ptr<RowReader> make_row_reader(const RecognisedSheet& recognised,
                                           const SeriesMatcher& matcher, const ImportWishes& wishes,
                                           const SheetTraits& traits, ImportedSheet& sheet)
{
    switch (recognised.layout.shape) {
    case LayoutShape::wide:
        return std::make_unique<WideReader>(recognised, matcher, wishes, traits, sheet);
    case LayoutShape::rows:
        return std::make_unique<LongReader>(recognised, matcher, wishes, traits, sheet);
    case LayoutShape::release:
        return make_release_reader(recognised, matcher, wishes, traits, sheet);
    case LayoutShape::ranking:
        return make_ranking_reader(recognised, matcher, wishes, traits, sheet);
    }
    return {};
}

} // namespace weekboard
