#pragma once

#include "exhibit/exhibit.h"
#include "exhibit/spec.h"
#include "store/connection.h"

#include <optional>
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
[[nodiscard]] Exhibit resolve(Connection& database, const ExhibitSpec& spec,
                              const ResolveFor& wanted);
[[nodiscard]] std::vector<Exhibit>
resolve(Connection& database, const std::vector<ExhibitSpec>& specs, const ResolveFor& wanted);

} // namespace weekboard
