#include "verbs/verbs.h"

#include "ingest/import_draft.h"
#include "ingest/import_file.h"
#include "publish/file_target.h"
#include "series/number_format.h"
#include "words/import_words.h"

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
    std::vector<std::string> choices;
    bool dry_run = false;
    bool accept_changes = false;
    bool correct = false;
    bool json = false;
};

/// A sheet of a file, and what it would change.
struct SheetOutcome {
    std::string file;
    std::string encoding;
    std::string hash;
    ImportedSheet sheet;
    std::vector<SeriesDraft> drafts;
};

ImportWishes wishes_of(const ImportOptions& options)
{
    const auto& layouts = all_layouts();
    if (!options.layout.empty() &&
        std::ranges::find(layouts, options.layout, &Layout::name) == layouts.end()) {
        QStringList known;
        for (const Layout& layout : layouts) {
            known << QString::fromStdString(layout.name);
        }
        throw VerbFailure{exit_refused, Verb::tr("--layout: “%1” is none of %2.")
                                            .arg(QString::fromStdString(options.layout),
                                                 known.join(QStringLiteral(", ")))};
    }
    ImportWishes wishes;
    wishes.layout = options.layout;
    for (const std::string& choice : options.choices) {
        const std::size_t equals = choice.rfind('=');
        if (equals == std::string::npos || equals == 0) {
            throw VerbFailure{
                exit_malformed,
                Verb::tr("--map: write NAME=CODE, the column's name and the series.")};
        }
        wishes.chosen[choice.substr(0, equals)] = choice.substr(equals + 1);
    }
    return wishes;
}

std::string read_or_refuse(const std::string& path)
{
    try {
        return read_file(path, longest_import);
    } catch (const ExportError& error) {
        throw VerbFailure{exit_refused,
                          Verb::tr("%1 cannot be read: %2.")
                              .arg(QString::fromStdString(path), QString::fromUtf8(error.what()))};
    }
}

/// What a file says, sheet by sheet. The bytes go when it is read.
void read_one(SQLite::Database& database, const std::string& path, const ImportWishes& wishes,
              std::vector<SheetOutcome>& outcomes)
{
    try {
        ImportedFile file = read_import(database, read_or_refuse(path), wishes);
        for (ImportedSheet& sheet : file.sheets) {
            outcomes.push_back({path, file.encoding, file.hash, std::move(sheet), {}});
        }
    } catch (const ImportError& error) {
        throw VerbFailure{exit_refused,
                          Verb::tr("%1 cannot be imported: %2.")
                              .arg(QString::fromStdString(path), QString::fromUtf8(error.what()))};
    }
}

std::vector<SheetOutcome> read_all(Store& store, const ImportOptions& options,
                                   const ImportWishes& wishes)
{
    return store.read([&](SQLite::Database& database) {
        for (const auto& [name, code] : wishes.chosen) {
            (void)require_series(database, code);
        }
        std::vector<SheetOutcome> outcomes;
        for (const std::string& path : options.files) {
            read_one(database, path, wishes, outcomes);
        }
        std::vector<ImportedSheet*> sheets;
        sheets.reserve(outcomes.size());
        for (SheetOutcome& outcome : outcomes) {
            sheets.push_back(&outcome.sheet);
        }
        settle(sheets);
        return outcomes;
    });
}

