#include "charts/ticks.h"

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

} // namespace weekboard
