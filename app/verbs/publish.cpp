#include "verbs/verbs.h"

#include "check/check.h"
#include "edition_choice.h"
#include "export/export_run.h"
#include "export/letterhead_settings.h"
#include "export/picture.h"
#include "publish/audit_pack.h"
#include "publish/edition_diff.h"
#include "publish/file_target.h"
#include "verbs/findings.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

namespace weekboard
{

namespace
{

struct PublishOptions {
    WeekChoice week;
    std::string out;
    bool json = false;
};

Json json_of_changes(const std::vector<EditionChange>& changes)
{
    const auto text = [](const std::string& words) {
        return words.empty() ? Json(nullptr) : Json(words);
    };
    Json list = Json::array();
    for (const EditionChange& change : changes) {
        list.push_back({{"exhibit", change.exhibit},
                        {"where", change.where},
                        {"old", text(change.old_text)},
                        {"new", text(change.new_text)}});
    }
    return list;
}

void print_changes(const std::vector<EditionChange>& changes)
{
    for (const EditionChange& change : changes) {
        print(fmt::format("{:22} {}: {} → {}", change.exhibit, change.where,
                          change.old_text.empty() ? "–" : change.old_text,
                          change.new_text.empty() ? "–" : change.new_text));
    }
}

Json heading_of(const Publication& publication)
{
    return {{"week", to_iso(publication.week_end)},
            {"edition", publication.edition},
            {"published_at", publication.published_at}};
}

/// An edition is kept for good: one that could not be read again is not begun.
void require_readable(const std::string& text)
{
    try {
        if (text_of(read_edition(text)) == text) {
            return;
        }
    } catch (const EditionError& error) {
        spdlog::error("the week cannot be frozen: {}", error.what());
    }
    throw VerbFailure{exit_refused,
                      Verb::tr("The week has a figure or a word that cannot be kept as it is; "
                               "“weekboard check” tells odd figures.")};
}

/// An edition that cannot be read any more does not stand in the way of the next one.
std::vector<EditionChange> changes_since(const Publication& before, const WeekEdition& now,
                                         Language language)
{
    try {
        return changes_of(read_edition(before.content), now, language);
    } catch (const EditionError& error) {
        spdlog::error("edition {} cannot be read: {}", before.edition, error.what());
        return {};
    }
}

/// The week as it stands, found and frozen in one transaction.
struct Published {
    Publication publication;
    std::vector<EditionChange> changes; ///< against the edition before
    std::vector<CheckFinding> findings;
};

Published publish_in(Connection& database, const Program& program, const PublishOptions& options)
{
    const WantedWeek wanted = wanted_week(database, options.week, program.clock());
    const WeekEdition edition =
        freeze_week(database, wanted.week, wanted.as_of, stored_letterhead());
    if (edition.view.is_empty()) {
        throw VerbFailure{
            exit_refused,
            Verb::tr("The store has nothing of the week of %1 that could be published.")
                .arg(QString::fromStdString(to_iso(wanted.week.friday())))};
    }
    const std::string text = text_of(edition);
    require_readable(text);
    Published done;
    if (const auto before = find_publication(database, wanted.week.friday())) {
        done.changes = changes_since(*before, edition, program.language);
    }
    done.findings = check_complete(database, wanted.week, wanted.as_of, program.language);
    auto odd = check_figures(database, wanted.as_of, program.language);
    done.findings.insert(done.findings.end(), odd.begin(), odd.end());
    done.publication = {wanted.week.friday(), 0, to_iso(program.clock().now()), Program::author(),
                        text};
    done.publication.edition = add_publication(database, done.publication);
    return done;
}

int publish(const Program& program, const PublishOptions& options)
{
    const Published done = program.open_to_write()->write(
        [&](Connection& database) { return publish_in(database, program, options); });
    if (options.json) {
        Json document = heading_of(done.publication);
        document["changes"] = json_of_changes(done.changes);
        document["findings"] = json_of_findings(done.findings);
        print(document);
    } else {
        print(Verb::tr("The week of %1 is published as edition %2.")
                  .arg(QString::fromStdString(to_iso(done.publication.week_end)))
                  .arg(done.publication.edition)
                  .toStdString());
        print_changes(done.changes);
        print_findings(done.findings);
    }
    return status_for(done.findings);
}

std::string edition_wanted(const PublishOptions& options)
{
    return options.week.edition.empty() ? "latest" : options.week.edition;
}

/// A published week against what is known of it today, or on the day given.
int diff(const Program& program, const PublishOptions& options)
{
    Publication publication;
    const auto changes = program.open_to_read()->read([&](Connection& database) {
        const Week week = wanted_week(database, options.week, program.clock()).week;
        publication = require_publication(database, week, edition_wanted(options));
        const Date as_of = date_if_given(options.week.as_of, QStringLiteral("--as-of"))
                               .value_or(program.clock().today());
        return changes_of(edition_in(publication),
                          freeze_week(database, week, as_of, stored_letterhead()),
                          program.language);
    });
    if (options.json) {
        Json document = heading_of(publication);
        document["changes"] = json_of_changes(changes);
        print(document);
    } else if (changes.empty()) {
        print(Verb::tr("Nothing differs from edition %1.").arg(publication.edition).toStdString());
    } else {
        print_changes(changes);
    }
    return changes.empty() ? exit_done : exit_findings;
}

ZipEntries pictures_of(const WeekEdition& edition, Language language)
{
    const ExportProfile profile = find_profile("slide-full").value();
    ZipEntries pictures;
    for (const Exhibit& exhibit : edition.in(language).exhibits) {
        pictures.push_back({fmt::format("pictures/{}.png", file_stem(exhibit)),
                            draw_picture(exhibit, profile, PictureFormat::png, RiseColor::red)()});
    }
    return pictures;
}

int pack(const Program& program, const PublishOptions& options)
{
    const Publication publication = program.open_to_read()->read([&](Connection& database) {
        const Week week = wanted_week(database, options.week, program.clock()).week;
        return require_publication(database, week, edition_wanted(options));
    });
    const WeekEdition edition = edition_in(publication);
    replace_file(options.out,
                 make_pack(publication, edition, pictures_of(edition, program.language)));
    if (options.json) {
        Json document = heading_of(publication);
        document["path"] = options.out;
        print(document);
    } else {
        print(options.out);
    }
    return exit_done;
}

} // namespace

void add_publish(CLI::App& app, Program& program, Action& action)
{
    add_verb<PublishOptions>(
        app, action, "publish", Verb::tr("Freeze a week as it goes out"),
        "weekboard publish --week 2026-04-10",
        [](CLI::App& verb, PublishOptions& options) {
            describe_week_now(verb, options.week);
            describe_json(verb, options.json);
        },
        [&program](const PublishOptions& options) { return publish(program, options); });
}

void add_diff(CLI::App& app, Program& program, Action& action)
{
    add_verb<PublishOptions>(
        app, action, "diff", Verb::tr("What differs from a week as it was published"),
        "weekboard diff --week 2026-04-10",
        [](CLI::App& verb, PublishOptions& options) {
            describe_week_now(verb, options.week);
            describe_edition(verb, options.week);
            describe_json(verb, options.json);
        },
        [&program](const PublishOptions& options) { return diff(program, options); });
}

void add_pack(CLI::App& app, Program& program, Action& action)
{
    add_verb<PublishOptions>(
        app, action, "pack", Verb::tr("A published week as one zip that can be checked later"),
        "weekboard pack --week 2026-04-10 --edition 1 --out audit.zip",
        [](CLI::App& verb, PublishOptions& options) {
            describe_week_now(verb, options.week);
            describe_edition(verb, options.week);
            verb.add_option("--out", options.out, Verb::tr("A .zip").toStdString())->required();
            describe_json(verb, options.json);
        },
        [&program](const PublishOptions& options) { return pack(program, options); });
}

} // namespace weekboard
