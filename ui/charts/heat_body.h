#pragma once

#include "charts/exhibit_body.h"

#include <QStringList>

#include <vector>

namespace weekboard
{

/// The boards' heat ratings as a table: rating on its colour, direction, weeks held, reason. In a
/// small place reasons are shortened, then left out, then direction and weeks.
class HeatBody : public ExhibitBody
{
public:
    using ExhibitBody::ExhibitBody;

    void place(const QRectF& box) override;
    void paint(QPainter& painter) const override;

private:
    enum Column { board, rating, direction, held, reason, column_count };

    [[nodiscard]] double column_width(Column column) const;
    [[nodiscard]] QString cell(std::size_t row, Column column) const;
    [[nodiscard]] double wrap_reasons(int most_lines, double air);
    void paint_row(QPainter& painter, std::size_t row, double top) const;

    QRectF box_;
    int columns_ = column_count;
    std::vector<double> lefts_;
    std::vector<double> heights_;
    std::vector<QStringList> reasons_;
    double header_height_ = 0;
};

} // namespace weekboard
