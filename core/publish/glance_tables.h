#pragma once

#include "exhibit/week_view.h"
#include "publish/slide.h"
#include "series/language.h"

#include <array>
#include <string>

namespace weekboard
{

/// The tables of the slide that shows the week at a glance: `glance-indices`, `glance-figures` and
/// `glance-heat` in their tags.
inline constexpr std::array<const char*, 3> glance_parts{"glance-indices", "glance-figures",
                                                         "glance-heat"};

/// One of them; without rows below its head where there is nothing to show.
[[nodiscard]] SlideTable glance_table(const WeekView& view, std::string_view part,
                                      Language language, bool green_up);

} // namespace weekboard
