#include "ingest/xlsx.h"

#include "ingest/csv.h"
#include "ingest/xml_stream.h"
#include "series/number_format.h"

#include <fmt/format.h>
#include <zip.h>

#include <charconv>
#include <map>
#include <memory>
#include <set>

namespace weekboard
{

namespace
{

constexpr std::uint64_t always_allowed = 10U << 20;
constexpr int most_columns = 16384;
constexpr int most_rows = 1048576;

/// `Target` of a relation, from the folder `xl`.
std::string part_of(std::string_view target)
{
    return target.starts_with('/') ? std::string{target.substr(1)} : fmt::format("xl/{}", target);
}

class RelationReader : public XmlStream
{
public:
    using XmlStream::XmlStream;
    std::map<std::string, std::string> targets; ///< by id

    void on_begin(std::string_view name, const Attributes& attributes) override
    {
        if (name == "Relationship" && attributes.contains("Id") && attributes.contains("Target")) {
            targets[attributes.at("Id")] = attributes.at("Target");
        }
    }
    void on_end(std::string_view) override {}
    void on_text(std::string_view) override {}
};

class WorkbookReader : public XmlStream
{
public:
    using XmlStream::XmlStream;
    struct Sheet {
        std::string name;
        std::string relation;
        bool is_hidden;
    };
    std::vector<Sheet> sheets;
    bool counts_from_1904 = false;

    void on_begin(std::string_view name, const Attributes& attributes) override
    {
        const auto value = [&](std::string_view key) {
            const auto found = attributes.find(key);
            return found != attributes.end() ? found->second : std::string{};
        };
        if (name == "workbookPr") {
            counts_from_1904 = value("date1904") == "1" || value("date1904") == "true";
        } else if (name == "sheet") {
            sheets.push_back({value("name"), value("id"),
                              !value("state").empty() && value("state") != "visible"});
        }
    }
    void on_end(std::string_view) override {}
    void on_text(std::string_view) override {}
};

/// Before what stands higher or lower: 495.8¹ is not 495.81.
constexpr char raised_mark = '^';

class StringReader : public XmlStream
{
public:
    StringReader(int depth, std::uint64_t most)
        : XmlStream{depth}
        , most_{most}
    {
    }
    std::vector<std::string> strings;

    void on_begin(std::string_view name, const Attributes& attributes) override
    {
        if (name == "vertAlign" && !strings.empty()) {
            const auto how = attributes.find("val");
            if (how != attributes.end() && how->second != "baseline") {
                strings.back() += raised_mark;
            }
        }
        if (name == "si") {
            strings.emplace_back();
            count(sizeof(std::string));
        }
        is_text_ = name == "t";
        in_reading_ = in_reading_ || name == "rPh"; // how to pronounce it
    }
    void on_end(std::string_view name) override
    {
        is_text_ = false;
        in_reading_ = in_reading_ && name != "rPh";
    }
    void on_text(std::string_view text) override
    {
        if (is_text_ && !in_reading_ && !strings.empty()) {
            strings.back() += text;
            count(text.size());
        }
    }

private:
    void count(std::size_t bytes)
    {
        bytes_ += bytes;
        if (bytes_ > most_) {
            throw ImportError{"its shared texts are larger than is sensible"};
        }
    }

    std::uint64_t most_;
    std::uint64_t bytes_ = 0;
    bool is_text_ = false;
    bool in_reading_ = false;
};

/// 0 for `A7`; nothing where there is no column of that name.
std::optional<int> column_of(std::string_view reference)
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

/// A per cent sign that is no text: `0.0%`, not `0.0"%"` or `0.0\%`, which show 16.8 as 16.8%.
bool shows_percent(std::string_view format)
{
    bool is_quoted = false;
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] == '"') {
            is_quoted = !is_quoted;
        } else if (format[i] == '\\' || format[i] == '_' || format[i] == '*') {
            ++i; // the next one is itself
        } else if (format[i] == '%' && !is_quoted) {
            return true;
        }
    }
    return false;
}

/// Which cell formats show a number as per cent.
class StyleReader : public XmlStream
{
public:
    using XmlStream::XmlStream;
    std::set<std::size_t> percent_styles;

    void on_begin(std::string_view name, const Attributes& attributes) override
    {
        const auto value = [&](std::string_view key) {
            const auto found = attributes.find(key);
            return found != attributes.end() ? found->second : std::string{};
        };
        if (name == "numFmt" && shows_percent(value("formatCode"))) {
            percent_formats_.insert(value("numFmtId"));
        } else if (name == "cellXfs") {
            in_cells_ = true;
        } else if (name == "xf" && in_cells_) {
            if (percent_formats_.contains(value("numFmtId"))) {
                percent_styles.insert(styles_);
            }
            ++styles_;
        }
    }
    void on_end(std::string_view name) override { in_cells_ = in_cells_ && name != "cellXfs"; }
    void on_text(std::string_view) override {}

private:
    std::set<std::string> percent_formats_{"9", "10"}; // `0%` and `0.00%`, without being told
    std::size_t styles_ = 0;
    bool in_cells_ = false;
};

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

} // namespace

struct Xlsx::Zip {
    std::unique_ptr<zip_t, Discard> archive;

