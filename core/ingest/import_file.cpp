#include "ingest/import_file.h"

#include "ingest/csv.h"
#include "ingest/html_tables.h"
#include "ingest/sheet_import.h"
#include "ingest/xlsx.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

namespace weekboard
{

namespace
{

/// In the order of `RejectReason`.
constexpr std::array<std::string_view, 24> reason_words{
    "no_layout",    "no_series",    "several_series", "other_unit",      "no_period",
    "not_a_number", "not_finite",   "impossible",     "formula",         "not_calculated",
    "contradicts",  "no_vintage",   "mid_period",     "other_frequency", "too_many_cells",
    "no_name",      "after_footer", "ambiguous",      "no_week",         "no_code",
    "no_unit",      "other_metric", "unknown_column", "hidden_sheet"};

/// What all sheets of a file are read with.
struct Reading {
    const SeriesMatcher& matcher;
    const Layouts& layouts;
    const ImportWishes& wishes;
    std::string_view file_name;
};

/// Sheets without figures are told only where there is no other; of hidden ones, beside others that
/// are to be seen, no more than that they are there.
void drop_notes(ImportedFile& file)
{
    const auto is_known = [](const ImportedSheet& sheet) { return !sheet.layout.empty(); };
    const bool is_any_seen = std::ranges::any_of(file.sheets, [&](const ImportedSheet& sheet) {
        return is_known(sheet) && !sheet.is_hidden;
    });
    if (std::ranges::any_of(file.sheets, is_known)) {
        std::erase_if(file.sheets, [&](const ImportedSheet& sheet) {
            return !is_known(sheet) && !sheet.has_figures;
        });
    }
    for (ImportedSheet& sheet : file.sheets) {
        if (sheet.is_hidden && is_any_seen) {
            ImportedSheet told;
            told.name = sheet.name;
            told.is_hidden = true;
            told.layout = sheet.layout;
            reject(told, {0, 0, sheet.name, RejectReason::hidden_sheet});
            sheet = std::move(told);
        }
    }
}

void read_workbook(const ImportSource& source, const Reading& reading, ImportedFile& file)
{
    Xlsx workbook{source};
    file.encoding = "xlsx";
    for (const XlsxSheet& sheet : workbook.sheets()) {
        SheetImport import{reading.matcher,
                           reading.layouts,
                           reading.wishes,
                           {.counts_from_1904 = workbook.counts_from_1904(),
                            .has_sure_cells = true,
                            .title = sheet.name,
                            .file_name = reading.file_name}};
        workbook.stream(sheet, [&](FileRow& row) { return import.take(row); });
        ImportedSheet read = import.finish();
        read.name = sheet.name;
        read.is_hidden = sheet.is_hidden;
        file.sheets.push_back(std::move(read));
    }
}

/// What stands before the first table is no part of it, but may say of when it is.
void read_page(const ImportSource& source, TextEncoding encoding, const Reading& reading,
               ImportedFile& file)
{
    std::string page;
    const HtmlLimits limits;
    decode(source, encoding, [&](std::string_view text) {
        page += text;
        return page.size() <= limits.bytes;
    });
    file.encoding = "html";
    auto tables = html_tables(page, limits);
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const std::string name = tables.size() > 1 ? fmt::format("#{}", i + 1) : std::string{};
        SheetImport import{
            reading.matcher,
            reading.layouts,
            reading.wishes,
            {.has_sure_cells = true, .title = tables[i].title, .file_name = reading.file_name}};
        for (FileRow& row : tables[i].rows) {
            if (!import.take(row)) {
                break;
            }
        }
        ImportedSheet read = import.finish();
        read.name = name;
        file.sheets.push_back(std::move(read));
    }
    if (tables.empty()) {
        throw ImportError{"the page has no table"};
    }
}

std::string beginning_of(const ImportSource& source, TextEncoding encoding)
{
    constexpr std::size_t enough_to_tell = 4096;
    std::string beginning;
    decode(source, encoding, [&](std::string_view text) {
        beginning += text.substr(0, enough_to_tell - beginning.size());
        return beginning.size() < enough_to_tell;
    });
    return beginning;
}

void read_text(const ImportSource& source, const Reading& reading, ImportedFile& file)
{
    const TextEncoding encoding = encoding_of(source);
    file.encoding = to_string(encoding);
    const std::string beginning = beginning_of(source, encoding);
    if (beginning.find('\0') != std::string::npos) {
        throw ImportError{"it is no text: it has bytes of zero"};
    }
    if (is_html(beginning)) {
        return read_page(source, encoding, reading, file);
    }
    const char separator = separator_of(beginning);
    SheetImport import{reading.matcher,
                       reading.layouts,
                       reading.wishes,
                       {.decimals_by_comma = separator == ';', .file_name = reading.file_name}};
    stream_csv(source, encoding, separator, [&](FileRow& row) { return import.take(row); });
    file.sheets.push_back(import.finish());
}

} // namespace

