#include "pages/overview/ranking_card.h"

#include "series/number_format.h"
#include "widgets/painting.h"
#include "words/week_words.h"

#include <algorithm>
#include <cmath>

namespace weekboard
{

namespace
{

constexpr double row_height = 21;
constexpr double bar_height = 10;
constexpr double quiet = 0.55;

} // namespace

void RankingCard::show_ranking(std::vector<RankedRow> best, std::vector<RankedRow> worst,
                               const std::string& highlighted, const QString& when_empty)
{
    best_ = std::move(best);
    worst_ = std::move(worst);
    highlighted_ = highlighted;
    when_empty_ = when_empty;
    QStringList spoken;
    for (const auto* rows : {&best_, &worst_}) {
        for (const RankedRow& row : *rows) {
            spoken << from_utf8(row.name.in(appearance().language()) + " " +
                                format_percent(row.change_percent));
        }
    }
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    update();
}

QSize RankingCard::minimumSizeHint() const
{
    return {360, frame_height() + static_cast<int>(5 * row_height)};
}

void RankingCard::paint_content(QPainter& painter, const QRectF& content)
{
    if (best_.empty() && worst_.empty()) {
        draw_line(painter, content, when_empty_, theme().font(theme().caption_size), theme().faint,
                  Qt::AlignCenter);
        return;
    }
    const double half = (content.width() - 24) / 2;
    paint_list(painter, {content.left(), content.top(), half, content.height()}, best_);
    paint_list(painter, {content.right() - half, content.top(), half, content.height()}, worst_);
}

void RankingCard::paint_list(QPainter& painter, const QRectF& box,
                             const std::vector<RankedRow>& rows)
{
    const QFont plain = theme().font(theme().body_size);
    const QFont bold = theme().font(theme().body_size, QFont::Bold);
    double largest = 0;
    for (const auto* list : {&best_, &worst_}) {
        for (const RankedRow& row : *list) {
            largest = std::max(largest, std::abs(row.change_percent));
        }
    }
    const auto font_of = [&](const RankedRow& row) -> const QFont& {
        return row.code == highlighted_ ? bold : plain;
    };
    double name_width = 60;
    for (const auto* list : {&best_, &worst_}) {
        for (const RankedRow& row : *list) {
            const QString name = from_utf8(row.name.in(appearance().language()));
            name_width = std::max(name_width, text_width(name, font_of(row)) + 4);
        }
    }
    name_width = std::min(name_width, box.width() * 0.5);
    const double figure_width = text_width(QStringLiteral("−100.00%"), plain);
    const double bar_width = box.width() - name_width - figure_width - 16;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const RankedRow& row = rows[i];
        const QRectF line{box.left(), box.top() + row_height * static_cast<double>(i), box.width(),
                          row_height};
        const bool highlighted = row.code == highlighted_;
        const QString name = from_utf8(row.name.in(appearance().language()));
        const QRectF name_box{line.left(), line.top(), name_width, row_height};
        if (!draw_line(painter, name_box, name, font_of(row), theme().text)) {
            add_hint(name_box, name);
        }
        const QColor color = theme().for_change(row.change_percent);
        const double length =
            largest > 0 ? std::max(2.0, std::abs(row.change_percent) / largest * bar_width) : 0;
        painter.setPen(Qt::NoPen);
        painter.setBrush(highlighted ? color : blend(color, theme().card, quiet));
        painter.drawRoundedRect(QRectF{line.left() + name_width + 8,
                                       std::round(line.center().y() - bar_height / 2), length,
                                       bar_height},
                                2, 2);
        draw_line(painter, line, from_utf8(format_percent(row.change_percent)), plain, color,
                  Qt::AlignRight | Qt::AlignVCenter);
    }
}

} // namespace weekboard
