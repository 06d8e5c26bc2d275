#pragma once

#include "exhibit/exhibit.h"

#include <QAbstractTableModel>

namespace weekboard
{

/// An exhibit's figures as a table: a row for each place, the newest period first, members of a
/// list in their order; or the heat table's rows.
class FiguresModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void show_exhibit(const Exhibit& exhibit);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    [[nodiscard]] const Exhibit& exhibit() const { return exhibit_; }

    /// The place of a row along the exhibit's axis.
    [[nodiscard]] std::size_t place_of(int row) const;

private:
    Exhibit exhibit_;
};

} // namespace weekboard
