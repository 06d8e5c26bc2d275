#include "verbs/verbs.h"

#include "series/number_format.h"
#include "store/figures.h"
#include "store/series_list.h"
#include "store/stored_date.h"
#include "text_table.h"

namespace weekboard
{

namespace
{

struct SeriesOptions {
    std::string code;
    std::string from;
    std::string to;
    std::string as_of;
    bool all_vintages = false;
    bool json = false;
};

Json list_series(Connection& database, Language language)
{
    Json list = Json::array();
    for (const Series& series : all_series(database)) {
        const Extent extent = extent_of(database, series);
        list.push_back({{"code", series.code},
                        {"name", series.name.in(language)},
                        {"unit", series.unit},
                        {"frequency", to_string(series.frequency)},
                        {"measure", to_string(series.measure)},
                        {"group", series.group},
                        {"source", series.source},
                        {"count", extent.count},
                        {"first", json_of(extent.first)},
                        {"last", json_of(extent.last)}});
    }
    return {{"series", std::move(list)}};
}

/// The figures asked for, as releases: with `--all-vintages` every one, else those that hold.
std::vector<Release> chosen_releases(Connection& database, const Series& series,
                                     const SeriesOptions& options)
{
    const Date as_of =
        date_if_given(options.as_of, QStringLiteral("--as-of")).value_or(end_of_time);
    std::vector<Release> releases;
    if (options.all_vintages) {
        releases = all_releases(database, series);
        std::erase_if(releases, [&](const Release& release) { return release.vintage > as_of; });
    } else {
        for (const Observation& known : figures_as_of(database, series, as_of).observations) {
            releases.push_back({known.period_end, known.vintage, known.value});
        }
    }
    const auto from = date_if_given(options.from, QStringLiteral("--from"));
    const auto to = date_if_given(options.to, QStringLiteral("--to"));
    std::erase_if(releases, [&](const Release& release) {
        return (from && release.period_end < *from) || (to && release.period_end > *to);
    });
    return releases;
}

Json show_series(Connection& database, const SeriesOptions& options, Language language)
{
    const Series series = require_series(database, options.code);
    Json list = Json::array();
    for (const Release& release : chosen_releases(database, series, options)) {
        Json row{{"period_end", to_iso(release.period_end)},
                 {"value", release.value ? Json(*release.value) : Json(nullptr)},
                 {"vintage", to_iso(release.vintage)}};
        if (options.all_vintages) {
            row["batch"] = release.batch;
        }
        list.push_back(std::move(row));
    }
    return {{"code", series.code},
            {"name", series.name.in(language)},
            {"unit", series.unit},
            {"illustrative", figures_as_of(database, series, end_of_time).illustrative},
            {"observations", std::move(list)}};
}

void print_list(const Json& document)
{
    TextTable table{{Align::left, Align::left, Align::left, Align::left, Align::right, Align::left,
                     Align::left}};
    const auto text = [](const Json& value) {
        return value.is_null() ? std::string{"–"} : value.get<std::string>();
    };
    for (const Json& series : document["series"]) {
        table.add({text(series["code"]), text(series["name"]), text(series["unit"]),
                   text(series["frequency"]), std::to_string(series["count"].get<int>()),
                   text(series["first"]), text(series["last"])});
    }
    print(table.text());
}

void print_figures(const Json& document, int decimals)
{
    TextTable table{{Align::left, Align::right, Align::left}};
    for (const Json& row : document["observations"]) {
        table.add(
            {row["period_end"].get<std::string>(),
             row["value"].is_null() ? "–" : format_number(row["value"].get<double>(), decimals),
             row["vintage"].get<std::string>()});
    }
    print(document["code"].get<std::string>() + "  " + document["name"].get<std::string>() + "  " +
          document["unit"].get<std::string>());
    print(table.text());
}

int run(const Program& program, const SeriesOptions& options)
{
    auto store = program.open_to_read();
    int decimals = 0;
    const Json document = store->read([&](Connection& database) {
        if (options.code.empty()) {
            return list_series(database, program.language);
        }
        decimals = require_series(database, options.code).decimals;
        return show_series(database, options, program.language);
    });
    if (options.json) {
        print(document);
    } else if (options.code.empty()) {
        print_list(document);
    } else {
        print_figures(document, decimals);
    }
    return exit_done;
}

} // namespace

void add_series(CLI::App& app, Program& program, Action& action)
{
    add_verb<SeriesOptions>(
        app, action, "series", Verb::tr("List the series, or the figures of one"),
        "weekboard series miit.base_stations_5g --as-of 2026-04-12 --json",
        [](CLI::App& verb, SeriesOptions& options) {
            verb.add_option("CODE", options.code,
                            Verb::tr("The series; without it all are listed").toStdString());
            verb.add_option("--from", options.from, Verb::tr("First period").toStdString());
            verb.add_option("--to", options.to, Verb::tr("Last period").toStdString());
            verb.add_option(
                "--as-of", options.as_of,
                Verb::tr("As known on this day; default: all that is known").toStdString());
            verb.add_flag("--all-vintages", options.all_vintages,
                          Verb::tr("Every release of every period").toStdString());
            describe_json(verb, options.json);
        },
        [&program](const SeriesOptions& options) { return run(program, options); });
}

} // namespace weekboard
