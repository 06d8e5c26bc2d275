#include "publish/report_outline.h"

#include "embedded.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <stdexcept>

namespace weekboard
{

namespace
{

constexpr std::string_view file_name = "report.toml";

[[noreturn]] void refuse(const toml::node& at, const std::string& expected)
{
    throw std::logic_error{
        fmt::format("{}:{}: expected {}", file_name, at.source().begin.line, expected)};
}

std::string text_if_any(const toml::table& table, std::string_view key)
{
    return table[key].value_or(std::string{});
}

Bilingual bilingual_if_any(const toml::table& table, std::string_view key)
{
    const toml::table* both = table[key].as_table();
    return both != nullptr ? Bilingual{text_if_any(*both, "zh"), text_if_any(*both, "en")}
                           : Bilingual{};
}

/// Calls `take` with each table of a list that may be absent.
template <typename Take>
void each_table(const toml::table& table, std::string_view key, Take take)
{
    const toml::node* node = table.get(key);
    if (node == nullptr) {
        return;
    }
    if (!node->is_array()) {
        refuse(*node, "a list");
    }
    for (const toml::node& entry : *node->as_array()) {
        if (!entry.is_table()) {
            refuse(entry, "a table");
        }
        take(*entry.as_table());
    }
}

SentenceSpec read_sentence(const toml::table& table)
{
    SentenceSpec sentence;
    sentence.text = {text_if_any(table, "zh"), text_if_any(table, "en")};
    sentence.exhibit = text_if_any(table, "of");
    if (sentence.text.zh.empty() || sentence.text.en.empty()) {
        refuse(table, "a sentence with zh and en");
    }
    if (const toml::table* figures = table["figures"].as_table()) {
        for (const auto& [name, code] : *figures) {
            PlotSpec figure;
            figure.name = name.str();
            figure.series = code.value_or(std::string{});
            if (figure.series.empty()) {
                refuse(code, "the code of a series");
            }
            sentence.figures.push_back(std::move(figure));
        }
    }
    return sentence;
}

ReportPart read_part(const toml::table& table)
{
    ReportPart part;
    part.heading = bilingual_if_any(table, "heading");
    part.notes = text_if_any(table, "notes");
    part.subject = text_if_any(table, "subject");
    each_table(table, "sentence", [&](const toml::table& sentence) {
        part.sentences.push_back(read_sentence(sentence));
    });
    if (const toml::array* exhibits = table["exhibits"].as_array()) {
        for (const toml::node& id : *exhibits) {
            part.exhibits.push_back(id.value_or(std::string{}));
        }
    }
    return part;
}

ReportOutline read_outline()
{
    const auto files = telecom_board();
    const auto file = std::ranges::find(files, file_name, &EmbeddedFile::path);
    if (file == files.end()) {
        throw std::logic_error{"the board has no outline of its report"};
    }
    const toml::table root = toml::parse(file->text, file_name);
    ReportOutline outline;
    outline.board = bilingual_if_any(root, "board");
    each_table(root, "section", [&](const toml::table& table) {
        ReportSection section;
        section.title = bilingual_if_any(table, "title");
        each_table(table, "part",
                   [&](const toml::table& part) { section.parts.push_back(read_part(part)); });
        outline.sections.push_back(std::move(section));
    });
    return outline;
}

} // namespace

const ReportOutline& report_outline()
{
    static const ReportOutline outline = read_outline();
    return outline;
}

std::string report_name(Language language)
{
    return fmt::format(fmt::runtime(language == Language::chinese ? "{}周报" : "{} weekly"),
                       report_outline().board.in(language));
}

} // namespace weekboard
