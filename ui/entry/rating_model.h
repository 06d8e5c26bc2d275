#pragma once

#include "entry/draft.h"
#include "entry/entry_delegate.h"
#include "entry/week_sheet.h"
#include "theme/appearance.h"

#include <QAbstractTableModel>

#include <vector>

namespace weekboard
{

/// The boards to be rated: last week's rating beside this week's, and the reason, which a changed
/// rating needs. Typed ratings are in the draft as codes.
class RatingModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        board_column,
        last_column,
        rating_column,
        reason_column,
        state_column,
        column_count
    };

    /// `draft` is the page's, and outlives the model.
    RatingModel(const Appearance& appearance, Draft& draft, QObject* parent = nullptr);

    void show(Week week, std::vector<RatingRow> rows, std::vector<Rating> scale);
    void refresh();

    [[nodiscard]] const std::vector<Rating>& scale() const { return scale_; }

    /// Where the draft keeps a row's reason.
    [[nodiscard]] FigureKey reason_in(int row) const;

    /// Whether the row's rating is a new one whose reason nobody has given.
    [[nodiscard]] bool wants_reason(int row) const;

    /// Last week's rating for this one; nothing for a board that was never rated.
    void confirm(int row);

    /// As `confirm`, for every board that has no rating yet; one edit.
    void confirm_all();

    [[nodiscard]] int missing() const;
    [[nodiscard]] int troubles() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

signals:
    void typed();

private:
    [[nodiscard]] QString name_of(const std::string& rating) const;
    [[nodiscard]] QString text_in(const RatingRow& row, int column) const;
    [[nodiscard]] bool is_open(const RatingRow& row) const;
    void type(const Draft::Texts& texts);

    const Appearance& appearance_;
    Draft& draft_;
    Week week_ = Week::containing(Date{});
    std::vector<RatingRow> rows_;
    std::vector<Rating> scale_;
};

/// Chooses a rating from a list: `1` is the first, and so on.
class RatingDelegate : public EntryDelegate
{
    Q_OBJECT

public:
    RatingDelegate(const RatingModel& model, const Appearance& appearance, QObject* parent);

    [[nodiscard]] QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                        const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model,
                      const QModelIndex& index) const override;

private:
    const RatingModel& model_;
};

} // namespace weekboard
