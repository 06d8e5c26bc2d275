#include "store/backup.h"

#include "store/file_probe.h"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>

namespace weekboard
{

namespace
{

namespace fs = std::filesystem;

constexpr std::string_view daily_prefix = "daily-";

} // namespace

bool back_up(Store& store, const fs::path& target, const KeepGoing& keep_going)
{
    std::error_code error;
    if (fs::equivalent(store.path(), target, error)) {
        throw StoreError{StoreCondition::unreachable, target, "a store cannot be its own backup"};
    }
    try {
        if (target.has_parent_path()) {
            fs::create_directories(target.parent_path());
        }
        if (has_unfinished_business(target)) {
            throw StoreError{StoreCondition::locked, target, "the target is in use as a store"};
        }
        return copy_verified(store.database(), target, keep_going);
    } catch (const SQLite::Exception& failure) {
        throw StoreError{condition_of(failure, nullptr), target, failure.what()};
    } catch (const fs::filesystem_error& failure) {
        throw StoreError{condition_of(failure), target, failure.what()};
    }
}

fs::path backup_folder(const fs::path& store)
{
    // Beside the file itself, wherever a link to it lies.
    const fs::path file = real_path(store);
    return file.parent_path() / (file.filename().string() + ".backups");
}

std::vector<BackupCopy> daily_copies(const fs::path& store)
{
    std::vector<BackupCopy> copies;
    std::error_code absent;
    for (const auto& entry : fs::directory_iterator{backup_folder(store), absent}) {
        const std::string stem = entry.path().stem().string();
        if (!stem.starts_with(daily_prefix) || entry.path().extension() != ".db") {
            continue;
        }
        if (const auto day = parse_date(stem.substr(daily_prefix.size()))) {
            copies.push_back({entry.path(), *day});
        }
    }
    std::ranges::sort(copies, std::greater{}, &BackupCopy::day);
    return copies;
}

std::optional<fs::path> back_up_daily(Store& store, Date today, const KeepGoing& keep_going)
{
    const auto before = daily_copies(store.path());
    if (store.is_read_only() ||
        std::ranges::find(before, today, &BackupCopy::day) != before.end()) {
        return std::nullopt;
    }
    remove_abandoned_drafts(backup_folder(store.path()));
    fs::path target =
        backup_folder(store.path()) / fmt::format("{}{}.db", daily_prefix, to_iso(today));
    if (!back_up(store, target, keep_going)) {
        return std::nullopt;
    }
    // A copy from a day to come was made under a wrong clock: it goes before any other.
    auto copies = daily_copies(store.path());
    std::stable_partition(copies.begin(), copies.end(),
                          [today](const BackupCopy& copy) { return copy.day <= today; });
    for (std::size_t i = kept_daily_copies; i < copies.size(); ++i) {
        fs::remove(copies[i].path);
    }
    return target;
}

fs::path back_up_before_migration(Store& store, int version, const Clock& clock)
{
    fs::path target = unused_path(backup_folder(store.path()) /
                                  fmt::format("version-{}-{}.db", version, file_timestamp(clock)));
    back_up(store, target);
    return target;
}

} // namespace weekboard
