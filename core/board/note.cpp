#include "board/note.h"

#include <algorithm>

namespace weekboard
{

std::string note_text(const std::vector<Note>& notes, std::string_view section)
{
    const auto found = std::ranges::find(notes, section, &Note::section);
    return found != notes.end() ? found->body : std::string{};
}

std::string note_lead(const Note& note)
{
    return note.section == "risk" ? std::string{} : note.subject;
}

std::string note_origin(const Note& note)
{
    std::string origin = note.outlet;
    if (note.published_on) {
        origin += (origin.empty() ? "" : " ") + to_iso(*note.published_on);
    }
    return origin;
}

} // namespace weekboard
