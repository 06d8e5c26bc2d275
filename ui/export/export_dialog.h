#pragma once

#include "exhibit/exhibit.h"
#include "export/export_job.h"
#include "export/profile.h"
#include "theme/appearance.h"
#include "widgets/dialogs.h"

#include <QDialog>
#include <QTimer>

#include <filesystem>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace weekboard
{

/// Asks which of a week's exhibits are exported, as what and where to, shows how one will look, and
/// runs it with progress and cancel.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// `edition`: the published one that the exhibits are from; nothing: the week as it is now.
    ExportDialog(const Appearance& appearance, Dialogs& dialogs, std::filesystem::path store,
                 std::vector<Exhibit> exhibits, std::optional<int> edition = std::nullopt,
                 QWidget* parent = nullptr);

    /// The verb that the choices stand for.
    [[nodiscard]] QStringList arguments() const;

    void choose_format(const QString& format);
    void choose_folder(const QString& folder);
    void choose_exhibits(const std::vector<std::string>& ids);
    void start();

    [[nodiscard]] ExportJob& job() { return job_; }

signals:
    /// One sentence for the status bar.
    void told(const QString& sentence, bool is_trouble);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void reject() override;

private:
    QWidget* build_list();
    QWidget* build_choices();
    QWidget* build_foot();
    void set_busy(bool busy);
    void on_choice();
    void draw_preview();
    void on_finished(bool succeeded, const QString& said);
    [[nodiscard]] bool makes_pictures() const;
    [[nodiscard]] std::optional<ExportProfile> profile() const;
    [[nodiscard]] QStringList chosen_ids() const;

    const Appearance& appearance_;
    Dialogs& dialogs_;
    std::filesystem::path store_;
    std::vector<Exhibit> exhibits_;
    std::optional<int> edition_;
    ExportJob job_;
    QTimer preview_soon_;
    QListWidget* list_ = nullptr;
    QComboBox* format_ = nullptr;
    QComboBox* profile_ = nullptr;
    QSpinBox* dpi_ = nullptr;
    QCheckBox* title_ = nullptr;
    QCheckBox* source_ = nullptr;
    QCheckBox* events_ = nullptr;
    QCheckBox* transparent_ = nullptr;
    QCheckBox* outlines_ = nullptr;
    QComboBox* encoding_ = nullptr;
    QLineEdit* pattern_ = nullptr;
    QLineEdit* folder_ = nullptr;
    QLabel* preview_ = nullptr;
    QLabel* outcome_ = nullptr;
    QProgressBar* progress_ = nullptr;
    QPushButton* start_ = nullptr;
    QPushButton* close_ = nullptr;
};

} // namespace weekboard
