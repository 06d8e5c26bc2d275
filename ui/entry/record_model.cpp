#include "entry/record_model.h"

#include "entry/cell_reading.h"
#include "series/security_code.h"
#include "words/notes_html.h"
#include "words/week_words.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace weekboard
{

RecordModel::RecordModel(const Appearance& appearance, Draft& draft, RecordKind kind,
                         QObject* parent)
    : QAbstractTableModel{parent}
    , appearance_{appearance}
    , draft_{draft}
    , kind_{kind}
{
}

void RecordModel::show(const std::vector<RecordList>& lists, std::vector<std::string> targets)
{
    beginResetModel();
    lists_.clear();
    std::ranges::copy_if(lists, std::back_inserter(lists_),
                         [this](const RecordList& list) { return list.kind == kind_; });
    targets_ = std::move(targets);
    rows_ = rows_now();
    endResetModel();
}

std::vector<RecordModel::Row> RecordModel::rows_now() const
{
    std::vector<Row> rows;
    for (std::size_t l = 0; l < lists_.size(); ++l) {
        if (lists_.size() > 1) {
            rows.push_back({l, -1});
        }
        const auto lines = lines_of(lists_[l], draft_);
        for (int line = 0; line <= static_cast<int>(lines.size()); ++line) {
            rows.push_back({l, line});
        }
    }
    return rows;
}

void RecordModel::refresh()
{
    std::vector<Row> rows = rows_now();
    // A line more at the end of a list is put in, so that what is being typed goes on.
    std::size_t same = 0;
    while (same < rows.size() && same < rows_.size() && rows[same].list == rows_[same].list &&
           rows[same].line == rows_[same].line) {
        ++same;
    }
    if (rows.size() == rows_.size() + 1) {
        beginInsertRows({}, static_cast<int>(same), static_cast<int>(same));
        rows_ = std::move(rows);
        endInsertRows();
    } else if (rows.size() != rows_.size()) {
        beginResetModel();
        rows_ = std::move(rows);
        endResetModel();
        return;
    }
    if (!rows_.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

bool RecordModel::is_heading(int row) const
{
    return row < 0 || row >= rowCount() || at(row).line < 0;
}

std::vector<Record> RecordModel::lines_in(int row) const
{
    return lines_of(lists_[at(row).list], draft_);
}

bool RecordModel::is_next(int row) const
{
    return !is_heading(row) && at(row).line == static_cast<int>(lines_in(row).size());
}

/// Their order is that of their changes, and the store takes none back.
bool RecordModel::is_stored_stock(int row) const
{
    return kind_ == RecordKind::stock &&
           at(row).line < static_cast<int>(lists_[at(row).list].known.size());
}

void RecordModel::write(int row, const std::vector<Record>& lines)
{
    draft_.type(texts_for(lists_[at(row).list], draft_, lines));
    refresh();
    emit typed();
}

int RecordModel::move(int row, int by)
{
    if (is_heading(row) || is_next(row) || kind_ == RecordKind::stock) {
        return row;
    }
    auto lines = lines_in(row);
    const int from = at(row).line;
    const int to = from + by;
    if (to < 0 || to >= static_cast<int>(lines.size())) {
        return row;
    }
    std::swap(lines[static_cast<std::size_t>(from)], lines[static_cast<std::size_t>(to)]);
    write(row, lines);
    return row + by;
}

void RecordModel::remove(int row)
{
    if (is_heading(row) || is_next(row) || is_stored_stock(row)) {
        return;
    }
    auto lines = lines_in(row);
    const auto line = static_cast<std::size_t>(at(row).line);
    if (line >= lines.size()) {
        return;
    }
    lines.erase(lines.begin() + at(row).line);
    write(row, lines);
}

void RecordModel::fill_from_last(int row)
{
    if (row >= 0 && row < rowCount() && lines_in(row).empty()) {
        auto last = lists_[at(row).list].last;
        std::erase_if(last, [](const Record& line) { return line.empty(); });
        write(row, last);
    }
}

QStringList RecordModel::paste(int row, const QString& text)
{
    QStringList left;
    if (row < 0 || row >= rowCount()) {
        return left;
    }
    auto lines = lines_in(row);
    static const QRegularExpression line_end{QStringLiteral("\r\n|\n|\r")};
    for (const QString& pasted : text.split(line_end, Qt::SkipEmptyParts)) {
        const QStringList cells = pasted.split(u'\t');
        Record line(field_count(kind_));
        if (kind_ != RecordKind::stock) {
            for (int c = 0; c < std::min<int>(static_cast<int>(cells.size()), columnCount() - 1);
                 ++c) {
                line[static_cast<std::size_t>(c)] = as_meant(c, cells[c]);
            }
            lines.push_back(std::move(line));
            continue;
        }
        using namespace record_field;
        for (const QString& cell : cells) {
            const std::string words = cell.trimmed().toStdString();
            Record with_change = line;
            with_change[change] = words;
            if (line[code].empty() && security_code(words)) {
                line[code] = *security_code(words);
            } else if (change_in(with_change)) {
                line[change] = words; // the last number that there is
            } else if (!words.empty() && line[name].empty()) {
                line[name] = words;
            }
        }
        if (trouble_of(kind_, line, {})) {
            left << pasted;
            continue;
        }
        const auto known = std::ranges::find(lines, line[code], [](const Record& other) {
            return security_code(other[code]).value_or(other[code]);
        });
        if (known != lines.end()) {
            *known = line;
        } else {
            lines.push_back(std::move(line));
        }
    }
    write(row, lines);
    return left;
}

RecordModel::Counts RecordModel::counts() const
{
    Counts counts;
    for (const RecordList& list : lists_) {
        const auto lines = lines_of(list, draft_);
        counts.lines += static_cast<int>(lines.size());
        counts.empty_lists += lines.empty() ? 1 : 0;
        for (const Record& line : lines) {
            counts.troubles += trouble_of(kind_, line, targets_) ? 1 : 0;
        }
    }
    return counts;
}

int RecordModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int RecordModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(field_count(kind_)) + 1;
}

QString RecordModel::heading(const RecordList& list) const
{
    return note_section_name(list.name);
}

QString RecordModel::state_of(const Record& line) const
{
    const auto trouble = trouble_of(kind_, line, targets_);
    if (!trouble) {
        return {};
    }
    switch (*trouble) {
    case RecordTrouble::no_code:
        return tr("no code of a stock, such as 300308.SZ");
    case RecordTrouble::no_change:
        return tr("a change in per cent is missing");
    case RecordTrouble::no_words:
        return kind_ == RecordKind::stock ? tr("the name is missing") : tr("the text is missing");
    case RecordTrouble::no_date:
        return tr("no day, such as 2026-04-15");
    case RecordTrouble::no_target:
        return tr("neither a series nor a board");
    }
    return {};
}

QVariant RecordModel::data(const QModelIndex& index, int role) const
{
    const Row& row = at(index.row());
    const Theme& theme = appearance_.theme();
    if (row.line < 0) {
        if (role == Qt::DisplayRole && index.column() == 0) {
            return heading(lists_[row.list]);
        }
        if (role == Qt::FontRole) {
            return theme.font(theme.body_size, QFont::Bold);
        }
        return role == Qt::ForegroundRole ? QVariant{theme.accent} : QVariant{};
    }
    const auto lines = lines_in(index.row());
    const bool is_there = row.line < static_cast<int>(lines.size());
    const Record line =
        is_there ? lines[static_cast<std::size_t>(row.line)] : Record(field_count(kind_));
    const bool is_state = index.column() == columnCount() - 1;
    const auto field = [&] { return from_utf8(line[static_cast<std::size_t>(index.column())]); };
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        if (!is_there && index.column() == 0 && role == Qt::DisplayRole) {
            return tr("type here…");
        }
        return is_state ? (is_there ? state_of(line) : QString{}) : field();
    case Qt::EditRole:
        return is_state ? QString{} : field();
    case Qt::ForegroundRole:
        return is_state ? theme.rise : is_there ? theme.text : theme.faint;
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(
            headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
            is_state ? state_of(line) : field());
    default:
        return {};
    }
}

QVariant RecordModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    QStringList names;
    switch (kind_) {
    case RecordKind::stock:
        names = {tr("Code"), tr("Name"), tr("Week change, %")};
        break;
    case RecordKind::note:
        names = {tr("Subject"), tr("Text"), tr("Outlet"), tr("Day")};
        break;
    case RecordKind::event:
        names = {tr("Day"), tr("Text"), tr("Text in English"), tr("Series or board")};
        break;
    }
    names << tr("To look at");
    return names.value(section);
}

