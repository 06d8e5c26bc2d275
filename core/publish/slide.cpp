#include "publish/slide.h"

#include "publish/drawing.h"
#include "publish/house_colors.h"

#include <fmt/format.h>

#include <cmath>
#include <numeric>

namespace weekboard
{

namespace
{

using xml::add;
using xml::add_text;
using xml::add_val;
using xml::Node;

constexpr const char* slide_type =
    "application/vnd.openxmlformats-officedocument.presentationml.slide+xml";
constexpr const char* chart_type =
    "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
constexpr const char* workbook_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr const char* tags_type =
    "application/vnd.openxmlformats-officedocument.presentationml.tags+xml";

/// A colour of its own, else the other.
void add_fill(Node parent, const std::optional<std::uint32_t>& color, const std::string& otherwise)
{
    drawing::add_color(add(parent, "a:solidFill"), color ? house::hex(*color) : otherwise);
}

std::string size_of(double points)
{
    return std::to_string(static_cast<int>(std::lround(points * 100)));
}

/// In a box of its own a paragraph says its size and colour, in a placeholder the layout does.
void write_paragraph(Node body, const TextParagraph& paragraph, const DeckTemplate& deck,
                     const std::string& points = {})
{
    const Node node = add(body, "a:p");
    for (const TextRun& run : paragraph) {
        const Node part = add(node, "a:r");
        const Node style = add(part, "a:rPr", {{"lang", "zh-CN"}, {"altLang", "en-US"}});
        if (!points.empty()) {
            xml::set(style, "sz", points);
        }
        if (run.bold) {
            xml::set(style, "b", "1");
        }
        if (run.color || run.quiet || !points.empty()) {
            add_fill(style, run.color, run.quiet ? deck.quiet_color() : deck.text_color());
        }
        add_text(part, "a:t", run.text);
    }
}

void write_transform(Node parent, const char* name, const SlideBox& box)
{
    const Node frame = add(parent, name);
    add(frame, "a:off", {{"x", std::to_string(box.x)}, {"y", std::to_string(box.y)}});
    add(frame, "a:ext", {{"cx", std::to_string(box.width)}, {"cy", std::to_string(box.height)}});
}

void write_border(Node cell, const char* side, bool drawn, int width)
{
    const Node line = add(cell, side, {{"w", std::to_string(drawn ? width : 0)}});
    if (drawn) {
        add_val(add(line, "a:solidFill"), "a:schemeClr", "bg2");
    } else {
        add(line, "a:noFill");
    }
}

void write_cell(Node row, const SlideCell& cell, double points, bool heads,
                const std::string& color)
{
    const Node node = add(row, "a:tc");
    const Node body = add(node, "a:txBody");
    add(body, "a:bodyPr");
    add(body, "a:lstStyle");
    const Node paragraph = add(body, "a:p");
    add(paragraph, "a:pPr", {{"algn", cell.right ? "r" : "l"}});
    const Node run = add(paragraph, "a:r");
    const Node style = add(run, "a:rPr",
                           {{"lang", "zh-CN"},
                            {"altLang", "en-US"},
                            {"sz", size_of(points)},
                            {"b", cell.bold || heads ? "1" : "0"}});
    add_fill(style, cell.color, color);
    add_text(run, "a:t", cell.text);
    const Node look = add(node, "a:tcPr",
                          {{"marL", "72000"},
                           {"marR", "72000"},
                           {"marT", "28800"},
                           {"marB", "28800"},
                           {"anchor", "ctr"}});
    write_border(look, "a:lnL", false, 0);
    write_border(look, "a:lnR", false, 0);
    write_border(look, "a:lnT", false, 0);
    write_border(look, "a:lnB", true, heads ? 12700 : 6350);
    if (cell.fill) {
        add_fill(look, cell.fill, "bg1");
    } else {
        add(look, "a:noFill");
    }
}

} // namespace

Slide::Slide(DeckTemplate& deck, const DeckLayout& layout)
    : deck_{deck}
    , layout_{layout}
    , part_{deck.package().free_name("ppt/slides/slide", ".xml")}
{
    const Node root =
        add(document_, "p:sld",
            {{"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"},
             {"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"},
             {"xmlns:p", "http://schemas.openxmlformats.org/presentationml/2006/main"}});
    tree_ = add(add(root, "p:cSld"), "p:spTree");
    const Node group = add(tree_, "p:nvGrpSpPr");
    add(group, "p:cNvPr", {{"id", "1"}, {"name", ""}});
    add(group, "p:cNvGrpSpPr");
    add(group, "p:nvPr");
    add(tree_, "p:grpSpPr");
    add(add(root, "p:clrMapOvr"), "a:masterClrMapping");
    package().set(part_, "", slide_type);
    package().relate(part_, "slideLayout", layout.part);
}

void Slide::write_tags(Node properties, const ShapeTags& tags)
{
    if (tags.empty()) {
        return;
    }
    pugi::xml_document document;
    const Node list =
        add(document, "p:tagLst",
            {{"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"},
             {"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"},
             {"xmlns:p", "http://schemas.openxmlformats.org/presentationml/2006/main"}});
    for (const auto& [name, value] : tags) {
        add(list, "p:tag", {{"name", name}, {"val", value}});
    }
    const std::string part = package().free_name("ppt/tags/tag", ".xml");
    package().set(part, xml::to_string(document), tags_type);
    add(add(properties, "p:custDataLst"), "p:tags",
        {{"r:id", package().relate(part_, "tags", part)}});
}

void Slide::add_text(const Placeholder& placeholder, const std::vector<TextParagraph>& text,
                     const ShapeTags& tags)
{
    const Node shape = add(tree_, "p:sp");
    const Node about = add(shape, "p:nvSpPr");
    add(about, "p:cNvPr", {{"id", next_id()}, {"name", placeholder.name}});
    add(add(about, "p:cNvSpPr"), "a:spLocks", {{"noGrp", "1"}});
    const Node properties = add(about, "p:nvPr");
    const Node mark = add(properties, "p:ph");
    if (placeholder.type != "obj") {
        xml::set(mark, "type", placeholder.type);
    }
    if (!placeholder.index.empty()) {
        xml::set(mark, "idx", placeholder.index);
    }
    write_tags(properties, tags);
    add(shape, "p:spPr");
    const Node body = add(shape, "p:txBody");
    add(add(body, "a:bodyPr"), "a:normAutofit");
    add(body, "a:lstStyle");
    for (const TextParagraph& paragraph : text) {
        write_paragraph(body, paragraph, deck_);
    }
}

void Slide::add_text(const SlideBox& box, const std::string& name,
                     const std::vector<TextParagraph>& text, double points, const ShapeTags& tags)
{
    const Node shape = add(tree_, "p:sp");
    const Node about = add(shape, "p:nvSpPr");
    add(about, "p:cNvPr", {{"id", next_id()}, {"name", name}});
    add(about, "p:cNvSpPr", {{"txBox", "1"}});
    write_tags(add(about, "p:nvPr"), tags);
    const Node look = add(shape, "p:spPr");
    write_transform(look, "a:xfrm", box);
    add(add(look, "a:prstGeom", {{"prst", "rect"}}), "a:avLst");
    add(look, "a:noFill");
    const Node body = add(shape, "p:txBody");
    add(body, "a:bodyPr",
        {{"wrap", "square"}, {"lIns", "0"}, {"tIns", "0"}, {"rIns", "0"}, {"bIns", "0"}});
    add(body, "a:lstStyle");
    for (const TextParagraph& paragraph : text) {
        write_paragraph(body, paragraph, deck_, size_of(points));
    }
}

std::string Slide::relate_workbook(const std::string& chart, const std::string& bytes)
{
    const std::string part = package().free_name("ppt/embeddings/Microsoft_Excel_Sheet", ".xlsx");
    package().set_default_type("xlsx", workbook_type);
    package().set(part, bytes, workbook_type);
    return package().relate(chart, "package", part);
}

void Slide::add_chart_part(const std::string& part, std::string content)
{
    package().set(part, std::move(content), chart_type);
}

Node Slide::begin_frame(const SlideBox& box, const std::string& name, const std::string& described,
                        const ShapeTags& tags)
{
    const Node frame = add(tree_, "p:graphicFrame");
    const Node about = add(frame, "p:nvGraphicFramePr");
    add(about, "p:cNvPr", {{"id", next_id()}, {"name", name}, {"descr", described}});
    add(add(about, "p:cNvGraphicFramePr"), "a:graphicFrameLocks", {{"noGrp", "1"}});
    write_tags(add(about, "p:nvPr"), tags);
    write_transform(frame, "p:xfrm", box);
    return frame;
}

void Slide::frame_chart(const SlideBox& box, const std::string& name, const std::string& described,
                        const std::string& part, const ShapeTags& tags)
{
    constexpr const char* space = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    const Node frame = begin_frame(box, name, described, tags);
    const Node content = add(add(frame, "a:graphic"), "a:graphicData", {{"uri", space}});
    add(content, "c:chart", {{"xmlns:c", space}, {"r:id", package().relate(part_, "chart", part)}});
}

void Slide::add_table(const SlideBox& box, const std::string& name, const SlideTable& table,
                      const ShapeTags& tags)
{
    const Node frame = begin_frame(box, name, name, tags);
    const Node content = add(add(frame, "a:graphic"), "a:graphicData",
                             {{"uri", "http://schemas.openxmlformats.org/drawingml/2006/table"}});
    const Node node = add(content, "a:tbl");
    add(node, "a:tblPr", {{"firstRow", "1"}});
    const Node grid = add(node, "a:tblGrid");
    const double all = std::accumulate(table.shares.begin(), table.shares.end(), 0.0);
    for (const double share : table.shares) {
        const auto width = static_cast<long long>(static_cast<double>(box.width) * share / all);
        add(grid, "a:gridCol", {{"w", std::to_string(width)}});
    }
    const auto count = static_cast<long long>(table.rows.size());
    const long long height = count > 0 ? box.height / count : 0;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const Node row = add(node, "a:tr", {{"h", std::to_string(height)}});
        for (const SlideCell& cell : table.rows[r]) {
            write_cell(row, cell, table.points, r == 0,
                       r == 0 ? deck_.quiet_color() : deck_.text_color());
        }
    }
}

