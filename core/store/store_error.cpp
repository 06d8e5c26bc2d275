#include "store/store_error.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <array>
#include <cerrno>
#include <utility>

namespace weekboard
{

namespace
{

bool is_out_of_room(int system_error)
{
    return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
}

} // namespace

std::string_view to_string(StoreCondition condition)
{
    static constexpr std::array<std::string_view, 10> names{
        "created", "current",  "migrated", "read_only", "newer",
        "corrupt", "not_ours", "locked",   "disk_full", "unreachable"};
    return names.at(static_cast<std::size_t>(condition));
}

StoreError::StoreError(StoreCondition condition, std::filesystem::path path,
                       const std::string& detail)
    : std::runtime_error{detail}
    , condition_{condition}
    , path_{std::move(path)}
{
}

StoreCondition condition_of(const SQLite::Exception& error, sqlite3* handle)
{
    switch (error.getErrorCode() & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return StoreCondition::locked;
    case SQLITE_FULL:
        return StoreCondition::disk_full;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return StoreCondition::read_only;
    case SQLITE_NOTADB:
        return StoreCondition::not_ours;
    case SQLITE_CORRUPT:
        return StoreCondition::corrupt;
    case SQLITE_IOERR:
        if (handle != nullptr && is_out_of_room(sqlite3_system_errno(handle))) {
            return StoreCondition::disk_full;
        }
        return error.getExtendedErrorCode() == SQLITE_IOERR_SHORT_READ
                   ? StoreCondition::corrupt
                   : StoreCondition::unreachable;
    default:
        return StoreCondition::unreachable;
    }
}

StoreCondition condition_of(const std::filesystem::filesystem_error& error)
{
    if (is_out_of_room(error.code().value())) {
        return StoreCondition::disk_full;
    }
    return error.code() == std::errc::read_only_file_system ? StoreCondition::read_only
                                                            : StoreCondition::unreachable;
}

} // namespace weekboard