void compare_all(SQLite::Database& database, SheetOutcome& outcome, const ImportChoice& choice,
                 Date today)
{
    for (const ImportedSeries& series : outcome.sheet.series) {
        outcome.drafts.push_back(compare(database, series, choice, today));
        for (const ImportedFigure& figure : outcome.drafts.back().contradicting) {
            outcome.sheet.rejected.push_back({figure.row, figure.column,
                                              fmt::format("{}", figure.value),
                                              RejectReason::contradicts});
        }
    }
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

/// Compared once more, in the transaction that writes.
ImportCommit write_all(Store& store, std::vector<SheetOutcome>& outcomes,
                       const ImportChoice& choice, const Program& program)
{
    return store.write([&](SQLite::Database& database) {
        ImportWriter writer{database,
                            choice,
                            {BatchKind::import, origin_of(outcomes), Program::author()},
                            program.clock()};
        for (SheetOutcome& outcome : outcomes) {
            compare_all(database, outcome, choice, program.clock().today());
            for (const SeriesDraft& draft : outcome.drafts) {
                writer.write(draft);
            }
            for (const ColumnChoice& remembered : outcome.sheet.choices) {
                remember_choice(database, remembered);
            }
        }
        return writer.finish();
    });
}

struct Totals {
    std::size_t fresh = 0;
    std::size_t same = 0;
    std::size_t changed = 0;
    std::size_t left = 0;
};

Totals totals_of(const SheetOutcome& outcome)
{
    Totals totals;
    for (const SeriesDraft& draft : outcome.drafts) {
        totals.fresh += draft.fresh.size();
        totals.same += draft.same;
        totals.changed += draft.changed.size();
        totals.left += draft.left.size();
    }
    return totals;
}

Json json_of_series(const SeriesDraft& draft)
{
    Json changes = Json::array();
    for (const ChangedFigure& changed : draft.changed) {
        const ImportedFigure& figure = changed.planned.figure;
        changes.push_back({{"period_end", to_iso(figure.period_end)},
                           {"old", changed.known ? Json(*changed.known) : Json(nullptr)},
                           {"new", figure.value},
                           {"row", figure.row},
                           {"column", figure.column}});
    }
    Json left = Json::array();
    for (const ImportedFigure& figure : draft.left) {
        left.push_back({{"period_end", to_iso(figure.period_end)},
                        {"value", figure.value},
                        {"row", figure.row},
                        {"column", figure.column}});
    }
    return {{"code", draft.series.code},
            {"new", draft.fresh.size()},
            {"same", draft.same},
            {"changed", draft.changed.size()},
            {"changes", std::move(changes)},
            {"left", std::move(left)}};
}

Json json_of_sheet(const SheetOutcome& outcome)
{
    const Totals totals = totals_of(outcome);
    Json series = Json::array();
    for (const SeriesDraft& draft : outcome.drafts) {
        series.push_back(json_of_series(draft));
    }
    Json rejected = Json::array();
    for (const Rejected& one : outcome.sheet.rejected) {
        rejected.push_back({{"row", one.row},
                            {"column", one.column},
                            {"text", one.text},
                            {"reason", to_string(one.reason)}});
    }
    return {{"file", outcome.file},
            {"sheet", outcome.sheet.name},
            {"hidden", outcome.sheet.is_hidden},
            {"layout", outcome.sheet.layout.empty() ? Json(nullptr) : Json(outcome.sheet.layout)},
            {"why", outcome.sheet.why},
            {"encoding", outcome.encoding},
            {"series", std::move(series)},
            {"new", totals.fresh},
            {"same", totals.same},
            {"changed", totals.changed},
            {"left", totals.left},
            {"rejected", std::move(rejected)}};
}

void print_sheet(const SheetOutcome& outcome)
{
    const Totals totals = totals_of(outcome);
    const QString where = QString::fromStdString(
        outcome.sheet.name.empty() ? outcome.file : outcome.file + " " + outcome.sheet.name);
    print(Verb::tr("%1 (%2, %3): %4 new, %5 the same, %6 changed, %7 rejected")
              .arg(where,
                   outcome.sheet.layout.empty() ? Verb::tr("no layout")
                                                : QString::fromStdString(outcome.sheet.layout),
                   QString::fromStdString(outcome.encoding))
              .arg(totals.fresh)
              .arg(totals.same)
              .arg(totals.changed)
              .arg(outcome.sheet.rejected.size())
              .toStdString());
    for (const SeriesDraft& draft : outcome.drafts) {
        for (const ChangedFigure& changed : draft.changed) {
            print(fmt::format("  {} {}: {} → {}", draft.series.code,
                              to_iso(changed.planned.figure.period_end),
                              changed.known ? format_number(*changed.known, draft.series.decimals)
                                            : std::string{"–"},
                              format_number(changed.planned.figure.value, draft.series.decimals)));
        }
    }
    for (const Rejected& one : outcome.sheet.rejected) {
        print(Verb::tr("  row %1, column %2: “%3”: %4")
                  .arg(one.row)
                  .arg(one.column)
                  .arg(QString::fromStdString(one.text), words_for(one.reason))
                  .toStdString());
    }
}

/// What can be done about columns and sheets that nobody knows.
void print_hint(const std::vector<SheetOutcome>& outcomes)
{
    const auto any = [&](auto... reasons) {
        return std::ranges::any_of(outcomes, [&](const SheetOutcome& outcome) {
            return std::ranges::any_of(outcome.sheet.rejected, [&](const Rejected& one) {
                return ((one.reason == reasons) || ...);
            });
        });
    };
    if (any(RejectReason::no_series, RejectReason::several_series)) {
        print(Verb::tr("--map NAME=CODE says which series a column is.").toStdString());
    }
    if (any(RejectReason::no_layout)) {
        print(Verb::tr("--layout says how a sheet is laid out.").toStdString());
    }
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

int run(const Program& program, const ImportOptions& options)
{
    ImportChoice choice;
    choice.vintage = date_if_given(options.vintage, QStringLiteral("--vintage"));
    choice.changed = options.accept_changes ? ChangedFigures::revise
                     : options.correct      ? ChangedFigures::correct
                                            : ChangedFigures::leave;
    const ImportWishes wishes = wishes_of(options);
    auto store = options.dry_run ? program.open_to_read() : program.open_to_write();
    auto outcomes = read_all(*store, options, wishes);
    ImportCommit commit;
    if (options.dry_run) {
        store->read([&](SQLite::Database& database) {
            for (SheetOutcome& outcome : outcomes) {
                compare_all(database, outcome, choice, program.clock().today());
            }
        });
    } else {
        commit = write_all(*store, outcomes, choice, program);
    }
    std::size_t left = 0;
    bool is_left = false;
    Json files = Json::array();
    for (const SheetOutcome& outcome : outcomes) {
        const Totals totals = totals_of(outcome);
        left += totals.left;
        is_left = is_left || !outcome.sheet.rejected.empty() || totals.left > 0 ||
                  (choice.changed == ChangedFigures::leave && totals.changed > 0);
        if (options.json) {
            files.push_back(json_of_sheet(outcome));
        } else {
            print_sheet(outcome);
        }
    }
    if (options.json) {
        print(Json{{"batch", commit.batch ? Json(*commit.batch) : Json(nullptr)},
                   {"written", commit.written},
                   {"files", std::move(files)}});
    } else {
        print_hint(outcomes);
        print_commit(commit, left, options.dry_run);
    }
    return is_left ? exit_findings : exit_done;
}

} // namespace

void add_import(CLI::App& app, Program& program, Action& action)
{
    add_verb<ImportOptions>(
        app, action, "import", Verb::tr("Import figures from files"),
        "weekboard import wind-edb.xlsx quotes.csv --dry-run",
        [](CLI::App& verb, ImportOptions& options) {
            verb.add_option("FILE", options.files, Verb::tr("CSV or XLSX files").toStdString())
                ->required();
            verb.add_option(
                "--layout", options.layout,
                Verb::tr("How they are laid out, where that is not recognised").toStdString());
            verb.add_option(
                    "--map", options.choices,
                    Verb::tr("NAME=CODE: the series of a column; it is remembered").toStdString())
                ->allow_extra_args(false);
            verb.add_option("--vintage", options.vintage,
                            Verb::tr("The day from which the figures were public").toStdString());
            verb.add_flag("--dry-run", options.dry_run,
                          Verb::tr("Tell what would change and write nothing").toStdString());
            auto* accept =
                verb.add_flag("--accept-changes", options.accept_changes,
                              Verb::tr("Write changed figures, too, as revisions").toStdString());
            verb.add_flag("--correct", options.correct,
                          Verb::tr("Put changed figures right in their own vintage").toStdString())
                ->excludes(accept);
            describe_json(verb, options.json);
        },
        [&program](const ImportOptions& options) { return run(program, options); });
}

} // namespace weekboard
