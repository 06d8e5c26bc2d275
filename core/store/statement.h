#pragma once

#include "store/connection.h"

#include <sqlite3.h>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace weekboard
{

/// A prepared statement of a store's connection, which keeps it for the next one with the same SQL:
/// that SQL must therefore be one of a few texts, with what varies bound to its parameters.
/// Must not outlive the connection. What SQLite refuses is thrown as SQLite::Exception.
class Statement
{
public:
    /// Binds `values`, one for each parameter; without any, all are to be bound later.
    template <typename... Values>
    Statement(Connection& database, std::string_view sql, const Values&... values)
        : Statement{database.lend(sql)}
    {
        if constexpr (sizeof...(values) > 0) {
            expect_parameters(sizeof...(values));
            int index = 0;
            (bind(++index, values), ...);
        }
    }
    /// Gives the statement back: it holds no lock any more.
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    /// Parameters count from 1; those that are not bound are NULL.
    void bind(int index, std::int64_t value)
    {
        check(sqlite3_bind_int64(statement_, index, value));
    }
    template <std::integral Value>
    void bind(int index, Value value)
    {
        bind(index, static_cast<std::int64_t>(value));
    }
    void bind(int index, double value) { check(sqlite3_bind_double(statement_, index, value)); }
    void bind(int index, std::string_view text);
    template <typename Value>
    void bind(int index, const std::optional<Value>& value)
    {
        if (value) {
            bind(index, *value);
        } else {
            check(sqlite3_bind_null(statement_, index));
        }
    }

    /// True while there is a row; after that the next step begins anew.
    bool step()
    {
        const int status = sqlite3_step(statement_);
        if (status != SQLITE_ROW && status != SQLITE_DONE) {
            fail(status);
        }
        return status == SQLITE_ROW;
    }

    /// Ends the run; what is bound stays bound.
    void reset() { sqlite3_reset(statement_); }

    /// Runs a statement that gives no rows, and makes it ready for the next run even if it fails.
    /// Returns how many rows an INSERT, UPDATE or DELETE changed.
    int run();

    /// Columns of the row, from 0. NULL is 0 and an empty text.
    [[nodiscard]] int as_int(int column) const { return sqlite3_column_int(statement_, column); }
    [[nodiscard]] std::int64_t as_int64(int column) const
    {
        return sqlite3_column_int64(statement_, column);
    }
    [[nodiscard]] double as_double(int column) const
    {
        return sqlite3_column_double(statement_, column);
    }
    [[nodiscard]] std::optional<double> as_optional_double(int column) const
    {
        return is_null(column) ? std::nullopt : std::optional{as_double(column)};
    }
    [[nodiscard]] std::string as_text(int column) const;
    [[nodiscard]] bool is_null(int column) const
    {
        return sqlite3_column_type(statement_, column) == SQLITE_NULL;
    }

private:
    explicit Statement(Connection::Prepared& prepared)
        : prepared_{prepared}
        , statement_{prepared.statement.get()}
    {
    }

    void expect_parameters(std::size_t count) const;
    void check(int status) const
    {
        if (status != SQLITE_OK) {
            fail(status);
        }
    }
    [[noreturn]] void fail(int status) const;

    Connection::Prepared& prepared_;
    sqlite3_stmt* statement_ = nullptr;
};

/// Runs a statement that gives no rows once: see Statement::run.
template <typename... Values>
int execute(Connection& database, std::string_view sql, const Values&... values)
{
    return Statement{database, sql, values...}.run();
}

} // namespace weekboard
