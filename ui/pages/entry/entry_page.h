#pragma once

#include "entry/draft_file.h"
#include "entry/rating_model.h"
#include "entry/sheet_model.h"
#include "pages/page.h"

#include <QTimer>

class QLabel;
class QPushButton;
class QTabWidget;

namespace weekboard
{

class RatingView;
class SheetView;

/// The week's figures to type and its boards to rate: sheets with what was known, what is typed,
/// how it is read and what looks wrong. The draft is kept as it is typed; *Save* puts all of it in
/// as one batch.
class EntryPage : public Page
{
    Q_OBJECT

public:
    explicit EntryPage(const PageContext& context, QWidget* parent = nullptr);

    void show_week(Week week) override;

    [[nodiscard]] Draft& draft() { return draft_; }
    [[nodiscard]] SheetModel& model() { return model_; }
    [[nodiscard]] RatingModel& ratings() { return ratings_; }
    [[nodiscard]] RatingView& rating_view() { return *rating_view_; }
    [[nodiscard]] SheetView& view() { return *view_; }
    [[nodiscard]] DraftFile& file() { return file_; }

    /// Puts the draft into the store.
    void save();
    void undo();
    void redo();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void set_texts();
    void commit_editors();
    void keep_edited(const FigureKey& figure, const QString& text);
    void on_typed();
    void check();
    void refresh();
    void tell_state();
    void tell_detail();
    void on_saved(const Draft& saved, const DraftCommit& commit);

    Draft draft_;
    SheetModel model_;
    RatingModel ratings_;
    DraftFile file_;
    SheetView* view_;
    RatingView* rating_view_;
    QTabWidget* tabs_;
    QLabel* state_;
    QLabel* detail_;
    QPushButton* undo_;
    QPushButton* redo_;
    QPushButton* missing_;
    QPushButton* confirm_;
    QPushButton* save_;
    QTimer check_soon_;
    Week week_ = Week::containing(Date{});
    bool was_loaded_ = false;
    bool is_saving_ = false;
};

} // namespace weekboard
