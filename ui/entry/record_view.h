#pragma once

#include "entry/entry_delegate.h"

#include <QTableView>

namespace weekboard
{

class RecordModel;

/// Lists on the screen: Enter goes from field to field and on to the next line, Alt+Up and Alt+Down
/// move a line, Ctrl+Delete takes it away.
class RecordView : public QTableView
{
    Q_OBJECT

public:
    RecordView(const Appearance& appearance, RecordModel& model, QWidget* parent = nullptr);

    /// Takes over what stands in an open editor.
    void commit_editor();

    /// To a row that can be typed in, if there is one.
    void go_to(int row, int column = 0);

    void paste(const QString& text);

    [[nodiscard]] const EntryDelegate& delegate() const { return *delegate_; }

signals:
    void unmatched(const QStringList& lines);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;

private:
    void go_on();
    void span_headings();

    RecordModel& model_;
    EntryDelegate* delegate_;
};

} // namespace weekboard
