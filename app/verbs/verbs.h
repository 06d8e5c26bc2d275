#pragma once

#include "activity.h"
#include "program.h"
#include "theme/theme.h"

#include <CLI/CLI.hpp>

#include <functional>

/// One function a verb: it describes the verb's arguments and says what runs.
namespace weekboard
{

/// What runs once the command line is read; returns the exit status.
using Action = std::function<int()>;

void add_week(CLI::App& app, Program& program, Action& action);
void add_exhibit(CLI::App& app, Program& program, Action& action);
void add_export(CLI::App& app, Program& program, Action& action);
void add_deck(CLI::App& app, Program& program, Action& action);
void add_report(CLI::App& app, Program& program, Action& action);
void add_series(CLI::App& app, Program& program, Action& action);
void add_set(CLI::App& app, Program& program, Action& action);
void add_import(CLI::App& app, Program& program, Action& action);
void add_batches(CLI::App& app, Program& program, Action& action);
void add_revert(CLI::App& app, Program& program, Action& action);
void add_verify(CLI::App& app, Program& program, Action& action);
void add_backup(CLI::App& app, Program& program, Action& action);
void add_restore(CLI::App& app, Program& program, Action& action);
void add_publish(CLI::App& app, Program& program, Action& action);
void add_diff(CLI::App& app, Program& program, Action& action);
void add_pack(CLI::App& app, Program& program, Action& action);
void add_rate(CLI::App& app, Program& program, Action& action);
void add_note(CLI::App& app, Program& program, Action& action);
void add_check(CLI::App& app, Program& program, Action& action);
void add_spec(CLI::App& app, Program& program, Action& action);

/// The option `--week`.
void describe_week_alone(CLI::App& verb, WeekChoice& choice);

/// The options `--week` and `--as-of` of a verb about a week as the store has it now.
void describe_week_now(CLI::App& verb, WeekChoice& choice);

/// The option `--edition`.
void describe_edition(CLI::App& verb, WeekChoice& choice);

/// All three, of a verb that shows a week: as of a day, or as published.
void describe_week(CLI::App& verb, WeekChoice& choice);

/// The option `--green-up`, and the convention that it chooses.
void describe_green_up(CLI::App& verb, bool& green_up);
[[nodiscard]] inline RiseColor rise_color(bool green_up)
{
    return green_up ? RiseColor::green : RiseColor::red;
}

/// The option `--json`.
void describe_json(CLI::App& verb, bool& json);

/// Adds a verb with an example in its help. `Options` is the verb's own aggregate; `run` gets it.
template <typename Options, typename Describe, typename Run>
void add_verb(CLI::App& app, Action& action, const char* name, const QString& purpose,
              const char* example, Describe describe, Run run)
{
    CLI::App* verb = app.add_subcommand(name, purpose.toStdString());
    verb->footer(Verb::tr("Example:").toStdString() + "\n  " + example);
    auto options = std::make_shared<Options>();
    describe(*verb, *options);
    verb->callback([options, run, name, &action] {
        action = [options, run, name] {
            note_activity(name);
            return run(*options);
        };
    });
}

} // namespace weekboard
