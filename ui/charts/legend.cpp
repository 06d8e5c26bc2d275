#include "charts/legend.h"

#include "charts/plot_frame.h"
#include "widgets/painting.h"

#include <algorithm>

namespace weekboard
{

namespace
{

constexpr double mark_gap = 6;

double mark_width(const Theme& theme)
{
    return theme.body_size * 1.5;
}

QString text_of(const Exhibit& exhibit, const Plot& plot)
{
    const bool zh = exhibit.language == Language::chinese;
    QStringList notes;
    if (!plot.unit.empty()) {
        notes << QString::fromStdString(plot.unit);
    }
    if (uses_right_axis(exhibit)) {
        const bool left = plot.axis == AxisSide::left;
        notes << (zh ? (left ? QStringLiteral("左轴") : QStringLiteral("右轴"))
                     : (left ? QStringLiteral("left") : QStringLiteral("right")));
    }
    QString name = QString::fromStdString(plot.name);
    if (notes.isEmpty()) {
        return name;
    }
    return zh ? QStringLiteral("%1（%2）").arg(name, notes.join(QStringLiteral("，")))
              : QStringLiteral("%1 (%2)").arg(name, notes.join(QStringLiteral(", ")));
}

} // namespace

Legend::Legend(const Exhibit& exhibit, const Theme& theme)
    : theme_{theme}
{
    if (exhibit.kind == ExhibitKind::ranked_bars || exhibit.kind == ExhibitKind::movers) {
        return; // one plot, whose colours say rise or fall
    }
    const QFont font = theme.font(theme.body_size);
    for (std::size_t p = 0; p < exhibit.plots.size(); ++p) {
        if (exhibit.plots[p].kind == PlotKind::label) {
            continue;
        }
        const QString text = text_of(exhibit, exhibit.plots[p]);
        entries_.push_back({text, theme.for_plot(p), exhibit.plots[p].kind,
                            mark_width(theme) + mark_gap + text_width(text, font)});
    }
}

template <typename Visit>
int Legend::walk(double width, Visit visit) const
{
    const double gap = theme_.body_size * 1.6;
    int row = 0;
    double left = 0;
    for (const Entry& entry : entries_) {
        if (left > 0 && left + entry.width > width) {
            ++row;
            left = 0;
        }
        visit(entry, row, left);
        left += entry.width + gap;
    }
    return entries_.empty() ? 0 : row + 1;
}

int Legend::rows(double width) const
{
    return walk(width, [](const Entry&, int, double) {});
}

void Legend::paint(QPainter& painter, const QRectF& box) const
{
    const QFont font = theme_.font(theme_.body_size);
    const double step = line_height(font);
    walk(box.width(), [&](const Entry& entry, int row, double from) {
        const double left = box.left() + from;
        const double top = box.top() + row * step;
        const double middle = top + step / 2;
        const double mark = mark_width(theme_);
        if (entry.kind == PlotKind::bar) {
            const double side = theme_.body_size * 0.8;
            painter.fillRect(QRectF{left + (mark - side) / 2, middle - side / 2, side, side},
                             entry.color);
        } else {
            painter.setPen(QPen{entry.color, 2.5, Qt::SolidLine, Qt::FlatCap});
            painter.drawLine(QPointF{left, middle}, QPointF{left + mark, middle});
        }
        const double text_left = left + mark + mark_gap;
        const double room = std::max(0.0, box.right() - text_left);
        draw_line(painter, {text_left, top, std::min(room, entry.width), step}, entry.text, font,
                  theme_.secondary);
    });
}

} // namespace weekboard
