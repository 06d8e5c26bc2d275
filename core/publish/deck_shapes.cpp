#include "publish/deck_shapes.h"

#include "exhibit/caption.h"
#include "publish/exhibit_table.h"
#include "publish/house_colors.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>

namespace weekboard
{

namespace
{

constexpr std::array<double, 5> heat_shares{1.2, 1.3, 0.9, 0.9, 8};
constexpr std::size_t rating_column = 1;
constexpr std::size_t direction_column = 2;

} // namespace

std::string slide_title(const SlideExhibits& exhibits)
{
    std::string title;
    for (const Exhibit& exhibit : exhibits) {
        const bool zh = exhibit.language == Language::chinese;
        title += (title.empty() ? "" : zh ? "；" : "; ") + exhibit.title;
    }
    return title;
}

std::string slide_caption(const Exhibit& exhibit)
{
    const bool zh = exhibit.language == Language::chinese;
    std::string caption = numbered(exhibit, exhibit.subject);
    if (exhibit.unit.empty()) {
        return caption;
    }
    return caption + fmt::format(fmt::runtime(zh ? "（{}）" : " ({})"), exhibit.unit);
}

namespace
{

ShapeTags make_tags(const std::string& part, const std::string& exhibits, Week week, Date as_of,
                    Language language)
{
    return {{tag::part, part},
            {tag::exhibit, exhibits},
            {tag::week, to_iso(week.friday())},
            {tag::as_of, to_iso(as_of)},
            {tag::language, language == Language::chinese ? "zh" : "en"}};
}

} // namespace

ShapeTags table_tags(const TableOrigin& origin, const SlideTable& table)
{
    ShapeTags tags =
        make_tags(origin.part, origin.exhibit, origin.week, origin.as_of, origin.language);
    if (origin.green_up) {
        tags[tag::green_up] = "yes";
    }
    tags[tag::text] = words_of(table);
    return tags;
}

std::string words_of(const SlideTable& table)
{
    nlohmann::json rows = nlohmann::json::array();
    for (const auto& row : table.rows) {
        nlohmann::json cells = nlohmann::json::array();
        for (const SlideCell& cell : row) {
            cells.push_back(xml::allowed(cell.text));
        }
        rows.push_back(std::move(cells));
    }
    return rows.dump();
}

std::optional<std::vector<std::vector<std::string>>> read_words(const std::string& text)
{
    const auto rows = nlohmann::json::parse(text, nullptr, false);
    std::vector<std::vector<std::string>> words;
    if (!rows.is_array()) {
        return std::nullopt;
    }
    for (const auto& row : rows) {
        words.emplace_back();
        if (!row.is_array()) {
            return std::nullopt;
        }
        for (const auto& cell : row) {
            words.back().push_back(cell.is_string() ? cell.get<std::string>() : std::string{});
        }
    }
    return words;
}

ShapeTags tags_for(const SlideExhibits& exhibits, const std::string& part, const std::string& text)
{
    std::string ids;
    for (const Exhibit& exhibit : exhibits) {
        ids += (ids.empty() ? "" : ",") + exhibit.id;
    }
    const Exhibit& first = exhibits.front();
    ShapeTags tags = make_tags(part, ids, first.week, first.as_of, first.language);
    if (!text.empty()) {
        tags[tag::text] = text;
    }
    return tags;
}

SlideTable slide_table(const Exhibit& exhibit, bool green_up)
{
    const ExhibitTable from = table_of(exhibit);
    SlideTable table;
    table.points = 12;
    const bool is_heat = exhibit.kind == ExhibitKind::heat_table;
    std::vector<SlideCell> head;
    for (std::size_t c = 0; c < from.columns.size(); ++c) {
        head.push_back({from.columns[c].name});
        table.shares.push_back(is_heat ? heat_shares.at(c) : 1);
    }
    table.rows.push_back(std::move(head));
    for (std::size_t r = 0; r < from.rows.size(); ++r) {
        std::vector<SlideCell> row;
        for (std::size_t c = 0; c < from.columns.size(); ++c) {
            SlideCell cell{cell_text(from.rows[r][c], from.columns[c])};
            cell.bold = is_heat && c == 0;
            if (is_heat && c == rating_column) {
                const house::Badge badge = house::badge_for(exhibit.heat[r].score);
                cell.color = badge.text;
                cell.fill = badge.fill;
            }
            if (is_heat && c == direction_column) {
                cell.color =
                    house::change_color(exhibit.heat[r].score_change.value_or(0), green_up);
            }
            row.push_back(std::move(cell));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace weekboard
