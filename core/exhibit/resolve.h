#pragma once

#include "exhibit/exhibit.h"
#include "exhibit/spec.h"

#include <SQLiteCpp/Database.h>

#include <string_view>
#include <vector>

namespace weekboard
{

/// For which week, as known when, and in which language exhibits are wanted.
struct ResolveFor {
    Week week = Week::containing(Date{});
    Date as_of;
    Language language = Language::chinese;
    std::optional<ExhibitWindow> window = std::nullopt; ///< in place of the spec's own
};

/// Reads the figures of a spec and words its titles.
[[nodiscard]] Exhibit resolve(SQLite::Database& database, const ExhibitSpec& spec,
                              const ResolveFor& wanted);

/// The specs in the store, in the report's order. A stored spec was checked when it came in; where
/// one cannot be understood (a later version of the program wrote it) there is a finding instead.
struct StoredSpecs {
    std::vector<ExhibitSpec> specs;
    std::vector<SpecFinding> findings;
};
[[nodiscard]] StoredSpecs stored_specs(SQLite::Database& database);

} // namespace weekboard
