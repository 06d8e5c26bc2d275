#include "entry/sheet_model.h"

#include "entry/cell_reading.h"
#include "entry/draft_keys.h"
#include "series/number_format.h"
#include "words/week_words.h"

#include <QFont>

#include <algorithm>
#include <array>

namespace weekboard
{

namespace
{

QString number(double value, const Series& series)
{
    return from_utf8(format_number(value, series.decimals));
}

/// `8841058.WI` for its closes and for its published changes.
std::string index_of(const SheetRow& row)
{
    return row.series.code.substr(0, row.series.code.find('/'));
}

Qt::Alignment alignment_of(int column)
{
    const bool is_figure = column == SheetModel::previous_column ||
                           column == SheetModel::year_ago_column ||
                           column == SheetModel::entry_column;
    return (is_figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

} // namespace

SheetModel::SheetModel(const Appearance& appearance, Draft& draft, QObject* parent)
    : QAbstractTableModel{parent}
    , appearance_{appearance}
    , draft_{draft}
{
}

void SheetModel::show(std::vector<SheetSection> sections)
{
    beginResetModel();
    sections_ = std::move(sections);
    rows_.clear();
    for (std::size_t s = 0; s < sections_.size(); ++s) {
        rows_.push_back({s, -1});
        for (std::size_t r = 0; r < sections_[s].rows.size(); ++r) {
            rows_.push_back({s, static_cast<int>(r)});
        }
    }
    endResetModel();
}

void SheetModel::set_findings(const std::vector<CheckFinding>& findings)
{
    findings_.clear();
    for (const CheckFinding& finding : findings) {
        for (const FigureKey& figure : finding.figures) {
            if (!draft_.text(figure).empty()) {
                findings_[figure].push_back(finding);
            }
        }
    }
    // Not the column that is typed in: an open editor would be filled anew.
    if (!rows_.empty()) {
        emit dataChanged(index(0, reading_column), index(rowCount() - 1, column_count - 1));
    }
}

void SheetModel::refresh()
{
    if (!rows_.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, column_count - 1));
    }
}

void SheetModel::type(const Draft::Texts& texts)
{
    draft_.type(texts);
    refresh();
    emit typed();
}

const SheetRow* SheetModel::figure_in(int row) const
{
    if (row < 0 || row >= rowCount()) {
        return nullptr;
    }
    const Row& at = rows_[static_cast<std::size_t>(row)];
    return at.figure < 0 ? nullptr
                         : &sections_[at.section].rows[static_cast<std::size_t>(at.figure)];
}

bool SheetModel::is_missing(int row) const
{
    const SheetRow* figure = figure_in(row);
    if (figure == nullptr || is_there(*figure)) {
        return false;
    }
    // Of an index anything will do: its changes, or a close.
    const SheetSection& section = sections_[rows_[static_cast<std::size_t>(row)].section];
    return !section.is_indices || std::ranges::none_of(section.rows, [&](const SheetRow& other) {
        return index_of(other) == index_of(*figure) && is_there(other);
    });
}

bool SheetModel::is_there(const SheetRow& row) const
{
    return row.known || !draft_.text(row.key()).empty();
}

int SheetModel::next_figure(int row, bool missing_only) const
{
    for (int step = 1; step <= rowCount(); ++step) {
        const int next = (row + step) % rowCount();
        if (figure_in(next) != nullptr && (!missing_only || is_missing(next))) {
            return next;
        }
    }
    return -1;
}

int SheetModel::row_of(const QString& series) const
{
    const std::string wanted = series.trimmed().toStdString();
    for (int row = rowCount() - 1; row >= 0; --row) {
        const SheetRow* figure = figure_in(row);
        if (figure != nullptr &&
            (figure->series.code == wanted ||
             figure->series.code == std::string{industry_prefix} + wanted ||
             figure->series.name.zh == wanted || figure->series.name.en == wanted)) {
            return row;
        }
    }
    return -1;
}

QString SheetModel::findings_in(int row) const
{
    const SheetRow* figure = figure_in(row);
    if (figure == nullptr) {
        return {};
    }
    QStringList lines;
    if (const auto found = findings_.find(figure->key()); found != findings_.end()) {
        for (const CheckFinding& finding : found->second) {
            lines << (finding.acknowledged.empty()
                          ? from_utf8(finding.message)
                          : tr("%1 (right: %2)")
                                .arg(from_utf8(finding.message), from_utf8(finding.acknowledged)));
        }
    }
    return lines.join(u'\n');
}

bool SheetModel::is_troubled(const SheetRow& row) const
{
    if (read_cell(draft_.text(row.key()), row.series).content == CellContent::trouble) {
        return true;
    }
    const auto found = findings_.find(row.key());
    return found != findings_.end() &&
           std::ranges::any_of(found->second, &CheckFinding::has_weight);
}

const CheckFinding* SheetModel::open_finding(int row) const
{
    const SheetRow* figure = figure_in(row);
    const auto found = figure != nullptr ? findings_.find(figure->key()) : findings_.end();
    if (found == findings_.end()) {
        return nullptr;
    }
    const CheckFinding* open = nullptr;
    for (const CheckFinding& finding : found->second) {
        const bool offers = finding.suggested && finding.code == figure->series.code &&
                            finding.period_end == figure->period_end;
        if (finding.has_weight() && (offers || open == nullptr)) {
            open = &finding;
        }
    }
    return open;
}

QString SheetModel::previous_text(int row) const
{
    const SheetRow* figure = figure_in(row);
    return figure != nullptr && figure->previous
               ? from_utf8(format_number(figure->previous->value, figure->series.decimals,
                                         Sign::minus_only, Grouping::none))
               : QString{};
}

/// Changes or closes: an index needs the one or the other.
std::vector<ChecklistLine> SheetModel::checklist(Date week_end) const
{
    std::vector<ChecklistLine> lines;
    for (const SheetSection& section : sections_) {
        ChecklistLine line;
        line.name = tr("%1  ·  %2")
                        .arg(from_utf8(section.name.in(appearance_.language())),
                             from_utf8(period_name(section.frequency, section.period_end)));
        line.due = false;
        std::map<std::string, bool> indices; // by code, whether something of it is there
        for (const SheetRow& row : section.rows) {
            const std::string text = draft_.text(row.key());
            if (section.is_indices) {
                bool& any = indices[index_of(row)];
                any = any || is_there(row);
            } else {
                line.missing += is_there(row) ? 0 : 1;
            }
            line.typed += is_there(row) ? 1 : 0;
            line.troubles += is_troubled(row) ? 1 : 0;
            const CellReading reading = read_cell(text, row.series);
            const auto value =
                reading.content == CellContent::value ? std::optional{reading.value} : row.known;
            line.unchanged += value && row.previous && *value == row.previous->value ? 1 : 0;
            line.due = line.due ||
                       row.period_end + std::chrono::days{row.series.release_lag_days} <= week_end;
        }
        line.missing += static_cast<int>(
            std::ranges::count_if(indices, [](const auto& index) { return !index.second; }));
        lines.push_back(std::move(line));
    }
    return lines;
}

int SheetModel::row_of_section(int section) const
{
    const auto found = std::ranges::find_if(rows_, [section](const Row& row) {
        return static_cast<int>(row.section) == section && row.figure < 0;
    });
    return found != rows_.end() ? static_cast<int>(found - rows_.begin()) : -1;
}

int SheetModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int SheetModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : column_count;
}

