#include "entry/rating_model.h"

#include "words/week_words.h"

#include <QComboBox>

#include <algorithm>
#include <array>

namespace weekboard
{

RatingModel::RatingModel(const Appearance& appearance, Draft& draft, QObject* parent)
    : QAbstractTableModel{parent}
    , appearance_{appearance}
    , draft_{draft}
{
}

void RatingModel::show(Week week, std::vector<RatingRow> rows, std::vector<Rating> scale)
{
    beginResetModel();
    week_ = week;
    rows_ = std::move(rows);
    scale_ = std::move(scale);
    endResetModel();
}

void RatingModel::refresh()
{
    if (!rows_.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, column_count - 1));
    }
}

void RatingModel::type(const Draft::Texts& texts)
{
    draft_.type(texts);
    refresh();
    emit typed();
}

bool RatingModel::is_open(const RatingRow& row) const
{
    return !row.known && draft_.text(rating_key(row.board.code, week_)).empty();
}

FigureKey RatingModel::reason_in(int row) const
{
    return reason_key(rows_.at(static_cast<std::size_t>(row)).board.code, week_);
}

bool RatingModel::wants_reason(int row) const
{
    return lacks_reason(rows_.at(static_cast<std::size_t>(row)), draft_, week_);
}

void RatingModel::confirm(int row)
{
    const RatingRow& at = rows_.at(static_cast<std::size_t>(row));
    if (is_open(at) && at.last) {
        type({{rating_key(at.board.code, week_), at.last->rating}});
    }
}

void RatingModel::confirm_all()
{
    Draft::Texts all;
    for (const RatingRow& row : rows_) {
        if (is_open(row) && row.last) {
            all[rating_key(row.board.code, week_)] = row.last->rating;
        }
    }
    type(all);
}

int RatingModel::missing() const
{
    return static_cast<int>(
        std::ranges::count_if(rows_, [this](const RatingRow& row) { return is_open(row); }));
}

int RatingModel::troubles() const
{
    return static_cast<int>(std::ranges::count_if(
        rows_, [this](const RatingRow& row) { return lacks_reason(row, draft_, week_); }));
}

int RatingModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int RatingModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : column_count;
}

QString RatingModel::name_of(const std::string& rating) const
{
    const auto found = std::ranges::find(scale_, rating, &Rating::code);
    return found != scale_.end() ? from_utf8(found->name.in(appearance_.language()))
                                 : from_utf8(rating);
}

QString RatingModel::text_in(const RatingRow& row, int column) const
{
    const std::string typed = draft_.text(rating_key(row.board.code, week_));
    switch (column) {
    case board_column:
        return from_utf8(row.board.name.in(appearance_.language()));
    case last_column:
        return row.last
                   ? tr("%1, %n week(s)", nullptr, row.weeks_held).arg(name_of(row.last->rating))
                   : QString{};
    case rating_column:
        return !typed.empty() ? name_of(typed) : row.known ? name_of(row.known->rating) : QString{};
    case reason_column: {
        const std::string reason = draft_.text(reason_key(row.board.code, week_));
        return !reason.empty() ? from_utf8(reason)
               : row.known     ? from_utf8(row.known->reason)
               : row.last      ? from_utf8(row.last->reason)
                               : QString{};
    }
    case state_column:
        if (lacks_reason(row, draft_, week_)) {
            return tr("changed: give the reason");
        }
        return is_open(row) ? tr("to be rated; Enter keeps the last one") : QString{};
    default:
        return {};
    }
}

QVariant RatingModel::data(const QModelIndex& index, int role) const
{
    const RatingRow& row = rows_.at(static_cast<std::size_t>(index.row()));
    const Theme& theme = appearance_.theme();
    const FigureKey reason = reason_key(row.board.code, week_);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text_in(row, index.column());
    case Qt::EditRole: {
        if (index.column() == rating_column) {
            const std::string typed = draft_.text(rating_key(row.board.code, week_));
            return from_utf8(!typed.empty() ? typed
                             : row.known    ? row.known->rating
                             : row.last     ? row.last->rating
                                            : std::string{});
        }
        return index.column() == reason_column ? text_in(row, reason_column) : QString{};
    }
    case Qt::ForegroundRole:
        if (index.column() == state_column) {
            return lacks_reason(row, draft_, week_) ? theme.rise : theme.faint;
        }
        if (index.column() == reason_column && draft_.text(reason).empty()) {
            return theme.faint;
        }
        return index.column() == last_column ? theme.secondary : theme.text;
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(text_in(row, board_column), text_in(row, index.column()));
    default:
        return {};
    }
}

QVariant RatingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    }
    const std::array<QString, column_count> names{tr("Board"), tr("Last rating"), tr("This week"),
                                                  tr("Reason"), tr("To look at")};
    return role == Qt::DisplayRole ? names.at(static_cast<std::size_t>(section)) : QVariant{};
}

Qt::ItemFlags RatingModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags all = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const bool is_typed = index.column() == rating_column || index.column() == reason_column;
    return is_typed ? all | Qt::ItemIsEditable : all;
}

bool RatingModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable)) {
        return false;
    }
    const RatingRow& row = rows_.at(static_cast<std::size_t>(index.row()));
    const std::string text = value.toString().trimmed().toStdString();
    if (index.column() == rating_column) {
        type({{rating_key(row.board.code, week_), text}});
    } else if (text != text_in(row, reason_column).toStdString()) {
        type({{reason_key(row.board.code, week_), text}});
    }
    return true;
}

RatingDelegate::RatingDelegate(const RatingModel& model, const Appearance& appearance,
                               QObject* parent)
    : EntryDelegate{appearance, parent}
    , model_{model}
{
}

QWidget* RatingDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                      const QModelIndex& index) const
{
    if (index.column() != RatingModel::rating_column) {
        return EntryDelegate::createEditor(parent, option, index);
    }
    auto* choice = new QComboBox{parent};
    int place = 0;
    for (const Rating& rating : model_.scale()) {
        choice->addItem(QStringLiteral("%1  %2").arg(++place).arg(
                            from_utf8(rating.name.in(appearance().language()))),
                        from_utf8(rating.code));
    }
    return choice;
}

void RatingDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    if (auto* choice = qobject_cast<QComboBox*>(editor)) {
        choice->setCurrentIndex(std::max(choice->findData(index.data(Qt::EditRole)), 0));
    } else {
        EntryDelegate::setEditorData(editor, index);
    }
}

void RatingDelegate::setModelData(QWidget* editor, QAbstractItemModel* model,
                                  const QModelIndex& index) const
{
    if (const auto* choice = qobject_cast<QComboBox*>(editor)) {
        model->setData(index, choice->currentData(), Qt::EditRole);
    } else {
        QStyledItemDelegate::setModelData(editor, model, index);
    }
}

} // namespace weekboard
