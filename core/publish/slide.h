#pragma once

#include "publish/deck_template.h"
#include "publish/xml.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace weekboard
{

/// Words of one look within a paragraph.
struct TextRun {
    std::string text;
    bool bold = false;
    bool quiet = false;
    std::optional<std::uint32_t> color; ///< 0xRRGGBB
};
using TextParagraph = std::vector<TextRun>;

struct SlideCell {
    std::string text;
    bool bold = false;
    bool right = false;
    std::optional<std::uint32_t> color;
    std::optional<std::uint32_t> fill;
};

/// A table on a slide; the first row heads it. `shares` are the columns' parts of the width.
struct SlideTable {
    std::vector<std::vector<SlideCell>> rows;
    std::vector<double> shares;
    double points = 12;
};

/// What a shape says of itself, so that a later program run knows it again: names in capitals.
/// PowerPoint keeps such tags with the shape, wherever it goes.
using ShapeTags = std::map<std::string, std::string>;

/// A slide while it is made.
class Slide
{
public:
    Slide(DeckTemplate& deck, const DeckLayout& layout);

    /// Text in the layout's own box.
    void add_text(const Placeholder& placeholder, const std::vector<TextParagraph>& text,
                  const ShapeTags& tags = {});

    /// Text in a box of its own, where the layout has none for it.
    void add_text(const SlideBox& box, const std::string& name,
                  const std::vector<TextParagraph>& text, double points,
                  const ShapeTags& tags = {});

    /// A native chart: its part and the workbook behind it are added too. `make_chart` gets the id
    /// of the relation to that workbook and returns the part.
    template <typename MakeChart>
    void add_chart(const SlideBox& box, const std::string& name, const std::string& described,
                   const std::string& workbook, MakeChart make_chart, const ShapeTags& tags)
    {
        const std::string part = package().free_name("ppt/charts/chart", ".xml");
        const std::string data = relate_workbook(part, workbook);
        add_chart_part(part, make_chart(data));
        frame_chart(box, name, described, part, tags);
    }

    void add_table(const SlideBox& box, const std::string& name, const SlideTable& table,
                   const ShapeTags& tags = {});

    /// The slide's number, where the layout keeps a place for it.
    void add_number();

    /// Hands the slide over to the deck.
    void finish();

    [[nodiscard]] const DeckLayout& layout() const { return layout_; }

private:
    [[nodiscard]] OfficePackage& package() { return deck_.package(); }
    [[nodiscard]] std::string relate_workbook(const std::string& chart, const std::string& bytes);
    void add_chart_part(const std::string& part, std::string content);
    void frame_chart(const SlideBox& box, const std::string& name, const std::string& described,
                     const std::string& part, const ShapeTags& tags);
    xml::Node begin_frame(const SlideBox& box, const std::string& name,
                          const std::string& described, const ShapeTags& tags);
    void write_tags(xml::Node properties, const ShapeTags& tags);
    std::string next_id() { return std::to_string(++last_id_); }

    DeckTemplate& deck_;
    const DeckLayout& layout_;
    std::string part_;
    pugi::xml_document document_;
    xml::Node tree_;
    int last_id_ = 1;
};

} // namespace weekboard
