#include "check/acknowledged.h"

#include <fmt/format.h>

#include <algorithm>

namespace weekboard
{

Acknowledgement acknowledgement_of(FigureShelf& shelf, const CheckFinding& finding)
{
    std::vector<FigureKey> figures = finding.figures;
    std::sort(figures.begin(), figures.end());
    figures.erase(std::unique(figures.begin(), figures.end()), figures.end());
    Acknowledgement kept{finding.rule, finding.code, finding.period_end.value_or(Date{}), {}, {}};
    for (const FigureKey& figure : figures) {
        const ShelvedSeries* shelved = shelf.find(figure.code);
        const Observation* at = shelved != nullptr ? shelved->at(figure.period_end) : nullptr;
        kept.figures += fmt::format("{}@{}={};", figure.code, to_iso(figure.period_end),
                                    at != nullptr ? fmt::format("{}", at->value) : "none");
    }
    return kept;
}

void recall_acknowledged(Connection& database, FigureShelf& shelf,
                         std::vector<CheckFinding>& findings)
{
    for (CheckFinding& finding : findings) {
        finding.acknowledged =
            reason_for(database, acknowledgement_of(shelf, finding)).value_or(std::string{});
    }
}

} // namespace weekboard
