#pragma once

#include "store/store.h"

#include <SQLiteCpp/Backup.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

/// Copies of a store that are looked over before they count, and nothing half written.
namespace weekboard
{

/// Result of looking a store over. Empty `messages` means healthy.
struct Health {
    bool ok = true;
    std::vector<std::string> messages; ///< SQLite's own words, for the one who repairs
};

/// Reads every page and every reference. Takes about a second per 100 MB. Throws SQLite::Exception
/// where a page cannot be read at all.
[[nodiscard]] Health verify(SQLite::Database& database);

/// The same of a store. Throws StoreError, but for a damaged store, whose damage it tells.
[[nodiscard]] Health verify(Store& store);

/// A name beside `target` that is removed again unless `keep()` moved it into place.
class CopyDraft
{
public:
    explicit CopyDraft(const std::filesystem::path& target);
    ~CopyDraft() { remove(); }
    CopyDraft(const CopyDraft&) = delete;
    CopyDraft& operator=(const CopyDraft&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    /// A log beside the target would be read into the new file: the caller has cleared it away.
    void keep();

private:
    void remove() const;

    std::filesystem::path target_;
    std::filesystem::path path_;
};

/// Asked between steps with the share that is done; false calls the copying off.
using KeepGoing = std::function<bool(double done)>;

/// Copies the pages that are left. Returns false if it was called off. Throws SQLite::Exception.
bool run_to_end(SQLite::Backup& backup, const KeepGoing& keep_going);

/// Copies page by page. Returns false if it was called off. Throws SQLite::Exception.
bool copy_pages(SQLite::Database& from, SQLite::Database& to, const KeepGoing& keep_going);

/// Fills a draft by `fill(draft's path)`, looks it over and puts it in place. Returns false if
/// `fill` did, and nothing was changed. Throws StoreError.
bool place_verified(const std::filesystem::path& target,
                    const std::function<bool(const std::filesystem::path& draft)>& fill);

/// Copies a database to `target`, by way of a draft. Returns false if it was called off. Throws
/// StoreError.
bool copy_verified(SQLite::Database& from, const std::filesystem::path& target,
                   const KeepGoing& keep_going);

/// Removes what killed processes left of copies that they were making.
void remove_abandoned_drafts(const std::filesystem::path& folder);

/// The time as a part of a file's name.
[[nodiscard]] std::string file_timestamp(const Clock& clock);

/// The name that is wanted, with a number where it is taken.
[[nodiscard]] std::filesystem::path unused_path(const std::filesystem::path& wanted);

} // namespace weekboard
