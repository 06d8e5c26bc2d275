#include "widgets/figures_model.h"

#include "words/week_words.h"

namespace weekboard
{

void FiguresModel::show_exhibit(const Exhibit& exhibit)
{
    beginResetModel();
    exhibit_ = exhibit;
    endResetModel();
}

int FiguresModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid()) {
        return 0;
    }
    return static_cast<int>(exhibit_.heat.empty() ? exhibit_.size() : exhibit_.heat.size());
}

int FiguresModel::columnCount(const QModelIndex& parent) const
{
    if (parent.isValid()) {
        return 0;
    }
    return exhibit_.heat.empty() ? static_cast<int>(exhibit_.plots.size()) + 1
                                 : static_cast<int>(heat_columns(exhibit_.language).size());
}

std::size_t FiguresModel::place_of(int row) const
{
    const auto place = static_cast<std::size_t>(row);
    return exhibit_.axis == AxisKind::labels ? place : exhibit_.size() - 1 - place;
}

QVariant FiguresModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        const bool text = index.column() == 0 || !exhibit_.heat.empty();
        return QVariant{(text ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter};
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const auto column = static_cast<std::size_t>(index.column());
    if (!exhibit_.heat.empty()) {
        const auto cells =
            heat_cells(exhibit_.heat[static_cast<std::size_t>(index.row())], exhibit_.language);
        return from_utf8(cells[column]);
    }
    const std::size_t place = place_of(index.row());
    return from_utf8(column == 0 ? place_name(exhibit_, place)
                                 : value_text(exhibit_.plots[column - 1], place));
}

QVariant FiguresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= columnCount()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        const bool text = section == 0 || !exhibit_.heat.empty();
        return QVariant{(text ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter};
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    const auto column = static_cast<std::size_t>(section);
    if (!exhibit_.heat.empty()) {
        return from_utf8(heat_columns(exhibit_.language)[column]);
    }
    if (column == 0) {
        return exhibit_.axis == AxisKind::labels ? QString{} : tr("Period");
    }
    const Plot& plot = exhibit_.plots[column - 1];
    const QString name = from_utf8(plot.name);
    return plot.unit.empty() ? name : QStringLiteral("%1\n%2").arg(name, from_utf8(plot.unit));
}

} // namespace weekboard
