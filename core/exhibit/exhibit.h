#pragma once

#include "exhibit/spec.h"
#include "series/language.h"
#include "time/period.h"
#include "time/week.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace weekboard
{

/// One line, row of bars or the like. `values` run beside the exhibit's `x`; nothing is a gap.
struct Plot {
    std::string name;
    ExhibitKind kind = ExhibitKind::line;
    AxisSide axis = AxisSide::left;
    std::string unit;
    int decimals = 2;
    std::vector<std::optional<double>> values;
};

/// An exhibit with all its words and figures, in one language: a renderer needs nothing else and
/// computes nothing. No pixels here.
struct Exhibit {
    int number = 0;
    std::string id;
    Language language = Language::chinese;
    Week week = Week::containing(Date{});
    Date as_of;
    std::string title;
    bool title_is_neutral = false; ///< a figure of the title is missing
    ExhibitKind kind = ExhibitKind::line;
    std::string unit;
    Frequency frequency = Frequency::daily;
    std::vector<Date> x; ///< period ends, the last one that of the last figure
    std::vector<Plot> plots;
    std::string figures_source; ///< source line of the plots alone, without the title's figures
    std::string source; ///< the whole source line, with what must be said of illustrative figures
    std::vector<std::string> footnotes;
    bool illustrative = false;

    [[nodiscard]] bool has_figures() const { return !x.empty(); }
};

/// Makes one x of the days of several plots: ascending, each once.
inline void sort_unique(std::vector<Date>& days)
{
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
}

} // namespace weekboard
