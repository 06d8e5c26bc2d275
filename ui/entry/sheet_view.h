#pragma once

#include "entry/entry_delegate.h"
#include "store_session.h"

#include <QTableView>

namespace weekboard
{

class SheetModel;

/// The sheet on the screen, made for typing: a figure, Enter, the next one. Arrows walk, F2 edits,
/// F4 goes to the next one that is missing.
class SheetView : public QTableView
{
    Q_OBJECT

public:
    SheetView(const Appearance& appearance, StoreSession& session, SheetModel& model,
              QWidget* parent = nullptr);

    void go_to(int row);
    void go_to_next_missing();

    /// A block from a spreadsheet: with names or codes in its first column each figure goes to its
    /// series, a bare column goes down from here. Lines that fit nowhere are told by `unmatched`.
    void paste(const QString& text);

    /// Takes over what stands in an open editor.
    void commit_editor();

    [[nodiscard]] const EntryDelegate& delegate() const { return *delegate_; }

signals:
    void unmatched(const QStringList& lines);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;
    bool viewportEvent(QEvent* event) override;

private:
    bool tell_history(const QModelIndex& index, const QPoint& at);
    void span_headings();

    const Appearance& appearance_;
    StoreSession& session_;
    SheetModel& model_;
    EntryDelegate* delegate_;
};

} // namespace weekboard
