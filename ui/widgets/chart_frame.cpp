#include "widgets/chart_frame.h"

#include <QPainter>
#include <QVBoxLayout>

namespace weekboard
{

ChartFrame::ChartFrame(const Appearance& appearance, QWidget* parent)
    : QWidget{parent}
    , appearance_{appearance}
{
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(18, 16, 18, 14);
    connect(&appearance, &Appearance::changed, this, [this] { update(); });
}

void ChartFrame::set_content(QWidget* content)
{
    layout()->addWidget(content);
}

void ChartFrame::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{appearance_.theme().hairline, 1});
    painter.setBrush(appearance_.theme().card);
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace weekboard
