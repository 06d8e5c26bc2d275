#include "store/statement.h"
#include "support/catch.h"

#include <SQLiteCpp/Exception.h>

using namespace weekboard;

namespace
{

Connection with_table()
{
    Connection database{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    database.exec("CREATE TABLE t (a, b)");
    return database;
}

int prepared(const Connection& database)
{
    int count = 0;
    sqlite3_stmt* statement = nullptr;
    while ((statement = sqlite3_next_stmt(database.getHandle(), statement)) != nullptr) {
        ++count;
    }
    return count;
}

constexpr const char* insert_row = "INSERT INTO t VALUES (?, ?)";
constexpr const char* rows_from = "SELECT a, b FROM t WHERE a >= ? ORDER BY a";

} // namespace

TEST_CASE("A statement is prepared once for each SQL")
{
    Connection database = with_table();
    for (int i = 0; i < 5; ++i) {
        CHECK(execute(database, insert_row, i, "text") == 1);
    }
    CHECK(prepared(database) == 1);
    for (int first = 0; first < 5; ++first) {
        Statement query{database, rows_from, first};
        REQUIRE(query.step());
        CHECK(query.as_int(0) == first);
    }
    CHECK(prepared(database) == 2);
}

TEST_CASE("A statement that is in use is not lent again")
{
    Connection database = with_table();
    execute(database, insert_row, 1, "one");
    execute(database, insert_row, 2, "two");
    Statement outer{database, rows_from, 1};
    REQUIRE(outer.step());
    {
        Statement inner{database, rows_from, 2};
        REQUIRE(inner.step());
        CHECK(inner.as_text(1) == "two");
        CHECK_FALSE(inner.step());
    }
    CHECK(outer.as_text(1) == "one");
    REQUIRE(outer.step());
    CHECK(outer.as_text(1) == "two");
    CHECK(prepared(database) == 3);
}

TEST_CASE("A statement comes back without its values and without a lock")
{
    Connection database = with_table();
    execute(database, insert_row, 1, "one");
    execute(database, insert_row);
    {
        Statement query{database, "SELECT a IS NULL, b IS NULL FROM t ORDER BY rowid DESC"};
        REQUIRE(query.step());
        CHECK(query.as_int(0) == 1);
        CHECK(query.as_int(1) == 1);
    }
    // A running query would refuse it.
    CHECK_NOTHROW(database.exec("DROP TABLE t"));
}

TEST_CASE("Texts come back as they were given")
{
    Connection database = with_table();
    const std::string with_zero{"景气\0度", 10};
    execute(database, insert_row, with_zero, std::string_view{});
    Statement query{database, "SELECT a, b FROM t"};
    REQUIRE(query.step());
    CHECK(query.as_text(0) == with_zero);
    CHECK_FALSE(query.is_null(1));
    CHECK(query.as_text(1).empty());
}

TEST_CASE("A figure that is not there is NULL")
{
    Connection database = with_table();
    execute(database, insert_row, std::optional<double>{}, std::optional{2.5});
    Statement query{database, "SELECT a, b FROM t"};
    REQUIRE(query.step());
    CHECK(query.is_null(0));
    CHECK(query.as_optional_double(0) == std::nullopt);
    CHECK(query.as_optional_double(1) == 2.5);
}

TEST_CASE("What SQLite refuses is thrown, and the statement is free again")
{
    Connection database = with_table();
    CHECK_THROWS_AS(execute(database, "SELECT nothing FROM nowhere"), SQLite::Exception);
    CHECK(prepared(database) == 0);

    database.exec("CREATE TABLE u (a PRIMARY KEY)");
    constexpr const char* insert_key = "INSERT INTO u VALUES (?)";
    execute(database, insert_key, 1);
    CHECK_THROWS_AS(execute(database, insert_key, 1), SQLite::Exception);
    CHECK_THROWS_AS(execute(database, insert_key, 1, 2), SQLite::Exception);
    CHECK(execute(database, insert_key, 2) == 1);
    CHECK(prepared(database) == 1);
}

TEST_CASE("A statement can be run again after it failed")
{
    Connection database = with_table();
    database.exec("CREATE TABLE u (a PRIMARY KEY)");
    Statement insert{database, "INSERT INTO u VALUES (?)"};
    insert.bind(1, 1);
    CHECK(insert.run() == 1);
    CHECK_THROWS_AS(insert.run(), SQLite::Exception);
    insert.bind(1, 2);
    CHECK(insert.run() == 1);
}

TEST_CASE("What a statement did not change is not counted")
{
    Connection database = with_table();
    database.exec("CREATE TABLE u (a PRIMARY KEY)");
    constexpr const char* insert_new = "INSERT OR IGNORE INTO u VALUES (?)";
    CHECK(execute(database, insert_new, 1) == 1);
    CHECK(execute(database, insert_new, 1) == 0);
}

TEST_CASE("Each parameter is given a value")
{
    Connection database = with_table();
    CHECK_THROWS_AS(execute(database, insert_row, 1), SQLite::Exception);
    CHECK_THROWS_AS(execute(database, insert_row, 1, 2, 3), SQLite::Exception);
    CHECK(execute(database, insert_row, 1, std::optional<int>{}) == 1);
    CHECK_THROWS_AS(execute(database, "-- nothing"), SQLite::Exception);
}

TEST_CASE("A connection moves with its statements")
{
    Connection database = with_table();
    execute(database, insert_row, 1, true);
    Connection moved{std::move(database)};
    CHECK(execute(moved, insert_row, 2U, 3LL) == 1);
    CHECK(prepared(moved) == 1);
    Statement query{moved, rows_from, 2};
    REQUIRE(query.step());
    CHECK(query.as_int64(1) == 3);
}

TEST_CASE("Statements that give rows are not run for their changes")
{
    Connection database = with_table();
    execute(database, insert_row, 1, 2);
    CHECK_THROWS_AS(execute(database, "SELECT a FROM t"), SQLite::Exception);
}

TEST_CASE("A statement follows a change of the schema")
{
    Connection database = with_table();
    execute(database, insert_row, 1, "one");
    database.exec("DROP TABLE t");
    database.exec("CREATE TABLE t (a, b)");
    execute(database, insert_row, 2, "two");
    Statement query{database, "SELECT b FROM t"};
    REQUIRE(query.step());
    CHECK(query.as_text(0) == "two");
}
