#pragma once

#include "time/date.h"

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

} // namespace weekboard
