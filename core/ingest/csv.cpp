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
    Parser() { csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI); }
    ~Parser() { csv_free(&parser_); }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

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

} // namespace

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
