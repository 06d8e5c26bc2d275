#pragma once

#include "ingest/csv.h"
#include "ingest/xlsx.h"
#include "ingest/xlsx_parts.h"
#include "series/number_format.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <utility>

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

struct CellPlace {
    int row = 0;    ///< counts from 1
    int column = 0; ///< counts from 0
};

/// Of `A7`; nothing where it is none.
[[nodiscard]] inline std::optional<CellPlace> place_of(std::string_view reference)
{
    const auto column = column_of(reference);
    const std::size_t digits = std::min(reference.find_first_of("0123456789"), reference.size());
    CellPlace place;
    std::from_chars(reference.data() + digits, reference.data() + reference.size(), place.row);
    if (!column || place.row < 1 || place.row > most_rows) {
        return std::nullopt;
    }
    place.column = *column;
    return place;
}

/// Where cells of a sheet were merged, by row and column of the first of them.
struct Merge {
    int across = 1;
    int down = 1;
};
using Merges = std::map<std::pair<int, std::size_t>, Merge>;

/// A sheet tells them behind its rows.
class MergeReader : public XmlStream
{
public:
    using XmlStream::XmlStream;
    Merges merges;

    void on_begin(std::string_view name, const Attributes& attributes) override
    {
        const auto area = attributes.find("ref");
        if (name == "mergeCell" && area != attributes.end() && merges.size() < most_merges) {
            take(area->second);
        }
    }
    void on_end(std::string_view) override {}
    void on_text(std::string_view) override {}

private:
    static constexpr std::size_t most_merges = 100'000;

    void take(std::string_view area)
    {
        const std::size_t colon = std::min(area.find(':'), area.size());
        const auto first = place_of(area.substr(0, colon));
        const auto last = place_of(area.substr(std::min(colon + 1, area.size())));
        if (first && last && last->row >= first->row && last->column >= first->column) {
            merges[{first->row, static_cast<std::size_t>(first->column)}] = {
                last->column - first->column + 1, last->row - first->row + 1};
        }
    }
};

/// Of the rows of one sheet.
class SheetReader : public XmlStream
{
public:
    SheetReader(const XlsxLimits& limits, const std::vector<std::string>& strings,
                const std::set<std::size_t>& percent_styles, const Merges& merges,
                const RowSink& take)
        : XmlStream{limits.depth}
        , limits_{limits}
        , strings_{strings}
        , percent_styles_{percent_styles}
        , merges_{merges}
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
        if (const auto merge = merges_.find({row_.number, column_}); merge != merges_.end()) {
            cell.across = merge->second.across;
            cell.down = merge->second.down;
        }
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
    const Merges& merges_;
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
