// The week's judgements and words: the verbs `rate` and `note`.

#include "verbs/verbs.h"

#include "board/note.h"
#include "exhibit/heat.h"
#include "store/batch.h"
#include "store/week_lists.h"
#include "text_table.h"

#include <fmt/format.h>

#include <algorithm>

namespace weekboard
{

namespace
{

struct RateOptions {
    std::string board;
    std::string rating;
    std::string reason;
    WeekChoice week;
    bool json = false;
};

struct NoteOptions {
    std::string section;
    std::string body;
    std::string subject;
    std::string outlet;
    std::string published_on;
    std::optional<int> place;
    bool remove = false;
    WeekChoice week;
    bool json = false;
};

/// The member whose code or name in either language is `name`. Throws VerbFailure, exit_refused,
/// naming all of them.
template <typename Named>
const Named& require_named(const std::vector<Named>& all, const std::string& name,
                           const QString& argument)
{
    const auto found = std::ranges::find_if(all, [&](const Named& one) {
        return one.code == name || one.name.zh == name || one.name.en == name;
    });
    if (found != all.end()) {
        return *found;
    }
    QStringList known;
    for (const Named& one : all) {
        known << QString::fromStdString(fmt::format("{} ({})", one.code, one.name.zh));
    }
    throw VerbFailure{exit_refused, Verb::tr("%1: “%2” is none of %3.")
                                        .arg(argument, QString::fromStdString(name),
                                             known.join(QStringLiteral(", ")))};
}

/// Without blanks around it. Throws VerbFailure, exit_refused, for bytes that are no text.
std::string require_text(const std::string& given, const QString& argument)
{
    const QString text = QString::fromStdString(given);
    if (text.toStdString() != given) {
        throw VerbFailure{exit_refused, Verb::tr("%1: that is no text in UTF-8.").arg(argument)};
    }
    return text.trimmed().toStdString();
}

int list_ratings(const Program& program, const RateOptions& options)
{
    const auto rows = program.open_to_read()->read([&](Connection& database) {
        return heat_of_week(database, wanted_week(database, options.week, program.clock()).week);
    });
    Json heat = Json::array();
    TextTable table{{Align::left, Align::left, Align::left, Align::left}};
    for (const HeatRow& row : rows) {
        heat.push_back({{"board", row.board.name.in(program.language)},
                        {"code", row.board.code},
                        {"rating", row.rating.name.in(program.language)},
                        {"score", row.rating.score},
                        {"weeks_held", row.weeks_held},
                        {"reason", row.reason}});
        table.add({row.board.code, row.board.name.in(program.language),
                   row.rating.name.in(program.language), row.reason});
    }
    if (options.json) {
        print(Json{{"heat", std::move(heat)}});
    } else {
        print(table.text());
    }
    return exit_done;
}

/// A batch of its own for one row, as typed on the command line.
template <typename Write>
std::int64_t in_batch(Connection& database, const Program& program, const char* verb, Write write)
{
    BatchWriter batch{database, {BatchKind::entry, verb, Program::author()}, program.clock()};
    write(batch);
    batch.finish();
    return batch.id();
}

/// A rating that was changed needs a reason; one that is kept keeps its own unless it gets one.
HeatRating rating_of(Connection& database, const Program& program, const RateOptions& options)
{
    const Board board = require_named(all_boards(database), options.board, QStringLiteral("BOARD"));
    const Rating rating =
        require_named(all_ratings(database), options.rating, QStringLiteral("RATING"));
    const Week week = wanted_week(database, options.week, program.clock()).week;
    HeatRating given{week.friday(), board.code, rating.code, options.reason};
    const auto history = heat_history(database, board.code, week.sunday());
    const bool kept = !history.empty() && history.front().rating == rating.code;
    if (given.reason.empty() && !kept) {
        throw VerbFailure{exit_refused,
                          Verb::tr("--reason: the rating of %1 is a new one and needs a reason.")
                              .arg(QString::fromStdString(board.name.in(program.language)))};
    }
    if (given.reason.empty()) {
        given.reason = history.front().reason;
    }
    return given;
}

int rate(const Program& program, RateOptions options)
{
    options.reason = require_text(options.reason, QStringLiteral("--reason"));
    if (options.board.empty()) {
        return list_ratings(program, options);
    }
    HeatRating given;
    std::int64_t id = 0;
    program.open_to_write()->write([&](Connection& database) {
        given = rating_of(database, program, options);
        id = in_batch(database, program, "rate", [&](BatchWriter& batch) { batch.rate(given); });
    });
    if (options.json) {
        print(Json{{"batch", id},
                   {"week", to_iso(given.week_end)},
                   {"code", given.board},
                   {"rating", given.rating},
                   {"reason", given.reason}});
    } else {
        print(Verb::tr("%1, week of %2: %3, batch %4")
                  .arg(QString::fromStdString(given.board),
                       QString::fromStdString(to_iso(given.week_end)),
                       QString::fromStdString(given.rating), QString::number(id))
                  .toStdString());
    }
    return exit_done;
}

Json json_of_note(const Note& note)
{
    return {{"section", note.section},
            {"place", note.ordinal},
            {"subject", note.subject},
            {"body", note.body},
            {"published_on", json_of(note.published_on)},
            {"outlet", note.outlet}};
}

int list_notes(const Program& program, const NoteOptions& options)
{
    const auto notes = program.open_to_read()->read([&](Connection& database) {
        const WantedWeek wanted = wanted_week(database, options.week, program.clock());
        return notes_of(database, wanted.week.friday());
    });
    if (!options.json) {
        for (const Note& note : notes) {
            print(
                fmt::format("[{} {}] {}  {}", note.section, note.ordinal, note.subject, note.body));
        }
        return exit_done;
    }
    Json list = Json::array();
    for (const Note& note : notes) {
        list.push_back(json_of_note(note));
    }
    print(Json{{"notes", std::move(list)}});
    return exit_done;
}

/// After the last one of the section, unless a place is named.
Note note_from(Connection& database, const Program& program, const NoteOptions& options)
{
    const Week week = wanted_week(database, options.week, program.clock()).week;
    Note note{week.friday(),
              options.section,
              1,
              options.subject,
              options.body,
              date_if_given(options.published_on, QStringLiteral("--on")),
              options.outlet};
    bool is_there = false;
    for (const Note& other : notes_of(database, week.friday())) {
        if (other.section == note.section) {
            note.ordinal = std::max(note.ordinal, other.ordinal + 1);
            is_there = is_there || other.ordinal == options.place;
        }
    }
    if (options.remove && !is_there) {
        throw VerbFailure{exit_refused, Verb::tr("--place: the week has no such note in %1.")
                                            .arg(QString::fromStdString(options.section))};
    }
    note.ordinal = options.place.value_or(note.ordinal);
    return note;
}

void require_words(const NoteOptions& options)
{
    if (std::ranges::find(note_sections, options.section) == note_sections.end()) {
        QStringList known;
        for (const std::string_view section : note_sections) {
            known << QString::fromLatin1(section.data(), static_cast<qsizetype>(section.size()));
        }
        throw VerbFailure{exit_refused, Verb::tr("%1: “%2” is none of %3.")
                                            .arg(QStringLiteral("SECTION"),
                                                 QString::fromStdString(options.section),
                                                 known.join(QStringLiteral(", ")))};
    }
    if (options.remove == !options.body.empty()) {
        throw VerbFailure{exit_refused,
                          Verb::tr("BODY: a note has words, and one that goes has none.")};
    }
}

int note(const Program& program, NoteOptions options)
{
    options.body = require_text(options.body, QStringLiteral("BODY"));
    options.subject = require_text(options.subject, QStringLiteral("--subject"));
    options.outlet = require_text(options.outlet, QStringLiteral("--outlet"));
    if (options.section.empty() && !options.remove) {
        return list_notes(program, options);
    }
    require_words(options);
    Note given;
    std::int64_t id = 0;
    program.open_to_write()->write([&](Connection& database) {
        given = note_from(database, program, options);
        id = in_batch(database, program, "note", [&](BatchWriter& batch) { batch.note(given); });
    });
    if (options.json) {
        Json document = json_of_note(given);
        document["batch"] = id;
        document["week"] = to_iso(given.week_end);
        print(document);
    } else {
        print(Verb::tr("Week of %1, %2 %3, batch %4")
                  .arg(QString::fromStdString(to_iso(given.week_end)),
                       QString::fromStdString(given.section), QString::number(given.ordinal),
                       QString::number(id))
                  .toStdString());
    }
    return exit_done;
}

} // namespace

void add_rate(CLI::App& app, Program& program, Action& action)
{
    add_verb<RateOptions>(
        app, action, "rate", Verb::tr("List a week's heat ratings, or rate a board"),
        "weekboard rate servers accelerating --reason \"Orders up\" --week 2026-04-17",
        [](CLI::App& verb, RateOptions& options) {
            verb.add_option("BOARD", options.board,
                            Verb::tr("Code or name of a board").toStdString());
            verb.add_option("RATING", options.rating,
                            Verb::tr("Code or name of a rating").toStdString());
            verb.get_option("BOARD")->needs(verb.get_option("RATING"));
            verb.add_option("--reason", options.reason,
                            Verb::tr("Why; a new rating needs one").toStdString());
            describe_week_alone(verb, options.week);
            describe_json(verb, options.json);
        },
        [&program](const RateOptions& options) { return rate(program, options); });
}

void add_note(CLI::App& app, Program& program, Action& action)
{
    add_verb<NoteOptions>(
        app, action, "note", Verb::tr("List a week's notes, or write one"),
        "weekboard note news \"Orders until 2028\" --subject Lumentum --outlet 财联社 "
        "--on 2026-04-08",
        [](CLI::App& verb, NoteOptions& options) {
            verb.add_option(
                "SECTION", options.section,
                Verb::tr("headline, rating, viewpoint, track, advice, risk or news").toStdString());
            verb.add_option("BODY", options.body, Verb::tr("The words").toStdString());
            verb.add_option("--subject", options.subject,
                            Verb::tr("Company or theme").toStdString());
            verb.add_option("--outlet", options.outlet, Verb::tr("Where it stood").toStdString());
            verb.add_option("--on", options.published_on,
                            Verb::tr("The day on which it stood there").toStdString());
            verb.add_option(
                    "--place", options.place,
                    Verb::tr("Place in the section: the note there is replaced").toStdString())
                ->check(CLI::Range(1, 10000));
            verb.add_flag("--remove", options.remove,
                          Verb::tr("Take the note at that place away").toStdString())
                ->needs(verb.get_option("--place"));
            describe_week_alone(verb, options.week);
            describe_json(verb, options.json);
        },
        [&program](const NoteOptions& options) { return note(program, options); });
}

} // namespace weekboard
