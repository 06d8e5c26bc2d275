#pragma once

#include "series/language.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What an exhibit is, as data: one TOML text each.
namespace weekboard
{

enum class ExhibitKind { line };
enum class PlotTransform { level };
enum class AxisSide { left, right };

/// How far back from the week an exhibit goes.
enum class ExhibitWindow { months_24, years_3, all };

struct PlotSpec {
    std::string name;   ///< what title tokens call it
    std::string series; ///< code
    PlotTransform transform = PlotTransform::level;
    AxisSide axis = AxisSide::left;
};

struct ExhibitSpec {
    int number = 0;
    std::string id;
    ExhibitKind kind = ExhibitKind::line;
    std::string unit;
    ExhibitWindow window = ExhibitWindow::years_3;
    Bilingual title;         ///< with tokens such as `{close:week_move}`
    Bilingual neutral_title; ///< stands where a figure of the title is missing
    Bilingual source;
    std::vector<Bilingual> footnotes;
    std::vector<PlotSpec> plots;
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
[[nodiscard]] std::string_view to_string(AxisSide side);

} // namespace weekboard
