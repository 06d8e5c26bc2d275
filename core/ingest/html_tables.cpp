#include "ingest/html_tables.h"

#include <fmt/format.h>
#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <memory>
#include <string>

namespace weekboard
{

namespace
{

struct FreeDocument {
    void operator()(htmlDocPtr document) const { xmlFreeDoc(document); }
};
using Document = std::unique_ptr<xmlDoc, FreeDocument>;

bool is_element(const xmlNode* node, std::string_view name)
{
    return node->type == XML_ELEMENT_NODE && reinterpret_cast<const char*>(node->name) == name;
}

bool is_one_of(const xmlNode* node, std::initializer_list<std::string_view> names)
{
    return std::ranges::any_of(names,
                               [&](std::string_view name) { return is_element(node, name); });
}

std::string attribute(const xmlNode* node, const char* name)
{
    const std::unique_ptr<xmlChar, void (*)(void*)> value{
        xmlGetProp(node, reinterpret_cast<const xmlChar*>(name)), [](void* p) { xmlFree(p); }};
    return value ? reinterpret_cast<const char*>(value.get()) : std::string{};
}

/// Walks a tree without recursion; `enter` returns false for what is not to be looked into.
template <typename Enter>
void walk(const xmlNode* root, Enter enter)
{
    for (const xmlNode* node = root; node != nullptr;) {
        if (enter(node) && node->children != nullptr) {
            node = node->children;
            continue;
        }
        while (node != root && node->next == nullptr) {
            node = node->parent;
        }
        node = node == root ? nullptr : node->next;
    }
}

/// Blanks of a page's text are one.
void append_text(std::string& text, std::string_view more)
{
    constexpr std::string_view no_break = "\u00a0";
    for (std::size_t i = 0; i < more.size();) {
        const bool is_wide = more.substr(i).starts_with(no_break);
        if (is_wide || more[i] == ' ' || more[i] == '\t' || more[i] == '\n' || more[i] == '\r') {
            if (!text.empty() && text.back() != ' ') {
                text += ' ';
            }
            i += is_wide ? no_break.size() : 1;
        } else {
            text += more[i++];
        }
    }
}

bool is_hidden(const xmlNode* node)
{
    const std::string style = attribute(node, "style");
    return style.find("display:none") != std::string::npos ||
           style.find("display: none") != std::string::npos ||
           style.find("visibility:hidden") != std::string::npos ||
           style.find("visibility: hidden") != std::string::npos ||
           xmlHasProp(node, reinterpret_cast<const xmlChar*>("hidden")) != nullptr;
}

std::string text_of(const xmlNode* cell)
{
    std::string text;
    walk(cell, [&](const xmlNode* node) {
        if (is_one_of(node, {"script", "style"}) ||
            (node->type == XML_ELEMENT_NODE && is_hidden(node))) {
            return false;
        }
        if (is_element(node, "a") && !text.empty() && text.back() >= '0' && text.back() <= '9') {
            text += '^'; // the number of a footnote
        }
        // 495.8¹ is not 495.81, and what was struck out is no figure.
        if (is_one_of(node, {"sup", "sub", "del", "s", "strike", "ins"})) {
            text += '^';
        }
        if (is_one_of(node, {"br", "p", "div"})) {
            append_text(text, " ");
        }
        if (node->type == XML_TEXT_NODE && node->content != nullptr) {
            append_text(text, reinterpret_cast<const char*>(node->content));
        }
        return true;
    });
    while (!text.empty() && text.back() == ' ') {
        text.pop_back();
    }
    return text;
}

std::size_t span_of(const xmlNode* cell, const char* name)
{
    constexpr std::size_t most = 1000;
    const std::string text = attribute(cell, name);
    std::size_t span = 1;
    std::from_chars(text.data(), text.data() + text.size(), span);
    return std::clamp<std::size_t>(span, 1, most);
}

class TableReader
{
public:
    explicit TableReader(std::size_t& cells_left)
        : cells_left_{cells_left}
    {
    }

