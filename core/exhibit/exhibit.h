#pragma once

#include "exhibit/spec.h"
#include "series/language.h"
#include "time/period.h"
#include "time/week.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace weekboard
{

/// One line, row of bars or the like. `values` run beside the exhibit's places; nothing is a gap.
struct Plot {
    std::string name;
    PlotKind kind = PlotKind::line;
    AxisSide axis = AxisSide::left;
    std::string unit;
    int decimals = 2;
    std::vector<std::optional<double>> values;
    std::string series; ///< code of the series behind it; empty where each place has its own
    PlotTransform transform = PlotTransform::level;
    std::size_t over = 0;   ///< of a label: the place of the plot with the bars
    bool is_change = false; ///< growth rates or returns: above zero is a rise
};

/// What the places of an exhibit are.
///   days     calendar days, drawn where they lie in time
///   periods  one after the other, evenly spaced, each with its last day
///   labels   members of a list
enum class AxisKind { days, periods, labels };

/// A row of the heat table.
struct HeatTableRow {
    std::string board;
    std::string rating;
    int score = 0;
    std::optional<int> score_change; ///< against the rating before; nothing for the first one
    int weeks_held = 0;
    std::string reason;
};

/// What happened on a day that a chart covers.
struct ExhibitEvent {
    Date day;
    std::size_t place = 0; ///< of the period that has the day, or of the first day not before it
    std::string text;
};

/// What a reader should know of a title that somebody wrote.
enum class TitleFlag { none, figures_changed, contradicts };

/// An exhibit with all its words and figures, in one language: a renderer needs nothing else and
/// computes nothing. No pixels here.
struct Exhibit {
    int number = 0;
    std::string id;
    Language language = Language::chinese;
    Week week = Week::containing(Date{});
    Date as_of;
    std::string title;
    std::string subject; ///< what it is about, without a conclusion: the neutral title
    SlidePlace slide = SlidePlace::full;
    bool title_is_neutral = false; ///< a figure of the title is missing
    TitleFlag title_flag = TitleFlag::none;
    ExhibitKind kind = ExhibitKind::line;
    std::string unit;
    AxisKind axis = AxisKind::days;
    Frequency frequency = Frequency::daily;
    std::vector<Date> x; ///< period ends, the last one that of the last figure; empty for labels
    std::vector<std::string> labels; ///< of places that are no dates
    std::vector<std::string> codes;  ///< beside `labels`: what they stand for
    std::vector<Plot> plots;
    std::vector<HeatTableRow> heat;
    std::vector<ExhibitEvent> events; ///< by day
    AxisSettings axes;
    std::optional<std::size_t> highlight; ///< the place that stands out
    std::string figures_source; ///< source line of the plots alone, without the title's figures
    std::string source; ///< the whole source line, with what must be said of illustrative figures
    std::vector<std::string> footnotes;
    bool illustrative = false;

    /// Number of places along the axis.
    [[nodiscard]] std::size_t size() const
    {
        return axis == AxisKind::labels ? labels.size() : x.size();
    }
    [[nodiscard]] bool has_figures() const { return size() > 0 || !heat.empty(); }
};

/// What a place is called: `2026-04-10`, `2026-02`, `2025Q4`, `2025`, or its label.
[[nodiscard]] std::string place_name(const Exhibit& exhibit, std::size_t place);

/// A figure as a table shows it: `2,904`, `20.4%`, `+89%` for labels, `–` for a gap.
[[nodiscard]] std::string value_text(const Plot& plot, std::size_t place);

/// The words of the heat table's columns, and of its cells: one place for all renderers.
[[nodiscard]] std::vector<std::string> heat_columns(Language language);
[[nodiscard]] std::vector<std::string> heat_cells(const HeatTableRow& row, Language language);

/// Makes one x of the days of several plots: ascending, each once.
inline void sort_unique(std::vector<Date>& days)
{
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
}

} // namespace weekboard
