#pragma once

#include "series/language.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What an exhibit is, as data: one TOML text each. `docs/exhibits.md` describes the keys.
namespace weekboard
{

/// What an exhibit is drawn as.
///   line          plots over days
///   bars          plots over periods: bars, and lines on either axis
///   ranked_bars   one bar for each member of a list, best first
///   movers        the first and the last of a list
///   comparison    a few members of a list beside each other, several changes of each
///   heat_table    the boards' heat ratings
enum class ExhibitKind { line, bars, ranked_bars, movers, comparison, heat_table };

/// `label` is drawn as text over the bars of the plot that it is `over`.
enum class PlotKind { line, bar, label };

/// What is done to a series' figures before they are shown.
enum class PlotTransform {
    level,
    year_on_year,
    single_period,
    net_change,
    rebased,
    week_change,
    month_to_date
};

enum class AxisSide { left, right };

/// How far back an exhibit goes: over days from the week, over periods from the last figure.
enum class ExhibitWindow { months_24, years_3, all };

struct PlotSpec {
    std::string name;   ///< what title tokens call it
    std::string series; ///< code; empty in a comparison, where the list has them
    PlotTransform transform = PlotTransform::level;
    PlotKind kind = PlotKind::line;
    AxisSide axis = AxisSide::left;
    Bilingual label;             ///< in the legend; empty: the series' name
    std::optional<int> decimals; ///< else those of the series, one for growth rates
    std::string over;            ///< of a `label`: the name of the plot with the bars
    int line = 0;                ///< of the text, for findings
};

/// How much of a slide an exhibit takes in a deck; two halves that follow each other share one.
enum class SlidePlace { full, half };

/// What the members of a list are.
struct ListSpec {
    std::string group;   ///< series of this group, ranked by their week change
    std::string ranking; ///< the week's list of this name, where closes are not there
    int first = 5;       ///< movers: so many of the best
    int last = 5;        ///< and so many of the worst
};

/// How the value axes lie.
struct AxisSettings {
    bool zero_aligned = true; ///< zero at the same height left and right
    bool left_from_zero = false;
    bool right_from_zero = false;
};

/// A title as somebody wrote it, and the figures that were there when it was written.
struct WrittenTitle {
    Bilingual text;
    std::string figures; ///< see `figures_in_words`
};

struct ExhibitSpec {
    int number = 0;
    std::string id;
    ExhibitKind kind = ExhibitKind::line;
    std::string unit; ///< of the left axis; may be empty
    ExhibitWindow window = ExhibitWindow::years_3;
    Bilingual title;         ///< with tokens such as `{close:week_move}`
    Bilingual neutral_title; ///< stands where a figure of the title is missing
    std::optional<WrittenTitle> written_title;
    Bilingual source;
    std::vector<Bilingual> footnotes;
    std::vector<int> skipped_months; ///< months that the source never publishes
    std::vector<PlotSpec> plots;
    std::vector<PlotSpec> figures; ///< for the title alone
    ListSpec list;
    AxisSettings axes;
    SlidePlace slide = SlidePlace::full;
    std::string highlight; ///< `last`, or the code of a list's member; empty: nothing
};

/// What is wrong with a spec, and where.
struct SpecFinding {
    std::string file;
    int line = 0;
    std::string key;
    std::string expected;
};

[[nodiscard]] std::string to_string(const SpecFinding& finding);

/// A spec, or at least one finding.
struct SpecReading {
    std::optional<ExhibitSpec> spec;
    std::vector<SpecFinding> findings;
};

/// `file` is only for the findings.
[[nodiscard]] SpecReading read_spec(std::string_view toml, std::string_view file);

[[nodiscard]] std::string_view to_string(ExhibitKind kind);
[[nodiscard]] std::string_view to_string(PlotKind kind);
[[nodiscard]] std::string_view to_string(PlotTransform transform);
[[nodiscard]] std::string_view to_string(AxisSide side);

} // namespace weekboard
