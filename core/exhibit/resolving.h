#pragma once

#include "exhibit/exhibit.h"
#include "exhibit/resolve.h"
#include "exhibit/title.h"
#include "store/connection.h"

#include <set>
#include <string>

/// Inside of `resolve`: what each kind of exhibit fills in.
namespace weekboard
{

/// An exhibit in the making.
struct Resolving {
    Connection& database;
    const ExhibitSpec& spec;
    const ResolveFor& wanted;
    Exhibit& exhibit;
    TitleSubjects subjects;
    std::set<std::string> change_sources; ///< who published the changes that are shown
    bool only_published = false;          ///< nothing but those changes is shown

    [[nodiscard]] bool zh() const { return wanted.language == Language::chinese; }
};

/// Plots over days or periods.
void resolve_over_time(Resolving& resolving);

/// Plots over the members of a list.
void resolve_ranked_bars(Resolving& resolving);
void resolve_movers(Resolving& resolving);
void resolve_comparison(Resolving& resolving);

void resolve_heat_table(Resolving& resolving);

/// The events that the exhibit's days cover: those about all charts, about a series that it shows
/// or about the board whose index it shows.
void mark_events(Resolving& resolving);

} // namespace weekboard
