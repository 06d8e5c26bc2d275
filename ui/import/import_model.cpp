#include "import/import_model.h"

#include "import/import_json.h"
#include "words/origin_words.h"

#include <QJsonArray>
#include <QSize>

#include <algorithm>
#include <map>

namespace weekboard
{

namespace
{

constexpr quintptr is_entry = 0;

std::optional<double> number(const QJsonValue& object, const char* key)
{
    const QJsonValue value = object[QLatin1String{key}];
    return value.isDouble() ? std::optional{value.toDouble()} : std::nullopt;
}

/// All the digits that a figure has.
QString exact(std::optional<double> figure)
{
    constexpr int digits = 15;
    return figure ? QString::number(*figure, 'g', digits) : QString{};
}

QString place_of(const QJsonValue& cell)
{
    const int column = count_in(cell, "column");
    return column > 0 ? name_of_cell(count_in(cell, "row"), column) : QString{};
}

ImportState state_in(const QString& text)
{
    return text == QStringLiteral("changed") ? ImportState::changed
           : text == QStringLiteral("blank") ? ImportState::blank
           : text == QStringLiteral("left")  ? ImportState::left
                                             : ImportState::fresh;
}

/// `亿户`, or `亿户 (12.47 = 124700 万户)`.
QString unit_of(const QJsonValue& series)
{
    const QString own = word_in(series, "unit");
    const QJsonValue example = series[QStringLiteral("example")];
    const auto in_file = number(example, "in_file");
    return in_file ? QStringLiteral("%1 (%2 = %3 %4)")
                         .arg(own, exact(number(example, "value")),
                              QString::number(*in_file, 'g', 12), word_in(series, "file_unit"))
                   : own;
}

ImportEntry entry_in(const QJsonValue& series, const QString& file, Language language)
{
    ImportEntry entry;
    entry.file = file;
    entry.code = word_in(series, "code");
    entry.name =
        word_in(series[QStringLiteral("name")], language == Language::chinese ? "zh" : "en");
    entry.unit = unit_of(series);
    entry.fresh = count_in(series, "new");
    entry.same = count_in(series, "same");
    entry.changed = count_in(series, "changed");
    entry.blank = count_in(series, "blank");
    const QJsonArray cells = series[QStringLiteral("cells")].toArray();
    for (const auto cell : cells) {
        const ImportState state = state_in(word_in(cell, "state"));
        const QString period = word_in(cell, "period_end");
        entry.cells.push_back({state, entry.code + u'@' + period, period, number(cell, "old"),
                               number(cell, "new"), place_of(cell), state == ImportState::fresh});
    }
    const auto listed = [&](ImportState state) {
        return static_cast<int>(std::ranges::count(entry.cells, state, &ImportCell::state));
    };
    entry.more = std::max(0, entry.fresh + entry.changed - listed(ImportState::fresh) -
                                 listed(ImportState::changed));
    return entry;
}

void add_lists(const QJsonValue& sheet, const QString& file, std::vector<ImportEntry>& entries)
{
    std::map<QString, ImportEntry> lists;
    const QJsonArray ranks = sheet[QStringLiteral("ranks")].toArray();
    for (const auto rank : ranks) {
        ImportEntry& entry = lists[word_in(rank, "list")];
        entry.is_list = true;
        entry.file = file;
        entry.code = word_in(rank, "list");
        entry.unit = QStringLiteral("%");
        const auto before = number(rank, "old");
        const auto now = number(rank, "new");
        if (before == now) {
            ++entry.same;
            continue;
        }
        const ImportState state = before ? ImportState::changed : ImportState::fresh;
        (before ? entry.changed : entry.fresh) += 1;
        entry.cells.push_back({state, entry.code,
                               word_in(rank, "name") + u' ' + word_in(rank, "code"), before, now,
                               place_of(rank), state == ImportState::fresh});
        entry.name = word_in(rank, "week_end");
    }
    for (auto& [list, entry] : lists) {
        entries.push_back(std::move(entry));
    }
}

bool can_be_taken(const ImportCell& cell)
{
    return cell.state != ImportState::left;
}

} // namespace

ImportModel::ImportModel(const Appearance& appearance, QObject* parent)
    : QAbstractItemModel{parent}
    , appearance_{appearance}
{
}

void ImportModel::show_comparison(const QJsonObject& outcome)
{
    QHash<QString, bool> chosen;
    for (const ImportEntry& entry : entries_) {
        for (const ImportCell& cell : entry.cells) {
            chosen[cell.key] = cell.is_taken;
        }
    }
    std::vector<ImportEntry> entries;
    const QJsonArray files = outcome[QStringLiteral("files")].toArray();
    for (const auto sheet : files) {
        const QString file = name_of_sheet(sheet);
        const QJsonArray all = sheet[QStringLiteral("series")].toArray();
        for (const auto series : all) {
            entries.push_back(entry_in(series, file, appearance_.language()));
        }
        add_lists(sheet, file, entries);
    }
    const QJsonArray findings = outcome[QStringLiteral("findings")].toArray();
    for (ImportEntry& entry : entries) {
        for (const auto finding : findings) {
            if (word_in(finding, "code") == entry.code) {
                entry.findings << word_in(finding, "message");
            }
        }
        for (ImportCell& cell : entry.cells) {
            cell.is_taken = chosen.value(cell.key, cell.is_taken);
        }
    }
    beginResetModel();
    entries_ = std::move(entries);
    endResetModel();
    emit choice_changed();
}

QJsonObject ImportModel::choices(bool is_correction) const
{
    QJsonArray refused;
    QJsonArray agreed;
    QJsonArray withdrawn;
    for (const ImportEntry& entry : entries_) {
        const bool takes_none = std::ranges::none_of(entry.cells, &ImportCell::is_taken);
        if (takes_none) {
            refused << entry.code;
            continue;
        }
        for (const ImportCell& cell : entry.cells) {
            if (cell.state == ImportState::fresh && !cell.is_taken) {
                refused << cell.key;
            } else if (cell.state == ImportState::changed && cell.is_taken) {
                agreed << cell.key;
            } else if (cell.state == ImportState::blank && cell.is_taken) {
                withdrawn << cell.key;
            }
        }
    }
    return {{QStringLiteral("refuse"), refused},
            {is_correction ? QStringLiteral("correct") : QStringLiteral("revise"), agreed},
            {QStringLiteral("withdraw"), withdrawn}};
}

void ImportModel::take_changes(bool taken)
{
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        for (ImportCell& cell : entries_[i].cells) {
            if (cell.state == ImportState::changed) {
                cell.is_taken = taken;
            }
        }
        tell_changed(static_cast<int>(i));
    }
    emit choice_changed();
}

