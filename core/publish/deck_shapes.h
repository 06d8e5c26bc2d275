#pragma once

#include "exhibit/exhibit.h"
#include "publish/slide.h"

#include <optional>
#include <string>
#include <vector>

/// What a deck says of an exhibit, and how its shapes are known again.
namespace weekboard
{

/// Names of tags on a shape.
namespace tag
{
constexpr const char* part =
    "WEEKBOARD_PART"; ///< chart, table, title, caption, source, or one of `glance_parts`
constexpr const char* exhibit = "WEEKBOARD_EXHIBIT"; ///< its id; two of them with a comma
constexpr const char* week = "WEEKBOARD_WEEK";
constexpr const char* as_of = "WEEKBOARD_AS_OF"; ///< the vintage shown
constexpr const char* language = "WEEKBOARD_LANGUAGE";
constexpr const char* green_up = "WEEKBOARD_GREEN_UP"; ///< there where rises are green
constexpr const char* text = "WEEKBOARD_TEXT"; ///< what was written, to see whether it was edited
} // namespace tag

/// Exhibits that share a slide.
using SlideExhibits = std::vector<Exhibit>;

/// The conclusions, in the title of the slide.
[[nodiscard]] std::string slide_title(const SlideExhibits& exhibits);

/// `图表6  5G移动电话用户及占比（亿户）`.
[[nodiscard]] std::string slide_caption(const Exhibit& exhibit);

[[nodiscard]] ShapeTags tags_for(const SlideExhibits& exhibits, const std::string& part,
                                 const std::string& text = {});

/// What a table shows, so that it can be made again.
struct TableOrigin {
    std::string part;
    std::string exhibit; ///< empty for the week at a glance
    Week week;
    Date as_of;
    Language language;
    bool green_up;
};

/// Its tags, with the words of its cells.
[[nodiscard]] ShapeTags table_tags(const TableOrigin& origin, const SlideTable& table);

/// The words of a table's cells as text, and back: rows of cells. Nothing for what is no such text.
[[nodiscard]] std::string words_of(const SlideTable& table);
[[nodiscard]] std::optional<std::vector<std::vector<std::string>>>
read_words(const std::string& text);

/// A table of an exhibit that is no chart.
[[nodiscard]] SlideTable slide_table(const Exhibit& exhibit, bool green_up);

} // namespace weekboard
