#include "pages/market/change_map_card.h"

#include "series/number_format.h"
#include "widgets/painting.h"
#include "words/week_words.h"

#include <algorithm>
#include <cmath>

namespace weekboard
{

namespace
{

constexpr double row_height = 24;
constexpr double header_height = 26;
constexpr double widest_week = 120;

/// The strongest colour still lets the figure on it be read.
constexpr double most_color = 0.62;

} // namespace

void ChangeMapCard::show_map(const ChangeMap& map, const std::string& highlighted)
{
    map_ = map;
    highlighted_ = highlighted;
    set_title(tr("Week changes over the last weeks"),
              map.illustrative ? tr("illustrative figures")
                               : tr("%n week(s)", nullptr, static_cast<int>(map.weeks.size())));
    updateGeometry();
    update();
}

QSize ChangeMapCard::sizeHint() const
{
    const auto rows = std::max<std::size_t>(map_.rows.size(), 3);
    return {700, frame_height() +
                     static_cast<int>(header_height + row_height * static_cast<double>(rows))};
}

/// Nine in ten changes are weaker: one crash does not make all else pale.
double ChangeMapCard::strongest() const
{
    std::vector<double> sizes;
    for (const ChangeMap::Row& row : map_.rows) {
        for (const auto& change : row.changes) {
            if (change) {
                sizes.push_back(std::abs(*change));
            }
        }
    }
    if (sizes.empty()) {
        return 1;
    }
    std::ranges::sort(sizes);
    return std::max(sizes[sizes.size() * 9 / 10], 0.01);
}

void ChangeMapCard::paint_content(QPainter& painter, const QRectF& content)
{
    if (map_.rows.empty()) {
        draw_line(painter, content, tr("No closes of the industries for these weeks."),
                  theme().font(theme().caption_size), theme().faint, Qt::AlignCenter);
        return;
    }
    const Language language = appearance().language();
    const QFont plain = theme().font(theme().caption_size);
    const QFont bold = theme().font(theme().body_size, QFont::Bold);
    double names = 60;
    for (const ChangeMap::Row& row : map_.rows) {
        names = std::max(names, text_width(from_utf8(row.name.in(language)), bold));
    }
    names = std::min(names + 16, content.width() / 3);
    const double width =
        std::min((content.width() - names) / static_cast<double>(map_.weeks.size()), widest_week);
    for (std::size_t w = 0; w < map_.weeks.size(); ++w) {
        draw_line(painter,
                  {content.left() + names + width * static_cast<double>(w), content.top(),
                   width - 2, header_height},
                  from_utf8(to_iso(map_.weeks[w].friday())).mid(5), plain, theme().faint,
                  Qt::AlignCenter);
    }
    const double full = strongest();
    for (std::size_t r = 0; r < map_.rows.size(); ++r) {
        const ChangeMap::Row& row = map_.rows[r];
        const double top = content.top() + header_height + row_height * static_cast<double>(r);
        draw_line(painter, {content.left(), top, names - 8, row_height},
                  from_utf8(row.name.in(language)),
                  row.code == highlighted_ ? bold : theme().font(theme().body_size), theme().text);
        for (std::size_t w = 0; w < row.changes.size(); ++w) {
            const QRectF box{content.left() + names + width * static_cast<double>(w), top + 1,
                             width - 2, row_height - 2};
            if (!row.changes[w]) {
                draw_line(painter, box, QStringLiteral("–"), plain, theme().faint, Qt::AlignCenter);
                continue;
            }
            const double strength = std::min(std::abs(*row.changes[w]) / full, 1.0) * most_color;
            painter.setPen(Qt::NoPen);
            painter.setBrush(blend(theme().for_change(*row.changes[w]), theme().card, strength));
            painter.drawRoundedRect(box, 3, 3);
            draw_line(painter, box, from_utf8(format_number(*row.changes[w], 2, Sign::always)),
                      plain, theme().text, Qt::AlignCenter);
        }
    }
}

} // namespace weekboard
