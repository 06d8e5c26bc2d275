#include "entry/entry.h"
#include "store/figures.h"
#include "support/catch.h"
#include "support/scratch.h"

using namespace weekboard;
using namespace weekboard::testing;

namespace
{

constexpr Date february = make_date(2026, 2, 28);
const FixedClock in_april{make_date(2026, 4, 13)};
const FixedClock in_june{make_date(2026, 6, 20)};

struct Fixture {
    ScratchFolder folder;
    std::unique_ptr<Store> store = blank_store(folder / "w.db");
    Series series = make_series(*store, "miit.x", Frequency::monthly, Measure::level, 25);

    EntryOutcome enter(double value, const Clock& clock, std::optional<Date> vintage = {},
                       bool correct = false)
    {
        return enter_figure(*store, {series, february, value, vintage, correct},
                            {BatchKind::entry, "test", "me"}, clock);
    }

    std::size_t releases()
    {
        return store->read([&](Connection& d) { return releases_of_period(d, series, february); })
            .size();
    }
};

} // namespace

TEST_CASE("the first figure is public after the release lag, or today if that is sooner")
{
    Fixture late;
    CHECK(late.enter(1, in_april).vintage == make_date(2026, 3, 25));
    Fixture early;
    CHECK(early.enter(1, FixedClock{make_date(2026, 3, 10)}).vintage == make_date(2026, 3, 10));
}

TEST_CASE("a second figure is a revision as of today")
{
    Fixture f;
    f.enter(490.9, in_april);
    const EntryOutcome outcome = f.enter(491, in_june);
    CHECK(outcome.vintage == make_date(2026, 6, 20));
    CHECK(outcome.previous == 490.9);
    CHECK(outcome.batch);
    CHECK(f.releases() == 2);
}

TEST_CASE("a correction stays in its vintage")
{
    Fixture f;
    f.enter(409.9, in_april);
    const EntryOutcome outcome = f.enter(490.9, in_june, {}, true);
    CHECK(outcome.vintage == make_date(2026, 3, 25));
    CHECK(f.releases() == 1);
    CHECK(f.enter(1, in_june, make_date(2026, 5, 1), true).refusal ==
          EntryRefusal::nothing_to_correct);
    CHECK(Fixture{}.enter(1, in_june, {}, true).refusal == EntryRefusal::nothing_to_correct);
}

TEST_CASE("a vintage before the period began is refused, an earlier release can be added later")
{
    Fixture f;
    CHECK(f.enter(1, in_june, make_date(2026, 1, 31)).refusal ==
          EntryRefusal::vintage_before_period);
    f.enter(2, in_june, make_date(2026, 5, 1));
    f.enter(1, in_june, make_date(2026, 3, 20));
    CHECK(f.releases() == 2);
}

TEST_CASE("a release is not overwritten without saying that it is a correction")
{
    Fixture f;
    f.enter(490.9, in_april);
    const Date released = make_date(2026, 3, 25);
    CHECK(f.enter(491, in_june, released).refusal == EntryRefusal::released_otherwise);
    CHECK_FALSE(f.enter(490.9, in_june, released).refusal);
    CHECK(f.enter(491, in_june, released, true).batch);
    CHECK(f.releases() == 1);
}

TEST_CASE("nothing can be known of a period that has not begun")
{
    Fixture f;
    const FixedClock in_january{make_date(2026, 1, 20)};
    CHECK(f.enter(1, in_january).refusal == EntryRefusal::period_to_come);
    CHECK_FALSE(f.enter(1, FixedClock{make_date(2026, 2, 1)}).refusal);
}

TEST_CASE("the same figure again is no batch")
{
    Fixture f;
    f.enter(490.9, in_april);
    const EntryOutcome again = f.enter(490.9, in_june);
    CHECK_FALSE(again.batch);
    CHECK(again.previous == 490.9);
    CHECK(f.releases() == 1);
}

TEST_CASE("values that no source can mean are told apart")
{
    Series series;
    series.measure = Measure::share;
    CHECK(why_impossible(series, 140) == Impossible::share_out_of_range);
    CHECK(why_impossible(series, -0.1) == Impossible::share_out_of_range);
    CHECK_FALSE(why_impossible(series, 67.6));
    series.measure = Measure::close;
    CHECK(why_impossible(series, 0) == Impossible::not_positive);
    CHECK(why_impossible(series, std::numeric_limits<double>::infinity()) ==
          Impossible::not_finite);
    series.measure = Measure::growth;
    CHECK(why_impossible(series, -101) == Impossible::fall_over_100);
    series.measure = Measure::net_add;
    CHECK_FALSE(why_impossible(series, -678.6));
}
