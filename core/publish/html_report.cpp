#include "publish/html_report.h"

#include "embedded.h"
#include "exhibit/caption.h"
#include "publish/exhibit_table.h"
#include "publish/xml.h"

#include <fmt/format.h>

#include <algorithm>

namespace weekboard
{

namespace
{

std::string escaped(std::string_view text)
{
    std::string safe;
    for (const char c : xml::allowed(text)) {
        switch (c) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '"':
            safe += "&quot;";
            break;
        default:
            safe += c;
        }
    }
    return safe;
}

/// Lines stay lines.
std::string escaped_lines(std::string_view text)
{
    std::string safe = escaped(text);
    for (auto at = safe.find('\n'); at != std::string::npos; at = safe.find('\n', at)) {
        safe.replace(at, 1, "<br>");
    }
    return safe;
}

std::string_view page_part(std::string_view name)
{
    const auto parts = page_parts();
    return std::ranges::find(parts, name, &EmbeddedFile::path)->text;
}

/// What the page's style sheet says of a cell: figures stand at the right, ratings on their fill.
std::string class_of(const Exhibit& exhibit, std::size_t row, std::size_t column,
                     const TableCell& cell)
{
    constexpr std::size_t rating_column = 1;
    if (exhibit.kind == ExhibitKind::heat_table && column == rating_column) {
        return fmt::format(" class=\"heat{}\"", std::clamp(exhibit.heat[row].score, -1, 3));
    }
    return std::holds_alternative<double>(cell) ? " class=\"n\"" : "";
}

class Page
{
public:
    Page(const Report& report, const DrawForPage& draw)
        : report_{report}
        , draw_{draw}
        , zh_{report.language == Language::chinese}
    {
    }

    std::string write()
    {
        out_ = fmt::format(
            "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            "style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\">\n"
            "<meta name=\"color-scheme\" content=\"light dark\">\n"
            "<link rel=\"icon\" href=\"data:,\">\n"
            "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n",
            zh_ ? "zh-CN" : "en", escaped(report_.title()), page_part("report.css"));
        write_head();
        write_contents();
        out_ += "<main>\n";
        for (std::size_t c = 0; c < report_.chapters.size(); ++c) {
            write_chapter(report_.chapters[c], c + 1);
        }
        out_ += "</main>\n";
        write_foot();
        out_ += fmt::format("<div id=\"reading\" role=\"status\" hidden></div>\n"
                            "<script>\n{}</script>\n</body>\n</html>\n",
                            page_part("report.js"));
        return std::move(out_);
    }

private:
    [[nodiscard]] std::string words(const char* zh, const char* en) const { return zh_ ? zh : en; }

    void write_head()
    {
        out_ += fmt::format("<header>\n<p class=\"name\">{} · {} – {}{}</p>\n<h1>{}</h1>\n",
                            escaped(report_.name), to_iso(report_.week.monday()),
                            to_iso(report_.week.friday()),
                            report_.rating.empty() ? "" : " · " + escaped(report_.rating),
                            escaped(report_.title()));
        for (const std::string* text : {&report_.letterhead.house, &report_.letterhead.analysts,
                                        &report_.letterhead.contacts}) {
            if (!text->empty()) {
                out_ += fmt::format("<p class=\"letterhead\">{}</p>\n", escaped_lines(*text));
            }
        }
        out_ += "</header>\n";
    }

    void write_contents()
    {
        out_ += fmt::format("<nav aria-label=\"{0}\">\n<h2>{0}</h2>\n<ol>\n",
                            words("目录", "Contents"));
        for (std::size_t c = 0; c < report_.chapters.size(); ++c) {
            out_ += fmt::format("<li><a href=\"#chapter-{}\">{}</a>", c + 1,
                                escaped(report_.chapters[c].title));
            std::string exhibits;
            for (const ReportPassage& passage : report_.chapters[c].passages) {
                for (const Exhibit& exhibit : passage.exhibits) {
                    exhibits +=
                        fmt::format("<li><a href=\"#exhibit-{}\">{}</a></li>\n",
                                    escaped(exhibit.id), escaped(numbered(exhibit, exhibit.title)));
                }
            }
            out_ += exhibits.empty() ? "</li>\n" : "\n<ul>\n" + exhibits + "</ul></li>\n";
        }
        out_ += "</ol>\n</nav>\n";
    }

    void write_chapter(const ReportChapter& chapter, std::size_t number)
    {
        out_ += fmt::format("<section aria-labelledby=\"chapter-{0}\">\n"
                            "<h2 id=\"chapter-{0}\">{1}</h2>\n",
                            number, escaped(chapter.title));
        for (const ReportPassage& passage : chapter.passages) {
            write_passage(passage);
        }
        out_ += "</section>\n";
    }

