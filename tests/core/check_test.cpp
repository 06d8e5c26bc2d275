#include "check/check.h"
#include "check/identities.h"
#include "entry/entry.h"
#include "store/series_list.h"
#include "support/catch.h"
#include "support/scratch.h"

#include <algorithm>

using namespace weekboard;
using namespace weekboard::testing;

namespace
{

const Week example_week = Week::containing(make_date(2026, 4, 10));
const Date late = make_date(2026, 7, 3);

struct Checked {
    ScratchFolder folder;
    std::unique_ptr<Store> store = bundled_store(folder / "w.db");

    void enter(const std::string& code, Date period, double value, bool correct = false)
    {
        const auto series =
            store->read([&](Connection& database) { return find_series(database, code); });
        REQUIRE(series);
        REQUIRE(enter_figure(*store, {*series, period, value, {}, correct}, {}, FixedClock{late})
                    .batch);
    }

    /// What is found about a figure, by rule.
    std::optional<CheckFinding> found(const std::string& rule, const std::string& code, Date period)
    {
        const auto findings = store->read([&](Connection& database) {
            return check_figure(database, {code, period}, late, Language::english);
        });
        const auto one = std::ranges::find(findings, rule, &CheckFinding::rule);
        return one != findings.end() ? std::optional{*one} : std::nullopt;
    }
};

} // namespace

TEST_CASE("a figure with its point in the wrong place is measured by its neighbour")
{
    Checked checked;
    const Date march = make_date(2026, 3, 31);
    checked.enter("miit.mobile_5g_users", march, 123.5);
    const auto slip = checked.found("unit", "miit.mobile_5g_users", march);
    REQUIRE(slip);
    CHECK(slip->severity == Severity::error);
    CHECK(slip->suggested == 12.35);
    CHECK(slip->message.find("123.50 ÷ 12.35 (2026-02) ≈ 10^1") != std::string::npos);
    // Nor is the next, right one blamed for coming back down, be it after two slips.
    checked.enter("miit.mobile_5g_users", make_date(2026, 4, 30), 125.1);
    CHECK(checked.found("unit", "miit.mobile_5g_users", make_date(2026, 4, 30)));
    checked.enter("miit.mobile_5g_users", make_date(2026, 5, 31), 12.51);
    CHECK_FALSE(checked.found("unit", "miit.mobile_5g_users", make_date(2026, 5, 31)));
}

TEST_CASE("万 taken for 亿 is a slip of four places")
{
    Checked checked;
    const Date march = make_date(2026, 3, 31);
    checked.enter("miit.mobile_traffic_ytd", march, 10040000);
    const auto slip = checked.found("unit", "miit.mobile_traffic_ytd", march);
    REQUIRE(slip);
    CHECK(slip->suggested == 1004.0);
}

TEST_CASE("a moved point is seen where little is known of a rate or of net additions")
{
    Checked checked;
    const Date march = make_date(2026, 3, 31);
    checked.enter("miit.fixed_broadband_users_net_add", march, 4872.0); // 316.7 in two months
    const auto slip = checked.found("unit", "miit.fixed_broadband_users_net_add", march);
    REQUIRE(slip);
    CHECK(slip->suggested == 487.2);
    checked.enter("miit.fixed_broadband_users_net_add", march, 487.2, true);
    CHECK_FALSE(checked.found("unit", "miit.fixed_broadband_users_net_add", march));
    checked.enter("miit.iot_terminals_yoy", march, 81.7);
    CHECK(checked.found("unit", "miit.iot_terminals_yoy", march));
    const Date friday = make_date(2026, 4, 17);
    checked.enter("8841058.WI/mtd_change", friday, 1227.0);
    CHECK(checked.found("jump", "8841058.WI/mtd_change", friday));
}

TEST_CASE("a share agrees with its part and its whole, within their rounding")
{
    Checked checked;
    const Date february = make_date(2026, 2, 28);
    checked.enter("miit.mobile_users", february, 18.27);
    CHECK_FALSE(checked.found("share", "miit.mobile_5g_share", february));
    checked.enter("miit.mobile_5g_users", february, 13.25, true);
    const auto slip = checked.found("share", "miit.mobile_5g_users", february);
    REQUIRE(slip);
    CHECK(slip->code == "miit.mobile_5g_share");
    CHECK(slip->suggested == 72.5);
    CHECK(slip->message.find("published 67.6 %, but 13.25 ÷ 18.27 = 72.52") != std::string::npos);
}

