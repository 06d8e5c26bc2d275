#pragma once

#include "publish/letterhead.h"

#include <QDialog>

class QPlainTextEdit;

namespace weekboard
{

/// Who publishes: what stands on the covers and last pages of decks and reports. Kept for this
/// user.
class LetterheadDialog : public QDialog
{
    Q_OBJECT

public:
    explicit LetterheadDialog(QWidget* parent = nullptr);

    [[nodiscard]] Letterhead letterhead() const;

    void accept() override;

private:
    QPlainTextEdit* house_ = nullptr;
    QPlainTextEdit* analysts_ = nullptr;
    QPlainTextEdit* contacts_ = nullptr;
    QPlainTextEdit* rating_definitions_ = nullptr;
    QPlainTextEdit* disclaimer_ = nullptr;
};

} // namespace weekboard
