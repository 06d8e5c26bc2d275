#pragma once

#include <QScrollArea>

namespace weekboard
{

/// Turns `area` into a page that scrolls up and down, on the window's own ground.
inline void set_scrolling(QScrollArea& area, QWidget* body)
{
    area.setWidgetResizable(true);
    area.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area.setWidget(body);
    body->setAutoFillBackground(false);
    area.viewport()->setAutoFillBackground(false);
}

} // namespace weekboard
