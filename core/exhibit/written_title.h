#pragma once

#include "exhibit/exhibit.h"

#include <string>

/// Titles that somebody wrote by hand, watched for figures that move away under them.
namespace weekboard
{

/// The figures that a title can speak of, each plot's last one (`2026-02: 2.45; 35.3`) or all of a
/// list's, in the same words whatever the language. It is kept beside a written title.
[[nodiscard]] std::string figures_in_words(const Exhibit& exhibit);

/// Whether a written title still goes with the figures of an exhibit. It contradicts them if it
/// speaks of a rise where all last growth rates are falls, or the other way round.
[[nodiscard]] TitleFlag flag_of_title(const WrittenTitle& written, const Exhibit& exhibit);

} // namespace weekboard
