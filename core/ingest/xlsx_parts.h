#pragma once

#include "ingest/file_row.h"
#include "ingest/xml_stream.h"

#include <fmt/format.h>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace weekboard
{

// What the parts of a workbook beside its sheets say.

class RelationReader : public XmlStream
{
public:
    using XmlStream::XmlStream;
    std::map<std::string, std::string> targets; ///< by id

    void on_begin(std::string_view name, const Attributes& attributes) override
    {
        if (name == "Relationship" && attributes.contains("Id") && attributes.contains("Target")) {
            targets[attributes.at("Id")] = attributes.at("Target");
        }
    }
    void on_end(std::string_view) override {}
    void on_text(std::string_view) override {}
};

class WorkbookReader : public XmlStream
{
public:
    using XmlStream::XmlStream;
    struct Sheet {
        std::string name;
        std::string relation;
        bool is_hidden;
    };
    std::vector<Sheet> sheets;
    bool counts_from_1904 = false;

    void on_begin(std::string_view name, const Attributes& attributes) override
    {
        const auto value = [&](std::string_view key) {
            const auto found = attributes.find(key);
            return found != attributes.end() ? found->second : std::string{};
        };
        if (name == "workbookPr") {
            counts_from_1904 = value("date1904") == "1" || value("date1904") == "true";
        } else if (name == "sheet") {
            sheets.push_back({value("name"), value("id"),
                              !value("state").empty() && value("state") != "visible"});
        }
    }
    void on_end(std::string_view) override {}
    void on_text(std::string_view) override {}
};

/// Before what stands higher or lower: 495.8¹ is not 495.81.
inline constexpr char raised_mark = '^';

class StringReader : public XmlStream
{
public:
    StringReader(int depth, std::uint64_t most)
        : XmlStream{depth}
        , most_{most}
    {
    }
    std::vector<std::string> strings;

    void on_begin(std::string_view name, const Attributes& attributes) override
    {
        if (name == "vertAlign" && !strings.empty()) {
            const auto how = attributes.find("val");
            if (how != attributes.end() && how->second != "baseline") {
                strings.back() += raised_mark;
            }
        }
        if (name == "si") {
            strings.emplace_back();
            count(sizeof(std::string));
        }
        is_text_ = name == "t";
        in_reading_ = in_reading_ || name == "rPh"; // how to pronounce it
    }
    void on_end(std::string_view name) override
    {
        is_text_ = false;
        in_reading_ = in_reading_ && name != "rPh";
    }
    void on_text(std::string_view text) override
    {
        if (is_text_ && !in_reading_ && !strings.empty()) {
            strings.back() += text;
            count(text.size());
        }
    }

private:
    void count(std::size_t bytes)
    {
        bytes_ += bytes;
        if (bytes_ > most_) {
            throw ImportError{"its shared texts are larger than is sensible"};
        }
    }

    std::uint64_t most_;
    std::uint64_t bytes_ = 0;
    bool is_text_ = false;
    bool in_reading_ = false;
};

/// A per cent sign that is no text: `0.0%`, not `0.0"%"` or `0.0\%`, which show 16.8 as 16.8%.
[[nodiscard]] inline bool shows_percent(std::string_view format)
{
    bool is_quoted = false;
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] == '"') {
            is_quoted = !is_quoted;
        } else if (format[i] == '\\' || format[i] == '_' || format[i] == '*') {
            ++i; // the next one is itself
        } else if (format[i] == '%' && !is_quoted) {
            return true;
        }
    }
    return false;
}

/// Which cell formats show a number as per cent.
class StyleReader : public XmlStream
{
public:
    using XmlStream::XmlStream;
    std::set<std::size_t> percent_styles;

    void on_begin(std::string_view name, const Attributes& attributes) override
    {
        const auto value = [&](std::string_view key) {
            const auto found = attributes.find(key);
            return found != attributes.end() ? found->second : std::string{};
        };
        if (name == "numFmt" && shows_percent(value("formatCode"))) {
            percent_formats_.insert(value("numFmtId"));
        } else if (name == "cellXfs") {
            in_cells_ = true;
        } else if (name == "xf" && in_cells_) {
            if (percent_formats_.contains(value("numFmtId"))) {
                percent_styles.insert(styles_);
            }
            ++styles_;
        }
    }
    void on_end(std::string_view name) override { in_cells_ = in_cells_ && name != "cellXfs"; }
    void on_text(std::string_view) override {}

private:
    std::set<std::string> percent_formats_{"9", "10"}; // `0%` and `0.00%`, without being told
    std::size_t styles_ = 0;
    bool in_cells_ = false;
};

} // namespace weekboard
