#include "verbs/verbs.h"

#include "check/check.h"
#include "entry/entry.h"
#include "series/number_format.h"

#include "verbs/findings.h"

#include <fmt/format.h>

#include <algorithm>

namespace weekboard
{

namespace
{

struct SetOptions {
    std::string code;
    std::string period;
    std::string value;
    std::string vintage;
    bool correct = false;
    bool json = false;
};

Date require_period(const Series& series, const std::string& text)
{
    if (const auto period = parse_period(series.frequency, text)) {
        return *period;
    }
    const Date day = require_date(text, QStringLiteral("PERIOD"));
    throw VerbFailure{
        exit_refused,
        Verb::tr("PERIOD: %1 does not end a period of %2; the period of that day ends "
                 "on %3.")
            .arg(QString::fromStdString(text), QString::fromStdString(series.code),
                 QString::fromStdString(to_iso(period_end(series.frequency, day))))};
}

QString why(Impossible impossible)
{
    switch (impossible) {
    case Impossible::not_finite:
        return Verb::tr("it is not a finite number");
    case Impossible::share_out_of_range:
        return Verb::tr("a share lies between 0 and 100 %");
    case Impossible::negative:
        return Verb::tr("a level is not below zero");
    case Impossible::not_positive:
        return Verb::tr("a close is above zero");
    case Impossible::fall_over_100:
        return Verb::tr("nothing falls by more than 100 %");
    }
    return {};
}

/// Nothing for `none`: the figure was withdrawn.
std::optional<double> require_value(const Series& series, const std::string& text)
{
    if (text == "none") {
        return std::nullopt;
    }
    const QString given = QString::fromStdString(text);
    const auto value = parse_number(text);
    if (!value) {
        throw VerbFailure{exit_refused,
                          Verb::tr("VALUE: “%1” is not a number. Write it as 1234.5, in %2.")
                              .arg(given, QString::fromStdString(series.unit))};
    }
    if (const auto impossible = why_impossible(series, *value)) {
        throw VerbFailure{exit_refused,
                          Verb::tr("VALUE: %1 cannot be a figure of %2: %3.")
                              .arg(given, QString::fromStdString(series.code), why(*impossible))};
    }
    return *value;
}

[[noreturn]] void refuse(EntryRefusal refusal, const FigureEntry& entry)
{
    const QString period = QString::fromStdString(to_iso(entry.period_end));
    switch (refusal) {
    case EntryRefusal::nothing_to_withdraw:
        throw VerbFailure{exit_refused,
                          Verb::tr("VALUE: %1 has no figure for %2 to withdraw.")
                              .arg(QString::fromStdString(entry.series.code), period)};
    case EntryRefusal::nothing_to_correct:
        throw VerbFailure{
            exit_refused,
            Verb::tr("--correct: %1 has no figure for %2 in that vintage to put right.")
                .arg(QString::fromStdString(entry.series.code), period)};
    case EntryRefusal::vintage_before_period:
        throw VerbFailure{exit_refused,
                          Verb::tr("--vintage: a figure for the period that ends on %1 cannot have "
                                   "been public before that period began.")
                              .arg(period)};
    case EntryRefusal::period_to_come:
        throw VerbFailure{
            exit_refused,
            Verb::tr("PERIOD: the period that ends on %1 has not begun yet.").arg(period)};
    case EntryRefusal::released_otherwise:
        throw VerbFailure{
            exit_refused,
            Verb::tr("--vintage: %1 has another figure for %2 in that vintage already. "
                     "With --correct a typing error is put right.")
                .arg(QString::fromStdString(entry.series.code), period)};
    }
    std::abort();
}

int run(const Program& program, const SetOptions& options)
{
    const auto vintage = date_if_given(options.vintage, QStringLiteral("--vintage"));
    auto store = program.open_to_write();
    const Series series =
        store->read([&](Connection& database) { return require_series(database, options.code); });
    const FigureEntry entry{series, require_period(series, options.period),
                            require_value(series, options.value), vintage, options.correct};
    const EntryOutcome outcome = enter_figure(
        *store, entry, {BatchKind::entry, fmt::format("set {}", series.code), Program::author()},
        program.clock());
    if (outcome.refusal) {
        refuse(*outcome.refusal, entry);
    }
    const auto findings = store->read([&](Connection& database) {
        return check_figure(database, {series.code, entry.period_end},
                            std::max(program.clock().today(), outcome.vintage), program.language);
    });
    if (options.json) {
        print(Json{{"batch", outcome.batch ? Json(*outcome.batch) : Json(nullptr)},
                   {"code", series.code},
                   {"period_end", to_iso(entry.period_end)},
                   {"vintage", to_iso(outcome.vintage)},
                   {"previous", outcome.previous ? Json(*outcome.previous) : Json(nullptr)},
                   {"value", entry.value ? Json(*entry.value) : Json(nullptr)},
                   {"findings", json_of_findings(findings)}});
    } else if (outcome.batch) {
        print(Verb::tr("%1, %2: %3 (before: %4), public from %5, batch %6")
                  .arg(QString::fromStdString(series.code),
                       QString::fromStdString(to_iso(entry.period_end)),
                       entry.value
                           ? QString::fromStdString(format_number(*entry.value, series.decimals))
                           : Verb::tr("withdrawn"),
                       outcome.previous ? QString::fromStdString(
                                              format_number(*outcome.previous, series.decimals))
                                        : Verb::tr("none"),
                       QString::fromStdString(to_iso(outcome.vintage)),
                       QString::number(*outcome.batch))
                  .toStdString());
    } else {
        print(Verb::tr("The store has this figure already; nothing was changed.").toStdString());
    }
    if (!options.json) {
        print_findings(findings);
    }
    return status_for(findings);
}

} // namespace

void add_set(CLI::App& app, Program& program, Action& action)
{
    add_verb<SetOptions>(
        app, action, "set", Verb::tr("Enter one figure"),
        "weekboard set miit.base_stations_5g 2026-02-28 491.0 --vintage 2026-06-20",
        [](CLI::App& verb, SetOptions& options) {
            verb.add_option("CODE", options.code, Verb::tr("The series").toStdString())->required();
            verb.add_option(
                    "PERIOD", options.period,
                    Verb::tr("The period's last day, or 2026-02, 2026Q1, 2026").toStdString())
                ->required();
            verb.add_option("VALUE", options.value,
                            Verb::tr("The figure in the unit of the series; none: it was withdrawn")
                                .toStdString())
                ->required();
            verb.add_option("--vintage", options.vintage,
                            Verb::tr("The day from which it was public").toStdString());
            verb.add_flag("--correct", options.correct,
                          Verb::tr("Put a typing error right in its own vintage").toStdString());
            describe_json(verb, options.json);
        },
        [&program](const SetOptions& options) { return run(program, options); });
}

} // namespace weekboard
