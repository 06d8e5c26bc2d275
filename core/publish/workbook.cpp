#include "publish/workbook.h"

#include "embedded.h"
#include "exhibit/caption.h"
#include "publish/native_chart.h"
#include "publish/workbook_writer.h"
#include "publish/xml.h"
#include "publish/zip_archive.h"

#include <fmt/format.h>

#include <algorithm>

namespace weekboard
{

namespace
{

constexpr lxw_row_t table_row = 6; ///< of the headers, below title, source and the rest
constexpr int quiet_text = 0x6B7686;
constexpr int link_text = 0x0B5CAD;
constexpr double chart_width = 760;
constexpr double chart_height = 400;

/// `05 gigabit-share`: sheets have short names without some characters.
std::string sheet_name(const Exhibit& exhibit)
{
    constexpr std::size_t longest = 31;
    std::string name =
        exhibit.number > 0 ? fmt::format("{:02} {}", exhibit.number, exhibit.id) : exhibit.id;
    for (char& c : name) {
        if (std::string_view{"[]:*?/\\'"}.find(c) != std::string_view::npos) {
            c = '-';
        }
    }
    return name.substr(0, longest);
}

/// Sheets and slides have the same colours and fonts.
std::string deck_theme()
{
    const auto parts = deck_parts();
    const auto theme = std::ranges::find(parts, "ppt/theme/theme1.xml", &EmbeddedFile::path);
    return std::string{theme->text};
}

struct Words {
    Language language;

    [[nodiscard]] std::string operator()(const char* zh, const char* en) const
    {
        return language == Language::chinese ? zh : en;
    }
};

class Workbook
{
public:
    explicit Workbook(std::span<const Exhibit> exhibits)
        : exhibits_{exhibits}
        , writer_{exhibits.empty() ? Date{} : exhibits.front().as_of}
        , words_{exhibits.empty() ? Language::english : exhibits.front().language}
    {
    }

    std::string write()
    {
        write_contents(writer_.add_sheet(words_("目录", "Contents")));
        for (const Exhibit& exhibit : exhibits_) {
            write_exhibit(writer_.add_sheet(sheet_name(exhibit)), exhibit);
        }
        ZipEntries parts = read_zip(writer_.finish());
        for (ZipEntry& part : parts) {
            if (part.name == "xl/theme/theme1.xml") {
                part.content = deck_theme();
            }
        }
        for (std::size_t i = 0; i < charts_.size(); ++i) {
            const std::string name = fmt::format("xl/charts/chart{}.xml", i + 1);
            std::ranges::find(parts, name, &ZipEntry::name)->content = charts_[i];
        }
        return write_zip(parts);
    }

private:
    void write_line(lxw_worksheet& sheet, lxw_row_t row, lxw_col_t column, const std::string& text,
                    const CellStyle& style)
    {
        worksheet_write_string(&sheet, row, column, xml::allowed(text).c_str(),
                               writer_.format(style));
    }

    void write_contents(lxw_worksheet& sheet)
    {
        worksheet_gridlines(&sheet, LXW_HIDE_ALL_GRIDLINES);
        const CellStyle header{.bold = true, .color = quiet_text, .line_below = true};
        const std::array<std::pair<std::string, double>, 6> columns{
            {{words_("图表", "Exhibit"), 9},
             {words_("标题", "Title"), 62},
             {words_("单位", "Unit"), 12},
             {words_("周", "Week"), 12},
             {words_("截至", "As of"), 12},
             {words_("来源", "Source"), 50}}};
        for (std::size_t c = 0; c < columns.size(); ++c) {
            const auto column = static_cast<lxw_col_t>(c);
            write_line(sheet, 0, column, columns[c].first, header);
            worksheet_set_column(&sheet, column, column, columns[c].second, nullptr);
        }
        lxw_row_t row = 1;
        for (const Exhibit& exhibit : exhibits_) {
            if (exhibit.number > 0) {
                worksheet_write_number(&sheet, row, 0, exhibit.number, nullptr);
            }
            const std::string link = fmt::format("internal:'{}'!A1", sheet_name(exhibit));
            worksheet_write_url(&sheet, row, 1, link.c_str(),
                                writer_.format({.color = link_text, .link = true}));
            write_line(sheet, row, 1, exhibit.title, {.color = link_text, .link = true});
            write_line(sheet, row, 2, exhibit.unit, {});
            write_day(sheet, row, 3, exhibit.week.friday());
            write_day(sheet, row, 4, exhibit.as_of);
            write_line(sheet, row, 5, exhibit.source, {.color = quiet_text});
            ++row;
        }
        worksheet_freeze_panes(&sheet, 1, 0);
    }

