#include "verbs/verbs.h"

#include "check/check.h"
#include "ingest/import_draft.h"
#include "ingest/layout.h"
#include "store/series_list.h"
#include "verbs/findings.h"
#include "verbs/import_choices.h"
#include "verbs/import_outcome.h"
#include "verbs/import_reading.h"

#include <fmt/format.h>

#include <algorithm>

namespace weekboard
{

namespace
{

struct ImportOptions {
    std::vector<std::string> files;
    std::string layout;
    std::string vintage;
    std::string week;
    std::vector<std::string> maps;
    std::string choices;
    bool dry_run = false;
    bool accept_changes = false;
    bool correct = false;
    bool json = false;
    bool cells = false;
};

/// Findings of the checks are not looked for among more figures than these.
constexpr std::size_t most_checked = 20000;

ImportChoices choices_of(const ImportOptions& options)
{
    ImportChoices choices;
    choices.wishes.layout = options.layout;
    choices.wishes.week = date_if_given(options.week, QStringLiteral("--week"));
    choices.figures.vintage = date_if_given(options.vintage, QStringLiteral("--vintage"));
    choices.figures.changed = options.accept_changes ? ChangedFigures::revise
                              : options.correct      ? ChangedFigures::correct
                                                     : ChangedFigures::leave;
    for (const std::string& choice : options.maps) {
        const std::size_t equals = choice.rfind('=');
        if (equals == std::string::npos || equals == 0) {
            throw VerbFailure{
                exit_malformed,
                Verb::tr("--map: write NAME=CODE, the column's name and the series.")};
        }
        choices.wishes.chosen[choice.substr(0, equals)] = choice.substr(equals + 1);
    }
    if (!options.choices.empty()) {
        read_choices(options.choices, choices);
    }
    return choices;
}

/// Compares a series and gives its figures back, which may be millions.
SeriesDraft draft_of(Connection& database, SheetOutcome& outcome, ImportedSeries& series,
                     const ImportChoice& choice, Date today)
{
    SeriesDraft draft = compare(database, series, choice, today);
    series.figures = {};
    for (const ImportedFigure& figure : draft.contradicting) {
        reject(outcome.sheet, {figure.row, figure.column, fmt::format("{}", figure.value),
                               RejectReason::contradicts});
    }
    return draft;
}

std::string origin_of(const std::vector<SheetOutcome>& outcomes)
{
    std::string origin = "import";
    for (const SheetOutcome& outcome : outcomes) {
        constexpr std::size_t enough_of_a_hash = 12;
        origin +=
            fmt::format(" {}{} sha256:{}", std::filesystem::path{outcome.file}.filename().string(),
                        outcome.sheet.name.empty() ? "" : "[" + outcome.sheet.name + "]",
                        outcome.hash.substr(0, enough_of_a_hash));
    }
    return origin;
}

/// Once a series is written, what is told of its figures is how many there were.
void forget_fresh(SheetOutcome& outcome, SeriesDraft draft)
{
    constexpr std::size_t most_kept = 1000;
    if (draft.fresh.size() > most_kept) {
        draft.fresh.erase(draft.fresh.begin(), draft.fresh.end() - most_kept);
        draft.fresh.shrink_to_fit();
    }
    outcome.drafts.push_back(std::move(draft));
}

/// What becomes of all of it: written, where there is a writer.
void go_through(Connection& database, std::vector<SheetOutcome>& outcomes,
                const ImportChoice& choice, Date today, ImportWriter* writer)
{
    for (SheetOutcome& outcome : outcomes) {
        if (writer != nullptr) {
            writer->begin({std::filesystem::path{outcome.file}.filename().string(),
                           outcome.sheet.name, outcome.hash});
        }
        for (ImportedSeries& series : outcome.sheet.series) {
            if (series.series.id == 0 && writer != nullptr) {
                series.series = *find_series(database, series.series.code); // made just now
            }
            SeriesDraft draft = draft_of(database, outcome, series, choice, today);
            if (writer != nullptr) {
                writer->write(draft);
            }
            forget_fresh(outcome, std::move(draft));
        }
        outcome.ranks = compare_ranks(database, outcome.sheet.ranks, choice);
        if (writer != nullptr) {
            writer->write(outcome.ranks);
        }
    }
}

ImportCommit write_all(Store& store, std::vector<SheetOutcome>& outcomes,
                       const ImportChoices& choices, const Program& program)
{
    return store.write([&](Connection& database) {
        for (const Series& created : choices.wishes.created) {
            if (!find_series(database, created.code)) {
                save_series(database, created);
            }
        }
        ImportWriter writer{
            database, {BatchKind::import, origin_of(outcomes), Program::author()}, program.clock()};
        go_through(database, outcomes, choices.figures, program.clock().today(), &writer);
        for (const SheetOutcome& outcome : outcomes) {
            for (const ColumnChoice& remembered : outcome.sheet.choices) {
                remember_choice(database, remembered);
            }
        }
        for (const std::string& description : choices.wishes.layouts) {
            save_layout(database, description);
        }
        return writer.finish();
    });
}

/// What the checks say of the figures that are new or changed.
std::vector<CheckFinding> findings_of(Connection& database,
                                      const std::vector<SheetOutcome>& outcomes, Date today,
                                      Language language)
{
    FigureShelf shelf{database, today};
    std::vector<FigureKey> supposed;
    const auto suppose = [&](const SeriesDraft& draft, const ImportedFigure& figure) {
        const FigureKey key{draft.series.code, figure.period_end};
        if (supposed.size() < most_checked && shelf.find(key.code) != nullptr) {
            shelf.suppose(key, figure.value);
            supposed.push_back(key);
        }
    };
    for (const SheetOutcome& outcome : outcomes) {
        for (const SeriesDraft& draft : outcome.drafts) {
            for (const PlannedFigure& planned : draft.fresh) {
                suppose(draft, planned.figure);
            }
            for (const ChangedFigure& changed : draft.changed) {
                suppose(draft, changed.planned.figure);
            }
        }
    }
    return check_supposed(database, shelf, supposed, language);
}

void print_commit(const ImportCommit& commit, std::size_t left, bool is_dry)
{
    if (is_dry) {
        print(Verb::tr("Nothing was written: a dry run.").toStdString());
    } else if (commit.batch) {
        print(Verb::tr("%n figure(s) written, batch %1.", nullptr, static_cast<int>(commit.written))
                  .arg(*commit.batch)
                  .toStdString());
    } else {
        print(Verb::tr("There was nothing new to write.").toStdString());
    }
    if (left > 0) {
        print(Verb::tr("%n figure(s) left out: they cannot have been public on that day.", nullptr,
                       static_cast<int>(left))
                  .toStdString());
    }
}

/// Explanations are left to the verb `check`.
void print_weighty(const std::vector<CheckFinding>& findings)
{
    for (const CheckFinding& finding : findings) {
        if (finding.has_weight()) {
            print("  " + finding.message);
        }
    }
}

/// What was found and done, as JSON or in words.
void tell(const ImportOptions& options, const std::vector<SheetOutcome>& outcomes,
          const std::vector<CheckFinding>& findings, const ImportCommit& commit,
          const ImportTotals& totals)
{
    if (options.json) {
        Json files = Json::array();
        for (const SheetOutcome& outcome : outcomes) {
            files.push_back(json_of(outcome, options.cells));
        }
        print(Json{{"batch", commit.batch ? Json(*commit.batch) : Json(nullptr)},
                   {"written", commit.written},
                   {"findings", json_of_findings(findings)},
                   {"files", std::move(files)}});
        return;
    }
    for (const SheetOutcome& outcome : outcomes) {
        print_outcome(outcome);
    }
    print_weighty(findings);
    print_hint(outcomes);
    print_commit(commit, totals.left, options.dry_run);
}

int run(const Program& program, const ImportOptions& options)
{
    const ImportChoices choices = choices_of(options);
    const Date today = program.clock().today();
    auto store = options.dry_run ? program.open_to_read() : program.open_to_write();
    auto outcomes = read_all(*store, options.files, choices, options.cells);
    ImportCommit commit;
    std::vector<CheckFinding> findings;
    if (options.dry_run) {
        store->read([&](Connection& database) {
            go_through(database, outcomes, choices.figures, today, nullptr);
            findings = findings_of(database, outcomes, today, program.language);
        });
    } else {
        commit = write_all(*store, outcomes, choices, program);
        findings = store->read([&](Connection& database) {
            return findings_of(database, outcomes, today, program.language);
        });
    }
    ImportTotals totals;
    bool is_left = false;
    for (const SheetOutcome& outcome : outcomes) {
        totals += totals_of(outcome);
        is_left = is_left || outcome.sheet.rejected_count > 0;
    }
    tell(options, outcomes, findings, commit, totals);
    is_left = is_left || totals.left > 0 || totals.refused > 0 || totals.unchanged_by_choice > 0 ||
              status_for(findings) != exit_done;
    return is_left ? exit_findings : exit_done;
}

} // namespace

void add_import(CLI::App& app, Program& program, Action& action)
{
    add_verb<ImportOptions>(
        app, action, "import", Verb::tr("Import figures from files"),
        "weekboard import wind-edb.xlsx quotes.csv --dry-run",
        [](CLI::App& verb, ImportOptions& options) {
            verb.add_option("FILE", options.files,
                            Verb::tr("CSV, XLSX or HTML files").toStdString())
                ->required();
            verb.add_option(
                "--layout", options.layout,
                Verb::tr("How they are laid out, where that is not recognised").toStdString());
            verb.add_option(
                    "--map", options.maps,
                    Verb::tr("NAME=CODE: the series of a column; it is remembered").toStdString())
                ->allow_extra_args(false);
            verb.add_option("--vintage", options.vintage,
                            Verb::tr("The day from which the figures were public").toStdString());
            verb.add_option(
                "--week", options.week,
                Verb::tr("Any day of the week that a list of changes is of").toStdString());
            verb.add_option("--choices", options.choices,
                            Verb::tr("What was chosen after a comparison, in JSON").toStdString());
            verb.add_flag("--dry-run", options.dry_run,
                          Verb::tr("Tell what would change and write nothing").toStdString());
            auto* accept =
                verb.add_flag("--accept-changes", options.accept_changes,
                              Verb::tr("Write changed figures, too, as revisions").toStdString());
            verb.add_flag("--correct", options.correct,
                          Verb::tr("Put changed figures right in their own vintage").toStdString())
                ->excludes(accept);
            verb.add_flag("--cells", options.cells,
                          Verb::tr("With --json: each figure that is not the same").toStdString());
            describe_json(verb, options.json);
        },
        [&program](const ImportOptions& options) { return run(program, options); });
}

} // namespace weekboard
