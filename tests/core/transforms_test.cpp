#include "series/transforms.h"
#include "support/catch.h"

using namespace weekboard;

namespace
{

Observation on(int year, unsigned month, unsigned day, double value)
{
    const Date date = make_date(year, month, day);
    return {date, date, value};
}

} // namespace

TEST_CASE("the week's change starts from the last close before its Monday")
{
    const Observations closes{on(2026, 4, 2, 90), on(2026, 4, 3, 100), on(2026, 4, 7, 101),
                              on(2026, 4, 10, 110), on(2026, 4, 13, 200)};
    const auto change = week_change(closes, Week::containing(make_date(2026, 4, 8)));
    REQUIRE(change);
    CHECK(change->percent == Approx(10));
    CHECK(change->base.period_end == make_date(2026, 4, 3));
    CHECK(change->last.period_end == make_date(2026, 4, 10));
}

TEST_CASE("a week without a close has no change")
{
    const Observations closes{on(2026, 2, 13, 100), on(2026, 2, 24, 120)};
    CHECK_FALSE(week_change(closes, Week::containing(make_date(2026, 2, 18))));
    CHECK_FALSE(month_to_date(closes, Week::containing(make_date(2026, 2, 18))));
    // The week after starts from the last close there was.
    CHECK(week_change(closes, Week::containing(make_date(2026, 2, 24)))->percent == Approx(20));
    CHECK_FALSE(week_change(closes, Week::containing(make_date(2026, 2, 13))));
    CHECK_FALSE(week_change({}, Week::containing(make_date(2026, 2, 13))));
}

TEST_CASE("month and year to date start before the month and year of the week's last close")
{
    const Observations closes{on(2025, 12, 31, 80), on(2026, 3, 30, 90), on(2026, 3, 31, 100),
                              on(2026, 4, 1, 120), on(2026, 4, 3, 150)};
    const Week across_months = Week::containing(make_date(2026, 4, 1));
    CHECK(month_to_date(closes, across_months)->percent == Approx(50));
    CHECK(year_to_date(closes, across_months)->percent == Approx(87.5));
}

TEST_CASE("YoY compares with the same period, and only with it")
{
    const Observations levels{on(2024, 2, 29, 100), on(2025, 1, 31, 10), on(2025, 2, 28, 110),
                              on(2026, 2, 28, 121), on(2026, 3, 31, 5)};
    const Observations growth = year_on_year(levels, Frequency::monthly);
    REQUIRE(growth.size() == 2);
    CHECK(growth[0].period_end == make_date(2025, 2, 28));
    CHECK(growth[0].value == Approx(10));
    CHECK(growth[1].value == Approx(10));
    CHECK(year_on_year(Observations{on(2025, 2, 28, 0), on(2026, 2, 28, 5)}, Frequency::monthly)
              .empty());
}

TEST_CASE("a cumulated flow becomes single periods; January–February stays one")
{
    const Observations flow{on(2025, 2, 28, 20), on(2025, 3, 31, 33), on(2025, 5, 31, 60),
                            on(2025, 6, 30, 75), on(2026, 1, 31, 8),  on(2026, 2, 28, 19)};
    const Observations singles = single_periods(flow, Frequency::monthly);
    REQUIRE(singles.size() == 5);
    CHECK(singles[0].value == 20); // stands for two months
    CHECK(singles[1].value == 13);
    CHECK(singles[2].period_end == make_date(2025, 6, 30)); // April is missing, so May is too
    CHECK(singles[3].value == 8);
    CHECK(singles[4].value == 11); // January was published that year
}

TEST_CASE("a period that differences a rounded figure means nothing")
{
    const Observations flow{on(2025, 11, 30, 16096), on(2025, 12, 31, 17500)};
    const std::vector<Date> rounded{make_date(2025, 12, 31)};
    CHECK(single_periods(flow, Frequency::monthly).size() == 1);
    CHECK(single_periods(flow, Frequency::monthly, rounded).empty());
}

TEST_CASE("quarters of a cumulated flow begin anew each year")
{
    const Observations flow{on(2025, 3, 31, 10), on(2025, 6, 30, 25), on(2026, 3, 31, 12)};
    const Observations singles = single_periods(flow, Frequency::quarterly);
    REQUIRE(singles.size() == 3);
    CHECK(singles[1].value == 15);
    CHECK(singles[2].value == 12);
}

TEST_CASE("net change is against the end of the year before")
{
    const Observations levels{on(2025, 12, 31, 483.9), on(2026, 2, 28, 490.9),
                              on(2027, 1, 31, 500)};
    const Observations changes = net_change_since_year_end(levels);
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].value == Approx(7.0));
}

TEST_CASE("rebasing takes the last figure on or before the base date, else the first")
{
    const Observations levels{on(2026, 1, 5, 50), on(2026, 1, 7, 60)};
    CHECK(rebase(levels, make_date(2026, 1, 6))[1].value == Approx(120));
    CHECK(rebase(levels, make_date(2025, 1, 1))[0].value == Approx(100));
    CHECK(rebase({}, make_date(2025, 1, 1)).empty());
    CHECK(rebase(Observations{on(2026, 1, 5, 0)}, make_date(2026, 1, 6)).empty());
}