void Slide::add_number()
{
    const Placeholder* place = layout_.by_type("sldNum");
    if (place == nullptr) {
        return;
    }
    const Node shape = add(tree_, "p:sp");
    const Node about = add(shape, "p:nvSpPr");
    add(about, "p:cNvPr", {{"id", next_id()}, {"name", place->name}});
    add(add(about, "p:cNvSpPr"), "a:spLocks", {{"noGrp", "1"}});
    const Node mark = add(add(about, "p:nvPr"), "p:ph", {{"type", "sldNum"}});
    if (!place->index.empty()) {
        xml::set(mark, "idx", place->index);
    }
    add(shape, "p:spPr");
    const Node body = add(shape, "p:txBody");
    add(body, "a:bodyPr");
    add(body, "a:lstStyle");
    const Node field =
        add(add(body, "a:p"), "a:fld",
            {{"id", "{8A5F3C52-5C0E-4E0B-9F1B-6D1E2A7C4B10}"}, {"type", "slidenum"}});
    add(field, "a:rPr", {{"lang", "zh-CN"}});
    xml::add_text(field, "a:t", std::to_string(deck_.slide_count() + 1));
}

void Slide::finish()
{
    package().replace(part_, document_);
    deck_.append_slide(part_);
}

} // namespace weekboard
