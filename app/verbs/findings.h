#pragma once

#include "check/finding.h"
#include "program.h"

#include <vector>

/// How verbs tell what checks found.
namespace weekboard
{

[[nodiscard]] Json json_of_findings(const std::vector<CheckFinding>& findings);

/// A line for each on standard output.
void print_findings(const std::vector<CheckFinding>& findings);

/// exit_findings where one of them has weight.
[[nodiscard]] ExitStatus status_for(const std::vector<CheckFinding>& findings);

} // namespace weekboard
