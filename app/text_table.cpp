#include "text_table.h"

#include <algorithm>

namespace weekboard
{

std::size_t display_width(std::string_view text)
{
    std::size_t width = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 || (byte >= 0xc0 && byte < 0xe0)) {
            width += 1;
        } else if (byte >= 0xe0) {
            width += byte == 0xe2 ? 1 : 2; // U+2000–U+2FFF: dashes, minus, arrows
        }
    }
    return width;
}

std::string TextTable::text() const
{
    std::vector<std::size_t> widths(columns_.size());
    for (const auto& row : rows_) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], display_width(row[i]));
        }
    }
    std::string text;
    for (const auto& row : rows_) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string padding(widths[i] - display_width(row[i]), ' ');
            line += (i > 0 ? "  " : "");
            line += columns_[i] == Align::right ? padding + row[i] : row[i] + padding;
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    if (!text.empty()) {
        text.pop_back();
    }
    return text;
}

} // namespace weekboard
