#pragma once

#include "exhibit/exhibit.h"
#include "export/picture.h"
#include "theme/appearance.h"
#include "widgets/dialogs.h"

#include <QThreadPool>
#include <QWidget>

#include <vector>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace weekboard
{

class ExhibitView;

/// The exhibits of the indices, large, one at a time, or all of them rebased on one chart.
class IndicesPage : public QWidget
{
    Q_OBJECT

public:
    IndicesPage(const Appearance& appearance, Dialogs& dialogs, QWidget* parent = nullptr);
    ~IndicesPage() override;

    /// The exhibits with all their history.
    void show_exhibits(std::vector<Exhibit> exhibits);

    /// By place; the one after the last is the comparison.
    void choose(int place);

    [[nodiscard]] const ExhibitView& view() const { return *view_; }

    /// Writes what is shown as a picture, on a worker; `told` reports the outcome.
    void export_to(const QString& path, const ExportProfile& profile, PictureFormat format);

    /// Puts the picture on the clipboard, as PNG and SVG.
    void copy_picture();

signals:
    /// One sentence for the status bar.
    void told(const QString& sentence, bool is_trouble);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Range { month, quarter, half_year, this_year, year, three_years, all };

    void build_controls(QHBoxLayout* row);
    void build_ranges(QHBoxLayout* row);
    void fill_export_menu();
    void set_texts();
    void name_choices();
    void choose_range(Range range);
    void show_range(Date first, Date last);
    [[nodiscard]] std::optional<std::chrono::days> shown_width_at_end() const;
    [[nodiscard]] Date comparison_base(bool keep_range) const;
    void on_range_chosen(Date first, Date last);
    void show_chosen(bool keep_range);
    void ask_and_export(const ExportProfile& profile, PictureFormat format);
    [[nodiscard]] bool is_comparison() const;
    [[nodiscard]] Exhibit comparison(Date base) const;
    [[nodiscard]] Exhibit shown_part() const;
    [[nodiscard]] Date range_start(Range range, Date last) const;

    const Appearance& appearance_;
    Dialogs& dialogs_;
    QButtonGroup* choices_ = nullptr;
    QHBoxLayout* choice_row_ = nullptr;
    QButtonGroup* ranges_ = nullptr;
    QLabel* hint_ = nullptr;
    QToolButton* copy_ = nullptr;
    QToolButton* export_ = nullptr;
    ExhibitView* view_ = nullptr;
    std::vector<Exhibit> exhibits_;
    int chosen_ = 0;
    Date base_;
    QThreadPool writing_;
};

} // namespace weekboard
