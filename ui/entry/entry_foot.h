#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QPushButton;

namespace weekboard
{

/// The line under the sheet: what is to look at in the chosen row, with the figure that a check
/// offers, or how the sheet is filled in.
class EntryFoot : public QWidget
{
    Q_OBJECT

public:
    explicit EntryFoot(QWidget* parent = nullptr);

    void show_help(const QString& words);

    /// What was found in the row. `is_open`: it can be found right with a reason. `offered` is the
    /// figure that a check offers in its place, or empty.
    void show_findings(const QString& words, bool is_open, const QString& offered);

signals:
    void suggestion_wanted();
    void acknowledgement_wanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void set_texts();
    void say(const QString& words, const QString& role);

    QLabel* detail_;
    QPushButton* suggestion_;
    QPushButton* right_;
};

} // namespace weekboard
