#include "ingest/csv.h"

#include <csv.h>

#include <algorithm>

namespace weekboard
{

namespace
{

constexpr std::size_t longest_cell = 1 << 20;

struct Reading {
    CsvTable table;
    CsvRow current;
    int rows_seen = 0;
    bool too_long = false;
};

void on_cell(void* text, std::size_t size, void* data)
{
    auto& reading = *static_cast<Reading*>(data);
    reading.too_long = reading.too_long || size > longest_cell;
    reading.current.cells.emplace_back(static_cast<const char*>(text), size);
}

void on_row(int, void* data)
{
    auto& reading = *static_cast<Reading*>(data);
    reading.current.row = ++reading.rows_seen;
    reading.table.rows.push_back(std::move(reading.current));
    reading.current = {};
}

class Parser
{
public:
    explicit Parser(unsigned char options = 0)
    {
        csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI | options);
        // A long cell grows by this much: by a few bytes it would be copied again and again.
        constexpr std::size_t piece = std::size_t{1} << 16;
        csv_set_blk_size(&parser_, piece);
    }
    ~Parser() { csv_free(&parser_); }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    void set_separator(char separator)
    {
        csv_set_delim(&parser_, static_cast<unsigned char>(separator));
    }

    /// Both throw ImportError for quotation marks out of place.
    void feed(std::string_view text, void (*on_cell)(void*, std::size_t, void*),
              void (*on_row)(int, void*), void* data)
    {
        if (csv_parse(&parser_, text.data(), text.size(), on_cell, on_row, data) != text.size()) {
            throw ImportError{csv_strerror(csv_error(&parser_))};
        }
    }

    void finish(void (*on_cell)(void*, std::size_t, void*), void (*on_row)(int, void*), void* data)
    {
        if (csv_fini(&parser_, on_cell, on_row, data) != 0) {
            throw ImportError{csv_strerror(csv_error(&parser_))};
        }
    }

    void read(std::string_view text, Reading& reading)
    {
        constexpr std::size_t chunk = 1 << 16;
        for (; !text.empty() && !reading.too_long;
             text.remove_prefix(std::min(chunk, text.size()))) {
            const std::size_t size = std::min(chunk, text.size());
            if (csv_parse(&parser_, text.data(), size, on_cell, on_row, &reading) != size) {
                break;
            }
        }
        const bool ended_well = csv_error(&parser_) == CSV_SUCCESS &&
                                csv_fini(&parser_, on_cell, on_row, &reading) == 0;
        if (reading.too_long) {
            reading.table.error = "a cell is longer than 1 MB";
        } else if (!ended_well) {
            reading.table.error = csv_strerror(csv_error(&parser_));
        }
    }

private:
    csv_parser parser_{};
};

/// What the parser tells of a text that is streamed.
struct Streaming {
    const RowSink& take;
    FileRow row;
    int lines = 0;
    bool wants_more = true;
    const char* trouble = nullptr;
    int last_end = 0;
    std::size_t since_cell = 0; ///< bytes fed since the last cell ended
};

constexpr std::size_t most_cells = 16384; // as many as a workbook has columns

void on_streamed_cell(void* text, std::size_t size, void* data)
{
    auto& streaming = *static_cast<Streaming*>(data);
    streaming.since_cell = 0;
    if (size > longest_cell) {
        streaming.trouble = "a cell is longer than 1 MB";
    } else if (streaming.row.cells.size() == most_cells) {
        streaming.trouble = "a row has more than 16384 cells";
    } else {
        streaming.row.cells.emplace_back();
        streaming.row.cells.back().text = trimmed({static_cast<const char*>(text), size});
    }
}

/// Blank lines are told, too: a spreadsheet counts them. `\r\n` is told as two ends of a line.
void on_streamed_row(int end, void* data)
{
    auto& streaming = *static_cast<Streaming*>(data);
    const bool is_second_half =
        end == '\n' && streaming.last_end == '\r' && streaming.row.cells.empty();
    streaming.last_end = end;
    if (is_second_half) {
        return;
    }
    streaming.row.number = ++streaming.lines;
    if (!streaming.row.cells.empty() && streaming.wants_more && streaming.trouble == nullptr) {
        streaming.wants_more = streaming.take(streaming.row);
    }
    streaming.row.cells.clear();
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view wide_blank = "\u3000";
    constexpr std::string_view no_break = "\u00a0";
    constexpr std::string_view blanks = " \t\r\n";
    for (bool is_changed = true; is_changed && !text.empty();) {
        const std::size_t before = text.size();
        for (const std::string_view blank : {wide_blank, no_break}) {
            if (text.starts_with(blank)) {
                text.remove_prefix(blank.size());
            }
            if (text.ends_with(blank)) {
                text.remove_suffix(blank.size());
            }
        }
        const std::size_t first = text.find_first_not_of(blanks);
        text = first == std::string_view::npos
                   ? std::string_view{}
                   : text.substr(first, text.find_last_not_of(blanks) - first + 1);
        is_changed = text.size() != before;
    }
    return text;
}

char separator_of(std::string_view first_lines)
{
    constexpr std::string_view separators = ",;\t|";
    char best = separators.front();
    std::size_t most = 0;
    for (const char separator : separators) {
        // The fewest that a line with any has: a comma inside numbers is in some lines only.
        std::size_t lines = 0;
        std::size_t all = 0;
        for (std::string_view rest = first_lines; !rest.empty();) {
            const std::size_t end = std::min(rest.find('\n'), rest.size() - 1);
            const auto count =
                static_cast<std::size_t>(std::ranges::count(rest.substr(0, end + 1), separator));
            all += count;
            lines += count > 0 ? 1 : 0;
            rest.remove_prefix(end + 1);
        }
        if (lines * 1000 + all > most && lines > 0) {
            most = lines * 1000 + all;
            best = separator;
        }
    }
    return best;
}

void stream_csv(const ImportSource& source, TextEncoding encoding, char separator,
                const RowSink& take)
{
    Streaming streaming{take, {}, 0, true, nullptr};
    Parser parser{CSV_REPALL_NL};
    parser.set_separator(separator);
    decode(source, encoding, [&](std::string_view text) {
        streaming.since_cell += text.size();
        parser.feed(text, on_streamed_cell, on_streamed_row, &streaming);
        if (streaming.since_cell > longest_cell + text.size()) {
            throw ImportError{"a cell is longer than 1 MB"};
        }
        if (streaming.trouble != nullptr) {
            throw ImportError{streaming.trouble};
        }
        return streaming.wants_more;
    });
    if (streaming.wants_more) {
        parser.finish(on_streamed_cell, on_streamed_row, &streaming);
        if (streaming.trouble != nullptr) {
            throw ImportError{streaming.trouble};
        }
    }
}

CsvTable read_csv(std::string_view text)
{
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    if (text.starts_with(byte_order_mark)) {
        text.remove_prefix(byte_order_mark.size());
    }
    Reading reading;
    Parser{}.read(text, reading);
    return std::move(reading.table);
}

} // namespace weekboard
