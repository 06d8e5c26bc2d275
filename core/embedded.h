#pragma once

#include <span>
#include <string_view>

namespace weekboard
{

/// A file of `resources` that the program carries with it.
struct EmbeddedFile {
    std::string_view path; ///< below its folder, e.g. `observations/miit_monthly.csv`
    std::string_view text;
};

/// `resources/boards/telecom`: tables and specs.
[[nodiscard]] std::span<const EmbeddedFile> telecom_board();

/// `resources/deck`: the presentation that a deck is made from unless a template is given.
[[nodiscard]] std::span<const EmbeddedFile> deck_parts();

/// `resources/page`: the looks and the script of a report as a page.
[[nodiscard]] std::span<const EmbeddedFile> page_parts();

/// `resources/layouts`: how files to import are laid out.
[[nodiscard]] std::span<const EmbeddedFile> import_layouts();

} // namespace weekboard
