#include "pages/heat/heat_cards.h"

#include "widgets/painting.h"
#include "words/week_words.h"

#include <algorithm>
#include <cmath>

namespace weekboard
{

namespace
{

constexpr double row_height = 38;
constexpr double header_height = 28;
constexpr double least_week_width = 96;

double widest_board(const HeatMatrix& matrix, Language language, const QFont& font)
{
    double width = 60;
    for (const Board& board : matrix.boards) {
        width = std::max(width, text_width(from_utf8(board.name.in(language)), font));
    }
    return width + 24;
}

} // namespace

void HeatMatrixCard::show_matrix(const HeatMatrix& matrix, Week week)
{
    matrix_ = matrix;
    week_ = week;
    set_title(tr("Heat of the boards, week by week"),
              tr("%n rated week(s)", nullptr, static_cast<int>(matrix.weeks.size())));
    updateGeometry();
    update();
}

QSize HeatMatrixCard::sizeHint() const
{
    return {700, frame_height() +
                     static_cast<int>(header_height +
                                      row_height * static_cast<double>(std::max<std::size_t>(
                                                       matrix_.boards.size(), 3)))};
}

void HeatMatrixCard::paint_content(QPainter& painter, const QRectF& content)
{
    if (matrix_.weeks.empty()) {
        draw_line(painter, content, tr("No board was rated up to this week."),
                  theme().font(theme().caption_size), theme().faint, Qt::AlignCenter);
        return;
    }
    const Language language = appearance().language();
    const QFont bold = theme().font(theme().body_size, QFont::Bold);
    const QFont caption = theme().font(theme().caption_size);
    const double name_width = std::min(widest_board(matrix_, language, bold), content.width() / 3);
    const double room = content.width() - name_width;
    const auto fit = static_cast<std::size_t>(std::max(1.0, std::floor(room / least_week_width)));
    const std::size_t shown = std::min(fit, matrix_.weeks.size());
    const std::size_t first = matrix_.weeks.size() - shown;
    const double week_width = std::min(room / static_cast<double>(shown), 150.0);
    for (std::size_t w = first; w < matrix_.weeks.size(); ++w) {
        const QRectF box{content.left() + name_width + week_width * static_cast<double>(w - first),
                         content.top(), week_width, header_height};
        const bool chosen = matrix_.weeks[w] == week_.friday();
        draw_line(painter, box, from_utf8(to_iso(matrix_.weeks[w])).mid(2),
                  chosen ? theme().font(theme().caption_size, QFont::Bold) : caption,
                  chosen ? theme().accent : theme().faint);
    }
    for (std::size_t b = 0; b < matrix_.boards.size(); ++b) {
        const QRectF line{content.left(),
                          content.top() + header_height + row_height * static_cast<double>(b),
                          content.width(), row_height};
        painter.setPen(QPen{theme().hairline, 1});
        painter.drawLine(line.topLeft(), line.topRight());
        paint_row(painter, line, b, name_width, week_width, first);
    }
}

void HeatMatrixCard::paint_row(QPainter& painter, const QRectF& line, std::size_t board,
                               double name_width, double week_width, std::size_t first_week)
{
    const Language language = appearance().language();
    draw_line(painter, {line.left(), line.top(), name_width - 8, line.height()},
              from_utf8(matrix_.boards[board].name.in(language)),
              theme().font(theme().body_size, QFont::Bold), theme().text);
    for (std::size_t w = first_week; w < matrix_.weeks.size(); ++w) {
        const QRectF box{line.left() + name_width +
                             week_width * static_cast<double>(w - first_week),
                         line.top(), week_width - 8, line.height()};
        const HeatCell& cell = matrix_.cells[board][w];
        if (!cell.rating) {
            draw_line(painter, box, QStringLiteral("–"), theme().font(theme().body_size),
                      theme().faint);
            continue;
        }
        draw_badge(painter, box, from_utf8(cell.rating->name.in(language)),
                   theme().for_score(cell.rating->score),
                   theme().font(theme().caption_size, QFont::Bold));
        add_hint(box, from_utf8(cell.reason));
    }
}

void HeatLedgerCard::show_changes(std::vector<HeatChange> changes)
{
    changes_ = std::move(changes);
    set_title(tr("Changes of ratings"),
              tr("%n change(s)", nullptr, static_cast<int>(changes_.size())));
    updateGeometry();
    update();
}

QSize HeatLedgerCard::sizeHint() const
{
    return {700, frame_height() +
                     static_cast<int>(row_height * static_cast<double>(
                                                       std::max<std::size_t>(changes_.size(), 1)))};
}

void HeatLedgerCard::paint_content(QPainter& painter, const QRectF& content)
{
    const Language language = appearance().language();
    const QFont plain = theme().font(theme().body_size);
    const QFont bold = theme().font(theme().body_size, QFont::Bold);
    const QFont badge = theme().font(theme().caption_size, QFont::Bold);
    if (changes_.empty()) {
        draw_line(painter, content, tr("No changes so far."), theme().font(theme().caption_size),
                  theme().faint, Qt::AlignCenter);
        return;
    }
    double board_width = 60;
    double rating_width = 60;
    for (const HeatChange& change : changes_) {
        board_width =
            std::max(board_width, text_width(from_utf8(change.board.name.in(language)), bold));
        rating_width =
            std::max(rating_width, text_width(from_utf8(change.to.name.in(language)), badge));
    }
    constexpr double date_width = 92;
    board_width += 20;
    rating_width += 30;
    double top = content.top();
    for (const HeatChange& change : changes_) {
        const QRectF line{content.left(), top, content.width(), row_height};
        painter.setPen(QPen{theme().hairline, 1});
        painter.drawLine(line.topLeft(), line.topRight());
        double left = line.left();
        draw_line(painter, {left, top, date_width, row_height}, from_utf8(to_iso(change.week_end)),
                  plain, theme().secondary);
        left += date_width;
        draw_line(painter, {left, top, board_width - 12, row_height},
                  from_utf8(change.board.name.in(language)), bold, theme().text);
        left += board_width;
        const QRectF from{left, top, rating_width - 14, row_height};
        if (change.from) {
            draw_badge(painter, from, from_utf8(change.from->name.in(language)),
                       theme().for_score(change.from->score), badge);
        } else {
            draw_line(painter, from, tr("first rating"), theme().font(theme().caption_size),
                      theme().faint);
        }
        left += rating_width;
        draw_line(painter, {left, top, 20, row_height}, QStringLiteral("→"), plain, theme().faint);
        left += 24;
        draw_badge(painter, {left, top, rating_width - 14, row_height},
                   from_utf8(change.to.name.in(language)), theme().for_score(change.to.score),
                   badge);
        left += rating_width;
        const QRectF reason{left, top, line.right() - left, row_height};
        if (!draw_line(painter, reason, from_utf8(change.reason), plain, theme().secondary)) {
            add_hint(reason, from_utf8(change.reason));
        }
        top += row_height;
    }
}

} // namespace weekboard
