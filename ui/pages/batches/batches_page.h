#pragma once

#include "pages/page.h"
#include "store/batch.h"
#include "store/batch_changes.h"

#include <cstdint>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;

namespace weekboard
{

class WordsTable;

/// What came in, newest first; of the chosen one every figure and word, beside what it replaced.
/// A batch can be taken back as a whole.
class BatchesPage : public Page
{
    Q_OBJECT

public:
    explicit BatchesPage(const PageContext& context, QWidget* parent = nullptr);

    void show_week(Week week) override;
    [[nodiscard]] QWidget* first_stop() override { return list_; }

    [[nodiscard]] WordsTable& batches() { return *list_; }
    [[nodiscard]] WordsTable& changes() { return *changes_; }

    /// Takes the chosen batch back, once the user agrees.
    void revert();

signals:
    /// Its changes are on the screen.
    void batch_shown();

protected:
    void changeEvent(QEvent* event) override;

private:
    static QString kind_name(const std::string& kind);
    static QString line_name(const BatchLine& line);
    static QString figure_text(const std::optional<double>& value, const Series& series);
    void set_texts();
    void draw();
    void load_changes();
    void show_changes(const BatchChanges& changes);
    [[nodiscard]] const Batch* chosen() const;

    WordsTable* list_;
    WordsTable* changes_;
    QLabel* about_;
    QPushButton* revert_;
    QPushButton* import_;
    std::vector<Batch> all_;
    std::int64_t chosen_id_ = 0;
    struct {
        int figures = 0;
        int with_before = 0;
    } listed_; ///< the changes on the screen, for the question before a batch is taken back
};

} // namespace weekboard
