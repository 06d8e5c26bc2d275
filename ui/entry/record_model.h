#pragma once

#include "entry/draft.h"
#include "entry/week_sheet.h"
#include "theme/appearance.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace weekboard
{

/// Lists of one kind to type line by line: a heading for each list where there are several, its
/// lines, and an empty one to go on with. The draft has what differs from the store.
class RecordModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// `draft` is the page's, and outlives the model.
    RecordModel(const Appearance& appearance, Draft& draft, RecordKind kind,
                QObject* parent = nullptr);

    /// Takes the lists of its kind. `targets` are what events may be about.
    void show(const std::vector<RecordList>& lists, std::vector<std::string> targets);

    /// The draft may have become another one.
    void refresh();

    [[nodiscard]] RecordKind kind() const { return kind_; }
    [[nodiscard]] bool is_heading(int row) const;

    /// Whether the row is the empty one at the end of its list.
    [[nodiscard]] bool is_next(int row) const;

    /// Moves a line up (−1) or down (+1) within its list; returns its new row.
    int move(int row, int by);

    /// Takes a line away. One of stocks that the store has stays: its batch can be reverted.
    void remove(int row);

    /// Last week's lines into the row's list, where it has none.
    void fill_from_last(int row);

    /// A block from a spreadsheet. For stocks each line's code, name and change are found by what
    /// they are; for the rest the cells go into the fields in their order. Returns the lines that
    /// are none.
    QStringList paste(int row, const QString& text);

    struct Counts {
        int lines = 0;
        int troubles = 0;
        int empty_lists = 0;
    };
    [[nodiscard]] Counts counts() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

    /// What the draft would have with this text in a cell.
    [[nodiscard]] Draft::Texts texts_with(const QModelIndex& index, const QString& text) const;

signals:
    /// The draft is another one now.
    void typed();

private:
    struct Row {
        std::size_t list;
        int line; ///< −1: the heading
    };

    [[nodiscard]] std::vector<Row> rows_now() const;
    [[nodiscard]] const Row& at(int row) const { return rows_[static_cast<std::size_t>(row)]; }
    [[nodiscard]] std::vector<Record> lines_in(int row) const;
    [[nodiscard]] std::vector<Record> lines_with(const QModelIndex& index,
                                                 const QString& text) const;
    [[nodiscard]] bool is_stored_stock(int row) const;
    [[nodiscard]] std::string as_meant(int column, const QString& text) const;
    [[nodiscard]] QString state_of(const Record& line) const;
    [[nodiscard]] QString heading(const RecordList& list) const;
    void write(int row, const std::vector<Record>& lines);

    const Appearance& appearance_;
    Draft& draft_;
    RecordKind kind_;
    std::vector<RecordList> lists_;
    std::vector<std::string> targets_;
    std::vector<Row> rows_;
};

} // namespace weekboard
