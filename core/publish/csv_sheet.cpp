#include "publish/csv_sheet.h"

#include "publish/xml.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <stdexcept>
#include <string_view>

namespace weekboard
{

namespace
{

/// https://owasp.org/www-community/attacks/CSV_Injection
std::string defused(const std::string& text)
{
    constexpr std::string_view dangerous = "=+-@\t\r\n";
    const bool is_formula = !text.empty() && dangerous.find(text.front()) != std::string_view::npos;
    return is_formula ? "'" + text : text;
}

/// RFC 4180.
std::string quoted(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    std::string quoted{'"'};
    for (const char c : text) {
        quoted += c;
        if (c == '"') {
            quoted += c;
        }
    }
    return quoted + '"';
}

std::string csv_cell(const TableCell& cell)
{
    if (const auto* value = std::get_if<double>(&cell)) {
        return xml::number(*value);
    }
    if (const auto* day = std::get_if<Date>(&cell)) {
        return to_iso(*day);
    }
    const auto* words = std::get_if<std::string>(&cell);
    return words != nullptr ? quoted(defused(*words)) : std::string{};
}

std::string to_gb18030(const std::string& utf8)
{
    UErrorCode status = U_ZERO_ERROR;
    const auto convert = [&](char* out, int32_t room) {
        status = U_ZERO_ERROR;
        return ucnv_convert("GB18030", "UTF-8", out, room, utf8.data(),
                            static_cast<int32_t>(utf8.size()), &status);
    };
    std::string bytes(static_cast<std::size_t>(convert(nullptr, 0)), '\0');
    convert(bytes.data(), static_cast<int32_t>(bytes.size()));
    if (U_FAILURE(status)) {
        throw std::runtime_error{u_errorName(status)};
    }
    return bytes;
}

template <typename Write>
std::string lines_of(const ExhibitTable& table, char separator, const char* end, Write write)
{
    std::string text;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        text += (c > 0 ? std::string{separator} : std::string{}) +
                write(TableCell{table.columns[c].name}, table.columns[c]);
    }
    text += end;
    for (const auto& row : table.rows) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            text +=
                (c > 0 ? std::string{separator} : std::string{}) + write(row[c], table.columns[c]);
        }
        text += end;
    }
    return text;
}

} // namespace

std::string csv_of(const ExhibitTable& table, CsvEncoding encoding)
{
    const std::string text =
        lines_of(table, ',', "\r\n",
                 [](const TableCell& cell, const TableColumn&) { return csv_cell(cell); });
    return encoding == CsvEncoding::gb18030 ? to_gb18030(text) : "\xEF\xBB\xBF" + text;
}

std::string tab_separated(const ExhibitTable& table)
{
    return lines_of(table, '\t', "\n", [](const TableCell& cell, const TableColumn& column) {
        std::string text = cell_text(cell, column);
        std::ranges::replace_if(
            text, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
        return text;
    });
}

} // namespace weekboard
