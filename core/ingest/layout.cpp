#include "ingest/layout.h"

#include "embedded.h"

#include <fmt/format.h>
#include <toml++/toml.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace weekboard
{

namespace
{

constexpr std::array<std::pair<std::string_view, HeaderRole>, 11> role_names{{
    {"name", HeaderRole::name},
    {"frequency", HeaderRole::frequency},
    {"unit", HeaderRole::unit},
    {"id", HeaderRole::id},
    {"source", HeaderRole::source},
    {"other", HeaderRole::other},
    {"code", HeaderRole::code},
    {"label", HeaderRole::label},
    {"period", HeaderRole::period},
    {"value", HeaderRole::value},
    {"vintage", HeaderRole::vintage},
}};

HeaderRole role_of(std::string_view name)
{
    const auto found =
        std::ranges::find(role_names, name, &std::pair<std::string_view, HeaderRole>::first);
    if (found == role_names.end()) {
        throw std::logic_error{fmt::format("layouts.toml: {} heads nothing", name)};
    }
    return found->second;
}

std::vector<std::string> compared_list(const toml::table& table, std::string_view key)
{
    std::vector<std::string> list;
    if (const toml::array* found = table[key].as_array()) {
        for (const auto& word : *found) {
            list.push_back(compared_form(word.value_or(std::string_view{})));
        }
    }
    return list;
}

Layout read_layout(const toml::table& table)
{
    Layout layout;
    layout.name = table["name"].value_or(std::string{});
    layout.is_wide = table["shape"].value_or(std::string_view{}) == "wide";
    layout.footer = compared_list(table, "footer");
    layout.banner = compared_list(table, "banner");
    for (const std::string& role : compared_list(table, "needs")) {
        layout.needs.push_back(role_of(role));
    }
    const toml::table* words = table[layout.is_wide ? "labels" : "columns"].as_table();
    if (layout.name.empty() || words == nullptr) {
        throw std::logic_error{"layouts.toml: a layout without a name or words"};
    }
    for (const auto& [role, list] : *words) {
        for (const std::string& word : compared_list(*words, role.str())) {
            layout.words.emplace(word, role_of(role.str()));
        }
    }
    return layout;
}

std::string form_of(const FileRow& row, std::size_t column)
{
    return column < row.cells.size() ? compared_form(row.cells[column].text) : std::string{};
}

bool begins_with_one(std::string_view text, const std::vector<std::string>& beginnings)
{
    return std::ranges::any_of(
        beginnings, [&](const std::string& beginning) { return text.starts_with(beginning); });
}

bool has_all(const std::vector<HeaderRole>& needs, const auto& found)
{
    return std::ranges::all_of(needs, [&](HeaderRole role) { return found.contains(role); });
}

bool has_figures(const FileRow& row)
{
    return std::ranges::any_of(row.cells.begin() + 1, row.cells.end(),
                               [](const FileCell& cell) { return !cell.is_empty(); });
}

std::string text_in(const FileRow* row, std::size_t column)
{
    return row != nullptr && column < row->cells.size() ? row->cells[column].text : std::string{};
}

std::vector<HeaderColumn> columns_below(const std::map<HeaderRole, const FileRow*>& header)
{
    const auto row = [&](HeaderRole role) {
        const auto found = header.find(role);
        return found != header.end() ? found->second : nullptr;
    };
    std::vector<HeaderColumn> columns;
    const FileRow* names = row(HeaderRole::name);
    for (std::size_t c = 1; c < names->cells.size(); ++c) {
        HeaderColumn column{c, text_in(names, c), text_in(row(HeaderRole::unit), c),
                            text_in(row(HeaderRole::id), c),
                            text_in(row(HeaderRole::frequency), c)};
        if (!column.name.empty() || !column.id.empty()) {
            columns.push_back(std::move(column));
        }
    }
    return columns;
}

std::optional<RecognisedSheet> recognise_wide(std::span<const FileRow> head, const Layout& layout)
{
    RecognisedSheet sheet;
    sheet.layout = &layout;
    std::map<HeaderRole, const FileRow*> header;
    for (const FileRow& row : head) {
        const std::string label = form_of(row, 0);
        if (begins_with_one(label, layout.banner) && !label.empty()) {
            sheet.why.push_back(row.cells[0].text);
        }
        if (const auto word = layout.words.find(label); word != layout.words.end()) {
            sheet.why.push_back(row.cells[0].text);
            header.emplace(word->second, &row);
        } else if (header.contains(HeaderRole::name) && !row.cells.empty() &&
                   day_in(row.cells[0], false) && has_figures(row)) {
            sheet.first_row = row.number;
            break;
        }
    }
    if (!has_all(layout.needs, header) || sheet.first_row == 0) {
        return std::nullopt;
    }
    sheet.header_row = header[HeaderRole::name]->number;
    sheet.series = columns_below(header);
    for (const auto& [role, row] : header) {
        sheet.width = std::max(sheet.width, row->cells.size());
    }
    // A second column of periods begins a block of its own, which this layout knows nothing of.
    const bool is_of_blocks = std::ranges::any_of(sheet.series, [&](const HeaderColumn& column) {
        const std::string form = compared_form(column.name);
        const auto word = layout.words.find(form);
        return form == "时间" || form == "日期" ||
               (word != layout.words.end() && word->second == HeaderRole::name);
    });
    return sheet.series.empty() || is_of_blocks ? std::nullopt : std::optional{std::move(sheet)};
}

std::optional<RecognisedSheet> recognise_long(std::span<const FileRow> head, const Layout& layout)
{
    for (const FileRow& row : head) {
        RecognisedSheet sheet;
        sheet.layout = &layout;
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            const auto word = layout.words.find(form_of(row, c));
            if (word != layout.words.end() && sheet.columns.emplace(word->second, c).second) {
                sheet.why.push_back(row.cells[c].text);
            }
        }
        if (has_all(layout.needs, sheet.columns)) {
            sheet.header_row = row.number;
            sheet.first_row = row.number + 1;
            sheet.width = row.cells.size();
            return sheet;
        }
    }
    return std::nullopt;
}

/// Digits at the beginning of a text, which goes on behind them.
std::optional<int> take_number(std::string_view& text, std::size_t most_digits)
{
    int number = 0;
    std::size_t digits = 0;
    while (digits < text.size() && digits < most_digits && text[digits] >= '0' &&
           text[digits] <= '9') {
        number = number * 10 + (text[digits] - '0');
        ++digits;
    }
    text.remove_prefix(digits);
    return digits > 0 ? std::optional{number} : std::nullopt;
}

bool take_word(std::string_view& text, std::string_view word)
{
    const bool begins = text.starts_with(word);
    text.remove_prefix(begins ? word.size() : 0);
    return begins;
}

std::optional<Date> valid_date(int year, int month, int day)
{
    const bool is_sensible = year >= 1900 && year <= 2200 && month >= 1 && month <= 12;
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    return is_sensible && day >= 1 && date.ok() ? std::optional{Date{date}} : std::nullopt;
}

bool is_midnight(std::string_view time)
{
    constexpr std::array<std::string_view, 5> ways{"", "00:00:00", "00:00", "0:00:00", "0:00"};
    return std::ranges::find(ways, time) != ways.end();
}

bool take_mark(std::string_view& text)
{
    return take_word(text, "-") || take_word(text, "/") || take_word(text, ".");
}

std::optional<FileDay> found(std::optional<Date> day, bool is_month)
{
    return day ? std::optional{FileDay{*day, is_month}} : std::nullopt;
}

/// `text` has no blanks but the one before a time.
std::optional<FileDay> date_in(std::string_view text)
{
    constexpr std::size_t digits_of_day = 8;
    const std::size_t end = std::min(text.find_first_of(" Tt"), text.size());
    if (end < text.size() && !is_midnight(text.substr(end + 1))) {
        return std::nullopt;
    }
    text = text.substr(0, end);
    const bool is_compact = text.size() == digits_of_day &&
                            std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    const auto year = take_number(text, 4);
    if (!year) {
        return std::nullopt;
    }
    const bool is_chinese = !is_compact && take_word(text, "年");
    if (!is_compact && !is_chinese && !take_mark(text)) {
        return std::nullopt;
    }
    const auto month = take_number(text, 2);
    if (!month) {
        return std::nullopt;
    }
    const bool ends = is_chinese ? take_word(text, "月") && text.empty() : text.empty();
    if (ends) {
        return found(valid_date(*year, *month, 1), true);
    }
    if (!is_compact && !is_chinese && !take_mark(text)) {
        return std::nullopt;
    }
    const auto day = take_number(text, 2);
    if (!day || (is_chinese && !take_word(text, "日")) || !text.empty()) {
        return std::nullopt;
    }
    return found(valid_date(*year, *month, *day), false);
}

/// A workbook's day 60 is a 29 February 1900 that never was; later ones count as if from the 30th
/// of December 1899.
std::optional<Date> date_of_serial(double serial, bool counts_from_1904)
{
    constexpr double first = 10000; // 1927
    constexpr double last = 110000; // 2201
    if (!(serial >= first && serial <= last)) {
        return std::nullopt;
    }
    const Date origin = counts_from_1904 ? make_date(1904, 1, 1) : make_date(1899, 12, 30);
    return origin + std::chrono::days{static_cast<int>(serial)};
}

} // namespace

