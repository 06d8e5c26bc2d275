#pragma once

#include "ingest/layout.h"

#include <QDialog>
#include <QJsonArray>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QSpinBox;
class QStackedWidget;
class QTableView;

namespace weekboard
{

class SheetHeadModel;

/// Asks how a sheet is laid out that is like none known: which row has the names, which column the
/// periods, or, where each row is a figure, which columns have what. What is chosen is shown on the
/// sheet's first rows.
class MappingDialog : public QDialog
{
    Q_OBJECT

public:
    /// `head`: the first rows as the verb `import --cells` tells them.
    MappingDialog(const QJsonArray& head, const QString& suggested_name, QWidget* parent = nullptr);

    /// What was chosen, as a layout that knows this sheet again.
    [[nodiscard]] Layout layout() const;

    /// Why it cannot be used; empty where it can.
    [[nodiscard]] QString trouble() const;

    [[nodiscard]] QComboBox& shape() { return *shape_; }
    [[nodiscard]] QSpinBox& names() { return *names_; }
    [[nodiscard]] QSpinBox& units() { return *units_; }
    [[nodiscard]] QSpinBox& periods() { return *periods_; }
    [[nodiscard]] QSpinBox& first() { return *first_; }

private:
    QWidget* build_wide();
    QWidget* build_rows();
    void guess();
    void show_choice();
    [[nodiscard]] QString text_at(int row, int column) const;

    QJsonArray head_;
    SheetHeadModel* model_;
    QLineEdit* name_;
    QComboBox* shape_;
    QStackedWidget* details_;
    QSpinBox* names_ = nullptr;
    QSpinBox* units_ = nullptr;
    QSpinBox* periods_ = nullptr;
    QSpinBox* first_ = nullptr;
    QSpinBox* header_ = nullptr;
    QSpinBox* code_ = nullptr;
    QSpinBox* period_ = nullptr;
    QSpinBox* value_ = nullptr;
    QLabel* trouble_;
    QDialogButtonBox* buttons_;
};

} // namespace weekboard
