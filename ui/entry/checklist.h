#pragma once

#include "theme/appearance.h"

#include <QListWidget>

#include <vector>

namespace weekboard
{

/// One line of the week's checklist.
struct ChecklistLine {
    QString name;
    int typed = 0;     ///< there, in the store or in the draft
    int missing = 0;   ///< to be typed
    int troubles = 0;  ///< to look at: unreadable, or a finding of weight
    int unchanged = 0; ///< as in the period before
    bool due = true;   ///< its figures should be out by the end of the week

    [[nodiscard]] bool is_done() const { return troubles == 0 && (missing == 0 || !due); }
};

/// What a week still needs, part by part: red to look at, amber missing, green done. A click goes
/// to the part.
class Checklist : public QListWidget
{
    Q_OBJECT

public:
    explicit Checklist(const Appearance& appearance, QWidget* parent = nullptr);

    void show_lines(const std::vector<ChecklistLine>& lines);

    /// Whether nothing is missing and nothing looks wrong.
    [[nodiscard]] bool is_ready() const { return is_ready_; }

signals:
    void line_chosen(int line);

private:
    [[nodiscard]] QString state_of(const ChecklistLine& line) const;

    const Appearance& appearance_;
    bool is_ready_ = false;
};

} // namespace weekboard
