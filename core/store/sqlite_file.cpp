#include "store/sqlite_file.h"

#include <sqlite3.h>

namespace weekboard
{

SqliteFile::SqliteFile(const std::filesystem::path& path)
    : name_{sqlite3_create_filename(path.c_str(), "", "", 0, nullptr)}
{
    sqlite3_vfs* layer = sqlite3_vfs_find(nullptr);
    if (layer == nullptr || name_ == nullptr) {
        return;
    }
    const auto bytes = static_cast<std::size_t>(layer->szOsFile);
    space_ = std::make_unique<std::max_align_t[]>(bytes / sizeof(std::max_align_t) + 1);
    is_open_ = layer->xOpen(layer, name_, file(), SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB,
                            nullptr) == SQLITE_OK;
}

SqliteFile::~SqliteFile()
{
    if (is_open_) {
        file()->pMethods->xClose(file());
    }
    if (name_ != nullptr) {
        sqlite3_free_filename(name_);
    }
}

sqlite3_file* SqliteFile::file() const
{
    return reinterpret_cast<sqlite3_file*>(space_.get());
}

bool SqliteFile::read(std::int64_t offset, std::span<unsigned char> into) const
{
    return is_open_ && file()->pMethods->xRead(file(), into.data(), static_cast<int>(into.size()),
                                               offset) == SQLITE_OK;
}

std::int64_t SqliteFile::size() const
{
    sqlite3_int64 bytes = 0;
    return is_open_ && file()->pMethods->xFileSize(file(), &bytes) == SQLITE_OK ? bytes : 0;
}

} // namespace weekboard
