#pragma once

#include "board/board.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

/// How notes are read, in whatever document.
namespace weekboard
{

/// The sections of a week's text, in the report's order; the schema of the store knows the same.
inline constexpr std::array<std::string_view, 7> note_sections{
    "headline", "rating", "viewpoint", "track", "advice", "risk", "news"};

/// The words of the first note of a section; empty if there is none.
[[nodiscard]] std::string note_text(const std::vector<Note>& notes, std::string_view section);

/// What stands before a note's text: its subject, except in a list of risks.
[[nodiscard]] std::string note_lead(const Note& note);

/// Outlet and day: 财联社 2026-04-08. Empty where neither is known.
[[nodiscard]] std::string note_origin(const Note& note);

} // namespace weekboard
