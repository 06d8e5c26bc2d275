#pragma once

#include "exhibit/spec.h"
#include "series/language.h"
#include "series/series.h"
#include "time/period.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// Titles that carry the conclusion: templates whose figures are computed.
///
/// A token is `{subject:word}` or `{subject:word:decimals}`. The subject is a plot or figure of the
/// spec, `period`, or, in lists, what `title_subjects` says. A part in `[…]` is left out where one
/// of its tokens has no figure; elsewhere a missing figure makes the whole title neutral.
///
///   latest      490.9万个, 20.4% / 4.909 mn: the figure with its unit
///   signed      +89% / −1.7%
///   move        增长20.4%, 下降1.7% / up 20.4%, down 1.7%; of prices 上涨, 下跌
///   direction   增长, 下降, 持平 / up, down, flat
///   chengshu    超三成, 为三成, 不足一成 / over 30%, at 30%, under 10%: a share
///   streak      连续3周上涨 / up 3 weeks running; of growth rates 连续3期为负 / negative for 3
///               periods running; nothing below two
///   week_move   上涨10.06% / up 10.06%: the week's change, published or computed
///   month_move  the same for the change since the month began
///   month       2月 / February            months   1-2月, 2025年 / Jan–Feb, 2025
///   quarter     2025Q4                    year     2025年 / 2025
///   name        of a list's member        rank     its place, from 1
///   count       how many there are
namespace weekboard
{

/// What a title can say of one thing. What is not known is not there.
struct TitleSubject {
    Measure measure = Measure::level;
    std::string unit;
    int decimals = 2;
    Frequency frequency = Frequency::weekly;
    std::optional<double> value;
    std::optional<Date> period; ///< the value's
    std::optional<double> week_change;
    std::optional<double> month_change;
    int streak = 0; ///< periods with a change in the same direction; below zero for falls
    std::string name;
    std::optional<int> rank;
    std::optional<int> count;
};
using TitleSubjects = std::map<std::string, TitleSubject>;

/// The title with its tokens filled, or nothing if one has no figure.
[[nodiscard]] std::optional<std::string>
fill_title(std::string_view title_template, const TitleSubjects& subjects, Language language);

/// What is wrong with a template, in words that follow "expected"; empty if nothing is.
[[nodiscard]] std::vector<std::string> faults_of_title(std::string_view title_template,
                                                       const std::vector<std::string>& subjects);

/// The subjects that a template names outside `[…]`.
[[nodiscard]] std::set<std::string> required_subjects(std::string_view title_template);

/// The subjects that the titles of a spec may name.
[[nodiscard]] std::vector<std::string> title_subjects(const ExhibitSpec& spec);

} // namespace weekboard