    Zip(zip_source_t* source, std::uint64_t most_entries)
    {
        zip_error_t error;
        zip_error_init(&error);
        archive.reset(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error));
        if (!archive) {
            const std::string reason = zip_error_strerror(&error);
            zip_source_free(source);
            zip_error_fini(&error);
            throw ImportError{reason};
        }
        if (static_cast<std::uint64_t>(zip_get_num_entries(archive.get(), 0)) > most_entries) {
            throw ImportError{"it has more parts than is sensible"};
        }
        refuse_ways_out();
    }

    /// Nothing is ever unpacked to a disk; but what names parts so was made to do harm.
    void refuse_ways_out() const
    {
        const zip_int64_t entries = zip_get_num_entries(archive.get(), 0);
        for (zip_int64_t i = 0; i < entries; ++i) {
            const char* name = zip_get_name(archive.get(), static_cast<zip_uint64_t>(i), 0);
            if (name == nullptr || std::string_view{name}.find("..") != std::string_view::npos) {
                throw ImportError{"a part of it names a place outside of it"};
            }
        }
    }

    [[nodiscard]] bool has(const std::string& part) const
    {
        return zip_name_locate(archive.get(), part.c_str(), 0) >= 0;
    }

    /// Its checksum is compared at the end, unless the stream was stopped before.
    void stream(const std::string& part, XmlStream& into, std::uint64_t most,
                std::uint64_t ratio) const
    {
        zip_stat_t stat{};
        if (zip_stat(archive.get(), part.c_str(), 0, &stat) != 0) {
            throw ImportError{fmt::format("its part {} is missing", part)};
        }
        if (stat.size > most || (stat.size > always_allowed && stat.comp_size > 0 &&
                                 stat.size / stat.comp_size > ratio)) {
            throw ImportError{fmt::format("its part {} is larger than is sensible", part)};
        }
        const std::unique_ptr<zip_file_t, Discard> file{
            zip_fopen_index(archive.get(), stat.index, 0)};
        if (!file) {
            throw ImportError{zip_strerror(archive.get())};
        }
        std::string piece(std::size_t{1} << 16, '\0');
        std::uint64_t unpacked = 0;
        for (;;) {
            const zip_int64_t size = zip_fread(file.get(), piece.data(), piece.size());
            if (size < 0) {
                throw ImportError{
                    fmt::format("its part {} is damaged: {}", part, zip_file_strerror(file.get()))};
            }
            if (size == 0) {
                break;
            }
            unpacked += static_cast<std::uint64_t>(size);
            if (unpacked > most) {
                throw ImportError{fmt::format("its part {} is larger than is sensible", part)};
            }
            into.feed({piece.data(), static_cast<std::size_t>(size)});
            if (into.is_stopped()) {
                return;
            }
        }
        into.finish();
    }
};

Xlsx::Xlsx(const ImportSource& source, const XlsxLimits& limits)
    : limits_{limits}
    , zip_{std::make_unique<Zip>(source.for_zip(), limits.entries)}
{
    read_workbook();
}

Xlsx::~Xlsx() = default;

void Xlsx::read_workbook()
{
    RelationReader relations{limits_.depth};
    zip_->stream("xl/_rels/workbook.xml.rels", relations, always_allowed, limits_.ratio);
    WorkbookReader workbook{limits_.depth};
    zip_->stream("xl/workbook.xml", workbook, always_allowed, limits_.ratio);
    counts_from_1904_ = workbook.counts_from_1904;
    constexpr std::size_t most_sheets = 256;
    std::set<std::string> parts;
    if (workbook.sheets.size() > most_sheets) {
        throw ImportError{"it has more sheets than is sensible"};
    }
    for (const auto& sheet : workbook.sheets) {
        const auto target = relations.targets.find(sheet.relation);
        if (target == relations.targets.end()) {
            throw ImportError{fmt::format("its sheet “{}” has no part", sheet.name)};
        }
        sheets_.push_back({sheet.name, sheet.is_hidden, part_of(target->second)});
        if (!parts.insert(sheets_.back().part).second) {
            throw ImportError{"two of its sheets are one part"};
        }
    }
}

/// A broken styles part is common; then nothing is known of formats.
void Xlsx::read_styles()
{
    StyleReader reader{limits_.depth};
    try {
        zip_->stream("xl/styles.xml", reader, always_allowed, limits_.ratio);
        percent_styles_ = std::move(reader.percent_styles);
    } catch (const ImportError&) {
        percent_styles_.clear();
    }
}

void Xlsx::read_strings()
{
    constexpr const char* part = "xl/sharedStrings.xml";
    has_strings_ = true;
    if (zip_->has(part)) {
        StringReader reader{limits_.depth, limits_.string_bytes};
        zip_->stream(part, reader, limits_.string_bytes * 2, limits_.ratio);
        strings_ = std::move(reader.strings);
    }
}

void Xlsx::stream(const XlsxSheet& sheet, const RowSink& take)
{
    if (!has_strings_) {
        read_strings();
        read_styles();
    }
    SheetReader reader{limits_, strings_, percent_styles_, take};
    zip_->stream(sheet.part, reader, limits_.sheet_bytes, limits_.ratio);
}

} // namespace weekboard
