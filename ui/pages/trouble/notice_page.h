#pragma once

#include "theme/appearance.h"

#include <QWidget>

#include <functional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace weekboard
{

/// A way out that a notice offers.
struct NoticeAction {
    QString label;
    QString remark;
    bool primary = false;
    std::function<void()> run;
};

/// What stands in a page's place when there is nothing to show: what is the matter, in a sentence,
/// and the ways forward.
class NoticePage : public QWidget
{
    Q_OBJECT

public:
    explicit NoticePage(const Appearance& appearance, QWidget* parent = nullptr);

    void show_notice(const QString& title, const QString& sentence,
                     std::vector<NoticeAction> actions);

private:
    void apply_theme();

    const Appearance& appearance_;
    QLabel* title_ = nullptr;
    QLabel* sentence_ = nullptr;
    QWidget* actions_ = nullptr;
    QVBoxLayout* column_ = nullptr;
};

} // namespace weekboard