QString SheetModel::heading(const SheetSection& section) const
{
    return tr("%1  ·  %2  ·  %3")
        .arg(from_utf8(section.name.in(appearance_.language())),
             from_utf8(period_name(section.frequency, section.period_end)),
             from_utf8(section.source));
}

/// What the text is taken for, and the change that it makes.
QString SheetModel::reading_of(const SheetRow& row) const
{
    const CellReading reading = read_cell(draft_.text(row.key()), row.series);
    switch (reading.content) {
    case CellContent::empty:
        return {};
    case CellContent::none:
        return row.known ? tr("withdraws %1").arg(number(*row.known, row.series)) : tr("no figure");
    case CellContent::trouble:
        switch (reading.trouble) {
        case CellTrouble::not_a_number:
            return tr("cannot be read");
        case CellTrouble::other_unit:
            return tr("another unit than %1").arg(from_utf8(row.series.unit));
        case CellTrouble::impossible:
            return tr("cannot be such a figure");
        case CellTrouble::not_finite:
            return tr("no finite number");
        }
        return {};
    case CellContent::value:
        break;
    }
    const QString value =
        tr("%1 %2").arg(number(reading.value, row.series),
                        from_utf8(unit_name(row.series.unit, appearance_.language())));
    const bool has_growth = row.year_ago && *row.year_ago > 0 && !is_rate(row.series);
    return has_growth
               ? tr("%1   YoY %2")
                     .arg(value,
                          from_utf8(format_percent((reading.value / *row.year_ago - 1) * 100, 1)))
               : value;
}

