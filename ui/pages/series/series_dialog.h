#pragma once

#include "pages/page.h"
#include "series/observation.h"
#include "series/series.h"

#include <QDialog>

#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTabWidget;

namespace weekboard
{

class WordsTable;

/// What a series is, to be changed, or a new one made; and every release of its figures, to which
/// earlier or later ones can be added.
class SeriesDialog : public QDialog
{
    Q_OBJECT

public:
    /// Without a series a new one is made.
    SeriesDialog(const PageContext& context, std::optional<Series> series,
                 QWidget* parent = nullptr);

    /// Fills the form of a new series with what a file's header says of it.
    void suggest(const QString& name, const QString& unit, std::optional<Frequency> frequency);

    /// What the form says now.
    [[nodiscard]] Series series() const;

    /// Why the form cannot be kept; empty where it can.
    [[nodiscard]] QString trouble() const;

    [[nodiscard]] QLineEdit& code() { return *code_; }
    [[nodiscard]] QLineEdit& name_zh() { return *name_zh_; }
    [[nodiscard]] QLineEdit& unit() { return *unit_; }
    [[nodiscard]] QLineEdit& source() { return *source_; }
    [[nodiscard]] WordsTable& releases() { return *releases_; }

    void accept() override;

    /// Adds a release: a period, a figure or `none`, and the day from which it was public.
    void add_release(const QString& period, const QString& figure, const QString& public_since);

signals:
    void told(const QString& sentence, bool is_trouble);

    /// The store's releases are in the table.
    void releases_shown();

private:
    QWidget* build_form();
    QWidget* build_releases();
    void load_releases();
    void show_releases(const std::vector<Release>& releases);

    PageContext context_;
    std::optional<Series> kept_;
    QTabWidget* tabs_;
    QLineEdit* code_;
    QLineEdit* name_zh_;
    QLineEdit* name_en_;
    QLineEdit* unit_;
    QComboBox* frequency_;
    QComboBox* measure_;
    QSpinBox* decimals_;
    QSpinBox* lag_;
    QLineEdit* source_;
    QLineEdit* group_;
    QCheckBox* retired_;
    WordsTable* releases_;
    QLineEdit* period_;
    QLineEdit* figure_;
    QLineEdit* since_;
    QPushButton* add_;
    QLabel* trouble_;
};

} // namespace weekboard
