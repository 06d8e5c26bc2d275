#include "widgets/icon.h"

#include <QFile>
#include <QHash>
#include <QSvgRenderer>

namespace weekboard
{

void draw_icon(QPainter& painter, const QRectF& box, const QString& name, const QColor& color)
{
    // The drawings are one colour, written as currentColor; a handful, so they are kept as text.
    static QHash<QString, QByteArray> drawings;
    QByteArray& drawing = drawings[name];
    if (drawing.isEmpty()) {
        QFile file{QStringLiteral(":/icons/%1.svg").arg(name)};
        if (!file.open(QIODevice::ReadOnly)) {
            qFatal("an icon is not part of this build");
        }
        drawing = file.readAll();
    }
    QByteArray colored = drawing;
    colored.replace("currentColor", color.name().toLatin1());
    QSvgRenderer{colored}.render(&painter, box);
}

} // namespace weekboard
