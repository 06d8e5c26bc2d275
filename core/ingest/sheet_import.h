#pragma once

#include "ingest/row_reader.h"

#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace weekboard
{

/// Takes the rows of a sheet, recognises what they are, and keeps what they say.
class SheetImport
{
public:
    /// All but the traits must outlive it.
    SheetImport(const SeriesMatcher& matcher, const Layouts& layouts, const ImportWishes& wishes,
                SheetTraits traits);

    /// False: no more is wanted, the sheet is like nothing that is known.
    bool take(FileRow& row);

    [[nodiscard]] ImportedSheet finish();

private:
    bool begin();
    void read(const FileRow& row);
    [[nodiscard]] bool is_footer(const FileRow& row) const;
    [[nodiscard]] bool is_too_long(const FileRow& row) const;
    enum class HeaderKind { none, same, another };
    [[nodiscard]] HeaderKind header_in(const FileRow& row) const;
    [[nodiscard]] bool has_metrics(const FileRow& row) const;
    void tell_stray(const FileRow& row);
    void reject(const FileRow& row, std::size_t column, RejectReason reason);

    const SeriesMatcher& matcher_;
    const Layouts& layouts_;
    const ImportWishes& wishes_;
    SheetTraits traits_;
    std::vector<FileRow> head_;
    std::optional<RecognisedSheet> recognised_;
    std::unique_ptr<RowReader> reader_;
    bool is_over_ = false;
    std::set<std::size_t> stray_; ///< columns beside the table that were told
    ImportedSheet sheet_;
};

} // namespace weekboard