const std::vector<Layout>& all_layouts()
{
    static const std::vector<Layout> layouts = [] {
        std::vector<Layout> read;
        for (const EmbeddedFile& file : import_layouts()) {
            const toml::table document = toml::parse(file.text, file.path);
            if (const toml::array* list = document["layout"].as_array()) {
                for (const auto& layout : *list) {
                    read.push_back(read_layout(*layout.as_table()));
                }
            }
        }
        return read;
    }();
    return layouts;
}

std::string compared_form(std::string_view text)
{
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* forms = icu::Normalizer2::getNFKCCasefoldInstance(error);
    const auto given = icu::UnicodeString::fromUTF8(
        icu::StringPiece{text.data(), static_cast<std::int32_t>(text.size())});
    const icu::UnicodeString narrow = forms->normalize(given, error);
    icu::UnicodeString kept;
    for (std::int32_t i = 0; i < narrow.length(); i = narrow.moveIndex32(i, 1)) {
        const UChar32 c = narrow.char32At(i);
        if (u_isUWhiteSpace(c) == 0 && c != 0xfeff) {
            kept.append(c);
        }
    }
    std::string form;
    kept.toUTF8String(form);
    return form;
}

std::optional<RecognisedSheet> recognise(std::span<const FileRow> head, std::string_view wanted)
{
    std::optional<RecognisedSheet> best;
    for (const Layout& layout : all_layouts()) {
        if (!wanted.empty() && layout.name != wanted) {
            continue;
        }
        auto sheet = layout.is_wide ? recognise_wide(head, layout) : recognise_long(head, layout);
        if (sheet && (!best || sheet->why.size() > best->why.size())) {
            best = std::move(sheet);
        }
    }
    return best;
}

std::optional<FileDay> day_in(const FileCell& cell, bool counts_from_1904)
{
    if (cell.number) {
        const double number = *cell.number;
        constexpr double first_compact = 19000101;
        return number >= first_compact ? date_in(fmt::format("{:.0f}", number))
                                       : found(date_of_serial(number, counts_from_1904), false);
    }
    // As it stands: the narrow forms that headers are compared in would make digits of marks.
    constexpr std::size_t longest = 32;
    return cell.text.size() <= longest ? date_in(cell.text) : std::nullopt;
}

} // namespace weekboard
