#pragma once

#include "charts/exhibit_body.h"

#include <cstddef>
#include <vector>

namespace weekboard
{

/// Bars lying on their side, one for each member of a list, with its name before and its change
/// behind: in as many columns as it takes, or the first and the last ones with the highlighted.
class RankedBody : public ExhibitBody
{
public:
    using ExhibitBody::ExhibitBody;

    void place(const QRectF& box) override;
    void paint(QPainter& painter) const override;

private:
    struct Row {
        std::size_t place;
        QRectF box;
        bool after_gap; ///< members above it are left out
    };
    void lay_out_columns(int columns, int rows_each);
    void lay_out_ends(int rows);
    void measure(const std::vector<std::size_t>& shown, double width);
    void paint_row(QPainter& painter, const Row& row) const;
    [[nodiscard]] double value(std::size_t place) const;

    QRectF box_;
    std::vector<Row> rows_;
    double row_height_ = 0;
    double name_width_ = 0;
    double zero_ = 0;           ///< from a row's left edge to where bars begin
    double unit_ = 0;           ///< length of one per cent
    bool falls_outside_ = true; ///< figures of falls stand left of their bars
};

} // namespace weekboard
