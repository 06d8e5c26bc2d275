#include "pages/operators/series_card.h"

#include "series/number_format.h"
#include "widgets/painting.h"
#include "widgets/sparkline.h"
#include "words/week_words.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <array>

namespace weekboard
{

namespace
{

constexpr double row_height = 34;
constexpr double header_height = 24;

/// Shares of the width: name, latest, change, growth, line, freshness.
constexpr std::array<double, 6> shares{0.37, 0.12, 0.11, 0.14, 0.12, 0.14};

QRectF column(const QRectF& line, std::size_t place)
{
    double left = line.left();
    for (std::size_t i = 0; i < place; ++i) {
        left += shares[i] * line.width();
    }
    return {left, line.top(), shares[place] * line.width() - 12, line.height()};
}

QString change_in_words(const SeriesRow& row)
{
    if (!row.change) {
        return QStringLiteral("–");
    }
    const bool points =
        row.series.measure == Measure::share || row.series.measure == Measure::growth;
    if (points) {
        return from_utf8(format_number(*row.change, 1, Sign::always)) + QStringLiteral(" pp");
    }
    if (row.series.measure == Measure::net_add) {
        return from_utf8(format_number(*row.change, row.series.decimals, Sign::always));
    }
    return from_utf8(format_percent(*row.change, 1));
}

} // namespace

SeriesCard::SeriesCard(const Appearance& appearance, QWidget* parent)
    : Card{appearance, parent}
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
}

void SeriesCard::show_rows(std::vector<SeriesRow> rows)
{
    rows_ = std::move(rows);
    pointed_ = -1;
    QStringList spoken;
    for (const SeriesRow& row : rows_) {
        spoken << from_utf8(row.series.name.in(appearance().language()));
    }
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

QSize SeriesCard::sizeHint() const
{
    return {640, frame_height() + static_cast<int>(header_height +
                                                   row_height * static_cast<double>(rows_.size()))};
}

void SeriesCard::paint_content(QPainter& painter, const QRectF& content)
{
    paint_header(painter, {content.left(), content.top(), content.width(), header_height});
    first_row_top_ = content.top() + header_height;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const QRectF line{content.left(), first_row_top_ + row_height * static_cast<double>(i),
                          content.width(), row_height};
        if (static_cast<int>(i) == pointed_) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme().accent_tint);
            painter.drawRoundedRect(line.adjusted(-6, 0, 6, 0), 4, 4);
        }
        painter.setPen(QPen{theme().hairline, 1});
        painter.drawLine(line.topLeft(), line.topRight());
        paint_row(painter, line, rows_[i]);
    }
}

void SeriesCard::paint_header(QPainter& painter, const QRectF& line)
{
    const QFont caption = theme().font(theme().caption_size);
    const std::array<QString, 6> names{tr("Series"), tr("Latest"),    tr("Against before"),
                                       tr("YoY"),    tr("24 months"), tr("As of")};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool figure = i >= 1 && i <= 3;
        draw_line(painter, column(line, i), names[i], caption, theme().faint,
                  (figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
}

void SeriesCard::paint_row(QPainter& painter, const QRectF& line, const SeriesRow& row)
{
    const Language language = appearance().language();
    const QFont plain = theme().font(theme().body_size);
    const QFont bold = theme().font(theme().body_size, QFont::Bold);
    const QFont caption = theme().font(theme().caption_size);
    const QString name = from_utf8(row.series.name.in(language));
    if (!draw_line(painter, column(line, 0), name, plain, theme().text)) {
        add_hint(column(line, 0), name);
    }
    if (!row.latest) {
        draw_line(painter, column(line, 1), tr("none yet"), caption, theme().faint,
                  Qt::AlignRight | Qt::AlignVCenter);
        return;
    }
    const Quantity latest =
        format_quantity(row.latest->value, row.series.unit, row.series.decimals, language);
    const QRectF box = column(line, 1);
    const QString unit = from_utf8(latest.unit);
    const double unit_width = std::min(text_width(unit, caption), box.width() * 0.6);
    draw_line(painter, {box.right() - unit_width, box.top(), unit_width, box.height()}, unit,
              caption, theme().faint);
    draw_line(painter, box.adjusted(0, 0, -unit_width - 5, 0), from_utf8(latest.number), bold,
              theme().text, Qt::AlignRight | Qt::AlignVCenter);
    draw_line(painter, column(line, 2), change_in_words(row), plain,
              theme().for_change(row.change.value_or(0)), Qt::AlignRight | Qt::AlignVCenter);

    const auto growth = row.published_growth ? row.published_growth : row.computed_growth;
    const QString growth_text =
        growth ? from_utf8(format_percent(*growth, 1)) : QStringLiteral("–");
    draw_line(painter, column(line, 3),
              growth && !row.published_growth ? tr("%1 (computed)").arg(growth_text) : growth_text,
              plain, theme().for_change(growth.value_or(0)), Qt::AlignRight | Qt::AlignVCenter);
    add_hint(column(line, 3),
             tr("published: %1; computed from levels: %2")
                 .arg(row.published_growth ? from_utf8(format_percent(*row.published_growth, 1))
                                           : QStringLiteral("–"),
                      row.computed_growth ? from_utf8(format_percent(*row.computed_growth, 1))
                                          : QStringLiteral("–")));
    draw_sparkline(painter, column(line, 4).adjusted(0, 7, -6, -7), row.recent, theme());
    const QString period = from_utf8(period_name(row.series.frequency, row.latest->period_end));
    draw_line(painter, column(line, 5), row.due ? tr("%1, next is due").arg(period) : period, plain,
              row.due ? theme().hot[1].text : theme().secondary);
    add_hint(column(line, 5), tr("public since %1").arg(from_utf8(to_iso(row.latest->vintage))));
}

int SeriesCard::row_at(double y) const
{
    const int row = static_cast<int>((y - first_row_top_) / row_height);
    return y >= first_row_top_ && row < static_cast<int>(rows_.size()) ? row : -1;
}

void SeriesCard::point_to(int row)
{
    if (row != pointed_) {
        pointed_ = row;
        update();
    }
}

void SeriesCard::mouseMoveEvent(QMouseEvent* event)
{
    point_to(row_at(event->position().y()));
}

void SeriesCard::leaveEvent(QEvent* event)
{
    point_to(-1);
    Card::leaveEvent(event);
}

void SeriesCard::mouseReleaseEvent(QMouseEvent* event)
{
    const int row = row_at(event->position().y());
    if (row >= 0) {
        emit series_chosen(from_utf8(rows_[static_cast<std::size_t>(row)].series.code));
    }
}

void SeriesCard::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(rows_.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Down:
        point_to(std::min(pointed_ + 1, last));
        break;
    case Qt::Key_Up:
        point_to(std::max(pointed_ - 1, 0));
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (pointed_ >= 0) {
            emit series_chosen(from_utf8(rows_[static_cast<std::size_t>(pointed_)].series.code));
        }
        break;
    default:
        Card::keyPressEvent(event);
    }
}

} // namespace weekboard
