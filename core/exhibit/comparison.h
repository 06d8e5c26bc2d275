#pragma once

#include "exhibit/exhibit.h"

#include <span>

namespace weekboard
{

/// The exhibit's figures from `first` to `last` alone; words stay as they are.
[[nodiscard]] Exhibit part_of(const Exhibit& exhibit, Date first, Date last);

/// The first plots of several exhibits on one scale: each divided by its value on the base date,
/// times 100. The base is the last figure on or before `base`, else the first one after it.
/// `title` stands over it; the exhibit has no number.
[[nodiscard]] Exhibit compare_rebased(std::span<const Exhibit> exhibits, Date base,
                                      const std::string& title);

} // namespace weekboard
