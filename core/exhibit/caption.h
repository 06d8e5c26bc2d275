#pragma once

#include "exhibit/exhibit.h"

#include <span>
#include <string>
#include <vector>

/// The words around an exhibit, in its own language, wherever it is shown.
namespace weekboard
{

/// 图表5, "Exhibit 5"; empty where it has no number.
[[nodiscard]] std::string number_words(const Exhibit& exhibit);

/// A text with the number in front: 图表5  截至2月末….
[[nodiscard]] std::string numbered(const Exhibit& exhibit, const std::string& text);

/// Source and footnotes, as one line.
[[nodiscard]] std::string source_line(const Exhibit& exhibit);

/// Neighbours that are both content with half a slide go together, the others stand alone.
[[nodiscard]] std::vector<std::span<const Exhibit>> side_by_side(std::span<const Exhibit> exhibits);

} // namespace weekboard
