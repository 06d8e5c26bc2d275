#pragma once

#include "export/export_job.h"
#include "import/import_model.h"
#include "pages/page.h"

#include <QDialog>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <QTemporaryFile>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTabWidget;
class QTreeView;

namespace weekboard
{

class WordsTable;

/// Shows what files would change in the store before anything is written, and writes it. Both run
/// beside the window, as the verb `import`, and can be cancelled: what is written is one batch or
/// nothing.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(const PageContext& context, QStringList files, QWidget* parent = nullptr);

    /// Ends what runs, whichever way the dialog is closed.
    void reject() override;

    /// Puts in what was taken.
    void import();

    /// Takes a column of a file for a series; it is remembered with the import.
    void take_column_for(const QString& column, const QString& series);

    /// Reads sheets that are laid out so; it is kept with the import.
    void lay_out(const QString& description);

    [[nodiscard]] ImportModel& model() { return *model_; }
    [[nodiscard]] ImportFilter& filter() { return *filter_; }
    [[nodiscard]] QCheckBox& changes() { return *changes_; }
    [[nodiscard]] WordsTable& rejected() { return *rejected_; }
    [[nodiscard]] WordsTable& columns() { return *columns_; }
    [[nodiscard]] WordsTable& sheets() { return *sheets_; }
    [[nodiscard]] ExportJob& job() { return job_; }
    [[nodiscard]] bool can_import() const;

signals:
    /// One sentence for the status bar.
    void told(const QString& sentence, bool is_trouble);

    /// What the files would change is on the screen.
    void compared();

private:
    void build();
    QWidget* build_filters();
    QWidget* build_columns();
    QWidget* build_sheets();
    void load_series();
    void compare_again();
    void start(bool writes);
    [[nodiscard]] bool write_choices();
    void on_finished(bool succeeded, const QString& said);
    void show_comparison();
    void share_width();
    void show_rejected();
    void show_columns();
    void show_sheets();
    void show_findings();
    void show_tab(QWidget* page, const QString& title, int count);
    void choose_series();
    void make_series();
    void choose_layout();
    void tell_choice();
    void say(const QString& sentence, bool is_trouble);

    PageContext context_;
    QStringList files_;
    ExportJob job_;
    QTemporaryFile choices_;
    QJsonObject outcome_;
    QJsonObject hashes_;
    QJsonObject map_;
    QJsonArray layouts_;
    bool writes_ = false;
    QLabel* heading_ = nullptr;
    ImportModel* model_ = nullptr;
    ImportFilter* filter_ = nullptr;
    QTreeView* tree_ = nullptr;
    QTabWidget* tabs_ = nullptr;
    WordsTable* rejected_ = nullptr;
    WordsTable* findings_ = nullptr;
    WordsTable* columns_ = nullptr;
    WordsTable* sheets_ = nullptr;
    QWidget* columns_page_ = nullptr;
    QWidget* sheets_page_ = nullptr;
    QComboBox* series_ = nullptr;
    QCheckBox* changes_ = nullptr;
    QComboBox* how_ = nullptr;
    QProgressBar* progress_ = nullptr;
    QPushButton* import_ = nullptr;
};

} // namespace weekboard
