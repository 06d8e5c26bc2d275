#pragma once

#include "theme/appearance.h"

#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace weekboard
{

/// The program's pages, one under the other; one of them is chosen.
class SideBar : public QWidget
{
    Q_OBJECT

public:
    explicit SideBar(const Appearance& appearance, QWidget* parent = nullptr);

    /// `icon` is the name of an SVG path in `resources/icons`.
    void add_page(const QString& icon);

    /// Names the pages, in the order in which they were added.
    void set_labels(const QStringList& labels);

    void choose(int page);

signals:
    void page_chosen(int page);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Appearance& appearance_;
    QButtonGroup* buttons_ = nullptr;
    QVBoxLayout* column_ = nullptr;
};

} // namespace weekboard
