#include "publish/deck_refresh.h"

#include "exhibit/caption.h"
#include "publish/chart_update.h"
#include "publish/deck_shapes.h"
#include "publish/glance_tables.h"
#include "publish/house_colors.h"
#include "publish/office_package.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace weekboard
{

namespace
{

using xml::Node;

class Refresher
{
public:
    Refresher(std::string_view bytes, const FindExhibit& find, const FindWeek& find_week)
        : package_{OfficePackage::read(bytes)}
        , find_{find}
        , find_week_{find_week}
    {
    }

    RefreshedDeck refresh()
    {
        const std::string presentation = package_.related("", "officeDocument");
        const pugi::xml_document document = package_.document(presentation);
        const Node root = document.child("p:presentation");
        if (!root) {
            throw PackageError{"it is no presentation"};
        }
        for (const Node slide : root.child("p:sldIdLst").children()) {
            refresh_slide(package_.related_by_id(presentation, slide.attribute("r:id").value()));
            ++refreshed_.slides;
        }
        refreshed_.bytes = package_.write();
        return std::move(refreshed_);
    }

private:
    void refresh_slide(const std::string& part)
    {
        slide_ = part;
        pugi::xml_document document = package_.document(part);
        // Shapes may have been put into groups since.
        const auto marks = document.select_nodes("//p:custDataLst/p:tags");
        for (const pugi::xpath_node& mark : marks) {
            refresh_shape(mark.node());
        }
        package_.replace(part, document);
    }

    [[nodiscard]] ShapeTags read_tags(const std::string& part) const
    {
        ShapeTags tags;
        const pugi::xml_document document = package_.document(part);
        for (const Node tag : document.child("p:tagLst").children()) {
            tags[tag.attribute("name").value()] = tag.attribute("val").value();
        }
        return tags;
    }

    void write_tags(const std::string& part, const ShapeTags& tags)
    {
        pugi::xml_document document = package_.document(part);
        const Node list = document.child("p:tagLst");
        for (const auto& [name, value] : tags) {
            Node tag = list.find_child_by_attribute("name", name.c_str());
            if (!tag) {
                tag = xml::add(list, "p:tag", {{"name", name}});
            }
            xml::set(tag, "val", value);
        }
        package_.replace(part, document);
    }

    [[nodiscard]] SlideExhibits exhibits_for(const ShapeTags& tags)
    {
        SlideExhibits exhibits;
        const auto week = parse_date(tags.at(tag::week));
        const Language language =
            tags.at(tag::language) == "en" ? Language::english : Language::chinese;
        std::string ids = tags.at(tag::exhibit) + ",";
        for (std::size_t comma = ids.find(','); comma != std::string::npos; comma = ids.find(',')) {
            const std::string id = ids.substr(0, comma);
            ids.erase(0, comma + 1);
            auto exhibit = week ? find_(id, Week::containing(*week), language) : std::nullopt;
            if (!exhibit) {
                refreshed_.changes.push_back(
                    {DeckChangeKind::gone, id, tags.at(tag::part), {}, {}});
                return {};
            }
            exhibits.push_back(std::move(*exhibit));
        }
        return exhibits;
    }

    void refresh_shape(Node mark)
    {
        const std::string tags_part =
            package_.related_by_id(slide_, mark.attribute("r:id").value());
        const ShapeTags tags = read_tags(tags_part);
        for (const char* needed : {tag::part, tag::exhibit, tag::week, tag::language}) {
            if (!tags.contains(needed)) {
                return; // somebody else's
            }
        }
        // nvPr, then nvSpPr or nvGraphicFramePr, then the shape.
        const Node shape = mark.parent().parent().parent().parent();
        const std::string& part = tags.at(tag::part);
        ShapeTags now;
        if (std::ranges::find(glance_parts, part) != glance_parts.end()) {
            refresh_glance(shape, part, tags, now);
        } else {
            refresh_exhibits(shape, part, tags, now);
        }
        if (!now.empty()) {
            write_tags(tags_part, now);
        }
    }

    void refresh_exhibits(Node shape, const std::string& part, const ShapeTags& tags,
                          ShapeTags& now)
    {
        const SlideExhibits exhibits = exhibits_for(tags);
        if (exhibits.empty()) {
            return;
        }
        now[tag::as_of] = to_iso(exhibits.front().as_of);
        if (part == "chart") {
            refresh_chart(shape, exhibits.front());
        } else if (part == "table") {
            refresh_table(shape, slide_table(exhibits.front(), tags.contains(tag::green_up)),
                          exhibits.front().id, tags, now);
        } else if (const auto text = text_of(part, exhibits); !text.empty()) {
            refresh_text(shape, part, exhibits.front(), tags, text, now);
        }
    }

    void refresh_glance(Node shape, const std::string& part, const ShapeTags& tags, ShapeTags& now)
    {
        const auto day = parse_date(tags.at(tag::week));
        if (!day) {
            return;
        }
        const Week week = Week::containing(*day);
        if (!weeks_.contains(week)) {
            weeks_.emplace(week, find_week_(week));
        }
        const WeekView& view = weeks_.at(week);
        const Language language =
            tags.at(tag::language) == "en" ? Language::english : Language::chinese;
        now[tag::as_of] = to_iso(view.as_of);
        refresh_table(shape, glance_table(view, part, language, tags.contains(tag::green_up)), part,
                      tags, now);
    }

    [[nodiscard]] static std::string text_of(const std::string& part, const SlideExhibits& exhibits)
    {
        if (part == "title") {
            return slide_title(exhibits);
        }
        if (part == "caption") {
            return slide_caption(exhibits.front());
        }
        return part == "source" ? source_line(exhibits.front()) : std::string{};
    }

    void refresh_chart(Node shape, const Exhibit& exhibit)
    {
        const Node chart = shape.child("a:graphic").child("a:graphicData").child("c:chart");
        if (!chart) {
            return;
        }
        ++refreshed_.charts;
        const ChartChanges found = update_chart(
            package_, package_.related_by_id(slide_, chart.attribute("r:id").value()), exhibit);
        for (const FigureChange& change : found.figures) {
            refreshed_.changes.push_back({DeckChangeKind::figure, exhibit.id, change.where,
                                          change.old_text, change.new_text});
        }
        for (const std::string& left : found.left) {
            refreshed_.changes.push_back({DeckChangeKind::edited, exhibit.id, left, {}, {}});
        }
    }

    /// Cells that read as they were written get the new words; a table that has other rows or
    /// columns by now stays as it is.
    void refresh_table(Node shape, const SlideTable& table, const std::string& id,
                       const ShapeTags& tags, ShapeTags& now)
    {
        const auto tagged = tags.find(tag::text);
        const auto written = tagged != tags.end() ? read_words(tagged->second) : std::nullopt;
        std::vector<std::vector<Node>> cells;
        const Node grid = shape.child("a:graphic").child("a:graphicData").child("a:tbl");
        for (const Node row : grid.children("a:tr")) {
            const auto found = row.children("a:tc");
            cells.emplace_back(found.begin(), found.end());
        }
        const auto has_shape = [&](const auto& rows) {
            return std::ranges::equal(rows, table.rows, [](const auto& row, const auto& own) {
                return row.size() == own.size();
            });
        };
        if (!written || !has_shape(*written) || !has_shape(cells)) {
            if (!written || *written != read_words(weekboard::words_of(table))) {
                refreshed_.changes.push_back({DeckChangeKind::edited, id, "table", {}, {}});
            }
            return;
        }
        std::vector<std::vector<std::string>> kept = *written;
        for (std::size_t r = 0; r < cells.size(); ++r) {
            for (std::size_t c = 0; c < cells[r].size(); ++c) {
                refresh_cell(cells[r][c], table, r, c, id, kept[r][c]);
            }
        }
        now[tag::text] = nlohmann::json(kept).dump();
    }

    /// `written` is what the program last wrote there, and becomes what it writes now.
    void refresh_cell(Node cell, const SlideTable& table, std::size_t row, std::size_t column,
                      const std::string& id, std::string& written)
    {
        const SlideCell& own = table.rows[row][column];
        const std::string wanted = xml::allowed(own.text);
        if (wanted == written) {
            return; // nothing new, whatever stands there
        }
        const Node body = cell.child("a:txBody");
        const std::string before = words_of(body);
        const std::string where =
            fmt::format("{} {}", table.rows[0][column].text, table.rows[row][0].text);
        if (before != written) {
            refreshed_.changes.push_back({DeckChangeKind::edited, id, where, before, wanted});
            return;
        }
        set_words(body, wanted);
        restyle(cell, own);
        written = wanted;
        refreshed_.changes.push_back({DeckChangeKind::figure, id, where, before, wanted});
    }

    /// Colours that mean something follow the words; one that somebody chose stays.
    static void restyle(Node cell, const SlideCell& own)
    {
        for (const pugi::xpath_node& found : cell.select_nodes(".//a:rPr/a:solidFill/a:srgbClr")) {
            set_house_color(found.node(), own.color);
        }
        set_house_color(cell.child("a:tcPr").child("a:solidFill").child("a:srgbClr"), own.fill);
    }

    static void set_house_color(Node color, const std::optional<std::uint32_t>& wanted)
    {
        if (color && wanted && house::is_ours(color.attribute("val").value())) {
            xml::set(color, "val", house::hex(*wanted));
        }
    }

    void refresh_text(Node shape, const std::string& part, const Exhibit& exhibit,
                      const ShapeTags& tags, const std::string& wanted, ShapeTags& now)
    {
        const Node body = shape.child("p:txBody");
        const std::string before = words_of(body);
        const auto written = tags.find(tag::text);
        const bool edited = written == tags.end() || before != written->second;
        if (before == xml::allowed(wanted)) {
            now[tag::text] = wanted;
            return;
        }
        if (edited) {
            refreshed_.changes.push_back(
                {DeckChangeKind::edited, exhibit.id, part, before, wanted});
            return;
        }
        set_words(body, wanted);
        now[tag::text] = wanted;
        refreshed_.changes.push_back({DeckChangeKind::text, exhibit.id, part, before, wanted});
    }

    [[nodiscard]] static std::string words_of(Node body)
    {
        std::string words;
        for (const pugi::xpath_node& text : body.select_nodes(".//a:t")) {
            words += text.node().text().get();
        }
        return words;
    }

    /// Into the first run, which keeps its looks; the others are left without words.
    static void set_words(Node body, const std::string& words)
    {
        bool first = true;
        for (const pugi::xpath_node& text : body.select_nodes(".//a:t")) {
            xml::set_text(text.node(), first ? words : "");
            first = false;
        }
        if (first) {
            const Node run = body.child("a:p").prepend_child("a:r");
            xml::add_text(run, "a:t", words);
        }
    }

    OfficePackage package_;
    const FindExhibit& find_;
    const FindWeek& find_week_;
    std::map<Week, WeekView> weeks_;
    std::string slide_;
    RefreshedDeck refreshed_;
};

} // namespace

std::string_view to_string(DeckChangeKind kind)
{
    switch (kind) {
    case DeckChangeKind::figure:
        return "figure";
    case DeckChangeKind::text:
        return "text";
    case DeckChangeKind::edited:
        return "edited";
    case DeckChangeKind::gone:
        break;
    }
    return "gone";
}

RefreshedDeck refresh_deck(std::string_view bytes, const FindExhibit& find,
                           const FindWeek& find_week)
{
    return Refresher{bytes, find, find_week}.refresh();
}

} // namespace weekboard
