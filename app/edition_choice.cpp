#include "edition_choice.h"

namespace weekboard
{

Publication require_publication(Connection& database, Week week, const std::string& edition)
{
    std::optional<int> number;
    if (edition != "latest") {
        bool is_number = false;
        number = QString::fromStdString(edition).toInt(&is_number);
        if (!is_number || *number < 1) {
            throw VerbFailure{exit_malformed,
                              Verb::tr("--edition: “%1” is neither a number from 1 on nor latest.")
                                  .arg(QString::fromStdString(edition))};
        }
    }
    if (auto found = find_publication(database, week.friday(), number)) {
        return *found;
    }
    const QString day = QString::fromStdString(to_iso(week.friday()));
    const auto editions = editions_of(database, week.friday());
    if (editions.empty()) {
        throw VerbFailure{exit_refused,
                          Verb::tr("The week of %1 has not been published. “weekboard publish "
                                   "--week %1” does it.")
                              .arg(day)};
    }
    throw VerbFailure{
        exit_refused,
        Verb::tr("--edition: the week of %1 has editions 1 to %2.").arg(day).arg(editions.back())};
}

WeekEdition edition_in(const Publication& publication)
{
    try {
        return read_edition(publication.content);
    } catch (const EditionError& error) {
        throw VerbFailure{exit_unusable,
                          Verb::tr("Edition %1 of the week of %2 cannot be read: %3.")
                              .arg(publication.edition)
                              .arg(QString::fromStdString(to_iso(publication.week_end)),
                                   QString::fromUtf8(error.what()))};
    }
}

} // namespace weekboard
