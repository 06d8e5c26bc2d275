#include "charts/ranked_body.h"

#include "series/number_format.h"
#include "widgets/painting.h"

#include <algorithm>
#include <cmath>

namespace weekboard
{

namespace
{

constexpr int most_columns = 3;
constexpr double quiet = 0.55;
constexpr double column_gap = 1.8; ///< in type sizes
constexpr double value_gap = 5;

/// A fall of this share of the greatest rise has no need for room at its left.
constexpr double small_fall = 0.25;

/// A row with less is not legible, one with more falls apart; both in line heights.
constexpr double least_row = 1.02;
constexpr double greatest_row = 2.4;

QString change_text(double value)
{
    return QString::fromStdString(format_percent(value));
}

} // namespace

double RankedBody::value(std::size_t place) const
{
    return exhibit().plots.front().values[place].value_or(0);
}

void RankedBody::place(const QRectF& box)
{
    box_ = box;
    rows_.clear();
    const int count = static_cast<int>(exhibit().size());
    if (count == 0 || box.height() <= 0) {
        return;
    }
    const double least = line_height(theme().font(theme().body_size)) * least_row;
    const int fit = std::max(1, static_cast<int>(box.height() / least));
    const double narrowest = theme().body_size * 17;
    for (int columns = 1; columns <= most_columns; ++columns) {
        const int each = (count + columns - 1) / columns;
        if (each <= fit && (columns == 1 || box.width() / columns >= narrowest)) {
            lay_out_columns(columns, each);
            return;
        }
    }
    lay_out_ends(fit);
}

void RankedBody::lay_out_columns(int columns, int rows_each)
{
    const double gap = theme().body_size * column_gap;
    const double width = (box_.width() - gap * (columns - 1)) / columns;
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < exhibit().size(); ++i) {
        all.push_back(i);
    }
    row_height_ = std::min(box_.height() / rows_each,
                           line_height(theme().font(theme().body_size)) * greatest_row);
    measure(all, width);
    for (const std::size_t i : all) {
        const auto column = static_cast<int>(i) / rows_each;
        const auto row = static_cast<int>(i) % rows_each;
        rows_.push_back({i,
                         {box_.left() + column * (width + gap), box_.top() + row * row_height_,
                          width, row_height_},
                         false});
    }
}

/// Where not all have room: the best, the worst, and the highlighted one wherever it is.
void RankedBody::lay_out_ends(int rows)
{
    const std::size_t count = exhibit().size();
    const auto half = static_cast<std::size_t>(std::max(1, rows / 2));
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < count; ++i) {
        const bool at_an_end = i < half || i + half >= count;
        if (at_an_end || exhibit().highlight == i) {
            shown.push_back(i);
        }
    }
    while (static_cast<int>(shown.size()) > std::max(rows, 2)) {
        // The ones nearest to the middle go first, never the highlighted one.
        const auto middle = std::ranges::min_element(shown, {}, [&](std::size_t i) {
            const double distance =
                std::abs(static_cast<double>(i) - static_cast<double>(count - 1) / 2);
            return exhibit().highlight == i ? HUGE_VAL : distance;
        });
        shown.erase(middle);
    }
    row_height_ = box_.height() / static_cast<double>(shown.size());
    measure(shown, box_.width());
    for (std::size_t r = 0; r < shown.size(); ++r) {
        rows_.push_back({shown[r],
                         {box_.left(), box_.top() + static_cast<double>(r) * row_height_,
                          box_.width(), row_height_},
                         r > 0 && shown[r] != shown[r - 1] + 1});
    }
}

void RankedBody::measure(const std::vector<std::size_t>& shown, double width)
{
    const QFont bold = theme().font(theme().body_size, QFont::Bold);
    double least = 0;
    double greatest = 0;
    double names = 0;
    double above = 0;
    double below = 0;
    for (const std::size_t i : shown) {
        const double change = value(i);
        const double text = text_width(change_text(change), bold) + value_gap;
        names = std::max(names, text_width(QString::fromStdString(exhibit().labels[i]), bold));
        least = std::min(least, change);
        greatest = std::max(greatest, change);
        (change < 0 ? below : above) = std::max(change < 0 ? below : above, text);
    }
    // Where falls are small beside the rises, their figures stand on the free side of zero.
    falls_outside_ = least < -small_fall * greatest;
    if (!falls_outside_) {
        above = std::max(above, below);
        below = 0;
    }
    name_width_ = std::min(names + value_gap * 2, width * 0.52);
    const double room = std::max(10.0, width - name_width_ - above - below);
    unit_ = greatest > least ? room / (greatest - least) : 0;
    zero_ = name_width_ + below - least * unit_;
}

void RankedBody::paint(QPainter& painter) const
{
    for (const Row& row : rows_) {
        paint_row(painter, row);
    }
}

void RankedBody::paint_row(QPainter& painter, const Row& row) const
{
    const bool highlighted = exhibit().highlight == row.place;
    const bool any_highlight = exhibit().highlight.has_value();
    const QFont font = theme().font(theme().body_size, highlighted ? QFont::Bold : QFont::Normal);
    const double change = value(row.place);
    const QColor color = theme().for_change(change);
    if (row.after_gap) {
        painter.setPen(QPen{theme().hairline, 1, Qt::DashLine});
        painter.drawLine(row.box.topLeft(), row.box.topRight());
    }
    draw_line(painter, {row.box.left(), row.box.top(), name_width_ - value_gap, row_height_},
              QString::fromStdString(exhibit().labels[row.place]), font, theme().text);
    const double thickness = std::min(row_height_ * 0.62, theme().body_size * 1.4);
    const double zero = row.box.left() + zero_;
    const double length = std::max(std::abs(change) * unit_, change == 0 ? 0.0 : 1.0);
    const double left = change < 0 ? zero - length : zero;
    painter.setPen(Qt::NoPen);
    painter.setBrush(any_highlight && !highlighted ? blend(color, theme().card, quiet) : color);
    painter.drawRect(QRectF{left, row.box.center().y() - thickness / 2, length, thickness});
    const QString text = change_text(change);
    const double width = text_width(text, font);
    const double fall_at = falls_outside_ ? left - value_gap - width : zero + value_gap;
    const double at = change < 0 ? fall_at : left + length + value_gap;
    draw_line(painter, {at, row.box.top(), width + 1, row_height_}, text, font, color);
}

} // namespace weekboard
