#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace weekboard
{

/// A prepared statement for loops over very many rows, where SQLiteCpp's column objects cost
/// several per cent. Same rules otherwise: throws SQLite::Exception, belongs to one thread.
class RawStatement
{
public:
    RawStatement(SQLite::Database& database, std::string_view sql)
        : handle_{database.getHandle()}
    {
        check(sqlite3_prepare_v2(handle_, sql.data(), static_cast<int>(sql.size()), &statement_,
                                 nullptr));
    }
    ~RawStatement() { sqlite3_finalize(statement_); }
    RawStatement(const RawStatement&) = delete;
    RawStatement& operator=(const RawStatement&) = delete;

    void bind(int index, std::int64_t value)
    {
        check(sqlite3_bind_int64(statement_, index, value));
    }
    void bind(int index, std::optional<int> value)
    {
        check(value ? sqlite3_bind_int(statement_, index, *value)
                    : sqlite3_bind_null(statement_, index));
    }
    void bind(int index, std::optional<double> value)
    {
        check(value ? sqlite3_bind_double(statement_, index, *value)
                    : sqlite3_bind_null(statement_, index));
    }

    /// True while there is a row.
    bool step()
    {
        const int status = sqlite3_step(statement_);
        if (status != SQLITE_ROW && status != SQLITE_DONE) {
            throw SQLite::Exception{handle_, status};
        }
        return status == SQLITE_ROW;
    }

    void reset() { sqlite3_reset(statement_); }

    [[nodiscard]] std::int64_t integer(int column) const
    {
        return sqlite3_column_int64(statement_, column);
    }
    [[nodiscard]] double real(int column) const
    {
        return sqlite3_column_double(statement_, column);
    }
    [[nodiscard]] bool is_null(int column) const
    {
        return sqlite3_column_type(statement_, column) == SQLITE_NULL;
    }

private:
    void check(int status)
    {
        if (status != SQLITE_OK) {
            throw SQLite::Exception{handle_, status};
        }
    }

    sqlite3* handle_ = nullptr;
    sqlite3_stmt* statement_ = nullptr;
};

} // namespace weekboard
