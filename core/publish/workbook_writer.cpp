#include "publish/workbook_writer.h"

#include "publish/xml.h"

#include <fmt/format.h>

#include <sys/mman.h>
#include <unistd.h>

#include <chrono>
#include <stdexcept>
#include <system_error>

namespace weekboard
{

namespace
{

constexpr int header_text = 0x566273;
constexpr double narrowest = 11;
constexpr double widest = 60;

/// Chinese characters are twice as wide as the digits that a sheet counts in.
double width_of(const std::string& text)
{
    double width = 2;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        width += byte < 0x80 ? 1.05 : (byte & 0xC0) == 0xC0 ? 2.0 : 0;
    }
    return width;
}

std::string date_format(const Exhibit& exhibit)
{
    return exhibit.axis == AxisKind::periods && exhibit.frequency == Frequency::monthly
               ? "yyyy\\-mm"
               : "yyyy\\-mm\\-dd";
}

} // namespace

WorkbookWriter::WorkbookWriter(Date created)
    : file_{::memfd_create("workbook", MFD_CLOEXEC)}
{
    if (file_ < 0) {
        throw std::system_error{errno, std::generic_category()};
    }
    workbook_ = workbook_new(fmt::format("/proc/self/fd/{}", file_).c_str());
    lxw_doc_properties properties = {};
    properties.created = std::chrono::system_clock::to_time_t(created);
    workbook_set_properties(workbook_, &properties);
}

WorkbookWriter::~WorkbookWriter()
{
    if (workbook_ != nullptr) {
        lxw_workbook_free(workbook_);
    }
    ::close(file_);
}

lxw_worksheet& WorkbookWriter::add_sheet(const std::string& name)
{
    lxw_worksheet* sheet = workbook_add_worksheet(workbook_, name.c_str());
    if (sheet == nullptr) {
        throw std::runtime_error{fmt::format("no sheet can be called “{}”", name)};
    }
    return *sheet;
}

lxw_format* WorkbookWriter::format(const CellStyle& style)
{
    lxw_format*& format = formats_[style];
    if (format != nullptr) {
        return format;
    }
    format = workbook_add_format(workbook_);
    format_set_font_size(format, style.points);
    if (!style.number_format.empty()) {
        format_set_num_format(format, style.number_format.c_str());
    }
    if (style.bold) {
        format_set_bold(format);
    }
    if (style.wraps) {
        format_set_text_wrap(format);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    }
    if (style.color >= 0) {
        format_set_font_color(format, static_cast<lxw_color_t>(style.color));
    }
    if (style.line_below) {
        format_set_bottom(format, LXW_BORDER_THIN);
        format_set_bottom_color(format, 0xE4E7EC);
    }
    if (style.link) {
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    }
    return format;
}

void WorkbookWriter::write_table(lxw_worksheet& sheet, const Exhibit& exhibit,
                                 const ExhibitTable& table, lxw_row_t header_row)
{
    lxw_format* header =
        format({.bold = true, .wraps = true, .color = header_text, .line_below = true});
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const auto column = static_cast<lxw_col_t>(c);
        const std::string name = xml::allowed(table.columns[c].name);
        worksheet_write_string(&sheet, header_row, column, name.c_str(), header);
        double width = std::max(width_of(name), narrowest);
        lxw_format* figures = format({.number_format = figure_format(table.columns[c])});
        lxw_format* days = format({.number_format = date_format(exhibit)});
        lxw_format* words = format({.wraps = exhibit.kind == ExhibitKind::heat_table});
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
            const auto row = static_cast<lxw_row_t>(header_row + 1 + r);
            const TableCell& cell = table.rows[r][c];
            if (const auto* value = std::get_if<double>(&cell)) {
                worksheet_write_number(&sheet, row, column, *value, figures);
            } else if (const auto* day = std::get_if<Date>(&cell)) {
                worksheet_write_number(&sheet, row, column, sheet_day(*day), days);
            } else if (const auto* text = std::get_if<std::string>(&cell)) {
                const std::string clean = xml::allowed(*text);
                worksheet_write_string(&sheet, row, column, clean.c_str(), words);
                width = std::max(width, width_of(clean));
            }
        }
        worksheet_set_column(&sheet, column, column, std::min(width, widest), nullptr);
    }
}

std::string WorkbookWriter::finish()
{
    const lxw_error outcome = workbook_close(workbook_);
    workbook_ = nullptr; // freed, whatever the outcome
    if (outcome != LXW_NO_ERROR) {
        throw std::runtime_error{lxw_strerror(outcome)};
    }
    const auto size = ::lseek(file_, 0, SEEK_END);
    std::string bytes(static_cast<std::size_t>(std::max<off_t>(size, 0)), '\0');
    if (::pread(file_, bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
        throw std::system_error{errno, std::generic_category()};
    }
    return bytes;
}

} // namespace weekboard
