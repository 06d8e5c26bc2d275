#include "store/connection.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace weekboard
{

void Connection::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

Connection::Prepared& Connection::lend(std::string_view sql)
{
    auto [place, end] = prepared_.equal_range(sql);
    while (place != end && place->second.is_lent) {
        ++place;
    }
    if (place == end) {
        sqlite3_stmt* statement = nullptr;
        const int status = sqlite3_prepare_v3(getHandle(), sql.data(), static_cast<int>(sql.size()),
                                              SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        Prepared prepared{std::unique_ptr<sqlite3_stmt, Finalize>{statement}};
        if (status != SQLITE_OK) {
            throw SQLite::Exception{getHandle(), status};
        }
        if (statement == nullptr) {
            throw SQLite::Exception{"a statement without SQL"};
        }
        place = prepared_.emplace(sql, std::move(prepared));
    }
    place->second.is_lent = true;
    return place->second;
}

} // namespace weekboard
