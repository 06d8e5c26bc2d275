#include "widgets/sparkline.h"

#include <QPainterPath>

#include <algorithm>

namespace weekboard
{

void draw_sparkline(QPainter& painter, const QRectF& box, ObservationSpan figures,
                    const Theme& theme)
{
    if (figures.size() < 2) {
        return;
    }
    const auto extremes = std::ranges::minmax(figures, {}, &Observation::value);
    const double low = extremes.min.value;
    const double high = extremes.max.value;
    const double range = high > low ? high - low : 1;
    const double days =
        static_cast<double>((figures.back().period_end - figures.front().period_end).count());
    const auto place = [&](const Observation& figure) {
        const double day =
            static_cast<double>((figure.period_end - figures.front().period_end).count());
        return QPointF{box.left() + day / days * box.width(),
                       box.bottom() - (figure.value - low) / range * box.height()};
    };
    QPainterPath line{place(figures.front())};
    for (const Observation& figure : figures.subspan(1)) {
        line.lineTo(place(figure));
    }
    QPainterPath area = line;
    area.lineTo(box.right(), box.bottom() + 3);
    area.lineTo(box.left(), box.bottom() + 3);
    area.closeSubpath();
    painter.fillPath(area, theme.accent_tint);
    // Round corners are not seen at this width, and take three quarters of the drawing.
    painter.strokePath(line, QPen{theme.accent, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::BevelJoin});
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawEllipse(place(figures.back()), 3, 3);
}

} // namespace weekboard