    void write_passage(const ReportPassage& passage)
    {
        if (!passage.heading.empty()) {
            out_ += fmt::format("<h3>{}</h3>\n", escaped(passage.heading));
        }
        for (const ReportParagraph& paragraph : passage.paragraphs) {
            out_ += "<p>";
            if (!paragraph.lead.empty()) {
                out_ += fmt::format("<strong>{}</strong> ", escaped(paragraph.lead));
            }
            out_ += escaped_lines(paragraph.body);
            if (!paragraph.where.empty()) {
                out_ += fmt::format(" <small>{}</small>", escaped(paragraph.where));
            }
            out_ += "</p>\n";
        }
        for (const auto group : side_by_side(passage.exhibits)) {
            out_ += group.size() > 1 ? "<div class=\"pair\">\n" : "";
            for (const Exhibit& exhibit : group) {
                write_exhibit(exhibit);
            }
            out_ += group.size() > 1 ? "</div>\n" : "";
        }
    }

    void write_exhibit(const Exhibit& exhibit)
    {
        out_ += fmt::format("<figure id=\"exhibit-{}\">\n<figcaption>{}</figcaption>\n",
                            escaped(exhibit.id), escaped(numbered(exhibit, exhibit.title)));
        const bool is_table = exhibit.kind == ExhibitKind::heat_table;
        if (!exhibit.has_figures()) {
            out_ += fmt::format("<p>{}</p>\n", words("没有可用的数据", "No figures"));
        } else if (is_table) {
            write_scrolling_table(exhibit);
        } else {
            write_drawing(exhibit);
        }
        out_ += fmt::format("<p class=\"source\">{}</p>\n", escaped(source_line(exhibit)));
        if (!is_table && exhibit.has_figures()) {
            out_ += fmt::format("<details><summary>{}</summary>\n",
                                words("数据表", "Figures as a table"));
            write_scrolling_table(exhibit);
            out_ += "</details>\n";
        }
        out_ += "</figure>\n";
    }

    void write_scrolling_table(const Exhibit& exhibit)
    {
        out_ += fmt::format("<div class=\"scrolls\" role=\"region\" tabindex=\"0\" "
                            "aria-label=\"{}\">\n{}</div>\n",
                            escaped(numbered(exhibit, exhibit.title)), html_table(exhibit));
    }

    void write_drawing(const Exhibit& exhibit)
    {
        const PageDrawing drawing = draw_(exhibit);
        std::string places;
        for (const double x : drawing.places) {
            places += fmt::format("{}{:.1f}", places.empty() ? "" : " ", x);
        }
        out_ +=
            fmt::format("<div class=\"chart\" role=\"img\" aria-label=\"{}\" "
                        "data-width=\"{:.1f}\" data-places=\"{}\">\n"
                        "<div class=\"light\">{}</div>\n<div class=\"dark\">{}</div>\n"
                        "</div>\n",
                        escaped(exhibit.title), drawing.width, places, drawing.light, drawing.dark);
    }

    void write_foot()
    {
        out_ +=
            fmt::format("<footer>\n<p>{}</p>\n",
                        fmt::format(fmt::runtime(words("数据版本截至{}", "Figures as known on {}")),
                                    to_iso(report_.as_of)));
        for (const std::string* text :
             {&report_.letterhead.rating_definitions, &report_.letterhead.disclaimer}) {
            if (!text->empty()) {
                out_ += fmt::format("<p>{}</p>\n", escaped_lines(*text));
            }
        }
        out_ += "</footer>\n";
    }

    const Report& report_;
    const DrawForPage& draw_;
    bool zh_;
    std::string out_;
};

} // namespace

std::string html_report(const Report& report, const DrawForPage& draw)
{
    return Page{report, draw}.write();
}

std::string html_table(const Exhibit& exhibit)
{
    const ExhibitTable table = table_of(exhibit);
    std::string html = "<table>\n<thead><tr>";
    for (const TableColumn& column : table.columns) {
        html += fmt::format("<th scope=\"col\">{}</th>", escaped(column.name));
    }
    html += "</tr></thead>\n<tbody>\n";
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const auto& row = table.rows[r];
        html += "<tr>";
        for (std::size_t c = 0; c < row.size(); ++c) {
            const bool is_period = c == 0 && std::holds_alternative<Date>(row[c]);
            const std::string text =
                escaped(is_period ? place_name(exhibit, r) : cell_text(row[c], table.columns[c]));
            html += c == 0 ? fmt::format("<th scope=\"row\">{}</th>", text)
                           : fmt::format("<td{}>{}</td>", class_of(exhibit, r, c, row[c]), text);
        }
        html += "</tr>\n";
    }
    return html + "</tbody>\n</table>\n";
}

} // namespace weekboard
