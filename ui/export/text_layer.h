#pragma once

#include "theme/theme.h"

#include <map>

namespace weekboard
{

/// Chinese fonts draw the radicals of Unicode's blocks 2E80 to 2FDF, and compatibility ideographs,
/// with the glyphs of common characters. Which means which, as the theme's font has it: from what a
/// text layer may name to what a reader searches for.
[[nodiscard]] std::map<char32_t, char32_t> same_glyph_readings(const Theme& theme);

} // namespace weekboard
