#include "charts/heat_body.h"

#include "charts/wrapped_text.h"
#include "widgets/painting.h"

#include <algorithm>
#include <numeric>

namespace weekboard
{

namespace
{

constexpr int most_reason_lines = 4;

/// Lines of a reason are set closer than lines of their own.
constexpr double reason_step = 1.3;

/// Narrower than this, in type sizes, a reason is a column of single words.
constexpr double least_reason = 14;

} // namespace

QString HeatBody::cell(std::size_t row, Column column) const
{
    return QString::fromStdString(
        heat_cells(exhibit().heat[row], exhibit().language)[static_cast<std::size_t>(column)]);
}

double HeatBody::column_width(Column column) const
{
    const QFont bold = theme().font(theme().body_size, QFont::Bold);
    double width = text_width(
        QString::fromStdString(heat_columns(exhibit().language)[static_cast<std::size_t>(column)]),
        theme().font(theme().body_size));
    for (std::size_t row = 0; row < exhibit().heat.size(); ++row) {
        width = std::max(width, text_width(cell(row, column), bold));
    }
    const double inside = column == rating ? theme().body_size * 1.4 : 0;
    return width + inside + theme().body_size * 1.6;
}

/// Breaks the reasons into lines; returns the height of all rows.
double HeatBody::wrap_reasons(int most_lines, double air)
{
    const QFont font = theme().font(theme().body_size);
    const double step = theme().body_size * reason_step;
    const double width = columns_ > reason ? box_.right() - lefts_[reason] : 0;
    reasons_.clear();
    heights_.clear();
    for (const HeatTableRow& row : exhibit().heat) {
        reasons_.push_back(
            width > 0 ? wrapped(QString::fromStdString(row.reason), font, width, most_lines)
                      : QStringList{});
        const auto lines = std::max<qsizetype>(1, reasons_.back().size());
        heights_.push_back(step * static_cast<double>(lines) + air);
    }
    return std::accumulate(heights_.begin(), heights_.end(), 0.0);
}

void HeatBody::place(const QRectF& box)
{
    box_ = box;
    if (exhibit().heat.empty()) {
        return;
    }
    const double width = box.width();
    columns_ = column_count;
    for (; columns_ > rating + 1; --columns_) {
        lefts_.clear();
        double left = box.left();
        for (int c = 0; c < columns_; ++c) {
            lefts_.push_back(left);
            left += c == reason ? theme().body_size * least_reason
                                : column_width(static_cast<Column>(c));
        }
        if (left - box.left() <= width) {
            break;
        }
    }
    header_height_ = line_height(theme().font(theme().body_size)) + theme().body_size * 0.6;
    const double room = box.height() - header_height_;
    double used = 0;
    for (int lines = most_reason_lines; lines >= 1; --lines) {
        used = wrap_reasons(lines, theme().body_size * (lines > 1 ? 0.3 : 0.75));
        if (used <= room) {
            break;
        }
    }
    // Rows take the height that is there, up to a calm distance; or share what there is.
    const double most = line_height(theme().font(theme().body_size)) * 0.9;
    const double each = std::min((room - used) / static_cast<double>(exhibit().heat.size()), most);
    for (double& height : heights_) {
        height += each;
    }
}

void HeatBody::paint(QPainter& painter) const
{
    if (exhibit().heat.empty()) {
        return;
    }
    const QFont font = theme().font(theme().body_size);
    const auto columns = heat_columns(exhibit().language);
    for (int c = 0; c < columns_; ++c) {
        const auto place = static_cast<std::size_t>(c);
        draw_line(painter,
                  {lefts_[place], box_.top(), box_.right() - lefts_[place], line_height(font)},
                  QString::fromStdString(columns[place]), font, theme().faint);
    }
    double top = box_.top() + header_height_;
    for (std::size_t row = 0; row < exhibit().heat.size(); ++row) {
        painter.setPen(QPen{theme().hairline, 1});
        painter.drawLine(QPointF{box_.left(), top}, QPointF{box_.right(), top});
        paint_row(painter, row, top);
        top += heights_[row];
    }
}

void HeatBody::paint_row(QPainter& painter, std::size_t row, double top) const
{
    const QFont font = theme().font(theme().body_size);
    const QFont bold = theme().font(theme().body_size, QFont::Bold);
    const double height = heights_[row];
    const HeatTableRow& shown = exhibit().heat[row];
    const auto box = [&](Column column) {
        const std::size_t next = static_cast<std::size_t>(column) + 1;
        const double right = next < lefts_.size() ? lefts_[next] : box_.right();
        return QRectF{lefts_[column], top, right - lefts_[column], height};
    };
    draw_line(painter, box(board), cell(row, board), bold, theme().text);
    if (columns_ > rating) {
        draw_badge(painter, box(rating), cell(row, rating), theme().for_score(shown.score), bold);
    }
    if (columns_ > direction) {
        const QColor color = shown.score_change.value_or(0) == 0
                                 ? theme().faint
                                 : theme().for_change(*shown.score_change);
        draw_line(painter, box(direction), cell(row, direction), font, color);
    }
    if (columns_ > held) {
        draw_line(painter, box(held), cell(row, held), font, theme().secondary);
    }
    const double step = theme().body_size * reason_step;
    double line_top = top + (height - step * static_cast<double>(reasons_[row].size())) / 2;
    for (const QString& line : reasons_[row]) {
        draw_line(painter, {lefts_[reason], line_top, box_.right() - lefts_[reason], step}, line,
                  font, theme().secondary);
        line_top += step;
    }
}

} // namespace weekboard
