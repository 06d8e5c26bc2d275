#pragma once

#include "export/export_job.h"
#include "theme/appearance.h"

#include <QDialog>
#include <QJsonObject>
#include <QStringList>

#include <filesystem>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

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
    ImportDialog(const Appearance& appearance, std::filesystem::path store, QStringList files,
                 QWidget* parent = nullptr);

    /// Ends what runs, whichever way the dialog is closed.
    void reject() override;

    /// Puts the new figures in, and the changed ones as it was chosen.
    void import();

    [[nodiscard]] WordsTable& series() { return *series_; }
    [[nodiscard]] WordsTable& rejected() { return *rejected_; }
    [[nodiscard]] QComboBox& changed() { return *changed_; }
    [[nodiscard]] ExportJob& job() { return job_; }
    [[nodiscard]] bool can_import() const;

signals:
    /// One sentence for the status bar.
    void told(const QString& sentence, bool is_trouble);

    /// What the files would change is on the screen.
    void compared();

private:
    void build();
    void start(bool writes);
    void on_finished(bool succeeded, const QString& said);
    void show_comparison(const QJsonObject& outcome);
    void show_series(const QJsonObject& outcome);
    void show_rejected(const QJsonObject& outcome);
    void say(const QString& sentence, bool is_trouble);

    const Appearance& appearance_;
    std::filesystem::path store_;
    QStringList files_;
    ExportJob job_;
    bool writes_ = false;
    int fresh_ = 0;
    int changes_ = 0;
    QLabel* heading_ = nullptr;
    WordsTable* series_ = nullptr;
    QLabel* rejected_heading_ = nullptr;
    WordsTable* rejected_ = nullptr;
    QComboBox* changed_ = nullptr;
    QProgressBar* progress_ = nullptr;
    QPushButton* import_ = nullptr;
};

} // namespace weekboard
