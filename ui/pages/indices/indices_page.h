#pragma once

#include "exhibit/exhibit.h"
#include "pages/page.h"

#include <optional>
#include <vector>

class QButtonGroup;
class QHBoxLayout;
class QLabel;

namespace weekboard
{

class ExhibitView;

/// The exhibits of the indices, large, one at a time, or all of them rebased on one chart.
class IndicesPage : public Page
{
    Q_OBJECT

public:
    explicit IndicesPage(const PageContext& context, QWidget* parent = nullptr);

    void show_week(Week week) override;
    [[nodiscard]] bool knows_editions() const override { return true; }
    void show_edition(const std::shared_ptr<const ShownEdition>& edition) override;
    [[nodiscard]] bool shows_empty_weeks() const override { return false; }

    /// By place; the one after the last is the comparison.
    void choose(int place);

    [[nodiscard]] const ExhibitView& view() const { return *view_; }

    [[nodiscard]] ExhibitExport* exporting() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Range { month, quarter, half_year, this_year, year, three_years, all };

    void take(std::vector<Exhibit> exhibits);
    void build_controls(QHBoxLayout* row);
    void build_ranges(QHBoxLayout* row);
    void set_texts();
    void name_choices();
    void choose_range(Range range);
    void show_range(Date first, Date last);
    [[nodiscard]] std::optional<std::chrono::days> shown_width_at_end() const;
    [[nodiscard]] Date comparison_base(bool keep_range) const;
    void on_range_chosen(Date first, Date last);
    void show_chosen(bool keep_range);
    [[nodiscard]] bool is_comparison() const;
    [[nodiscard]] Exhibit comparison(Date base) const;
    [[nodiscard]] std::optional<Exhibit> shown_part() const;
    [[nodiscard]] Date range_start(Range range, Date last) const;

    QButtonGroup* choices_ = nullptr;
    QHBoxLayout* choice_row_ = nullptr;
    QButtonGroup* ranges_ = nullptr;
    QLabel* hint_ = nullptr;
    ExhibitExport* export_ = nullptr;
    ExhibitView* view_ = nullptr;
    std::vector<Exhibit> exhibits_; ///< with all their history
    int chosen_ = 0;
    Date base_;
};

} // namespace weekboard
