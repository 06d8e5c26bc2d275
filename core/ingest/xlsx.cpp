#include "ingest/xlsx.h"

#include "ingest/xlsx_parts.h"
#include "ingest/xlsx_sheet.h"

#include <fmt/format.h>
#include <zip.h>

#include <memory>
#include <set>

namespace weekboard
{

namespace
{

constexpr std::uint64_t always_allowed = 10U << 20;
/// A larger sheet is not read twice: it is one of figures, and its merged cells are left out.
constexpr std::uint64_t most_for_merges = 8U << 20;

/// `Target` of a relation, from the folder `xl`.
std::string part_of(std::string_view target)
{
    return target.starts_with('/') ? std::string{target.substr(1)} : fmt::format("xl/{}", target);
}

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

    /// Unpacked, in bytes.
    [[nodiscard]] std::uint64_t size_of(const std::string& part) const
    {
        zip_stat_t stat{};
        return zip_stat(archive.get(), part.c_str(), 0, &stat) == 0 ? stat.size : 0;
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
    MergeReader merged{limits_.depth};
    if (zip_->size_of(sheet.part) <= most_for_merges) {
        zip_->stream(sheet.part, merged, most_for_merges, limits_.ratio);
    }
    SheetReader reader{limits_, strings_, percent_styles_, merged.merges, take};
    zip_->stream(sheet.part, reader, limits_.sheet_bytes, limits_.ratio);
}

} // namespace weekboard
