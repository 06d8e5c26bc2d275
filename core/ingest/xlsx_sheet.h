#pragma once

#include "ingest/csv.h"
#include "ingest/xlsx.h"
#include "ingest/xlsx_parts.h"
#include "series/number_format.h"

#include <charconv>

namespace weekboard
{

inline constexpr int most_columns = 16384;
inline constexpr int most_rows = 1048576;

/// 0 for `A7`; nothing where there is no column of that name.
[[nodiscard]] inline std::optional<int> column_of(std::string_view reference)
{
    int column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z') {
            break;
        }
        column = column * 26 + (c - 'A' + 1);
        if (column > most_columns) {
            return std::nullopt;
        }
    }
    return column > 0 ? std::optional{column - 1} : std::nullopt;
}

/// Of the rows of one sheet.
class SheetReader : public XmlStream
{
public:
    SheetReader(const XlsxLimits& limits, const std::vector<std::string>& strings,
                const std::set<std::size_t>& percent_styles, const RowSink& take)
        : XmlStream{limits.depth}
        , limits_{limits}
        , strings_{strings}
        , percent_styles_{percent_styles}
        , take_{take}
    {
    }

    void on_begin(std::string_view name, const Attributes& attributes) override
    {
        if (name == "row") {
            begin_row(attributes);
        } else if (name == "c") {
            begin_cell(attributes);
        } else if (name == "f") {
            has_formula_ = true;
        }
        is_value_ = name == "v" || (name == "t" && type_ == "inlineStr");
        if (name == "vertAlign" && type_ == "inlineStr") {
            value_ += raised_mark;
        }
    }

    void on_end(std::string_view name) override
    {
        is_value_ = false;
        if (name == "c") {
            end_cell();
        } else if (name == "row" && !take_(row_)) {
            stop();
        }
    }

    void on_text(std::string_view text) override
    {
        if (is_value_) {
            value_ += text;
            if (value_.size() > limits_.cell_bytes) {
                throw ImportError{"a cell is longer than 1 MB"};
            }
        }
    }

private:
    void begin_row(const Attributes& attributes)
    {
        int number = row_.number + 1;
        if (const auto given = attributes.find("r"); given != attributes.end()) {
            std::from_chars(given->second.data(), given->second.data() + given->second.size(),
                            number);
        }
        if (number <= row_.number || number > most_rows) {
            throw ImportError{fmt::format("row {} comes after row {}", number, row_.number)};
        }
        row_.number = number;
        row_.cells.clear();
    }

    void begin_cell(const Attributes& attributes)
    {
        const auto reference = attributes.find("r");
        const auto type = attributes.find("t");
        const auto column = reference != attributes.end()
                                ? column_of(reference->second)
                                : std::optional{static_cast<int>(row_.cells.size())};
        if (!column || *column >= most_columns) {
            throw ImportError{
                fmt::format("row {} has a cell in a column that there is not", row_.number)};
        }
        column_ = static_cast<std::size_t>(*column);
        const auto style = attributes.find("s");
        style_ = style != attributes.end() ? style->second : std::string{};
        type_ = type != attributes.end() ? type->second : "n";
        value_.clear();
        has_formula_ = false;
    }

    void end_cell()
    {
        if (value_.empty() && !has_formula_) {
            return; // a format alone
        }
        if (row_.cells.size() <= column_) {
            slots_ += column_ + 1 - row_.cells.size();
            if (slots_ > limits_.cells) {
                throw ImportError{"a sheet has more cells than is sensible"};
            }
            row_.cells.resize(column_ + 1);
        }
        FileCell& cell = row_.cells[column_];
        cell = {};
        if (value_.empty()) {
            cell.lacks_value = type_ != "str"; // a formula may say “nothing”, as an empty text
        } else if (type_ == "b") {
            cell.text = value_ == "1" ? "TRUE" : "FALSE";
        } else if (type_ == "s") {
            cell.text = trimmed(shared(value_));
        } else if (type_ == "n") {
            cell.number = parse_number(value_);
            cell.is_percent = cell.number && is_percent(style_);
            if (!cell.number) {
                cell.text = value_;
            }
        } else {
            cell.text =
                trimmed(value_); // inline, of a formula, an error, true or false, an ISO date
        }
    }

    [[nodiscard]] bool is_percent(const std::string& style) const
    {
        std::size_t place = 0;
        const auto read = std::from_chars(style.data(), style.data() + style.size(), place);
        return !style.empty() && read.ec == std::errc{} && percent_styles_.contains(place);
    }

    std::string shared(const std::string& index) const
    {
        std::size_t place = 0;
        const auto read = std::from_chars(index.data(), index.data() + index.size(), place);
        if (read.ec != std::errc{} || place >= strings_.size()) {
            throw ImportError{
                fmt::format("row {} names a shared text that there is not", row_.number)};
        }
        return strings_[place];
    }

    const XlsxLimits& limits_;
    const std::vector<std::string>& strings_;
    const std::set<std::size_t>& percent_styles_;
    const RowSink& take_;
    std::uint64_t slots_ = 0;
    std::string style_;
    FileRow row_;
    std::size_t column_ = 0;
    std::string type_ = "n";
    std::string value_;
    bool is_value_ = false;
    bool has_formula_ = false;
};

} // namespace weekboard
