#pragma once

#include "theme/appearance.h"
#include "week_content.h"
#include "widgets/notice_bar.h"

#include <QToolButton>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace weekboard
{

/// The switch between the week as it is now and as it was published; hidden where it never was.
class EditionSwitch : public QToolButton
{
    Q_OBJECT

public:
    explicit EditionSwitch(const Appearance& appearance, QWidget* parent = nullptr);

    /// `shown`: the edition on the screen, nothing for now.
    void show_editions(std::vector<int> editions, std::optional<int> shown);

signals:
    void edition_chosen(std::optional<int> edition);

protected:
    void changeEvent(QEvent* event) override;

private:
    void set_texts();

    std::vector<int> editions_;
    std::optional<int> shown_;
};

/// Over the page while an edition is shown, so that nobody takes it for the week as it is now.
class EditionBar : public NoticeBar
{
    Q_OBJECT

public:
    explicit EditionBar(const Appearance& appearance, QWidget* parent = nullptr);

    /// Null hides the bar. `page_follows`: the page below shows the edition, too.
    void show_edition(std::shared_ptr<const ShownEdition> edition, bool page_follows);

signals:
    void changes_wanted();
    void now_wanted();

private:
    void set_texts() override;

    std::shared_ptr<const ShownEdition> edition_;
    bool page_follows_ = true;
    QToolButton* changes_;
    QToolButton* now_;
};

} // namespace weekboard
