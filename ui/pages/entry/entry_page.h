#pragma once

#include "entry/checklist.h"
#include "entry/rating_model.h"
#include "entry/record_model.h"
#include "entry/sheet_model.h"
#include "entry/week_drafts.h"
#include "pages/page.h"

#include <QTimer>

#include <array>
#include <optional>
#include <vector>

class QTabWidget;
class QTableView;

namespace weekboard
{

class EntryBar;
class EntryDelegate;
class EntryFoot;
class RatingView;
class RecordView;
class SheetView;

/// The week to be typed: its figures, ratings, stocks, notes and events, each with what was known,
/// how it is read and what looks wrong, and a checklist of all of it. The draft is kept as it is
/// typed; *Save* puts all of it in as one batch.
class EntryPage : public Page
{
    Q_OBJECT

public:
    enum Tab { figures_tab, ratings_tab, stocks_tab, notes_tab, events_tab };

    explicit EntryPage(const PageContext& context, QWidget* parent = nullptr);
    ~EntryPage() override;

    void show_week(Week week) override;
    [[nodiscard]] QWidget* first_stop() override { return current_view(); }

    [[nodiscard]] Draft& draft() { return drafts_.draft(); }
    [[nodiscard]] SheetModel& model() { return model_; }
    [[nodiscard]] RatingModel& ratings() { return ratings_; }
    [[nodiscard]] RatingView& rating_view() { return *rating_view_; }
    [[nodiscard]] SheetView& view() { return *view_; }
    [[nodiscard]] RecordModel& records(Tab tab);
    [[nodiscard]] RecordView& record_view(Tab tab);
    [[nodiscard]] const Checklist& checklist() const { return *checklist_; }

    /// What the checklist shows.
    [[nodiscard]] std::vector<ChecklistLine> lines() const;

    void turn_to(Tab tab);

    /// Puts the draft into the store.
    void save();
    void undo();
    void redo();

    /// Of the row's open finding: takes the figure that it offers, or keeps a reason why it is
    /// right.
    void take_suggestion();
    void acknowledge();

    /// The figure or the lines of the last week, where there is nothing yet.
    void fill_from_last();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Records {
        RecordModel model;
        RecordView* view = nullptr;
    };

    void build();
    void add_tab(QTableView* view);
    void follow_bars();
    void follow_views();
    void follow_editors();
    void build_shortcuts();
    void set_texts();
    void commit_editors();
    void keep_edited(Draft::Texts texts);
    void keep_draft();
    void on_typed();
    void check();
    void take(WeekSheet sheet);
    void refresh();
    void tell_state();
    [[nodiscard]] QString of_other_weeks() const;
    void tell_detail();
    void follow(int line);
    void show_unmatched(const QStringList& lines);
    void go_to_next_missing();
    void on_saved(Week week, const Draft& saved, const DraftCommit& commit);
    [[nodiscard]] bool has_to_wait(const WeekSheet& sheet) const;
    void take_what_waits();
    [[nodiscard]] std::vector<const EntryDelegate*> delegates() const;
    [[nodiscard]] QTableView* current_view() const;

    WeekDrafts drafts_;
    SheetModel model_;
    RatingModel ratings_;
    std::array<Records, 3> records_; ///< stocks, notes, events
    SheetView* view_;
    RatingView* rating_view_;
    Checklist* checklist_;
    QTabWidget* tabs_;
    EntryBar* bar_;
    EntryFoot* foot_;
    QTimer check_soon_;
    bool is_saving_ = false;
    Draft::Texts in_editor_; ///< what stands in the open one, and nobody has taken over yet
    std::optional<WeekSheet> waiting_; ///< came while a cell was typed in
};

} // namespace weekboard
