#include "charts/thumbnail.h"

#include "charts/exhibit_scene.h"

#include <QPainter>

namespace weekboard
{

QPixmap draw_thumbnail(const Exhibit& exhibit, const Theme& theme, QSize size, double pixel_ratio)
{
    Theme small = theme;
    small.title_size = 13;
    small.body_size = 11;
    small.caption_size = 10;
    ExhibitLayout layout;
    layout.source = false;
    layout.events = false;
    layout.line_width = 1.4;
    ExhibitScene scene{exhibit, small, layout};
    scene.resize(size);
    QPixmap pixmap{size * pixel_ratio};
    pixmap.setDevicePixelRatio(pixel_ratio);
    pixmap.fill(theme.card);
    QPainter painter{&pixmap};
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const QRectF box{{0, 0}, QSizeF{size}};
    scene.render(&painter, box, box, Qt::IgnoreAspectRatio);
    return pixmap;
}

} // namespace weekboard