int ImportModel::taken() const
{
    int taken = 0;
    for (const ImportEntry& entry : entries_) {
        const auto cells = std::ranges::count_if(entry.cells, &ImportCell::is_taken);
        taken += static_cast<int>(cells) + (cells > 0 ? entry.more : 0);
    }
    return taken;
}

int ImportModel::changes() const
{
    int changes = 0;
    for (const ImportEntry& entry : entries_) {
        changes += entry.changed;
    }
    return changes;
}

QModelIndex ImportModel::index(int row, int column, const QModelIndex& parent) const
{
    return parent.isValid() ? createIndex(row, column, static_cast<quintptr>(parent.row()) + 1)
                            : createIndex(row, column, is_entry);
}

QModelIndex ImportModel::parent(const QModelIndex& child) const
{
    return child.isValid() && child.internalId() != is_entry
               ? createIndex(static_cast<int>(child.internalId()) - 1, 0, is_entry)
               : QModelIndex{};
}

int ImportModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(entries_.size());
    }
    if (parent.internalId() != is_entry || parent.column() != 0) {
        return 0;
    }
    const ImportEntry& entry = entry_of(parent);
    return static_cast<int>(entry.cells.size()) + (entry.more > 0 ? 1 : 0);
}

int ImportModel::columnCount(const QModelIndex& /*parent*/) const
{
    return column_count;
}

const ImportEntry& ImportModel::entry_of(const QModelIndex& index) const
{
    const auto at = index.internalId() == is_entry
                        ? static_cast<std::size_t>(index.row())
                        : static_cast<std::size_t>(index.internalId()) - 1;
    return entries_.at(at);
}

const ImportCell* ImportModel::cell_of(const QModelIndex& index) const
{
    const auto& cells = entry_of(index).cells;
    const auto row = static_cast<std::size_t>(index.row());
    return index.internalId() != is_entry && row < cells.size() ? &cells[row] : nullptr;
}

Qt::CheckState ImportModel::check_of(const ImportEntry& entry) const
{
    // A blank is not taken with the others.
    const auto counted = [](const ImportCell& cell) {
        return cell.state == ImportState::fresh || cell.state == ImportState::changed;
    };
    const auto all = std::ranges::count_if(entry.cells, counted);
    const auto taken = std::ranges::count_if(
        entry.cells, [&](const ImportCell& cell) { return counted(cell) && cell.is_taken; });
    return taken == 0 ? Qt::Unchecked : taken == all ? Qt::Checked : Qt::PartiallyChecked;
}

QVariant ImportModel::data_of(const ImportEntry& entry, int column) const
{
    switch (column) {
    case what:
        if (entry.is_list) {
            return entry.code == QStringLiteral("industries")
                       ? tr("Industries of the week of %1").arg(entry.name)
                       : tr("Stocks of the week of %1").arg(entry.name);
        }
        return entry.name + QStringLiteral("  ") + entry.code;
    case state: {
        QStringList parts;
        const auto add = [&](int count, const QString& words) {
            if (count > 0) {
                parts << words.arg(count);
            }
        };
        add(entry.fresh, tr("%1 new"));
        add(entry.changed, tr("%1 changed"));
        add(entry.same, tr("%1 the same"));
        add(entry.blank, tr("%1 blank"));
        if (!entry.findings.isEmpty()) {
            parts << tr("⚠ %1").arg(entry.findings.size());
        }
        return parts.join(QStringLiteral(" · "));
    }
    case unit:
        return entry.unit;
    case place:
        return entry.file;
    default:
        return {};
    }
}

