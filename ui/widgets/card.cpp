#include "widgets/card.h"

#include "widgets/painting.h"

#include <QHelpEvent>
#include <QToolTip>

namespace weekboard
{

namespace
{

constexpr int padding = 16;
constexpr int title_height = 30;
constexpr double corner = 8;

} // namespace

Card::Card(const Appearance& appearance, QWidget* parent)
    : QWidget{parent}
    , appearance_{appearance}
{
    connect(&appearance, &Appearance::changed, this, [this] { update(); });
}

void Card::set_title(const QString& title, const QString& remark)
{
    title_ = title;
    remark_ = remark;
    setAccessibleName(title);
    updateGeometry();
    update();
}

int Card::frame_height() const
{
    return 2 * (padding - 2) + (title_.isEmpty() ? 0 : title_height);
}

void Card::paintEvent(QPaintEvent*)
{
    hints_.clear();
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{theme().hairline, 1});
    painter.setBrush(theme().card);
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);

    QRectF content = QRectF{rect()}.adjusted(padding, padding - 2, -padding, -(padding - 2));
    if (!title_.isEmpty()) {
        const QFont caption = theme().font(theme().caption_size);
        const double remark_width = std::min(text_width(remark_, caption), content.width() / 2);
        const QRectF line{content.left(), content.top(), content.width(), 20};
        draw_line(painter, line.adjusted(0, 0, -remark_width - 8, 0), title_,
                  theme().font(theme().title_size, QFont::Bold), theme().text);
        draw_line(painter, line, remark_, caption, theme().faint,
                  Qt::AlignRight | Qt::AlignVCenter);
        content.setTop(content.top() + title_height);
    }
    paint_content(painter, content);
}

void Card::add_hint(const QRectF& box, const QString& text)
{
    hints_.push_back({box, text});
}

bool Card::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) {
        return QWidget::event(event);
    }
    const auto* help = static_cast<QHelpEvent*>(event);
    for (const Hint& hint : hints_) {
        if (hint.box.contains(help->pos())) {
            // A rich text wraps; what the store holds is text, not markup.
            QToolTip::showText(help->globalPos(),
                               QStringLiteral("<qt>%1</qt>").arg(hint.text.toHtmlEscaped()), this,
                               hint.box.toRect());
            return true;
        }
    }
    QToolTip::hideText();
    event->ignore();
    return true;
}

} // namespace weekboard
