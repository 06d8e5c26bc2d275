#include "verbs/verbs.h"

namespace weekboard
{

void describe_week_alone(CLI::App& verb, WeekChoice& choice)
{
    verb.add_option(
        "--week", choice.week,
        Verb::tr("Any day of the week; default: the latest with figures").toStdString());
}

void describe_week_now(CLI::App& verb, WeekChoice& choice)
{
    describe_week_alone(verb, choice);
    verb.add_option("--as-of", choice.as_of,
                    Verb::tr("As known on this day; default: the week's Sunday").toStdString());
}

void describe_edition(CLI::App& verb, WeekChoice& choice)
{
    verb.add_option("--edition", choice.edition,
                    Verb::tr("A published edition: its number, or latest").toStdString());
}

void describe_week(CLI::App& verb, WeekChoice& choice)
{
    describe_week_now(verb, choice);
    describe_edition(verb, choice);
    verb.get_option("--edition")->excludes(verb.get_option("--as-of"));
}

void describe_green_up(CLI::App& verb, bool& green_up)
{
    verb.add_flag("--green-up", green_up,
                  Verb::tr("Green for rises and red for falls").toStdString());
}

void describe_json(CLI::App& verb, bool& json)
{
    verb.add_flag("--json", json, Verb::tr("One JSON document").toStdString());
}

} // namespace weekboard