TEST_CASE("a sum since January does not fall within its year")
{
    Checked checked;
    const Date march = make_date(2026, 3, 31);
    checked.enter("miit.telecom_revenue_ytd", march, 2804);
    const auto slip = checked.found("falls", "miit.telecom_revenue_ytd", march);
    REQUIRE(slip);
    CHECK(slip->message.find("2,804") != std::string::npos);
    CHECK(slip->message.find("2,904") != std::string::npos);
    checked.enter("miit.telecom_revenue_ytd", march, 4450, true);
    CHECK_FALSE(checked.found("falls", "miit.telecom_revenue_ytd", march));
}

TEST_CASE("a published change is held against closes as soon as they are real")
{
    Checked checked;
    const Date friday = example_week.friday();
    CHECK_FALSE(checked.found("change", "8841058.WI/week_change", friday)); // made-up closes
    checked.enter("8841058.WI", friday - std::chrono::days{7}, 1000);
    checked.enter("8841058.WI", friday, 1091);
    const auto slip = checked.found("change", "8841058.WI", friday);
    REQUIRE(slip);
    CHECK(slip->suggested == 9.1);
    checked.enter("8841058.WI", friday, 1100.6, true);
    CHECK_FALSE(checked.found("change", "8841058.WI", friday));
}

TEST_CASE("last week's figure typed again is noticed")
{
    Checked checked;
    const Date next = make_date(2026, 4, 17);
    checked.enter("8841058.WI/week_change", next, 10.06);
    CHECK(checked.found("repeat", "8841058.WI/week_change", next));
    checked.enter("8841258.WI/week_change", next, 10.06);
    CHECK_FALSE(checked.found("repeat", "8841258.WI/week_change", next));
}

TEST_CASE("net additions as published agree with the levels, whose unit is another")
{
    Checked checked;
    const Date february = make_date(2026, 2, 28);
    CHECK_FALSE(checked.found("net_addition", "miit.gigabit_users_net_add", february));
    checked.enter("miit.gigabit_users_net_add", february, 816.7, true);
    const auto slip = checked.found("net_addition", "miit.gigabit_users_net_add", february);
    REQUIRE(slip);
    CHECK(slip->message.find("× 10,000") != std::string::npos);
}

TEST_CASE("of the bundled figures the ministry's 5G share of June 2024 does not agree")
{
    Checked checked;
    const auto findings = checked.store->read([](Connection& database) {
        return check_figures(database, example_week.sunday(), Language::chinese);
    });
    std::vector<std::string> shares;
    for (const CheckFinding& finding : findings) {
        CHECK(finding.rule != "unit");
        CHECK(finding.rule != "repeat");
        CHECK(finding.rule != "falls");
        CHECK(finding.severity != Severity::error);
        if (finding.rule == "share") {
            shares.push_back(finding.code + " " + to_iso(*finding.period_end));
        }
    }
    CHECK(shares == std::vector<std::string>{"miit.mobile_5g_share 2024-06-30"});
    const bool newest_first =
        std::ranges::is_sorted(findings, std::ranges::greater{}, &CheckFinding::period_end);
    CHECK(newest_first);
}

TEST_CASE("a week says what it lacks, and a week without trading lacks no closes")
{
    Checked checked;
    const auto missing = [&](Date day) {
        const Week week = Week::containing(day);
        return checked.store->read([&](Connection& database) {
            return check_complete(database, week, week.sunday(), Language::english);
        });
    };
    for (const CheckFinding& finding : missing(example_week.friday())) {
        CHECK_FALSE(finding.has_weight());
    }
    const auto next = missing(make_date(2026, 4, 17));
    CHECK(std::ranges::count(next, std::string{"notes"}, &CheckFinding::code) == 1);
    CHECK(std::ranges::count_if(next, &CheckFinding::has_weight) == 9); // eight boards, the notes
    checked.enter("8841058.WI/week_change", make_date(2026, 4, 17), 1.5);
    CHECK(std::ranges::count_if(missing(make_date(2026, 4, 17)), &CheckFinding::has_weight) == 11);
}

TEST_CASE("every series that an identity names is there")
{
    Checked checked;
    CHECK(identities().size() > 20);
    checked.store->read([](Connection& database) {
        for (const Identity& identity : identities()) {
            CHECK(find_series(database, identity.published));
            CHECK(find_series(database, identity.of));
            CHECK((identity.whole.empty() || find_series(database, identity.whole)));
        }
    });
}
