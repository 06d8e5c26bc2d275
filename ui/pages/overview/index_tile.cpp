#include "pages/overview/index_tile.h"

#include "series/number_format.h"
#include "series/transforms.h"
#include "widgets/painting.h"
#include "widgets/sparkline.h"
#include "words/week_words.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace weekboard
{

namespace
{

constexpr std::chrono::days sparkline_span{120};

} // namespace

void IndexTile::show_index(const IndexWeek& index, const WeekView& view)
{
    index_ = index;
    week_change_ = change_text(index.week, view);
    month_change_ = change_text(index.month_to_date, view);
    origin_ = change_origin(index, index.week);
    const QString name = from_utf8(index.series.name.in(appearance().language()));
    setAccessibleName(QStringLiteral("%1 %2").arg(name, week_change_));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    update();
}

void IndexTile::paint_content(QPainter& painter, const QRectF& content)
{
    const double chart_width = std::min(content.width() * 0.31, 220.0);
    const QRectF words = content.adjusted(0, 0, -chart_width - 12, 0);
    paint_heading(painter, {content.left(), content.top(), content.width(), 20});
    paint_change(painter, {words.left(), words.top() + 24, words.width(), 34});
    paint_details(painter, {words.left(), words.top() + 63, words.width(), 18});

    const ObservationSpan closes{index_.closes};
    if (!closes.empty()) {
        const Date last = closes.back().period_end;
        const double top = content.top() + 26;
        draw_sparkline(
            painter,
            {content.right() - chart_width, top, chart_width - 4, content.bottom() - 8 - top},
            between(closes, last - sparkline_span, last), theme());
    }
    if (hasFocus()) {
        painter.setPen(QPen{theme().accent, 1.5});
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF{rect()}.adjusted(1, 1, -1, -1), 8, 8);
    }
}

void IndexTile::paint_heading(QPainter& painter, const QRectF& line)
{
    const QFont bold = theme().font(theme().title_size, QFont::Bold);
    const QFont caption = theme().font(theme().caption_size);
    const QString badge = index_.illustrative ? tr("Illustrative") : QString{};
    const QString name = from_utf8(index_.series.name.in(appearance().language()));
    const QString code = from_utf8(index_.series.code);
    const double badge_width = badge.isEmpty() ? 0 : text_width(badge, caption) + 22;
    const double name_width = std::min(text_width(name, bold), line.width() - badge_width);
    const QRectF name_box{line.left(), line.top(), name_width, line.height()};
    if (!draw_line(painter, name_box, name, bold, theme().text)) {
        add_hint(name_box, QStringLiteral("%1 %2").arg(name, code));
    }
    double left = line.left() + name_width + 8;
    if (left + text_width(code, caption) + badge_width <= line.right()) {
        const double width = text_width(code, caption);
        draw_line(painter, {left, line.top(), width, line.height()}, code, caption, theme().faint);
        left += width + 8;
    }
    if (!badge.isEmpty()) {
        const QRectF box{left, line.top(), badge_width, line.height()};
        draw_dashed_badge(painter, box, badge, theme());
        add_hint(box, tr("The daily closes of this index are made up, not market data. Closes that "
                         "you enter or import take their place."));
    }
}

void IndexTile::paint_change(QPainter& painter, const QRectF& line)
{
    if (!index_.week) {
        draw_line(painter, line, week_change_, theme().font(theme().small_key_size, QFont::Bold),
                  theme().secondary);
        return;
    }
    const double percent = index_.week->percent;
    const QColor color = theme().for_change(percent);
    QRectF figure = line;
    if (percent != 0) {
        draw_arrow(painter, {line.left(), line.center().y() - 8, 20, 17}, percent > 0, color);
        figure.setLeft(line.left() + 28);
    }
    draw_line(painter, figure, week_change_, theme().font(theme().key_size, QFont::Bold), color);
    add_hint(line, origin_);
}

void IndexTile::paint_details(QPainter& painter, const QRectF& line)
{
    const QFont caption = theme().font(theme().caption_size);
    const QFont strong = theme().font(theme().caption_size, QFont::Bold);
    double left = line.left();
    // A word and its figure are shown together or, where there is no room, not at all.
    const auto put = [&](const QString& word, const QString& figure, const QFont& font,
                         const QColor& color) {
        const double word_width = text_width(word, caption) + 5;
        const double figure_width = text_width(figure, font);
        if (left + word_width + figure_width > line.right() + 1) {
            return;
        }
        draw_line(painter, {left, line.top(), word_width, line.height()}, word, caption,
                  theme().secondary);
        draw_line(painter, {left + word_width, line.top(), figure_width, line.height()}, figure,
                  font, color);
        left += word_width + figure_width + 14;
    };
    put(tr("Month to date"), month_change_, strong,
        index_.month_to_date ? theme().for_change(index_.month_to_date->percent)
                             : theme().secondary);
    if (index_.last) {
        put(tr("Close"), from_utf8(format_number(index_.last->value, index_.series.decimals)),
            caption, theme().secondary);
    }
}

void IndexTile::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos())) {
        emit clicked();
    }
}

void IndexTile::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space) {
        emit clicked();
        return;
    }
    Card::keyPressEvent(event);
}

} // namespace weekboard
