#include "exhibit/ticks.h"

#include "time/week.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace weekboard
{

namespace
{

/// Steps of an axis in days, in months where `months` is not 0; the finest first.
struct Step {
    int days;
    int months;
};
constexpr std::array<Step, 11> steps{
    {{1, 0}, {2, 0}, {7, 0}, {14, 0}, {0, 1}, {0, 2}, {0, 3}, {0, 6}, {0, 12}, {0, 24}, {0, 60}}};

Date first_tick(Date day, const Step& step)
{
    if (step.months == 0) {
        return step.days >= 7 ? Week::containing(day + std::chrono::days{6}).monday() : day;
    }
    const int month =
        year_of(day) * 12 + static_cast<int>(month_of(day)) - 1 + (day_of(day) > 1 ? 1 : 0);
    const int rounded = (month + step.months - 1) / step.months * step.months;
    return make_date(rounded / 12, static_cast<unsigned>(rounded % 12) + 1, 1);
}

Date next_tick(Date tick, const Step& step)
{
    return step.months == 0 ? tick + std::chrono::days{step.days} : add_months(tick, step.months);
}

std::string label_of(Date tick, const Step& step)
{
    if (step.months >= 12) {
        return std::to_string(year_of(tick));
    }
    if (step.months > 0) {
        return fmt::format("{:02}-{:02}", year_of(tick) % 100, month_of(tick));
    }
    return fmt::format("{:02}-{:02}", month_of(tick), day_of(tick));
}

/// Labels over bars need height above the highest.
constexpr double room_for_growth = 1.14;

bool stands_on_zero(const Exhibit& exhibit, AxisSide side)
{
    const bool asked =
        side == AxisSide::left ? exhibit.axes.left_from_zero : exhibit.axes.right_from_zero;
    return asked || std::ranges::any_of(exhibit.plots, [side](const Plot& plot) {
               return plot.axis == side && plot.kind == PlotKind::bar;
           });
}

ValueScale scale_for(ValueExtent values, bool from_zero, int most)
{
    if (!values.any) {
        return {};
    }
    if (from_zero) {
        values.add(0);
    }
    return value_scale(values.least, values.greatest, most);
}

} // namespace

std::vector<TimeTick> time_ticks(Date first, Date last, int most)
{
    std::vector<TimeTick> ticks;
    for (const Step& step : steps) {
        ticks.clear();
        for (Date tick = first_tick(first, step); tick <= last; tick = next_tick(tick, step)) {
            ticks.push_back({tick, label_of(tick, step)});
            if (static_cast<int>(ticks.size()) > most) {
                break;
            }
        }
        if (static_cast<int>(ticks.size()) <= most) {
            return ticks;
        }
    }
    ticks.resize(static_cast<std::size_t>(std::max(most, 0)));
    return ticks;
}

std::vector<double> ValueScale::ticks() const
{
    std::vector<double> values;
    const auto count = static_cast<int>(std::lround((high - low) / step));
    for (int i = 0; i <= count; ++i) {
        const double value = low + step * i;
        values.push_back(std::abs(value) < step * 1e-9 ? 0 : value);
    }
    return values;
}

ValueScale value_scale(double least, double greatest, int most)
{
    if (!(greatest > least)) {
        const double around = least == 0 ? 1 : std::abs(least) * 0.05;
        least -= around;
        greatest += around;
    }
    const double raw = (greatest - least) / std::max(most, 1);
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0, 20.0}) {
        const double step = factor * power;
        const double low = std::floor(least / step + 1e-9) * step;
        const double high = std::ceil(greatest / step - 1e-9) * step;
        if (std::lround((high - low) / step) <= most) {
            const int whole = static_cast<int>(std::floor(std::log10(step) + 1e-9));
            const int decimals = std::max(0, -whole + (factor == 2.5 ? 1 : 0));
            return {low, high, step, decimals};
        }
    }
    return {least, greatest, greatest - least, 2};
}

void ValueExtent::add(double value)
{
    least = any ? std::min(least, value) : value;
    greatest = any ? std::max(greatest, value) : value;
    any = true;
}

