#include "week_content.h"

#include "exhibit/spec_library.h"
#include "store/publications.h"
#include "store/weeks.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace weekboard
{

namespace
{

/// That of the first ranking that has one. Specs that cannot be read are logged on the way.
std::string highlighted_industry(Connection& database)
{
    const StoredSpecs stored = stored_specs(database);
    for (const SpecFinding& finding : stored.findings) {
        spdlog::error("{}", to_string(finding));
    }
    const auto found = std::ranges::find_if(stored.specs, [](const ExhibitSpec& spec) {
        return spec.kind == ExhibitKind::ranked_bars && !spec.highlight.empty();
    });
    return found == stored.specs.end() ? std::string{} : found->highlight;
}

/// Against what is known today, as the verb `diff` has it. The letterhead is no part of the
/// comparison: it is not kept in the store.
std::vector<EditionChange> changes_since(Connection& database, const WeekEdition& edition,
                                         Language language, Date today)
{
    const WeekEdition now =
        freeze_week(database, edition.view.week, std::max(today, edition.view.week.sunday()),
                    edition.in(language).report.letterhead);
    return changes_of(edition, now, language);
}

void show_edition(Connection& database, WeekContent& content, const Publication& publication,
                  Date today)
{
    auto shown = std::make_shared<ShownEdition>();
    shown->number = publication.edition;
    shown->published_at = publication.published_at;
    shown->author = publication.author;
    shown->edition = read_edition(publication.content);
    shown->changes = changes_since(database, shown->edition, content.language, today);
    content.view = shown->edition.view;
    content.edition = std::move(shown);
}

} // namespace

WeekContent read_content(Connection& database, const WeekWanted& wanted)
{
    WeekContent content;
    content.language = wanted.language;
    content.latest_week = latest_week_with_figures(database);
    const Week week =
        wanted.week.value_or(Week::containing(content.latest_week.value_or(wanted.today)));
    content.editions = editions_of(database, week.friday());
    content.highlighted_industry = highlighted_industry(database);
    const auto publication =
        wanted.edition ? find_publication(database, week.friday(), wanted.edition) : std::nullopt;
    if (publication) {
        show_edition(database, content, *publication, wanted.today);
    } else {
        content.view = view_week(database, week, week.sunday());
    }
    return content;
}

} // namespace weekboard
