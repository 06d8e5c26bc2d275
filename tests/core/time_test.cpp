#include "support/catch.h"
#include "time/date.h"
#include "time/period.h"
#include "time/week.h"

using namespace weekboard;

TEST_CASE("a date is read from ISO text and nothing else")
{
    CHECK(parse_date("2026-04-10") == make_date(2026, 4, 10));
    CHECK(parse_date("2024-02-29") == make_date(2024, 2, 29));
    for (const char* wrong :
         {"", "2026-4-10", "2026-02-29", "2026-13-01", "2026-04-10 ", "20260410", "2026/04/10",
          "-026-04-10", "2026-04--1", "1899-12-31", "abcd-ef-gh"}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_date(wrong));
    }
    CHECK(to_iso(make_date(2026, 4, 5)) == "2026-04-05");
}

TEST_CASE("months are added up to the month's last day")
{
    CHECK(add_months(make_date(2026, 1, 31), 1) == make_date(2026, 2, 28));
    CHECK(add_months(make_date(2024, 3, 31), -1) == make_date(2024, 2, 29));
    CHECK(add_months(make_date(2026, 1, 15), -13) == make_date(2024, 12, 15));
}

TEST_CASE("a week runs from Monday to Sunday and is named by its Friday")
{
    const Week week = Week::containing(make_date(2026, 4, 8));
    CHECK(week.monday() == make_date(2026, 4, 6));
    CHECK(week.friday() == make_date(2026, 4, 10));
    CHECK(week.sunday() == make_date(2026, 4, 12));
    CHECK(Week::containing(week.sunday()) == week);
    CHECK(Week::containing(week.monday()) == week);
    CHECK(week.plus(-1).friday() == make_date(2026, 4, 3));
}

TEST_CASE("weeks are numbered by ISO 8601, across the turn of a year")
{
    CHECK(Week::containing(make_date(2026, 4, 10)).iso_number() == 15);
    CHECK(Week::containing(make_date(2026, 1, 1)).iso_number() == 1);
    CHECK(Week::containing(make_date(2027, 1, 1)).iso_number() == 53);
    CHECK(Week::containing(make_date(2024, 12, 30)).iso_number() == 1);
}

TEST_CASE("a period's end is its key")
{
    CHECK(period_end(Frequency::monthly, make_date(2024, 2, 3)) == make_date(2024, 2, 29));
    CHECK(period_end(Frequency::quarterly, make_date(2026, 2, 3)) == make_date(2026, 3, 31));
    CHECK(period_end(Frequency::quarterly, make_date(2025, 12, 31)) == make_date(2025, 12, 31));
    CHECK(period_end(Frequency::annual, make_date(2026, 2, 3)) == make_date(2026, 12, 31));
    CHECK(period_end(Frequency::weekly, make_date(2026, 4, 6)) == make_date(2026, 4, 10));
    CHECK(period_end(Frequency::weekly, make_date(2026, 4, 10)) == make_date(2026, 4, 10));
    CHECK(period_end(Frequency::weekly, make_date(2026, 4, 12)) == make_date(2026, 4, 10));
    CHECK(period_start(Frequency::weekly, make_date(2026, 4, 10)) == make_date(2026, 4, 6));
    CHECK(period_start(Frequency::quarterly, make_date(2026, 2, 3)) == make_date(2026, 1, 1));
    CHECK(shift_period(Frequency::monthly, make_date(2026, 3, 31), -1) == make_date(2026, 2, 28));
}

TEST_CASE("a period is read in its short form or by its last day")
{
    CHECK(parse_period(Frequency::monthly, "2026-02") == make_date(2026, 2, 28));
    CHECK(parse_period(Frequency::monthly, "2026-02-28") == make_date(2026, 2, 28));
    CHECK_FALSE(parse_period(Frequency::monthly, "2026-02-15"));
    CHECK(parse_period(Frequency::quarterly, "2025Q4") == make_date(2025, 12, 31));
    CHECK_FALSE(parse_period(Frequency::quarterly, "2025Q5"));
    CHECK(parse_period(Frequency::annual, "2025") == make_date(2025, 12, 31));
    CHECK_FALSE(parse_period(Frequency::daily, "2025"));
    CHECK_FALSE(parse_period(Frequency::weekly, "2026-04-09"));
}
