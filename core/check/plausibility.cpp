#include "check/plausibility.h"

#include "series/number_format.h"
#include "series/transforms.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace weekboard
{

namespace
{

constexpr double most_deviations = 4;
constexpr std::size_t fewest_changes = 16; ///< below, there is no saying what is usual
/// A figure within ×1.5 of its neighbour after moving the point counts as the same figure.
const double same_size = std::log10(1.5);

/// A figure and the one that it is naturally measured by.
struct Step {
    const Observation* now;
    const Observation* before;
    double change; ///< of logarithms, or in points for rates
    bool usual;    ///< no periods lie between, and it is no slip: it tells what is usual
};

class PlausibilityCheck
{
public:
    PlausibilityCheck(const ShelvedSeries& shelved, Language language)
        : shelved_{shelved}
        , series_{shelved.series}
        , zh_{language == Language::chinese}
        , language_{language}
    {
    }

    std::vector<CheckFinding> run()
    {
        find_steps();
        for (const Observation& observation : shelved_.observations) {
            check_calendar(observation);
            check_size(observation);
        }
        check_falls();
        check_repeats();
        for (std::size_t i = 0; i < steps_.size(); ++i) {
            if (!check_unit(steps_[i]) && !check_point(i)) {
                check_jump(i);
            }
        }
        return std::move(findings_);
    }

private:
    [[nodiscard]] bool is_flow() const
    {
        return series_.measure == Measure::flow || series_.measure == Measure::ytd_flow;
    }

    [[nodiscard]] bool counts_in_points() const
    {
        return is_rate(series_) || series_.measure == Measure::net_add;
    }

    /// Flows have seasons and are measured by the year before, the rest by the period before; a
    /// slip measures nothing, or it would be told again on its way back.
    [[nodiscard]] const Observation* neighbour(std::size_t index,
                                               const std::set<const Observation*>& slips) const
    {
        const Observation& now = shelved_.observations[index];
        if (is_flow() && series_.frequency != Frequency::annual) {
            constexpr int most_years = 3;
            for (int years = 1; years <= most_years; ++years) {
                const Observation* then = shelved_.at(
                    period_end(series_.frequency, add_months(now.period_end, -12 * years)));
                if (then != nullptr && !slips.contains(then)) {
                    return then;
                }
            }
            return nullptr;
        }
        while (index > 0) {
            if (!slips.contains(&shelved_.observations[--index])) {
                return &shelved_.observations[index];
            }
        }
        return nullptr;
    }

    /// A year, or a period; December is followed by February where the source has no January.
    [[nodiscard]] bool are_neighbours(const Observation& before, const Observation& now) const
    {
        if (is_flow() || series_.frequency == Frequency::daily) {
            return now.period_end - before.period_end <= std::chrono::days{366};
        }
        const Date next = shift_period(series_.frequency, before.period_end, 1);
        const bool skips_january = series_.frequency == Frequency::monthly && month_of(next) == 1;
        return now.period_end == next ||
               (skips_january &&
                now.period_end == shift_period(series_.frequency, before.period_end, 2));
    }

    void find_steps()
    {
        std::set<const Observation*> slips;
        for (std::size_t i = 0; i < shelved_.observations.size(); ++i) {
            const Observation& now = shelved_.observations[i];
            const Observation* before = neighbour(i, slips);
            if (before == nullptr) {
                continue;
            }
            const bool near = are_neighbours(*before, now);
            if (counts_in_points()) {
                steps_.push_back({&now, before, now.value - before->value, near});
            } else if (now.value > 0 && before->value > 0) {
                const double change = std::log(now.value / before->value);
                const bool is_slip = power_of_ten(change) != 0;
                steps_.push_back({&now, before, change, near && !is_slip});
                if (is_slip) {
                    slips.insert(&now);
                }
            }
        }
    }

    /// By how many places the point seems to have moved; 0: by none.
    [[nodiscard]] static int power_of_ten(double log_change)
    {
        const double decades = log_change / std::log(10.0);
        const double whole = std::round(decades);
        return std::abs(decades - whole) < same_size ? static_cast<int>(whole) : 0;
    }

    void add(const char* rule, Severity severity, const Observation& now, std::string message,
             std::optional<double> suggested, const Observation* before)
    {
        CheckFinding finding{rule,
                             severity,
                             series_.code,
                             now.period_end,
                             std::move(message),
                             suggested,
                             {{series_.code, now.period_end}}};
        if (before != nullptr) {
            finding.figures.push_back({series_.code, before->period_end});
        }
        findings_.push_back(std::move(finding));
    }

    [[nodiscard]] std::string text(double value) const
    {
        return format_number(value, series_.decimals);
    }

    [[nodiscard]] std::string where(const Observation& of) const
    {
        return fmt::format("{} {}", series_.name.in(language_),
                           period_name(series_.frequency, of.period_end));
    }

    template <typename... Arguments>
    [[nodiscard]] std::string say(const char* zh, const char* en, const Arguments&... words) const
    {
        return fmt::format(fmt::runtime(zh_ ? zh : en), words...);
    }

    void check_calendar(const Observation& now)
    {
        const std::chrono::weekday day{now.period_end};
        const bool weekend = day == std::chrono::Saturday || day == std::chrono::Sunday;
        if (series_.frequency == Frequency::daily && weekend) {
            add("calendar", Severity::warning, now,
                say("{}：周末没有交易", "{}: there is no trading on a weekend", where(now)),
                std::nullopt, nullptr);
        }
    }

    void check_falls()
    {
        if (series_.measure != Measure::ytd_flow) {
            return;
        }
        const auto& all = shelved_.observations;
        for (std::size_t i = 1; i < all.size(); ++i) {
            const bool same_year = year_of(all[i].period_end) == year_of(all[i - 1].period_end);
            const double fall = all[i - 1].value - all[i].value;
            if (same_year && fall > 0 && !shelved_.is_rounded(all[i].period_end) &&
                !shelved_.is_rounded(all[i - 1].period_end)) {
                add("falls", Severity::error, all[i],
                    say("{}：累计值 {} 小于此前 {} 的 {}，差 {}",
                        "{}: the sum so far, {}, is less than that of {}, {}, by {}", where(all[i]),
                        text(all[i].value), period_name(series_.frequency, all[i - 1].period_end),
                        text(all[i - 1].value), text(fall)),
                    std::nullopt, &all[i - 1]);
            }
        }
    }

    /// Closes and changes hardly ever come twice; levels that are rounded to a few digits do.
    void check_repeats()
    {
        const bool fine = series_.measure == Measure::close ||
                          (series_.measure == Measure::returns && series_.decimals >= 2) ||
                          (series_.measure == Measure::growth && series_.decimals >= 2) ||
                          is_flow();
        const auto& all = shelved_.observations;
        for (std::size_t i = 1; fine && i < all.size(); ++i) {
            const bool next = period_start(series_.frequency, all[i].period_end) <=
                              all[i - 1].period_end + std::chrono::days{5};
            if (next && all[i].value == all[i - 1].value && all[i].value != 0) {
                add("repeat", Severity::warning, all[i],
                    say("{}：{} 与上期 {} 完全相同，是否重复录入？",
                        "{}: {} is the very figure of {}; was it typed again?", where(all[i]),
                        text(all[i].value), period_name(series_.frequency, all[i - 1].period_end)),
                    std::nullopt, &all[i - 1]);
            }
        }
    }

    bool check_unit(const Step& step)
    {
        const int places = counts_in_points() ? 0 : power_of_ten(step.change);
        if (places == 0) {
            return false;
        }
        const double suggested = step.now->value * std::pow(10, -places);
        add("unit", Severity::error, *step.now,
            say("{}：{} ÷ {}（{}）≈ 10^{}，小数点或单位（万、亿）可能有误；{}？",
                "{}: {} ÷ {} ({}) ≈ 10^{}: the point or the unit (万, 亿) may be wrong; {}?",
                where(*step.now), text(step.now->value), text(step.before->value),
                period_name(series_.frequency, step.before->period_end), places, text(suggested)),
            round_to(suggested, series_.decimals), step.before);
        return true;
    }

    /// Net additions are counted from the last year's end: what they come to in a month.
    [[nodiscard]] double a_month(const Observation& of) const
    {
        return series_.measure == Measure::net_add
                   ? of.value / static_cast<double>(month_of(of.period_end))
                   : of.value;
    }

    /// Rates and net additions of which too little is known to say what is usual: moved by whole
    /// places against the figure before, as a slip of the point moves it.
    bool check_point(std::size_t index)
    {
        const Step& step = steps_[index];
        const bool same_sign = step.now->value * step.before->value > 0;
        // Net additions begin anew with the year.
        const bool comparable = series_.measure != Measure::net_add ||
                                year_of(step.now->period_end) == year_of(step.before->period_end);
        const auto usual = std::ranges::count(steps_, true, &Step::usual);
        if (!counts_in_points() || series_.measure == Measure::share || !same_sign || !comparable ||
            usual >= static_cast<std::ptrdiff_t>(fewest_changes)) {
            return false;
        }
        const int places = power_of_ten(std::log(a_month(*step.now) / a_month(*step.before)));
        // Growth that fades to a tenth is seen every other year.
        if (places == 0 || (places < 0 && series_.measure != Measure::net_add)) {
            return false;
        }
        const double suggested = step.now->value * std::pow(10, -places);
        add("unit", Severity::warning, *step.now,
            say("{}：{} ÷ {}（{}）≈ 10^{}，小数点可能有误；{}？",
                "{}: {} ÷ {} ({}) ≈ 10^{}: the point may be wrong; {}?", where(*step.now),
                text(step.now->value), text(step.before->value),
                period_name(series_.frequency, step.before->period_end), places, text(suggested)),
            round_to(suggested, series_.decimals), step.before);
        return true;
    }

    /// No index has moved so far in a week or a month.
    void check_size(const Observation& now)
    {
        constexpr double most_percent = 50;
        if (series_.measure == Measure::returns && std::abs(now.value) > most_percent) {
            add("jump", Severity::warning, now,
                say("{}：{}%，涨跌幅超过 {}%，小数点可能有误",
                    "{}: {}%, a change of more than {}%: the point may be wrong", where(now),
                    text(now.value), text(most_percent)),
                std::nullopt, nullptr);
        }
    }

    /// Measured by the others: a jump must not widen the measure that it is held against.
    void check_jump(std::size_t index)
    {
        double sum = 0;
        double squares = 0;
        std::size_t count = 0;
        for (std::size_t i = 0; i < steps_.size(); ++i) {
            if (i != index && steps_[i].usual) {
                sum += steps_[i].change;
                squares += steps_[i].change * steps_[i].change;
                ++count;
            }
        }
        if (count < fewest_changes || !steps_[index].usual) {
            return;
        }
        const double mean = sum / static_cast<double>(count);
        const double deviation =
            std::sqrt(std::max(squares / static_cast<double>(count) - mean * mean, 0.0));
        const Step& step = steps_[index];
        const double times = deviation > 0 ? std::abs(step.change - mean) / deviation : 0;
        if (times <= most_deviations) {
            return;
        }
        const auto change_text = [&](double change) {
            return counts_in_points() ? format_number(change, series_.decimals, Sign::always)
                                      : format_percent((std::exp(change) - 1) * 100, 1);
        };
        add("jump", Severity::warning, *step.now,
            say("{}：{}，较 {} 的 {} 变动 {}，通常为 {} ± {}，相当于 {} 个标准差",
                "{}: {} after {}: {}, a change of {}; usual is {} ± {}, so {} deviations",
                where(*step.now), text(step.now->value),
                period_name(series_.frequency, step.before->period_end), text(step.before->value),
                change_text(step.change), change_text(mean), change_text(deviation),
                format_number(times, 1)),
            std::nullopt, step.before);
    }

    const ShelvedSeries& shelved_;
    const Series& series_;
    bool zh_;
    Language language_;
    std::vector<Step> steps_;
    std::vector<CheckFinding> findings_;
};

} // namespace

std::vector<CheckFinding> check_plausibility(const ShelvedSeries& shelved, Language language)
{
    if (shelved.illustrative) {
        return {};
    }
    return PlausibilityCheck{shelved, language}.run();
}

} // namespace weekboard
