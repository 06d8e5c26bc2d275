#include "entry/checklist.h"

#include <QPainter>

#include <algorithm>

namespace weekboard
{

namespace
{

constexpr int dot_size = 10;
constexpr int line_height = 46;

QPixmap dot(const QColor& color, qreal scale)
{
    QPixmap image{QSize{dot_size, dot_size} * scale};
    image.setDevicePixelRatio(scale);
    image.fill(Qt::transparent);
    QPainter painter{&image};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QRectF{1, 1, dot_size - 2.0, dot_size - 2.0});
    return image;
}

} // namespace

Checklist::Checklist(const Appearance& appearance, QWidget* parent)
    : QListWidget{parent}
    , appearance_{appearance}
{
    setFrameShape(QFrame::NoFrame);
    setIconSize({dot_size, dot_size});
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    setUniformItemSizes(true);
    connect(this, &QListWidget::itemActivated, this,
            [this](QListWidgetItem* item) { emit line_chosen(row(item)); });
    connect(this, &QListWidget::itemClicked, this,
            [this](QListWidgetItem* item) { emit line_chosen(row(item)); });
}

QString Checklist::state_of(const ChecklistLine& line) const
{
    QStringList parts;
    if (line.troubles > 0) {
        parts << tr("%n to look at", nullptr, line.troubles);
    }
    if (line.missing > 0) {
        parts << (line.due ? tr("%n missing", nullptr, line.missing)
                           : tr("%n not due yet", nullptr, line.missing));
    }
    if (line.unchanged > 0) {
        parts << tr("%n unchanged", nullptr, line.unchanged);
    }
    return parts.isEmpty() ? tr("complete") : parts.join(QStringLiteral(" · "));
}

void Checklist::show_lines(const std::vector<ChecklistLine>& lines)
{
    const Theme& theme = appearance_.theme();
    setFont(theme.font(theme.caption_size));
    while (count() > static_cast<int>(lines.size())) {
        delete takeItem(count() - 1);
    }
    while (count() < static_cast<int>(lines.size())) {
        addItem(QString{});
    }
    for (int i = 0; i < count(); ++i) {
        const ChecklistLine& line = lines[static_cast<std::size_t>(i)];
        const QColor color = line.troubles > 0 ? theme.rise
                             : line.is_done()  ? theme.fall
                                               : theme.series[1];
        item(i)->setIcon(dot(color, devicePixelRatioF()));
        item(i)->setText(line.name + u'\n' + state_of(line));
        item(i)->setToolTip(item(i)->text());
        item(i)->setData(Qt::AccessibleTextRole, tr("%1: %2").arg(line.name, state_of(line)));
        item(i)->setSizeHint({0, line_height});
    }
    is_ready_ = std::ranges::all_of(lines, &ChecklistLine::is_done);
}

} // namespace weekboard