/// Of a daily series with the day, since it has a row for each.
QString SheetModel::name_of(const SheetRow& row) const
{
    const QString name = from_utf8(row.series.name.in(appearance_.language()));
    const QString unit = from_utf8(unit_name(row.series.unit, appearance_.language()));
    constexpr int month_and_day = 5;
    return row.series.frequency == Frequency::daily
               ? tr("%1 %2 (%3)")
                     .arg(name, from_utf8(to_iso(row.period_end)).right(month_and_day), unit)
               : tr("%1 (%2)").arg(name, unit);
}

QString SheetModel::text_in(const SheetRow& row, int column) const
{
    switch (column) {
    case name_column:
        return name_of(row);
    case previous_column:
        return row.previous ? tr("%1  (%2)")
                                  .arg(number(row.previous->value, row.series),
                                       from_utf8(period_name(row.series.frequency,
                                                             row.previous->period_end)))
                            : QString{};
    case year_ago_column:
        return row.year_ago ? number(*row.year_ago, row.series) : QString{};
    case entry_column: {
        const std::string typed = draft_.text(row.key());
        return typed.empty() && row.known ? number(*row.known, row.series) : from_utf8(typed);
    }
    case reading_column:
        return reading_of(row);
    default:
        return {};
    }
}

QVariant SheetModel::data(const QModelIndex& index, int role) const
{
    const SheetRow* row = figure_in(index.row());
    const Theme& theme = appearance_.theme();
    if (row == nullptr) {
        const auto& section = sections_[rows_[static_cast<std::size_t>(index.row())].section];
        if (role == Qt::DisplayRole && index.column() == name_column) {
            return heading(section);
        }
        if (role == Qt::FontRole) {
            return theme.font(theme.body_size, QFont::Bold);
        }
        return role == Qt::ForegroundRole ? QVariant{theme.accent} : QVariant{};
    }
    const bool has_text = !draft_.text(row->key()).empty();
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == finding_column
                   ? findings_in(index.row()).replace(u'\n', QStringLiteral("；"))
                   : text_in(*row, index.column());
    case Qt::EditRole:
        return index.column() == entry_column ? from_utf8(draft_.text(row->key())) : QString{};
    case Qt::ToolTipRole:
        return index.column() == name_column
                   ? tr("%1: %2").arg(from_utf8(row->series.code), text_in(*row, name_column))
                   : findings_in(index.row());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignment_of(index.column()));
    case Qt::ForegroundRole:
        if (index.column() == entry_column || index.column() == reading_column) {
            return is_troubled(*row) ? theme.rise : has_text ? theme.text : theme.faint;
        }
        return index.column() == name_column                           ? theme.text
               : index.column() == finding_column && is_troubled(*row) ? theme.rise
                                                                       : theme.secondary;
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(text_in(*row, name_column), text_in(*row, index.column()));
    default:
        return {};
    }
}

QVariant SheetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(alignment_of(section));
    }
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    const std::array<QString, column_count> names{tr("Figure"), tr("Before"),  tr("A year ago"),
                                                  tr("New"),    tr("Read as"), tr("To look at")};
    return names.at(static_cast<std::size_t>(section));
}

Qt::ItemFlags SheetModel::flags(const QModelIndex& index) const
{
    if (is_heading(index.row())) {
        return Qt::ItemIsEnabled;
    }
    const Qt::ItemFlags all = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.column() == entry_column ? all | Qt::ItemIsEditable : all;
}

bool SheetModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const SheetRow* row = figure_in(index.row());
    if (role != Qt::EditRole || row == nullptr || index.column() != entry_column) {
        return false;
    }
    draft_.type({{row->key(), value.toString().trimmed().toStdString()}});
    emit dataChanged(this->index(index.row(), 0), this->index(index.row(), column_count - 1));
    emit typed();
    return true;
}

} // namespace weekboard
