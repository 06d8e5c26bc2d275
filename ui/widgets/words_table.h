#pragma once

#include <QAbstractTableModel>
#include <QString>
#include <QStringList>
#include <QTableView>

namespace weekboard
{

/// Rows of words below the names of their columns.
struct ShownTable {
    QStringList columns;
    QList<QStringList> rows;
};

class WordsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void show_words(ShownTable table);
    [[nodiscard]] const ShownTable& shown() const { return shown_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    ShownTable shown_;
};

/// A table of words to be read: nothing in it is typed, and what does not fit is told on hover.
class WordsTable : public QTableView
{
    Q_OBJECT

public:
    explicit WordsTable(QWidget* parent = nullptr);

    /// Shows these instead; no row is chosen afterwards, and `row_chosen` is not emitted.
    void show_words(ShownTable table);
    [[nodiscard]] const ShownTable& shown() const { return model_.shown(); }

    /// The chosen row, or -1.
    [[nodiscard]] int row() const { return currentIndex().row(); }

signals:
    void row_chosen(int row);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void share_width();

    WordsModel model_;
};

} // namespace weekboard
