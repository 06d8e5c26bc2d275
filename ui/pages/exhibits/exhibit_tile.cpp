#include "pages/exhibits/exhibit_tile.h"

#include "charts/thumbnail.h"
#include "widgets/painting.h"
#include "words/week_words.h"

#include <QPainter>
#include <QTimer>

namespace weekboard
{

namespace
{

constexpr int padding = 14;
constexpr int badge_height = 20;
constexpr QSize comfortable{380, 264};

} // namespace

ExhibitTile::ExhibitTile(const Appearance& appearance, QWidget* parent)
    : QAbstractButton{parent}
    , appearance_{appearance}
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&appearance, &Appearance::changed, this, [this] {
        picture_ = {};
        update();
    });
}

QSize ExhibitTile::sizeHint() const
{
    return comfortable;
}

void ExhibitTile::show_exhibit(const Exhibit& exhibit, std::size_t changes)
{
    exhibit_ = exhibit;
    changes_ = changes;
    picture_ = {};
    setAccessibleName(from_utf8(exhibit.title));
    setToolTip(from_utf8(exhibit.title + "\n" + exhibit.source));
    update();
}

QRect ExhibitTile::inner() const
{
    const int badge = changes_ > 0 ? badge_height + 2 : 0;
    return rect().adjusted(padding, padding - 2 + badge, -padding, -padding + 2);
}

/// One tile a turn of the event loop: a gallery of many never holds the window up.
void ExhibitTile::draw_soon()
{
    if (is_drawing_) {
        return;
    }
    is_drawing_ = true;
    QTimer::singleShot(0, this, [this] {
        is_drawing_ = false;
        picture_ =
            draw_thumbnail(exhibit_, appearance_.theme(), inner().size(), devicePixelRatioF());
        update();
    });
}

void ExhibitTile::paintEvent(QPaintEvent*)
{
    const Theme& theme = appearance_.theme();
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lit = underMouse() || hasFocus();
    painter.setPen(QPen{lit ? theme.accent : theme.hairline, 1});
    painter.setBrush(theme.card);
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    if (picture_.isNull()) {
        draw_soon();
    } else {
        painter.drawPixmap(inner().topLeft(), picture_);
    }
    if (changes_ > 0) {
        draw_changes(painter);
    }
}

/// Above the small picture, which makes room for it.
void ExhibitTile::draw_changes(QPainter& painter) const
{
    const Theme& theme = appearance_.theme();
    const QFont font = theme.font(theme.caption_size, QFont::Bold);
    const QString words = tr("%n change(s) since", nullptr, static_cast<int>(changes_));
    const double width = text_width(words, font) + 16;
    const QRectF box{rect().right() - width - padding, rect().top() + 8.0, width, badge_height};
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(box, badge_height / 2.0, badge_height / 2.0);
    draw_line(painter, box, words, font, theme.on_accent, Qt::AlignCenter);
}

void ExhibitTile::resizeEvent(QResizeEvent* event)
{
    picture_ = {};
    QAbstractButton::resizeEvent(event);
}

void ExhibitTile::enterEvent(QEnterEvent* event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void ExhibitTile::leaveEvent(QEvent* event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace weekboard
