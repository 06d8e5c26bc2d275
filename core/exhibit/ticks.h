#pragma once

#include "exhibit/exhibit.h"
#include "time/period.h"

#include <cstddef>
#include <string>
#include <vector>

namespace weekboard
{

/// Where an axis is labelled.
struct TimeTick {
    Date day;
    std::string label; ///< `2025`, `25-03` or `04-10`, as the step asks
};

/// At most `most` ticks between two days, on the first days of years, quarters or months, on
/// Mondays or on days: whichever is the finest that fits.
[[nodiscard]] std::vector<TimeTick> time_ticks(Date first, Date last, int most);

/// A range of values that begins and ends on a multiple of its step.
struct ValueScale {
    double low = 0;
    double high = 1;
    double step = 1;
    int decimals = 0; ///< that the labels need

    [[nodiscard]] std::vector<double> ticks() const;
};

/// A scale around the values with at most `most` steps of 1, 2, 2.5 or 5 times a power of ten.
[[nodiscard]] ValueScale value_scale(double least, double greatest, int most);

/// The least and the greatest of some values.
struct ValueExtent {
    double least = 0;
    double greatest = 0;
    bool any = false;

    void add(double value);
};

/// Scales for a left and a right axis with as many steps each and with zero at the same height.
struct PairedScales {
    ValueScale left;
    ValueScale right;
};
[[nodiscard]] PairedScales zero_aligned_scales(const ValueExtent& left, const ValueExtent& right,
                                               int most);

/// The scales of an exhibit's value axes around the extents of its plots on either side, as its
/// settings ask: from zero under bars, with room for labels of growth above them.
[[nodiscard]] PairedScales fit_scales(const Exhibit& exhibit, ValueExtent left, ValueExtent right,
                                      int most);

/// Where an axis of periods is labelled.
struct PlaceTick {
    std::size_t place;
    std::string label; ///< `25-03`, `25Q4` or `2025`
};

/// At most `most` of the places `first` to `last`, on calendar boundaries that fall on the last
/// one: `x` are period ends.
[[nodiscard]] std::vector<PlaceTick> period_ticks(const std::vector<Date>& x, Frequency frequency,
                                                  std::size_t first, std::size_t last, int most);

} // namespace weekboard
