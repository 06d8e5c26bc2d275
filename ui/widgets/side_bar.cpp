#include "widgets/side_bar.h"

#include "widgets/icon.h"
#include "widgets/painting.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QPainter>
#include <QVBoxLayout>

namespace weekboard
{

namespace
{

constexpr int bar_width = 196;
constexpr int item_height = 35;
constexpr int heading_height = 50;

/// One page's name in the bar.
class SideBarItem : public QAbstractButton
{
public:
    SideBarItem(const Appearance& appearance, QString icon)
        : appearance_{appearance}
        , icon_{std::move(icon)}
    {
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setCursor(Qt::PointingHandCursor);
        setFixedHeight(item_height);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = appearance_.theme();
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF box = QRectF{rect()}.adjusted(10, 1, -10, -1);
        const bool lit = isChecked() || underMouse();
        if (lit) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(isChecked() ? theme.accent_tint : theme.window);
            painter.drawRoundedRect(box, 6, 6);
        }
        if (hasFocus()) {
            painter.setPen(QPen{theme.accent, 1});
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        }
        const QColor color = isChecked() ? theme.accent : theme.secondary;
        draw_icon(painter, {box.left() + 10, box.center().y() - 8, 16, 16}, icon_, color);
        draw_line(painter, box.adjusted(36, 0, -8, 0), text(),
                  theme.font(theme.body_size, isChecked() ? QFont::Bold : QFont::Normal), color);
    }

private:
    const Appearance& appearance_;
    QString icon_;
};

} // namespace

SideBar::SideBar(const Appearance& appearance, QWidget* parent)
    : QWidget{parent}
    , appearance_{appearance}
    , buttons_{new QButtonGroup{this}}
    , column_{new QVBoxLayout{this}}
{
    setFixedWidth(bar_width);
    column_->setContentsMargins(0, heading_height + 6, 0, 12);
    column_->setSpacing(0);
    column_->addStretch();
    connect(buttons_, &QButtonGroup::idClicked, this, &SideBar::page_chosen);
    connect(&appearance, &Appearance::changed, this, [this] { update(); });
}

void SideBar::add_page(const QString& icon)
{
    auto* item = new SideBarItem{appearance_, icon};
    const auto page = static_cast<int>(buttons_->buttons().size());
    buttons_->addButton(item, page);
    column_->insertWidget(page, item);
}

void SideBar::set_labels(const QStringList& labels)
{
    for (int page = 0; page < labels.size(); ++page) {
        buttons_->button(page)->setText(labels[page]);
        buttons_->button(page)->setAccessibleName(labels[page]);
        buttons_->button(page)->setToolTip(QStringLiteral("Ctrl+%1").arg(page + 1));
    }
}

void SideBar::choose(int page)
{
    if (QAbstractButton* button = buttons_->button(page)) {
        button->setChecked(true);
    }
}

void SideBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = appearance_.theme();
    QPainter painter{this};
    painter.fillRect(rect(), theme.card);
    painter.setPen(theme.hairline);
    painter.drawLine(width() - 1, 0, width() - 1, height());
    const QFont large = theme.font(theme.small_key_size, QFont::Bold);
    const QString name = QStringLiteral("周观");
    draw_line(painter, QRectF{20, 8, 60, 44}, name, large, theme.text);
    draw_line(painter, QRectF{20 + text_width(name, large) + 8, 9, 110, 44},
              QStringLiteral("Weekboard"), theme.font(theme.body_size), theme.faint);
}

} // namespace weekboard
