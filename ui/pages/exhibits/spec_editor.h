#pragma once

#include "exhibit/exhibit.h"
#include "exhibit/spec.h"
#include "pages/page.h"

#include <QDialog>
#include <QTimer>

#include <optional>
#include <string>
#include <vector>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace weekboard
{

class ExhibitView;

/// A spec's text beside the exhibit that it makes, redrawn while it is typed. What is wrong is
/// named with its line; a wrong spec cannot be saved.
class SpecEditor : public QDialog
{
    Q_OBJECT

public:
    SpecEditor(const PageContext& context, Week week, const std::string& toml,
               QWidget* parent = nullptr);

    [[nodiscard]] const ExhibitView& preview() const { return *preview_; }
    [[nodiscard]] const std::vector<SpecFinding>& findings() const { return findings_; }
    void set_text(const QString& toml);

    /// Stores the text as the user's own spec; `saved` tells its id.
    void save();

signals:
    /// The text was checked, and drawn if nothing is wrong with it.
    void checked();
    void saved(const QString& id);

private:
    struct Checked {
        std::vector<SpecFinding> findings;
        std::optional<Exhibit> exhibit;
    };
    void check();
    void take(Checked checked);

    PageContext context_;
    Week week_;
    QPlainTextEdit* text_ = nullptr;
    QLabel* wrong_ = nullptr;
    ExhibitView* preview_ = nullptr;
    QPushButton* save_ = nullptr;
    QTimer pause_; ///< after typing
    std::uint64_t request_ = 0;
    std::vector<SpecFinding> findings_;
};

} // namespace weekboard
