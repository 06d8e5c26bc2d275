#include "verbs/verbs.h"

#include "text_table.h"
#include "week_source.h"

#include <fmt/format.h>

namespace weekboard
{

namespace
{

struct ExhibitOptions {
    std::string which;
    WeekChoice week;
    bool json = false;
};

std::string heat_of(const Exhibit& exhibit)
{
    TextTable table{std::vector<Align>(heat_columns(exhibit.language).size(), Align::left)};
    table.add(heat_columns(exhibit.language));
    for (const HeatTableRow& row : exhibit.heat) {
        table.add(heat_cells(row, exhibit.language));
    }
    return table.text();
}

std::string figures_of(const Exhibit& exhibit)
{
    std::vector<Align> columns(exhibit.plots.size() + 1, Align::right);
    if (exhibit.axis == AxisKind::labels) {
        columns.front() = Align::left;
    }
    TextTable table{columns};
    std::vector<std::string> header{""};
    for (const Plot& plot : exhibit.plots) {
        header.push_back(plot.unit.empty() ? plot.name
                                           : fmt::format("{} ({})", plot.name, plot.unit));
    }
    table.add(std::move(header));
    for (std::size_t i = 0; i < exhibit.size(); ++i) {
        std::vector<std::string> row{place_name(exhibit, i)};
        for (const Plot& plot : exhibit.plots) {
            row.push_back(value_text(plot, i));
        }
        table.add(std::move(row));
    }
    return table.text();
}

void print_text(const Exhibit& exhibit)
{
    print(
        fmt::format("{} {}  {}", Verb::tr("Exhibit").toStdString(), exhibit.number, exhibit.title));
    print(exhibit.heat.empty() ? figures_of(exhibit) : heat_of(exhibit));
    print(exhibit.source + "\n");
    for (const std::string& footnote : exhibit.footnotes) {
        print(footnote + "\n");
    }
}

int run(const Program& program, const ExhibitOptions& options)
{
    auto store = program.open_to_read();
    const auto exhibits = store->read([&](Connection& database) {
        return WeekSource{database, options.week, program}.exhibits(options.which);
    });
    if (options.json) {
        print(json_of(exhibits));
        return exit_done;
    }
    for (const Exhibit& exhibit : exhibits) {
        print_text(exhibit);
    }
    return exit_done;
}

} // namespace

void add_exhibit(CLI::App& app, Program& program, Action& action)
{
    add_verb<ExhibitOptions>(
        app, action, "exhibit", Verb::tr("Exhibits with their figures"),
        "weekboard exhibit 1 --week 2026-04-10 --json",
        [](CLI::App& verb, ExhibitOptions& options) {
            verb.add_option("ID", options.which,
                            Verb::tr("An exhibit's id or number, several with commas, or all")
                                .toStdString())
                ->required();
            describe_week(verb, options.week);
            describe_json(verb, options.json);
        },
        [&program](const ExhibitOptions& options) { return run(program, options); });
}

} // namespace weekboard
