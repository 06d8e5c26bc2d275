#include "verbs/verbs.h"

#include "exhibit/resolve.h"
#include "exhibit/spec_library.h"
#include "publish/deck.h"
#include "publish/deck_refresh.h"
#include "publish/file_target.h"
#include "publish/office_package.h"
#include "publish/report_outline.h"
#include "week_source.h"

#include <fmt/format.h>

#include <algorithm>

namespace weekboard
{

namespace
{

struct DeckOptions {
    std::string out;
    std::string template_file;
    std::optional<std::string> refresh; ///< the deck, or empty for the one that --out names
    bool green_up = false;
    WeekChoice week;
    bool json = false;
};

/// The bytes of a file that is only read. Throws VerbFailure, exit_refused.
std::string require_content(const std::string& path, const QString& argument)
{
    try {
        return read_file(path);
    } catch (const ExportError& error) {
        throw VerbFailure{exit_refused, Verb::tr("%1: %2 cannot be read: %3.")
                                            .arg(argument, QString::fromStdString(path),
                                                 QString::fromUtf8(error.what()))};
    }
}

int make(const Program& program, const DeckOptions& options)
{
    const std::optional<std::string> template_bytes =
        options.template_file.empty()
            ? std::nullopt
            : std::optional{require_content(options.template_file, QStringLiteral("--template"))};
    DeckContent content;
    content.language = program.language;
    content.green_up = options.green_up;
    content.name = report_name(program.language);
    program.open_to_read()->read([&](Connection& database) {
        const WeekSource source{database, options.week, program};
        content.view = source.view();
        content.letterhead = source.letterhead();
        content.exhibits = source.exhibits("all");
    });
    Deck deck;
    try {
        deck = make_deck(content, template_bytes);
    } catch (const PackageError& error) {
        throw VerbFailure{exit_refused,
                          Verb::tr("--template: %1 cannot be used as a presentation: %2.")
                              .arg(QString::fromStdString(options.template_file),
                                   QString::fromUtf8(error.what()))};
    }
    replace_file(options.out, deck.bytes);
    if (options.json) {
        print(Json{{"path", options.out}, {"pages", deck.slides}, {"charts", deck.charts}});
    } else {
        print(options.out);
    }
    return exit_done;
}

Json change_entry(const DeckChange& change)
{
    return {{"kind", to_string(change.kind)},
            {"exhibit", change.exhibit},
            {"where", change.where},
            {"old", change.old_text.empty() ? Json(nullptr) : Json(change.old_text)},
            {"new", change.new_text.empty() ? Json(nullptr) : Json(change.new_text)}};
}

RefreshedDeck refresh_or_refuse(const std::string& bytes, const std::string& path,
                                const FindExhibit& find, const FindWeek& find_week)
{
    try {
        return refresh_deck(bytes, find, find_week);
    } catch (const PackageError& error) {
        throw VerbFailure{exit_refused,
                          Verb::tr("--refresh: %1 cannot be used as a presentation: %2.")
                              .arg(QString::fromStdString(path), QString::fromUtf8(error.what()))};
    }
}

/// A deck keeps its weeks; its figures are those known today unless a day is given.
int refresh(const Program& program, const DeckOptions& options)
{
    const std::string path = options.refresh->empty() ? options.out : *options.refresh;
    if (path.empty()) {
        throw VerbFailure{exit_malformed, Verb::tr("--refresh: name the deck.")};
    }
    const std::string bytes = require_content(path, QStringLiteral("--refresh"));
    const Date as_of = date_if_given(options.week.as_of, QStringLiteral("--as-of"))
                           .value_or(program.clock().today());
    const RefreshedDeck deck = program.open_to_read()->read([&](Connection& database) {
        const auto specs = stored_specs(database).specs;
        return refresh_or_refuse(
            bytes, path,
            [&](const std::string& id, Week week, Language language) {
                const auto spec = std::ranges::find(specs, id, &ExhibitSpec::id);
                return spec == specs.end()
                           ? std::nullopt
                           : std::optional{resolve(database, *spec, {week, as_of, language})};
            },
            [&](Week week) { return view_week(database, week, as_of); });
    });
    const std::string target = options.out.empty() ? path : options.out;
    replace_file(target, deck.bytes);
    if (options.json) {
        Json changes = Json::array();
        for (const DeckChange& change : deck.changes) {
            changes.push_back(change_entry(change));
        }
        print(Json{{"path", target},
                   {"pages", deck.slides},
                   {"charts", deck.charts},
                   {"changes", std::move(changes)}});
        return exit_done;
    }
    for (const DeckChange& change : deck.changes) {
        print(fmt::format("{:7} {:22} {}: {} → {}", to_string(change.kind), change.exhibit,
                          change.where, change.old_text.empty() ? "–" : change.old_text,
                          change.new_text.empty() ? "–" : change.new_text));
    }
    print(target);
    return exit_done;
}

} // namespace

void add_deck(CLI::App& app, Program& program, Action& action)
{
    add_verb<DeckOptions>(
        app, action, "deck", Verb::tr("The week as slides with native charts"),
        "weekboard deck --week 2026-04-10 --out weekly.pptx",
        [](CLI::App& verb, DeckOptions& options) {
            verb.add_option("--out", options.out, Verb::tr("The pptx to write").toStdString());
            verb.add_option(
                "--template", options.template_file,
                Verb::tr("A presentation whose masters, fonts and colours are used").toStdString());
            verb.add_option_function<std::string>(
                    "--refresh", [&options](const std::string& path) { options.refresh = path; },
                    Verb::tr("Bring an earlier deck up to date: figures change, edits stay")
                        .toStdString())
                ->expected(0, 1)
                ->default_str("");
            describe_green_up(verb, options.green_up);
            describe_week(verb, options.week);
            describe_json(verb, options.json);
        },
        [&program](const DeckOptions& options) {
            if (options.refresh) {
                return refresh(program, options);
            }
            if (options.out.empty()) {
                throw VerbFailure{exit_malformed, Verb::tr("--out is required.")};
            }
            return make(program, options);
        });
}

} // namespace weekboard