Qt::ItemFlags RecordModel::flags(const QModelIndex& index) const
{
    if (is_heading(index.row())) {
        return Qt::ItemIsEnabled;
    }
    const Qt::ItemFlags all = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const bool is_fixed = index.column() == columnCount() - 1 ||
                          (is_stored_stock(index.row()) && index.column() == record_field::code);
    return is_fixed ? all : all | Qt::ItemIsEditable;
}

/// Days and codes are written in the one way at once, so that the cell shows how they were read.
std::string RecordModel::as_meant(int column, const QString& text) const
{
    std::string typed = text.trimmed().toStdString();
    const bool is_day = (kind_ == RecordKind::note && column == record_field::published_on) ||
                        (kind_ == RecordKind::event && column == record_field::day);
    if (is_day && !lists_.empty()) {
        const auto day = read_day(typed, lists_.front().week);
        return day ? to_iso(*day) : typed;
    }
    if (kind_ == RecordKind::stock && column == record_field::code) {
        return security_code(typed).value_or(typed);
    }
    return typed;
}

bool RecordModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable)) {
        return false;
    }
    if (is_next(index.row()) && value.toString().trimmed().isEmpty()) {
        return true; // the empty line stays empty
    }
    write(index.row(), lines_with(index, value.toString()));
    return true;
}

std::vector<Record> RecordModel::lines_with(const QModelIndex& index, const QString& text) const
{
    auto lines = lines_in(index.row());
    const auto line = static_cast<std::size_t>(at(index.row()).line);
    while (line >= lines.size()) {
        lines.emplace_back(field_count(kind_));
    }
    lines[line][static_cast<std::size_t>(index.column())] = as_meant(index.column(), text);
    return lines;
}

Draft::Texts RecordModel::texts_with(const QModelIndex& index, const QString& text) const
{
    return texts_for(lists_[at(index.row()).list], draft_, lines_with(index, text));
}

} // namespace weekboard
