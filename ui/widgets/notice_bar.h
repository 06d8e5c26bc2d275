#pragma once

#include "theme/appearance.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace weekboard
{

/// A sentence over the page, with what can be done about it; hidden while there is none.
class NoticeBar : public QWidget
{
    Q_OBJECT

public:
    explicit NoticeBar(const Appearance& appearance, QWidget* parent = nullptr);

    [[nodiscard]] QString sentence() const;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

    /// Called whenever the language is another.
    virtual void set_texts() = 0;

    void say(const QString& sentence);
    QToolButton* add_button();

private:
    const Appearance& appearance_;
    QLabel* words_;
};

} // namespace weekboard
