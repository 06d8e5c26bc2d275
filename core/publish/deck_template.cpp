#include "publish/deck_template.h"

#include "embedded.h"
#include "publish/zip_archive.h"

#include <algorithm>
#include <array>

namespace weekboard
{

namespace
{

using xml::Node;

constexpr const char* presentation_type =
    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
constexpr long long first_slide_id = 256; // ECMA-376, part 1, 19.7.13: below it is reserved

/// The program's own template, put together from its parts.
std::string own_template()
{
    ZipEntries entries;
    for (const EmbeddedFile& file : deck_parts()) {
        const bool types = file.path == "content_types.xml";
        entries.push_back(
            {std::string{types ? "[Content_Types].xml" : file.path}, std::string{file.text}});
    }
    return write_zip(entries);
}

std::optional<SlideBox> box_of(Node shape)
{
    const Node frame = shape.child("p:spPr").child("a:xfrm");
    if (!frame) {
        return std::nullopt;
    }
    const Node corner = frame.child("a:off");
    const Node size = frame.child("a:ext");
    return SlideBox{corner.attribute("x").as_llong(), corner.attribute("y").as_llong(),
                    size.attribute("cx").as_llong(), size.attribute("cy").as_llong()};
}

/// What a placeholder of a layout is on its master.
std::string master_type(const std::string& type)
{
    if (type == "ctrTitle") {
        return "title";
    }
    constexpr std::array<std::string_view, 6> kept{"title", "dt", "ftr", "sldNum", "body", "hdr"};
    return std::ranges::find(kept, type) != kept.end() ? type : "body";
}

std::vector<Placeholder> placeholders_of(Node tree, const std::vector<Placeholder>& inherited)
{
    std::vector<Placeholder> placeholders;
    for (const Node shape : tree.children("p:sp")) {
        const Node mark = shape.child("p:nvSpPr").child("p:nvPr").child("p:ph");
        if (!mark) {
            continue;
        }
        Placeholder placeholder;
        placeholder.type = mark.attribute("type").as_string("obj");
        placeholder.index = mark.attribute("idx").value();
        placeholder.name = shape.child("p:nvSpPr").child("p:cNvPr").attribute("name").value();
        const auto above =
            std::ranges::find(inherited, master_type(placeholder.type), &Placeholder::type);
        placeholder.box =
            box_of(shape).value_or(above != inherited.end() ? above->box : SlideBox{});
        placeholders.push_back(std::move(placeholder));
    }
    return placeholders;
}

SlideBox around(const SlideBox& a, const SlideBox& b)
{
    const long long left = std::min(a.x, b.x);
    const long long top = std::min(a.y, b.y);
    return {left, top, std::max(a.x + a.width, b.x + b.width) - left,
            std::max(a.y + a.height, b.y + b.height) - top};
}

/// Where the layout, or else its master, keeps what is not title, footer or date.
SlideBox content_box(const std::vector<Placeholder>& own, const std::vector<Placeholder>& inherited,
                     const SlideBox& page)
{
    std::optional<SlideBox> content;
    for (const std::vector<Placeholder>* all : {&own, &inherited}) {
        for (const Placeholder& placeholder : *all) {
            const bool holds_content = placeholder.type == "obj" || placeholder.type == "chart" ||
                                       placeholder.type == "tbl" ||
                                       (all == &inherited && placeholder.type == "body");
            if (holds_content && placeholder.box.width > 0) {
                content = content ? around(*content, placeholder.box) : placeholder.box;
            }
        }
        if (content) {
            return *content;
        }
    }
    return {page.width / 20, page.height / 5, page.width * 9 / 10, page.height * 7 / 10};
}

/// What is left of a box below a title that reaches into it; all of it where too little would be.
SlideBox below_title(SlideBox content, const Placeholder* title, const SlideBox& page)
{
    if (title == nullptr) {
        return content;
    }
    const long long bottom = title->box.y + title->box.height;
    const long long left = content.y + content.height - bottom;
    if (bottom > content.y && left > page.height * 2 / 5) {
        content.y = bottom;
        content.height = left;
    }
    return content;
}

} // namespace

const Placeholder* DeckLayout::by_type(std::string_view wanted) const
{
    const auto found = std::ranges::find(placeholders, wanted, &Placeholder::type);
    return found != placeholders.end() ? &*found : nullptr;
}

const Placeholder* DeckLayout::by_name(std::string_view wanted) const
{
    const auto found = std::ranges::find(placeholders, wanted, &Placeholder::name);
    return found != placeholders.end() ? &*found : nullptr;
}

const Placeholder* DeckLayout::title() const
{
    const Placeholder* plain = by_type("title");
    return plain != nullptr ? plain : by_type("ctrTitle");
}

const Placeholder* DeckLayout::body() const
{
    const Placeholder* largest = nullptr;
    const auto area = [](const Placeholder& placeholder) {
        return placeholder.box.width * placeholder.box.height;
    };
    for (const Placeholder& placeholder : placeholders) {
        const bool takes_text = placeholder.type == "body" || placeholder.type == "obj";
        if (takes_text && area(placeholder) > (largest != nullptr ? area(*largest) : 0)) {
            largest = &placeholder;
        }
    }
    return largest;
}

DeckTemplate::DeckTemplate(std::optional<std::string_view> bytes)
    : package_{OfficePackage::read(bytes ? std::string{*bytes} : own_template())}
    , presentation_{package_.related("", "officeDocument")}
{
    const pugi::xml_document document = package_.document(presentation_);
    const Node root = document.child("p:presentation");
    if (!root) {
        throw PackageError{"it is no presentation"};
    }
    const Node size = root.child("p:sldSz");
    page_ = {0, 0, size.attribute("cx").as_llong(12192000), size.attribute("cy").as_llong(6858000)};
    // A template's own type would make the deck open as one.
    package_.set(presentation_, package_.content(presentation_), presentation_type);
    drop_slides();
    for (const Node entry : root.child("p:sldMasterIdLst").children()) {
        const std::string master =
            package_.related_by_id(presentation_, entry.attribute("r:id").value());
        if (layouts_.empty()) {
            read_text_color(master);
        }
        read_layouts(master);
    }
    if (layouts_.empty()) {
        throw PackageError{"it has no layouts"};
    }
}

void DeckTemplate::drop_slides()
{
    pugi::xml_document document = package_.document(presentation_);
    Node root = document.child("p:presentation");
    for (const Node slide : root.child("p:sldIdLst").children()) {
        package_.unrelate(presentation_, slide.attribute("r:id").value());
    }
    Node slides = root.child("p:sldIdLst");
    if (!slides) {
        Node before;
        for (const char* name :
             {"p:handoutMasterIdLst", "p:notesMasterIdLst", "p:sldMasterIdLst"}) {
            before = before ? before : root.child(name);
        }
        slides = root.insert_child_after("p:sldIdLst", before);
    }
    slides.remove_children();
    root.remove_child("p:custShowLst"); // shows and sections name slides that are gone
    root.remove_child("p:extLst");
    package_.replace(presentation_, document);
    package_.drop_unreachable();
}

void DeckTemplate::read_layouts(const std::string& master)
{
    const pugi::xml_document document = package_.document(master);
    const Node root = document.child("p:sldMaster");
    const auto inherited = placeholders_of(root.child("p:cSld").child("p:spTree"), {});
    for (const Node entry : root.child("p:sldLayoutIdLst").children()) {
        DeckLayout layout;
        layout.part = package_.related_by_id(master, entry.attribute("r:id").value());
        const pugi::xml_document text = package_.document(layout.part);
        const Node own = text.child("p:sldLayout");
        layout.type = own.attribute("type").as_string("cust");
        layout.placeholders = placeholders_of(own.child("p:cSld").child("p:spTree"), inherited);
        layout.content =
            below_title(content_box(layout.placeholders, inherited, page_), layout.title(), page_);
        layouts_.push_back(std::move(layout));
    }
}

void DeckTemplate::read_text_color(const std::string& master)
{
    const pugi::xml_document document = package_.document(master);
    const pugi::xpath_node color = document.select_node(
        "//p:sp[p:nvSpPr/p:nvPr/p:ph/@type='body']/p:txBody//a:solidFill/a:srgbClr");
    if (color) {
        text_color_ = color.node().attribute("val").value();
        quiet_color_ = text_color_;
    }
}

const DeckLayout& DeckTemplate::layout(std::initializer_list<std::string_view> types) const
{
    for (const std::string_view type : types) {
        const auto found = std::ranges::find(layouts_, type, &DeckLayout::type);
        if (found != layouts_.end()) {
            return *found;
        }
    }
    const auto titled = std::ranges::find_if(
        layouts_, [](const DeckLayout& layout) { return layout.title() != nullptr; });
    return titled != layouts_.end() ? *titled : layouts_.front();
}

void DeckTemplate::append_slide(const std::string& part)
{
    pugi::xml_document document = package_.document(presentation_);
    const Node slides = document.child("p:presentation").child("p:sldIdLst");
    xml::add(slides, "p:sldId",
             {{"id", std::to_string(first_slide_id + slides_)},
              {"r:id", package_.relate(presentation_, "slide", part)}});
    package_.replace(presentation_, document);
    ++slides_;
}

} // namespace weekboard