    void write_day(lxw_worksheet& sheet, lxw_row_t row, lxw_col_t column, Date day)
    {
        worksheet_write_number(&sheet, row, column, sheet_day(day),
                               writer_.format({.number_format = "yyyy\\-mm\\-dd"}));
    }

    void write_exhibit(lxw_worksheet& sheet, const Exhibit& exhibit)
    {
        worksheet_gridlines(&sheet, LXW_HIDE_ALL_GRIDLINES);
        const ExhibitTable table = table_of(exhibit);
        write_line(sheet, 0, 0, numbered(exhibit, exhibit.title), {.bold = true, .points = 14});
        write_line(sheet, 1, 0, fmt::format("{}{}", words_("单位：", "Unit: "), exhibit.unit),
                   {.color = quiet_text});
        write_line(sheet, 2, 0, exhibit.source, {.color = quiet_text});
        write_line(sheet, 3, 0,
                   fmt::format(fmt::runtime(words_("{}当周，数据版本截至{}",
                                                   "Week of {}, figures as known on {}")),
                               to_iso(exhibit.week.friday()), to_iso(exhibit.as_of)),
                   {.color = quiet_text});
        std::string notes;
        for (const std::string& note : exhibit.footnotes) {
            notes += (notes.empty() ? "" : "  ") + note;
        }
        write_line(sheet, 4, 0, notes, {.color = quiet_text});
        writer_.write_table(sheet, exhibit, table, table_row);
        worksheet_set_landscape(&sheet);
        worksheet_set_paper(&sheet, 9); // A4
        worksheet_fit_to_pages(&sheet, 1, 0);
        worksheet_repeat_rows(&sheet, table_row, table_row);
        worksheet_freeze_panes(&sheet, table_row + 1, 0);
        if (has_native_chart(exhibit)) {
            insert_chart(sheet, exhibit, table);
        }
    }

    /// The library's own chart keeps the place; its part is replaced when the file is finished.
    void insert_chart(lxw_worksheet& sheet, const Exhibit& exhibit, const ExhibitTable& table)
    {
        const SheetPlace place{sheet_name(exhibit), static_cast<int>(table_row) + 1};
        lxw_chart* chart = workbook_add_chart(&writer_.workbook(), LXW_CHART_LINE);
        chart_add_series(chart, nullptr, fmt::format("='{}'!$B$8:$B$9", place.sheet).c_str());
        lxw_chart_options options = {};
        options.x_scale = chart_width / 480;
        options.y_scale = chart_height / 288;
        std::string described = xml::allowed(exhibit.title);
        options.description = described.data();
        worksheet_insert_chart_opt(
            &sheet, table_row, static_cast<lxw_col_t>(table.columns.size() + 1), chart, &options);
        charts_.push_back(native_chart(exhibit, table, place, {}));
    }

    std::span<const Exhibit> exhibits_;
    WorkbookWriter writer_;
    Words words_;
    std::vector<std::string> charts_;
};

} // namespace

std::string own_sheet_name(const Exhibit& exhibit)
{
    return sheet_name(exhibit);
}

std::string workbook_of(const Exhibit& exhibit, const ExhibitTable& table)
{
    WorkbookWriter writer{exhibit.as_of};
    writer.write_table(writer.add_sheet(sheet_name(exhibit)), exhibit, table, 0);
    return writer.finish();
}

std::string workbook_of(std::span<const Exhibit> exhibits)
{
    return Workbook{exhibits}.write();
}

} // namespace weekboard
