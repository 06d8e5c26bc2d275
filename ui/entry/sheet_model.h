#pragma once

#include "check/finding.h"
#include "entry/checklist.h"
#include "entry/draft.h"
#include "entry/week_sheet.h"
#include "theme/appearance.h"

#include <QAbstractTableModel>

#include <map>
#include <vector>

namespace weekboard
{

/// The week's sheet as a table: a heading for each form, a row for each figure, the draft's texts
/// in the one column that can be typed in.
class SheetModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        name_column,
        previous_column,
        year_ago_column,
        entry_column,
        reading_column,
        finding_column,
        column_count
    };

    /// `draft` is the page's, and outlives the model.
    SheetModel(const Appearance& appearance, Draft& draft, QObject* parent = nullptr);

    void show(std::vector<SheetSection> sections);
    void set_findings(const std::vector<CheckFinding>& findings);

    /// One edit: a pasted block.
    void type(const Draft::Texts& texts);

    /// Everything may read otherwise: after an undo, a paste, a commit.
    void refresh();

    /// The row's figure; null for a heading.
    [[nodiscard]] const SheetRow* figure_in(int row) const;
    [[nodiscard]] bool is_heading(int row) const { return figure_in(row) == nullptr; }

    /// The next row below that has a figure to type, or the first one; `missing_only`: that has
    /// neither one in the store nor one in the draft. −1 if there is none.
    [[nodiscard]] int next_figure(int row, bool missing_only) const;

    /// The row of a series, by code or by its name in either language, of several days' the last
    /// one; −1 if there is none.
    [[nodiscard]] int row_of(const QString& series) const;

    [[nodiscard]] QString findings_in(int row) const;

    /// A finding of weight about the row's text that has a figure to offer, else any one that can
    /// be found right; null where there is none.
    [[nodiscard]] const CheckFinding* open_finding(int row) const;

    /// The last known figure for the row's, as somebody would type it.
    [[nodiscard]] QString previous_text(int row) const;

    /// How the forms stand, one line each.
    [[nodiscard]] std::vector<ChecklistLine> checklist(Date week_end) const;

    /// The heading of a form.
    [[nodiscard]] int row_of_section(int section) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

signals:
    /// The draft is another one now.
    void typed();

private:
    struct Row {
        std::size_t section;
        int figure; ///< −1: the heading
    };

    [[nodiscard]] bool is_there(const SheetRow& row) const;
    [[nodiscard]] bool is_missing(int row) const;
    [[nodiscard]] QString name_of(const SheetRow& row) const;
    [[nodiscard]] QString text_in(const SheetRow& row, int column) const;
    [[nodiscard]] QString reading_of(const SheetRow& row) const;
    [[nodiscard]] QString heading(const SheetSection& section) const;
    [[nodiscard]] bool is_troubled(const SheetRow& row) const;

    const Appearance& appearance_;
    std::vector<SheetSection> sections_;
    Draft& draft_;
    std::vector<Row> rows_;
    std::map<FigureKey, std::vector<CheckFinding>> findings_;
};

} // namespace weekboard
