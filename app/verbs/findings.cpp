#include "verbs/findings.h"

#include <fmt/format.h>

#include <algorithm>

namespace weekboard
{

Json json_of_findings(const std::vector<CheckFinding>& findings)
{
    Json list = Json::array();
    for (const CheckFinding& finding : findings) {
        list.push_back(
            {{"rule", finding.rule},
             {"severity", to_string(finding.severity)},
             {"code", finding.code},
             {"period_end", finding.period_end ? Json(to_iso(*finding.period_end)) : Json(nullptr)},
             {"message", finding.message},
             {"acknowledged",
              finding.acknowledged.empty() ? Json(nullptr) : Json(finding.acknowledged)},
             {"suggested", finding.suggested ? Json(*finding.suggested) : Json(nullptr)}});
    }
    return list;
}

void print_findings(const std::vector<CheckFinding>& findings)
{
    for (const CheckFinding& finding : findings) {
        print(fmt::format(
            "{:8} {:13} {}{}", to_string(finding.severity), finding.rule, finding.message,
            finding.acknowledged.empty() ? std::string{}
                                         : fmt::format(" [{}]", finding.acknowledged)));
    }
}

ExitStatus status_for(const std::vector<CheckFinding>& findings)
{
    return std::ranges::any_of(findings, &CheckFinding::has_weight) ? exit_findings : exit_done;
}

} // namespace weekboard
