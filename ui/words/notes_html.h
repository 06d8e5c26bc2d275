#pragma once

#include "board/board.h"
#include "series/language.h"
#include "store/week_lists.h"
#include "theme/theme.h"

#include <QString>

#include <vector>

/// Notes as rich text. What the store holds is text, never markup.
namespace weekboard
{

/// What a section of notes is called.
[[nodiscard]] QString note_section_name(const std::string& section);

/// A week's notes, section by section, with the scale of sector ratings.
[[nodiscard]] QString week_notes_html(const std::vector<Note>& notes,
                                      const std::vector<SectorRating>& scale, const Theme& theme,
                                      Language language);

/// Notes of any week that were found; each week is a link `week:2026-04-10`.
[[nodiscard]] QString found_notes_html(const std::vector<Note>& notes, const QString& wanted,
                                       const Theme& theme);

} // namespace weekboard
