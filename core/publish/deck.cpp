#include "publish/deck.h"

#include "board/note.h"
#include "exhibit/caption.h"
#include "publish/deck_shapes.h"
#include "publish/glance_tables.h"
#include "publish/native_chart.h"
#include "publish/workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace weekboard
{

namespace
{

constexpr double emu_per_point = 12700;
constexpr double caption_points = 12;
constexpr double source_points = 9.5;
constexpr long long strip = emu_per_cm * 8 / 10; ///< of a caption or a source line
constexpr long long gap = emu_per_cm * 8 / 10;

/// Roughly how many lines a text takes: Chinese characters count as one, others as half.
int lines_of(const TextParagraph& paragraph, double characters_a_line)
{
    double width = 0;
    for (const TextRun& run : paragraph) {
        for (const char c : run.text) {
            const auto byte = static_cast<unsigned char>(c);
            width += byte < 0x80 ? 0.55 : (byte & 0xC0) == 0xC0 ? 1 : 0;
        }
    }
    return std::max(1, static_cast<int>(width / characters_a_line) + 1);
}

class DeckWriter
{
public:
    DeckWriter(const DeckContent& content, std::optional<std::string_view> template_file)
        : content_{content}
        , template_{template_file}
        , zh_{content.language == Language::chinese}
    {
    }

    Deck write()
    {
        write_cover();
        write_glance();
        write_exhibits();
        write_notes();
        write_last_page();
        return {template_.package().write(), template_.slide_count(), charts_};
    }

private:
    [[nodiscard]] std::string words(const char* zh, const char* en) const { return zh_ ? zh : en; }

    static void set_title(Slide& slide, const std::string& title, const ShapeTags& tags = {})
    {
        if (const Placeholder* place = slide.layout().title()) {
            slide.add_text(*place, {{{title}}}, tags);
        }
    }

    /// In the layout's own place, else in a box.
    static void set_text(Slide& slide, const Placeholder* place, const SlideBox& otherwise,
                         const std::string& name, const std::vector<TextParagraph>& text,
                         double points, const ShapeTags& tags = {})
    {
        if (place != nullptr) {
            slide.add_text(*place, text, tags);
        } else {
            slide.add_text(otherwise, name, text, points, tags);
        }
    }

    /// A paragraph for each line.
    static void add_lines(std::vector<TextParagraph>& paragraphs, const std::string& text)
    {
        std::istringstream lines{text};
        for (std::string line; std::getline(lines, line);) {
            if (!line.empty()) {
                paragraphs.push_back({{line}});
            }
        }
    }

    void write_cover()
    {
        Slide slide{template_, template_.layout({"title", "tx", "titleOnly"})};
        const std::string headline = note_text(content_.view.notes, "headline");
        set_title(slide, headline.empty() ? content_.name : headline);
        const std::string week =
            fmt::format("{}  {} \u2013 {}", content_.name, to_iso(content_.view.week.monday()),
                        to_iso(content_.view.week.friday()));
        const std::string rating = note_text(content_.view.notes, "rating");
        const std::string line = rating.empty() ? week : week + "  " + rating;
        const SlideBox page = template_.page();
        const long long side = page.width / 12;
        set_text(slide, slide.layout().by_type("subTitle"),
                 {side, page.height / 2, page.width - 2 * side, strip * 2}, "Subtitle", {{{line}}},
                 16);
        std::vector<TextParagraph> letterhead;
        for (const std::string* text : {&content_.letterhead.house, &content_.letterhead.analysts,
                                        &content_.letterhead.contacts}) {
            add_lines(letterhead, *text);
        }
        if (!letterhead.empty()) {
            set_text(slide, slide.layout().by_name("Letterhead"),
                     {side, page.height * 3 / 4, page.width - 2 * side, page.height / 5},
                     "Letterhead", letterhead, 12);
        }
        slide.finish();
    }

    void write_glance()
    {
        Slide slide{template_, template_.layout({"obj", "titleOnly"})};
        set_title(slide, words("本周概览", "The week at a glance"));
        const SlideBox all = slide.layout().content;
        const long long half = (all.width - gap) / 2;
        const auto table = [&](const char* part) {
            return glance_table(content_.view, part, content_.language, content_.green_up);
        };
        const SlideTable indices = table("glance-indices");
        const SlideTable figures = table("glance-figures");
        const SlideTable heat = table("glance-heat");
        const auto height = [](const SlideTable& shown) {
            return static_cast<long long>(shown.rows.size()) * emu_per_cm * 95 / 100;
        };
        const long long upper = std::min(height(indices), all.height / 2);
        const auto add = [&](const SlideBox& box, const char* part, const std::string& name,
                             const SlideTable& shown) {
            if (shown.rows.size() > 1) {
                slide.add_table(box, name, shown,
                                table_tags({part,
                                            {},
                                            content_.view.week,
                                            content_.view.as_of,
                                            content_.language,
                                            content_.green_up},
                                           shown));
            }
        };
        add({all.x, all.y, half, upper}, "glance-indices", words("指数", "Indices"), indices);
        const long long rest = std::max(all.height - upper - gap, 0LL);
        add({all.x, all.y + upper + gap, half, std::min(height(figures), rest)}, "glance-figures",
            words("核心数据", "Key figures"), figures);
        add({all.x + half + gap, all.y, half, std::min(height(heat), all.height)}, "glance-heat",
            words("景气度", "Heat"), heat);
        slide.add_number();
        slide.finish();
    }

    void write_exhibits()
    {
        for (const auto group : side_by_side(content_.exhibits)) {
            const SlideExhibits exhibits{group.begin(), group.end()};
            if (exhibits.size() > 1) {
                write_pair(exhibits);
            } else {
                write_single(exhibits);
            }
        }
    }

    void write_single(const SlideExhibits& exhibits)
    {
        Slide slide{template_, template_.layout({"obj", "titleOnly"})};
        set_title(slide, slide_title(exhibits), tags_for(exhibits, "title", slide_title(exhibits)));
        write_exhibit(slide, exhibits.front(), slide.layout().content, "Caption", "Source");
        slide.add_number();
        slide.finish();
    }

    void write_pair(const SlideExhibits& exhibits)
    {
        Slide slide{template_, template_.layout({"twoObj", "obj", "titleOnly"})};
        set_title(slide, slide_title(exhibits), tags_for(exhibits, "title", slide_title(exhibits)));
        const SlideBox all = slide.layout().content;
        const long long half = (all.width - gap) / 2;
        write_exhibit(slide, exhibits[0], {all.x, all.y, half, all.height}, "Caption left",
                      "Source left");
        write_exhibit(slide, exhibits[1], {all.x + half + gap, all.y, half, all.height},
                      "Caption right", "Source right");
        slide.add_number();
        slide.finish();
    }

    /// Caption and source go where the layout keeps a place by that name, else into strips of the
    /// box.
    void write_exhibit(Slide& slide, const Exhibit& exhibit, SlideBox box, const char* caption_name,
                       const char* source_name)
    {
        const std::string caption = slide_caption(exhibit);
        const std::string source = source_line(exhibit);
        const ShapeTags caption_tags = tags_for({exhibit}, "caption", caption);
        const ShapeTags source_tags = tags_for({exhibit}, "source", source);
        if (const Placeholder* place = slide.layout().by_name(caption_name)) {
            slide.add_text(*place, {{{caption}}}, caption_tags);
        } else {
            slide.add_text({box.x, box.y, box.width, strip}, caption_name, {{{caption}}},
                           caption_points, caption_tags);
            box.y += strip;
            box.height = std::max(box.height - strip, strip);
        }
        if (const Placeholder* place = slide.layout().by_name(source_name)) {
            slide.add_text(*place, {{{source}}}, source_tags);
        } else {
            box.height = std::max(box.height - strip, strip);
            slide.add_text({box.x, box.y + box.height, box.width, strip}, source_name, {{{source}}},
                           source_points, source_tags);
        }
        write_figures(slide, exhibit, box);
    }

    void write_figures(Slide& slide, const Exhibit& exhibit, const SlideBox& box)
    {
        const std::string name = fmt::format("Exhibit {} {}", exhibit.number, exhibit.id);
        if (!has_native_chart(exhibit)) {
            if (exhibit.has_figures()) {
                const SlideTable table = slide_table(exhibit, content_.green_up);
                slide.add_table(box, name, table,
                                table_tags({"table", exhibit.id, exhibit.week, exhibit.as_of,
                                            exhibit.language, content_.green_up},
                                           table));
            } else {
                slide.add_text(box, name, {{{words("没有可用的数据", "No figures")}}},
                               caption_points, tags_for({exhibit}, "nothing"));
            }
            return;
        }
        const ExhibitTable table = table_of(exhibit);
        ChartStyle style;
        style.text_color = template_.text_color();
        style.quiet_color = template_.quiet_color();
        if (content_.green_up) {
            std::swap(style.rise, style.fall);
        }
        const bool wide = box.width > emu_per_cm * 20;
        style.points = wide ? 12 : 10.5;
        style.line_points = wide ? 2.25 : 2;
        if (exhibit.axis == AxisKind::labels) {
            // Each member of a list has a row of its own, and needs its name in it.
            constexpr double row_share = 0.74;
            const double row = static_cast<double>(box.height) / emu_per_point /
                               static_cast<double>(exhibit.size());
            style.points = std::min(style.points, row * row_share);
        }
        slide.add_chart(
            box, name, exhibit.title, workbook_of(exhibit, table),
            [&](const std::string& relation) {
                style.data_relation = relation;
                return native_chart(exhibit, table, {own_sheet_name(exhibit), 1}, style);
            },
            tags_for({exhibit}, "chart"));
        ++charts_;
    }

    struct Section {
        std::string_view key;
        const char* zh;
        const char* en;
    };

    void write_notes()
    {
        write_text(words("周观点", "Viewpoints"), paragraphs_of("viewpoint"));
        std::vector<TextParagraph> together;
        for (const Section& section : {Section{"track", "细分赛道", "Tracks"},
                                       {"advice", "投资建议", "Advice"},
                                       {"risk", "风险提示", "Risks"}}) {
            const auto paragraphs = paragraphs_of(section.key);
            if (!paragraphs.empty()) {
                together.push_back({{words(section.zh, section.en), true}});
                together.insert(together.end(), paragraphs.begin(), paragraphs.end());
            }
        }
        write_text(words("赛道、建议与风险", "Tracks, advice and risks"), together);
        write_text(words("本周要闻", "News of the week"), paragraphs_of("news"));
    }

    [[nodiscard]] std::vector<TextParagraph> paragraphs_of(std::string_view section) const
    {
        std::vector<TextParagraph> paragraphs;
        for (const Note& note : content_.view.notes) {
            if (note.section == section) {
                paragraphs.push_back(paragraph_of(note));
            }
        }
        return paragraphs;
    }

    [[nodiscard]] static TextParagraph paragraph_of(const Note& note)
    {
        TextParagraph paragraph;
        if (const std::string lead = note_lead(note); !lead.empty()) {
            paragraph.push_back({lead + "\u2003", true});
        }
        paragraph.push_back({note.body});
        if (const std::string origin = note_origin(note); !origin.empty()) {
            paragraph.push_back({"\u2003" + origin, false, true});
        }
        return paragraph;
    }

    /// As many slides as the text needs.
    void write_text(const std::string& title, const std::vector<TextParagraph>& paragraphs)
    {
        constexpr double points = 14;
        // Some templates call a layout one of text that has no place for any.
        const bool has_text_layout = template_.layout({"tx", "obj"}).body() != nullptr;
        const DeckLayout& layout =
            has_text_layout ? template_.layout({"tx", "obj"}) : template_.layout({"obj"});
        const Placeholder* body = layout.body();
        const SlideBox box = body != nullptr ? body->box : layout.content;
        constexpr double line_spacing = 1.55;
        const double a_line = static_cast<double>(box.width) / emu_per_point / points - 2;
        const int most = static_cast<int>(static_cast<double>(box.height) / emu_per_point /
                                          (points * line_spacing));
        std::vector<TextParagraph> page;
        int used = 0;
        const auto flush = [&] {
            if (page.empty()) {
                return;
            }
            Slide slide{template_, layout};
            set_title(slide, title);
            set_text(slide, body, box, title, page, points);
            slide.add_number();
            slide.finish();
            page.clear();
            used = 0;
        };
        for (const TextParagraph& paragraph : paragraphs) {
            const int lines = lines_of(paragraph, a_line);
            if (used + lines > most) {
                flush();
            }
            page.push_back(paragraph);
            used += lines;
        }
        flush();
    }

    void write_last_page()
    {
        if (!content_.letterhead.has_last_page()) {
            return;
        }
        std::vector<TextParagraph> paragraphs;
        for (const std::string* text :
             {&content_.letterhead.rating_definitions, &content_.letterhead.disclaimer}) {
            add_lines(paragraphs, *text);
        }
        write_text(words("评级说明与免责声明", "Ratings and disclaimer"), paragraphs);
    }

    const DeckContent& content_;
    DeckTemplate template_;
    bool zh_;
    int charts_ = 0;
};

} // namespace

Deck make_deck(const DeckContent& content, std::optional<std::string_view> template_file)
{
    return DeckWriter{content, template_file}.write();
}

} // namespace weekboard