namespace
{

/// The greatest value leaves room for its label.
constexpr double label_room = 1.05;

/// What few rows cost against wasted height, when scales are compared.
constexpr double cost_of_few_rows = 1.6;

/// The least of 1, 2, 2.5, 5 times a power of ten that is not below `wanted`.
double round_step(double wanted)
{
    if (!(wanted > 0)) {
        return 1;
    }
    const double power = std::pow(10.0, std::floor(std::log10(wanted)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power >= wanted * (1 - 1e-9)) {
            return factor * power;
        }
    }
    return 10 * power;
}

/// A step with which `up` of them reach the greatest value and `down` of them the least.
double step_for(const ValueExtent& values, int up, int down)
{
    double wanted = 0;
    if (up > 0) {
        wanted = std::max(wanted, values.greatest * label_room / up);
    }
    if (down > 0) {
        wanted = std::max(wanted, -values.least * label_room / down);
    }
    return round_step(wanted);
}

int decimals_of_step(double step)
{
    int decimals = 0;
    while (decimals < 6 && std::abs(step - std::round(step)) > 1e-9 * step) {
        step *= 10;
        ++decimals;
    }
    return decimals;
}

ValueScale scale_of(double step, int up, int down)
{
    return {-step * down, step * up, step, decimals_of_step(step)};
}

} // namespace

PairedScales zero_aligned_scales(const ValueExtent& left, const ValueExtent& right, int most)
{
    const bool any_above = left.greatest > 0 || right.greatest > 0;
    const bool any_below = left.least < 0 || right.least < 0;
    PairedScales best;
    double least_waste = HUGE_VAL;
    const auto waste = [](const ValueExtent& values, const ValueScale& scale) {
        const double used = std::max(values.greatest, 0.0) - std::min(values.least, 0.0);
        return used > 0 ? (scale.high - scale.low) / used : 0;
    };
    for (int up = any_above || !any_below ? 1 : 0; up <= most; ++up) {
        for (int down = any_below ? 1 : 0; down <= (any_below ? most - up : 0); ++down) {
            const PairedScales scales{scale_of(step_for(left, up, down), up, down),
                                      scale_of(step_for(right, up, down), up, down)};
            const double cost = waste(left, scales.left) + waste(right, scales.right) +
                                cost_of_few_rows / static_cast<double>(up + down);
            if (cost < least_waste - 1e-9) {
                least_waste = cost;
                best = scales;
            }
        }
    }
    return best;
}

PairedScales fit_scales(const Exhibit& exhibit, ValueExtent left, ValueExtent right, int most)
{
    if (std::ranges::any_of(exhibit.plots,
                            [](const Plot& plot) { return plot.kind == PlotKind::label; })) {
        left.add(left.greatest * room_for_growth);
    }
    if (left.any && right.any && exhibit.axes.zero_aligned) {
        return zero_aligned_scales(left, right, most);
    }
    return {scale_for(left, stands_on_zero(exhibit, AxisSide::left), most),
            scale_for(right, stands_on_zero(exhibit, AxisSide::right), most)};
}

std::vector<PlaceTick> period_ticks(const std::vector<Date>& x, Frequency frequency,
                                    std::size_t first, std::size_t last, int most)
{
    const auto number_of = [frequency](Date end) {
        const int month = year_of(end) * 12 + static_cast<int>(month_of(end)) - 1;
        return frequency == Frequency::quarterly ? month / 3
               : frequency == Frequency::annual  ? year_of(end)
                                                 : month;
    };
    const auto label_of = [frequency](Date end) {
        const std::string name = period_name(frequency, end);
        return frequency == Frequency::annual ? name : name.substr(2);
    };
    std::vector<PlaceTick> ticks;
    for (const int step : {1, 2, 3, 4, 6, 12, 24, 48, 120}) {
        ticks.clear();
        for (std::size_t place = first; place <= last && place < x.size(); ++place) {
            const bool whole_weeks = frequency == Frequency::weekly;
            const auto from_last = whole_weeks ? static_cast<int>(last - place)
                                               : number_of(x[last]) - number_of(x[place]);
            if (from_last % step == 0) {
                ticks.push_back({place, label_of(x[place])});
            }
        }
        if (static_cast<int>(ticks.size()) <= std::max(most, 1)) {
            break;
        }
    }
    return ticks;
}

} // namespace weekboard
