#include "verbs/verbs.h"

#include "exhibit/week_view.h"
#include "series/number_format.h"
#include "text_table.h"
#include "week_source.h"

#include <fmt/format.h>

namespace weekboard
{

namespace
{

struct WeekOptions {
    WeekChoice week;
    bool json = false;
};

std::string change_text(const std::optional<IndexChange>& change, bool closed)
{
    if (change) {
        return format_percent(change->percent);
    }
    return closed ? Verb::tr("market closed").toStdString() : "–";
}

void print_indices(const WeekView& view, Language language)
{
    TextTable table{{Align::left, Align::right, Align::right, Align::right, Align::left}};
    table.add({Verb::tr("Index").toStdString(), Verb::tr("Close").toStdString(),
               Verb::tr("Week").toStdString(), Verb::tr("Month to date").toStdString(), ""});
    for (const IndexWeek& index : view.indices) {
        table.add({index.series.name.in(language),
                   index.last ? format_number(index.last->value, index.series.decimals) : "–",
                   change_text(index.week, view.closed),
                   change_text(index.month_to_date, view.closed),
                   index.illustrative ? Verb::tr("illustrative closes").toStdString() : ""});
    }
    print(table.text());
}

void print_heat(const WeekView& view, Language language)
{
    TextTable table{{Align::left, Align::left, Align::left}};
    for (const HeatRow& row : view.heat) {
        table.add({row.board.name.in(language), row.rating.name.in(language), row.reason});
    }
    print("\n" + table.text());
}

void print_ranking(const QString& heading, const std::vector<RankedRow>& rows, Language language)
{
    if (rows.empty()) {
        return;
    }
    TextTable table{{Align::right, Align::left, Align::right}};
    for (const RankedRow& row : rows) {
        table.add(
            {std::to_string(row.rank), row.name.in(language), format_percent(row.change_percent)});
    }
    print("\n" + heading.toStdString() + "\n" + table.text());
}

void print_text(const WeekView& view, Language language)
{
    print(Verb::tr("Week of %1 to %2, as known on %3")
              .arg(QString::fromStdString(to_iso(view.week.monday())),
                   QString::fromStdString(to_iso(view.week.friday())),
                   QString::fromStdString(to_iso(view.as_of)))
              .toStdString());
    if (view.is_empty()) {
        print(view.closed ? Verb::tr("The market was closed.").toStdString()
                          : Verb::tr("The store has no figures for this week.").toStdString());
        return;
    }
    print_indices(view, language);
    if (!view.heat.empty()) {
        print_heat(view, language);
    }
    print_ranking(Verb::tr("Industries"), view.industries, language);
    auto stocks = view.top_stocks;
    stocks.insert(stocks.end(), view.bottom_stocks.begin(), view.bottom_stocks.end());
    print_ranking(Verb::tr("Best and worst stocks"), stocks, language);
    for (const Note& note : view.notes) {
        print(fmt::format("\n[{}] {}  {}", note.section, note.subject, note.body));
    }
}

int run(const Program& program, const WeekOptions& options)
{
    auto store = program.open_to_read();
    const WeekView view = store->read([&](Connection& database) {
        return WeekSource{database, options.week, program}.view();
    });
    if (options.json) {
        print(json_of(view, program.language));
    } else {
        print_text(view, program.language);
    }
    return exit_done;
}

} // namespace

void add_week(CLI::App& app, Program& program, Action& action)
{
    add_verb<WeekOptions>(
        app, action, "week", Verb::tr("The week at a glance"),
        "weekboard week --week 2026-04-10 --json",
        [](CLI::App& verb, WeekOptions& options) {
            describe_week(verb, options.week);
            describe_json(verb, options.json);
        },
        [&program](const WeekOptions& options) { return run(program, options); });
}

} // namespace weekboard