    std::vector<FileRow> read(const xmlNode* table)
    {
        walk(table, [&](const xmlNode* node) {
            if (is_element(node, "tr")) {
                if (!is_hidden(node)) {
                    read_row(node);
                }
                return false;
            }
            return true;
        });
        return std::move(rows_);
    }

private:
    void read_row(const xmlNode* tr)
    {
        row_.cells.clear();
        row_.number = ++number_;
        walk(tr, [&](const xmlNode* node) {
            if (is_one_of(node, {"td", "th"})) {
                read_cell(node);
                return false;
            }
            return true;
        });
        skip_spanned();
        for (auto& [column, rows] : spanned_) {
            --rows;
        }
        std::erase_if(spanned_, [](const auto& span) { return span.second == 0; });
        for (const auto& [column, rows] : begun_) {
            spanned_[column] = rows;
        }
        begun_.clear();
        rows_.push_back(row_);
    }

    void read_cell(const xmlNode* cell)
    {
        skip_spanned();
        const std::size_t columns = span_of(cell, "colspan");
        const std::size_t rows = span_of(cell, "rowspan");
        for (std::size_t i = 0; i < columns; ++i) {
            if (rows > 1) {
                begun_[row_.cells.size()] = rows - 1;
            }
            push({});
        }
        FileCell& first = row_.cells[row_.cells.size() - columns];
        first.text = text_of(cell);
        first.across = static_cast<int>(columns);
        first.down = static_cast<int>(rows);
    }

    /// Cells of rows above reach into this one.
    void skip_spanned()
    {
        while (spanned_.contains(row_.cells.size())) {
            push({});
        }
    }

    void push(FileCell cell)
    {
        constexpr std::size_t most_columns = 16384;
        if (cells_left_ == 0 || row_.cells.size() == most_columns) {
            throw ImportError{"its tables have too many cells"};
        }
        --cells_left_;
        row_.cells.push_back(std::move(cell));
    }

    std::size_t& cells_left_;
    std::vector<FileRow> rows_;
    FileRow row_;
    int number_ = 0;
    std::map<std::size_t, std::size_t> spanned_; ///< rows that a column's cell still reaches into
    std::map<std::size_t, std::size_t> begun_;   ///< in this row
};

bool is_heading(const xmlNode* node)
{
    return is_one_of(node, {"title", "h1", "h2", "h3", "h4", "caption", "strong", "b", "p"});
}

std::string caption_of(const xmlNode* table)
{
    std::string caption;
    walk(table, [&](const xmlNode* node) {
        if (is_element(node, "caption")) {
            caption = text_of(node);
        }
        return !is_element(node, "tr");
    });
    return caption;
}

bool holds_table(const xmlNode* table)
{
    bool holds = false;
    walk(table, [&](const xmlNode* node) {
        holds = holds || (node != table && is_element(node, "table"));
        return !holds;
    });
    return holds;
}

} // namespace

std::vector<HtmlTable> html_tables(std::string_view utf8, const HtmlLimits& limits)
{
    if (utf8.size() > limits.bytes) {
        throw ImportError{fmt::format("the page is larger than {} MB", limits.bytes >> 20U)};
    }
    constexpr std::size_t most_of_headings = 4096;
    constexpr int options =
        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
    const Document document{
        htmlReadMemory(utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8", options)};
    std::vector<HtmlTable> tables;
    const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    std::size_t cells_left = limits.cells;
    std::string headings;
    walk(root, [&](const xmlNode* node) {
        if (node->type != XML_ELEMENT_NODE || is_one_of(node, {"script", "style"}) ||
            is_hidden(node)) {
            return false;
        }
        if (is_heading(node) && headings.size() < most_of_headings) {
            headings += text_of(node) + '\n';
        }
        if (!is_element(node, "table") || holds_table(node)) {
            return true;
        }
        if (tables.size() == limits.tables) {
            throw ImportError{"the page has too many tables"};
        }
        tables.push_back({headings + caption_of(node), TableReader{cells_left}.read(node)});
        headings.clear(); // those of a table stand above it
        return false;
    });
    return tables;
}

bool is_html(std::string_view beginning)
{
    std::string low{beginning};
    std::ranges::transform(low, low.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    const std::size_t first = low.find_first_not_of(" \t\r\n\xef\xbb\xbf");
    if (first == std::string::npos || low[first] != '<') {
        return false;
    }
    constexpr std::array<std::string_view, 4> marks{"<html", "<!doctype html", "<table", "<meta"};
    return std::ranges::any_of(
        marks, [&](std::string_view mark) { return low.find(mark) != std::string::npos; });
}

} // namespace weekboard