std::string_view to_string(RejectReason reason)
{
    return reason_words.at(static_cast<std::size_t>(reason));
}

std::optional<RejectReason> parse_reject_reason(std::string_view word)
{
    const auto found = std::ranges::find(reason_words, word);
    return found != reason_words.end()
               ? std::optional{static_cast<RejectReason>(found - reason_words.begin())}
               : std::nullopt;
}

void reject(ImportedSheet& sheet, Rejected rejected)
{
    ++sheet.rejected_count;
    if (sheet.rejected.size() < most_rejected) {
        sheet.rejected.push_back(std::move(rejected));
    }
}

ImportedFile read_import(Connection& database, const ImportSource& source,
                         const ImportWishes& wishes, std::string_view file_name)
{
    constexpr std::string_view zip_mark = "PK\x03\x04";
    constexpr std::string_view old_office_mark = "\xd0\xcf\x11\xe0";
    ImportedFile file;
    file.hash = source.hash();
    const std::string beginning = source.beginning(zip_mark.size());
    const SeriesMatcher matcher{database, wishes};
    Layouts layouts = all_layouts(database);
    for (const std::string& description : wishes.layouts) {
        layouts.all.insert(layouts.all.begin(), read_layout(description));
    }
    const Reading reading{matcher, layouts, wishes, file_name};
    if (beginning.starts_with(zip_mark)) {
        read_workbook(source, reading, file);
    } else if (beginning.starts_with(old_office_mark)) {
        throw ImportError{
            "it is a workbook of Excel 97 to 2003, or a locked one; save it as .xlsx"};
    } else {
        read_text(source, reading, file);
    }
    drop_notes(file);
    return file;
}

void settle(const std::vector<ImportedSheet*>& sheets)
{
    using Key = std::tuple<std::string_view, PackedDate, PackedDate>;
    struct Said {
        double value;
        bool is_agreed = true;
    };
    std::map<std::string_view, int> sheets_of_code;
    for (const ImportedSheet* sheet : sheets) {
        for (const ImportedSeries& series : sheet->series) {
            ++sheets_of_code[series.series.code];
        }
    }
    std::map<Key, Said> said;
    const auto for_each = [&](auto work) {
        for (ImportedSheet* sheet : sheets) {
            for (ImportedSeries& series : sheet->series) {
                if (sheets_of_code[series.series.code] > 1) {
                    std::erase_if(series.figures, [&](const ImportedFigure& figure) {
                        return work(*sheet, figure,
                                    Key{series.series.code, figure.period_end, figure.vintage});
                    });
                }
            }
        }
    };
    for_each([&](const ImportedSheet&, const ImportedFigure& figure, const Key& key) {
        const auto [first, is_new] = said.try_emplace(key, Said{figure.value});
        const bool agrees = first->second.value == figure.value;
        first->second.is_agreed = first->second.is_agreed && agrees;
        return !is_new && agrees; // once is enough
    });
    for_each([&](ImportedSheet& sheet, const ImportedFigure& figure, const Key& key) {
        const bool is_agreed = said.at(key).is_agreed;
        if (!is_agreed) {
            reject(sheet, {figure.row, figure.column, fmt::format("{}", figure.value),
                           RejectReason::contradicts});
        }
        return !is_agreed;
    });
}

} // namespace weekboard
