#include "verbs/verbs.h"

#include "check/acknowledged.h"
#include "check/check.h"
#include "store/batch.h"
#include "verbs/findings.h"

#include <fmt/format.h>

#include <algorithm>

namespace weekboard
{

namespace
{

struct CheckOptions {
    WeekChoice week;
    std::vector<std::string> acknowledged; ///< rule, code, period end
    std::string reason;
    bool json = false;
};

/// Keeps the reason why a finding is right. Throws VerbFailure, exit_refused, where there is no
/// such finding.
std::int64_t acknowledge(Store& store, const Program& program, const CheckOptions& options)
{
    const std::string& rule = options.acknowledged[0];
    const std::string& code = options.acknowledged[1];
    const Date period = require_date(options.acknowledged[2], QStringLiteral("--acknowledge"));
    return store.write([&](Connection& database) {
        const WantedWeek wanted = wanted_week(database, options.week, program.clock());
        FigureShelf shelf{database, wanted.as_of};
        for (const CheckFinding& finding :
             check_figures(database, wanted.as_of, program.language)) {
            if (finding.rule == rule && finding.code == code && finding.period_end == period) {
                Acknowledgement kept = acknowledgement_of(shelf, finding);
                kept.reason = options.reason;
                BatchWriter batch{
                    database, {BatchKind::entry, "check", Program::author()}, program.clock()};
                batch.acknowledge(kept);
                batch.finish();
                return batch.id();
            }
        }
        throw VerbFailure{exit_refused,
                          Verb::tr("--acknowledge: no check finds %1 for %2, %3.")
                              .arg(QString::fromStdString(rule), QString::fromStdString(code),
                                   QString::fromStdString(to_iso(period)))};
    });
}

int run(const Program& program, const CheckOptions& options)
{
    auto store = options.acknowledged.empty() ? program.open_to_read() : program.open_to_write();
    if (!options.acknowledged.empty()) {
        acknowledge(*store, program, options);
    }
    const auto findings = store->read([&](Connection& database) {
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
            verb.add_option("--acknowledge", options.acknowledged,
                            Verb::tr("RULE CODE DAY: that finding is right").toStdString())
                ->expected(3)
                ->needs(verb.add_option("--reason", options.reason,
                                        Verb::tr("Why it is right").toStdString()));
            describe_json(verb, options.json);
        },
        [&program](const CheckOptions& options) { return run(program, options); });
}

} // namespace weekboard
