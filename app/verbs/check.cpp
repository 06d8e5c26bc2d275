#include "verbs/verbs.h"

#include "check/check.h"
#include "verbs/findings.h"

#include <fmt/format.h>

#include <algorithm>

namespace weekboard
{

namespace
{

struct CheckOptions {
    WeekChoice week;
    bool json = false;
};

int run(const Program& program, const CheckOptions& options)
{
    auto store = program.open_to_read();
    const auto findings = store->read([&](SQLite::Database& database) {
        const WantedWeek wanted = wanted_week(database, options.week, program.clock());
        auto all = check_complete(database, wanted.week, wanted.as_of, program.language);
        auto figures = check_figures(database, wanted.as_of, program.language);
        all.insert(all.end(), figures.begin(), figures.end());
        return all;
    });
    if (options.json) {
        print(Json{{"findings", json_of_findings(findings)}});
    } else if (findings.empty()) {
        print(Verb::tr("Nothing to look at.").toStdString());
    } else {
        print_findings(findings);
    }
    return status_for(findings);
}

} // namespace

void add_check(CLI::App& app, Program& program, Action& action)
{
    add_verb<CheckOptions>(
        app, action, "check", Verb::tr("What does not agree, does not look right, or is missing"),
        "weekboard check --week 2026-04-10",
        [](CLI::App& verb, CheckOptions& options) {
            describe_week_now(verb, options.week);
            describe_json(verb, options.json);
        },
        [&program](const CheckOptions& options) { return run(program, options); });
}

} // namespace weekboard
