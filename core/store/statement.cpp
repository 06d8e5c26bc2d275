#include "store/statement.h"

#include <SQLiteCpp/Exception.h>

namespace weekboard
{

Statement::~Statement()
{
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
    prepared_.is_lent = false;
}

void Statement::bind(int index, std::string_view text)
{
    // A pointer to nothing would bind NULL.
    check(sqlite3_bind_text64(statement_, index, text.empty() ? "" : text.data(), text.size(),
                              SQLITE_TRANSIENT, SQLITE_UTF8));
}

int Statement::run()
{
    if (sqlite3_column_count(statement_) > 0) {
        throw SQLite::Exception{"a statement that gives rows is not run for its changes"};
    }
    sqlite3* const database = sqlite3_db_handle(statement_);
    if (const int status = sqlite3_step(statement_); status != SQLITE_DONE) {
        const SQLite::Exception error{database, status};
        reset();
        throw error;
    }
    reset();
    return sqlite3_changes(database);
}

std::string Statement::as_text(int column) const
{
    const unsigned char* text = sqlite3_column_text(statement_, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    return text == nullptr ? std::string{} : std::string{text, text + size};
}

void Statement::expect_parameters(std::size_t count) const
{
    if (sqlite3_bind_parameter_count(statement_) != static_cast<int>(count)) {
        throw SQLite::Exception{"a statement is not given a value for each parameter"};
    }
}

void Statement::fail(int status) const
{
    throw SQLite::Exception{sqlite3_db_handle(statement_), status};
}

} // namespace weekboard
