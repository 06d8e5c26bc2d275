#pragma once

#include "theme/appearance.h"

#include <QWidget>

namespace weekboard
{

/// The surface of a card round another widget.
class ChartFrame : public QWidget
{
public:
    explicit ChartFrame(const Appearance& appearance, QWidget* parent = nullptr);

    void set_content(QWidget* content);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Appearance& appearance_;
};

} // namespace weekboard