QVariant ImportModel::data_of(const ImportCell& cell, int column) const
{
    switch (column) {
    case what:
        return cell.label;
    case state:
        return cell.state == ImportState::fresh     ? tr("new")
               : cell.state == ImportState::changed ? tr("changed")
               : cell.state == ImportState::blank   ? tr("blank: taken, it is withdrawn")
                                                    : tr("left out: not public by then");
    case before:
        return exact(cell.before);
    case now:
        return exact(cell.now);
    case place:
        return cell.place;
    default:
        return {};
    }
}

QVariant ImportModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const ImportEntry& entry = entry_of(index);
    const ImportCell* cell = cell_of(index);
    const bool is_series = index.internalId() == is_entry;
    if (role == Qt::TextAlignmentRole && (index.column() == before || index.column() == now)) {
        return QVariant{Qt::AlignRight | Qt::AlignVCenter};
    }
    if (role == Qt::SizeHintRole && index.column() == what) {
        constexpr int row_height = 28;
        return QSize{0, row_height};
    }
    if (role == Qt::CheckStateRole && index.column() == what) {
        if (is_series && !entry.cells.empty()) {
            return check_of(entry);
        }
        return cell != nullptr && can_be_taken(*cell) && !entry.is_list
                   ? QVariant{cell->is_taken ? Qt::Checked : Qt::Unchecked}
                   : QVariant{};
    }
    if (role == Qt::ToolTipRole && is_series && !entry.findings.isEmpty()) {
        return entry.findings.join(u'\n');
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    if (is_series) {
        return data_of(entry, index.column());
    }
    if (cell == nullptr) {
        return index.column() == what ? tr("and %1 more, taken with the series").arg(entry.more)
                                      : QVariant{};
    }
    return data_of(*cell, index.column());
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return section == before || section == now ? QVariant{Qt::AlignRight | Qt::AlignVCenter}
                                                   : QVariant{Qt::AlignLeft | Qt::AlignVCenter};
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const QStringList names{tr("Series and period"),
                            tr("What would change"),
                            tr("Before"),
                            tr("Now"),
                            tr("Unit"),
                            tr("Where")};
    return names.value(section);
}

Qt::ItemFlags ImportModel::flags(const QModelIndex& index) const
{
    const bool has_check =
        index.isValid() && index.column() == what && data(index, Qt::CheckStateRole).isValid();
    return QAbstractItemModel::flags(index) |
           (has_check ? Qt::ItemIsUserCheckable : Qt::NoItemFlags);
}

bool ImportModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable)) {
        return false;
    }
    const bool taken = value.toInt() != Qt::Unchecked;
    const bool is_series = index.internalId() == is_entry;
    const int at = is_series ? index.row() : static_cast<int>(index.internalId()) - 1;
    ImportEntry& entry = entries_[static_cast<std::size_t>(at)];
    if (is_series) {
        for (ImportCell& cell : entry.cells) {
            const bool goes_along =
                cell.state == ImportState::fresh || cell.state == ImportState::changed || !taken;
            cell.is_taken = goes_along && can_be_taken(cell) ? taken : cell.is_taken;
        }
    } else {
        entry.cells[static_cast<std::size_t>(index.row())].is_taken = taken;
    }
    tell_changed(at);
    emit choice_changed();
    return true;
}

void ImportModel::tell_changed(int entry)
{
    const QModelIndex series = index(entry, 0);
    emit dataChanged(series, series, {Qt::CheckStateRole});
    if (const int rows = rowCount(series); rows > 0) {
        emit dataChanged(index(0, 0, series), index(rows - 1, 0, series), {Qt::CheckStateRole});
    }
}

void ImportFilter::set_state(std::optional<ImportState> state)
{
    state_ = state;
    invalidateFilter();
}

void ImportFilter::set_only_findings(bool only)
{
    only_findings_ = only;
    invalidateFilter();
}

void ImportFilter::set_text(const QString& text)
{
    text_ = text.trimmed();
    invalidateFilter();
}

bool ImportFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const auto* model = qobject_cast<const ImportModel*>(sourceModel());
    const QModelIndex at = model->index(row, 0, parent);
    if (parent.isValid()) {
        const ImportCell* cell = model->cell_of(at);
        return !state_ || (cell != nullptr && cell->state == *state_);
    }
    const ImportEntry& entry = model->entry_of(at);
    const bool has_text = text_.isEmpty() || entry.name.contains(text_, Qt::CaseInsensitive) ||
                          entry.code.contains(text_, Qt::CaseInsensitive) ||
                          entry.file.contains(text_, Qt::CaseInsensitive);
    const bool has_state =
        !state_ || std::ranges::find(entry.cells, *state_, &ImportCell::state) != entry.cells.end();
    return has_text && has_state && (!only_findings_ || !entry.findings.isEmpty());
}

} // namespace weekboard
