#include "ingest/csv.h"
#include "support/catch.h"

using namespace weekboard;

TEST_CASE("comma-separated values are read as RFC 4180 has them")
{
    const CsvTable table = read_csv("\xef\xbb\xbf"
                                    "a,b\r\n\"x, \"\"y\"\"\",指数\n\n,\n");
    CHECK(table.error.empty());
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0].cells == std::vector<std::string>{"a", "b"});
    CHECK(table.rows[1].cells == std::vector<std::string>{"x, \"y\"", "指数"});
    CHECK(table.rows[2].cells == std::vector<std::string>{"", ""});
}

TEST_CASE("what is not comma-separated values ends the reading with a reason")
{
    CHECK_FALSE(read_csv("a,\"b").error.empty());
    CHECK_FALSE(read_csv("a,b\"c\n").error.empty());
    CHECK_FALSE(read_csv(std::string(3 << 20, 'x')).error.empty());
    CHECK(read_csv("").rows.empty());
}
