#pragma once

#include "exhibit/spec.h"
#include "series/language.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Titles that carry the conclusion: templates whose figures are computed.
///
/// A token is `{plot:word}`; `plot` names a plot of the spec, `word` is one of
///   latest      the last figure, in the series' decimals
///   week_move   上涨10.06% / up 10.06%: the week's change, published or computed
///   month_move  the same for the change since the month began
namespace weekboard
{

enum class TitleWord { latest, week_move, month_move };

/// The text for a token; nothing where its figure is missing.
using TitleLookup =
    std::function<std::optional<std::string>(const std::string& plot, TitleWord word)>;

/// The title with its tokens filled, or nothing if one has no figure.
[[nodiscard]] std::optional<std::string> fill_title(std::string_view title_template,
                                                    const TitleLookup& lookup);

/// What is wrong with a template, in words that follow "expected"; empty if nothing is.
[[nodiscard]] std::vector<std::string> faults_of_title(std::string_view title_template,
                                                       const std::vector<PlotSpec>& plots);

/// 上涨10.06%, 下跌2.79%, 持平 / up 10.06%, down 2.79%, flat.
[[nodiscard]] std::string move_in_words(double percent, int decimals, Language language);

} // namespace weekboard
