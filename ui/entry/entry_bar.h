#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QPushButton;

namespace weekboard
{

/// What the bar over the sheet tells and offers.
struct EntryState {
    QString sentence; ///< how far the week is
    bool can_undo = false;
    bool can_redo = false;
    bool can_save = false;
    bool has_missing = false; ///< the way to the next missing figure is there
    bool has_last = false;    ///< so is filling in from last week
    bool has_ratings = false; ///< and keeping the other ratings,
    bool can_confirm = false; ///< of which there are some
};

/// The bar over the sheet: how far the week is, and what can be done with it.
class EntryBar : public QWidget
{
    Q_OBJECT

public:
    explicit EntryBar(QWidget* parent = nullptr);

    void show_state(const EntryState& state);

signals:
    void undo_wanted();
    void redo_wanted();
    void missing_wanted();
    void last_wanted();
    void confirm_wanted();
    void save_wanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void set_texts();

    QLabel* state_;
    QPushButton* undo_;
    QPushButton* redo_;
    QPushButton* missing_;
    QPushButton* last_;
    QPushButton* confirm_;
    QPushButton* save_;
};

} // namespace weekboard
