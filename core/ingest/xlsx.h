#pragma once

#include "ingest/file_row.h"
#include "ingest/import_source.h"

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace weekboard
{

/// What a workbook may hold at most; beyond that it is taken for hostile.
struct XlsxLimits {
    std::uint64_t entries = 10000;
    std::uint64_t sheet_bytes = 4ULL << 30;  ///< of one sheet, unpacked
    std::uint64_t string_bytes = 256U << 20; ///< of all shared strings
    std::uint64_t ratio = 400;               ///< unpacked to packed, of parts above 10 MB
    std::uint64_t cell_bytes = 1U << 20;
    std::uint64_t cells = 50'000'000; ///< of one sheet, with the empty ones before them
    int depth = 64;                   ///< of elements
};

struct XlsxSheet {
    std::string name;
    bool is_hidden = false;
    std::string part; ///< inside the zip
};

/// An Excel workbook, read as it is stored: cells with their last calculated values, no styles.
/// Merged cells are told by the first of them, in sheets of some megabytes at most. Dates are the
/// numbers that a workbook keeps them as. Rows are streamed: memory grows with the shared strings
/// alone. Every function throws ImportError, which names a missing part.
class Xlsx
{
public:
    explicit Xlsx(const ImportSource& source, const XlsxLimits& limits = {});
    ~Xlsx();
    Xlsx(const Xlsx&) = delete;
    Xlsx& operator=(const Xlsx&) = delete;

    [[nodiscard]] const std::vector<XlsxSheet>& sheets() const { return sheets_; }

    /// Days are counted from 1904-01-01, as old Macs did.
    [[nodiscard]] bool counts_from_1904() const { return counts_from_1904_; }

    void stream(const XlsxSheet& sheet, const RowSink& take);

private:
    struct Zip;

    void read_workbook();
    void read_strings();
    void read_styles();

    XlsxLimits limits_;
    std::unique_ptr<Zip> zip_;
    std::vector<XlsxSheet> sheets_;
    std::vector<std::string> strings_;
    std::set<std::size_t> percent_styles_; ///< formats of cells that show a hundredth as 1 %
    bool has_strings_ = false;
    bool counts_from_1904_ = false;
};

} // namespace weekboard
