#pragma once

#include <SQLiteCpp/Database.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3_stmt;

namespace weekboard
{

/// A connection to a store's file, with the statements that were prepared on it. To prepare one
/// takes as long as to read some hundred rows, and the exhibits of a week run the same few of them
/// over and over.
class Connection : public SQLite::Database
{
public:
    using SQLite::Database::Database;
    Connection(Connection&&) = default;
    /// It would close the file while its statements still live.
    Connection& operator=(Connection&&) = delete;

private:
    friend class Statement;

    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    struct Prepared {
        std::unique_ptr<sqlite3_stmt, Finalize> statement;
        bool is_lent = false;
    };

    /// A statement that nobody uses, prepared now if there is none. Throws SQLite::Exception.
    [[nodiscard]] Prepared& lend(std::string_view sql);

    std::multimap<std::string, Prepared, std::less<>> prepared_; ///< by their SQL
};

} // namespace weekboard
