#pragma once

#include "publish/office_package.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace weekboard
{

/// A place on a slide, in English Metric Units: 360,000 to the centimetre.
struct SlideBox {
    long long x = 0;
    long long y = 0;
    long long width = 0;
    long long height = 0;
};

constexpr long long emu_per_cm = 360000;

/// A box that a layout keeps for something.
struct Placeholder {
    std::string type; ///< `title`, `body`, `sldNum`; `obj` where the layout says nothing
    std::string index;
    std::string name;
    SlideBox box;
};

/// A layout of a template, with the boxes that it inherits from its master.
struct DeckLayout {
    std::string part;
    std::string type; ///< `title`, `obj`, `twoObj`, `tx`, `titleOnly` or another
    std::vector<Placeholder> placeholders;
    SlideBox content; ///< where a chart, a table or text may lie

    /// The first placeholder with this type, or with this name; null if there is none.
    [[nodiscard]] const Placeholder* by_type(std::string_view type) const;
    [[nodiscard]] const Placeholder* by_name(std::string_view name) const;

    /// The largest one that takes a text of several paragraphs; null if there is none.
    [[nodiscard]] const Placeholder* body() const;

    /// Title, centred or not.
    [[nodiscard]] const Placeholder* title() const;
};

/// A presentation without slides, ready to get some: its masters, layouts, fonts and colours.
class DeckTemplate
{
public:
    /// The program's own, or the one given. Its slides are dropped. Throws PackageError for what is
    /// no presentation.
    explicit DeckTemplate(std::optional<std::string_view> bytes);

    /// The layout of the first master whose type comes first in `types`; else the first one with a
    /// title.
    [[nodiscard]] const DeckLayout& layout(std::initializer_list<std::string_view> types) const;

    /// Adds a slide made elsewhere; its relations must be there already.
    void append_slide(const std::string& part);

    [[nodiscard]] OfficePackage& package() { return package_; }
    [[nodiscard]] const std::string& presentation() const { return presentation_; }
    [[nodiscard]] int slide_count() const { return slides_; }
    [[nodiscard]] SlideBox page() const { return page_; }

    /// Colours of text that reads well on the template's ground, plain and quiet: names of its
    /// theme, or RRGGBB where its master has a colour of its own.
    [[nodiscard]] const std::string& text_color() const { return text_color_; }
    [[nodiscard]] const std::string& quiet_color() const { return quiet_color_; }

private:
    void drop_slides();
    void read_layouts(const std::string& master);
    void read_text_color(const std::string& master);

    OfficePackage package_;
    std::string presentation_;
    SlideBox page_;
    std::vector<DeckLayout> layouts_;
    std::string text_color_ = "tx1";
    std::string quiet_color_ = "tx2";
    int slides_ = 0;
};

} // namespace weekboard
