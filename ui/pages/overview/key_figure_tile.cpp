#include "pages/overview/key_figure_tile.h"

#include "series/number_format.h"
#include "widgets/painting.h"
#include "words/week_words.h"

namespace weekboard
{

void KeyFigureTile::show_figure(const KeyFigure& figure, int year)
{
    const Language language = appearance().language();
    const Quantity quantity =
        format_quantity(figure.latest.value, figure.series.unit, figure.series.decimals, language);
    name_ = from_utf8(figure.name.in(language));
    number_ = from_utf8(quantity.number);
    unit_ = from_utf8(quantity.unit);
    companion_ = companion_text(figure, language);
    period_ = period_text(figure.series, figure.latest.period_end, language, year);
    origin_ = tr("%1, %2. Source: %3; public from %4.")
                  .arg(from_utf8(figure.series.name.in(language)),
                       period_text(figure.series, figure.latest.period_end, language),
                       from_utf8(figure.series.source), from_utf8(to_iso(figure.latest.vintage)));
    setAccessibleName(QStringLiteral("%1 %2 %3 %4").arg(name_, number_, unit_, companion_));
    update();
}

void KeyFigureTile::paint_content(QPainter& painter, const QRectF& content)
{
    const QRectF inner = content.adjusted(-2, -4, 2, 4);
    const QFont caption = theme().font(theme().caption_size);
    const QFont large = theme().font(theme().small_key_size, QFont::Bold);
    draw_line(painter, {inner.left(), inner.top(), inner.width(), 18}, name_, caption,
              theme().secondary);
    const double number_width = text_width(number_, large);
    const QRectF line{inner.left(), inner.top() + 18, inner.width(), 26};
    draw_line(painter, line, number_, large, theme().text);
    draw_line(painter, line.adjusted(number_width + 4, 4, 0, 0), unit_, caption, theme().secondary);
    const QRectF foot{inner.left(), inner.top() + 44, inner.width(), 18};
    const double period_width = text_width(period_, caption);
    const double companion_width = text_width(companion_, caption);
    const bool both = companion_width + period_width + 10 <= foot.width();
    draw_line(painter, foot, companion_.isEmpty() ? period_ : companion_, caption,
              theme().secondary);
    if (both && !companion_.isEmpty()) {
        draw_line(painter, foot, period_, caption, theme().faint,
                  Qt::AlignRight | Qt::AlignVCenter);
    }
    add_hint(rect(), origin_);
}

} // namespace weekboard
