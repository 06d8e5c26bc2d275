#include "exhibit/caption.h"

#include <fmt/format.h>

namespace weekboard
{

std::string number_words(const Exhibit& exhibit)
{
    if (exhibit.number == 0) {
        return {};
    }
    return fmt::format(
        fmt::runtime(exhibit.language == Language::chinese ? "图表{}" : "Exhibit {}"),
        exhibit.number);
}

std::string numbered(const Exhibit& exhibit, const std::string& text)
{
    return exhibit.number == 0 ? text : number_words(exhibit) + "  " + text;
}

std::string source_line(const Exhibit& exhibit)
{
    std::string line = exhibit.source;
    for (const std::string& footnote : exhibit.footnotes) {
        line += "\u2003" + footnote;
    }
    return line;
}

std::vector<std::span<const Exhibit>> side_by_side(std::span<const Exhibit> exhibits)
{
    std::vector<std::span<const Exhibit>> groups;
    groups.reserve(exhibits.size());
    while (!exhibits.empty()) {
        const bool pair = exhibits.size() > 1 && exhibits[0].slide == SlidePlace::half &&
                          exhibits[1].slide == SlidePlace::half;
        const std::size_t count = pair ? 2 : 1;
        groups.push_back(exhibits.first(count));
        exhibits = exhibits.subspan(count);
    }
    return groups;
}

} // namespace weekboard
