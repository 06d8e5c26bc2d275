#include "pages/overview/heat_card.h"

#include "widgets/painting.h"
#include "words/week_words.h"

#include <algorithm>

namespace weekboard
{

namespace
{

constexpr int least_row_height = 26;
constexpr int most_row_height = 38;
constexpr int expected_boards = 8;

QString remark_for(const std::vector<HeatRow>& rows, Language language)
{
    if (rows.empty()) {
        return {};
    }
    const auto hottest =
        std::ranges::max_element(rows, {}, [](const HeatRow& row) { return row.rating.score; });
    const auto count = std::ranges::count(rows, hottest->rating.code,
                                          [](const HeatRow& row) { return row.rating.code; });
    return HeatCard::tr("%n board(s)", nullptr, static_cast<int>(rows.size())) +
           QStringLiteral("  ·  ") +
           //: a count and the name of a rating, e.g. "2 Accelerating"
           HeatCard::tr("%1 %2").arg(count).arg(from_utf8(hottest->rating.name.in(language)));
}

} // namespace

void HeatCard::show_heat(const std::vector<HeatRow>& rows)
{
    rows_ = rows;
    set_title(tr("Heat of the boards"), remark_for(rows, appearance().language()));
    QStringList spoken;
    for (const HeatRow& row : rows) {
        spoken << from_utf8(row.board.name.in(appearance().language()) + " " +
                            row.rating.name.in(appearance().language()));
    }
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    updateGeometry();
}

QSize HeatCard::minimumSizeHint() const
{
    const int boards = std::max(expected_boards, static_cast<int>(rows_.size()));
    return {420, frame_height() + least_row_height * (boards + 1)};
}

void HeatCard::paint_content(QPainter& painter, const QRectF& content)
{
    const QFont caption = theme().font(theme().caption_size);
    if (rows_.empty()) {
        draw_line(painter, content, tr("No ratings were given for this week."), caption,
                  theme().faint, Qt::AlignCenter);
        return;
    }
    const QFont bold = theme().font(theme().body_size, QFont::Bold);
    const QFont badge = theme().font(theme().caption_size, QFont::Bold);
    double board_width = 60;
    double rating_width = 70;
    for (const HeatRow& row : rows_) {
        board_width = std::max(
            board_width, text_width(from_utf8(row.board.name.in(appearance().language())), bold));
        rating_width = std::max(
            rating_width,
            text_width(from_utf8(row.rating.name.in(appearance().language())), badge) + 14);
    }
    board_width = std::min(board_width + 24, content.width() * 0.3);
    rating_width = std::min(rating_width + 24, content.width() * 0.25);

    const double height =
        std::clamp(content.height() / static_cast<double>(rows_.size() + 1),
                   static_cast<double>(least_row_height), static_cast<double>(most_row_height));
    const QRectF header{content.left() + 8, content.top(), content.width() - 8, height};
    draw_line(painter, {header.left(), header.top(), board_width, height}, tr("Board"), caption,
              theme().faint);
    draw_line(painter, {header.left() + board_width, header.top(), rating_width, height},
              tr("Rating"), caption, theme().faint);
    draw_line(painter, header.adjusted(board_width + rating_width, 0, 0, 0), tr("Reason"), caption,
              theme().faint);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const double top = content.top() + height * static_cast<double>(i + 1);
        painter.setPen(QPen{theme().hairline, 1});
        painter.drawLine(QPointF{content.left(), std::floor(top) + 0.5},
                         QPointF{content.right(), std::floor(top) + 0.5});
        paint_row(painter, {header.left(), top, header.width(), height}, rows_[i], board_width,
                  rating_width);
    }
}

void HeatCard::paint_row(QPainter& painter, const QRectF& line, const HeatRow& row,
                         double board_width, double rating_width)
{
    const Language language = appearance().language();
    const QFont bold = theme().font(theme().body_size, QFont::Bold);
    const QString board = from_utf8(row.board.name.in(language));
    const QRectF board_box{line.left(), line.top(), board_width - 12, line.height()};
    if (!draw_line(painter, board_box, board, bold, theme().text)) {
        add_hint(board_box, board);
    }
    const QRectF rating_box{line.left() + board_width, line.top(), rating_width - 20,
                            line.height()};
    const double badge = draw_badge(painter, rating_box, from_utf8(row.rating.name.in(language)),
                                    theme().for_score(row.rating.score),
                                    theme().font(theme().caption_size, QFont::Bold));
    if (row.score_change.value_or(0) != 0) {
        const bool up = *row.score_change > 0;
        draw_arrow(painter, {rating_box.left() + badge + 5, line.center().y() - 4, 9, 8}, up,
                   theme().for_change(*row.score_change));
    }
    add_hint(rating_box, tr("Held for %n rated week(s)", nullptr, row.weeks_held));

    const QString reason = from_utf8(row.reason);
    const QRectF reason_box = line.adjusted(board_width + rating_width, 0, 0, 0);
    if (!draw_line(painter, reason_box, reason, theme().font(theme().body_size),
                   theme().secondary)) {
        add_hint(reason_box, reason);
    }
}

} // namespace weekboard
