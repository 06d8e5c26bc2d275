#include "exhibit_choice.h"

#include "exhibit/spec_library.h"
#include "program.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace weekboard
{

namespace
{

const ExhibitSpec& require_spec(const std::vector<ExhibitSpec>& specs, const std::string& name)
{
    const auto found = std::ranges::find_if(specs, [&](const ExhibitSpec& spec) {
        return spec.id == name || std::to_string(spec.number) == name;
    });
    if (found != specs.end()) {
        return *found;
    }
    std::vector<std::string> known;
    known.reserve(specs.size());
    for (const ExhibitSpec& spec : specs) {
        known.push_back(fmt::format("{} {}", spec.number, spec.id));
    }
    throw VerbFailure{exit_refused,
                      Verb::tr("There is no exhibit “%1”. There are: %2.")
                          .arg(QString::fromStdString(name),
                               QString::fromStdString(fmt::format("{}", fmt::join(known, ", "))))};
}

} // namespace

std::vector<Exhibit> resolve_chosen(SQLite::Database& database, const std::string& which,
                                    const ResolveFor& wanted)
{
    const auto [specs, findings] = stored_specs(database);
    for (const SpecFinding& finding : findings) {
        spdlog::warn("{}", to_string(finding));
    }
    if (which == "all") {
        return resolve(database, specs, wanted);
    }
    std::vector<Exhibit> exhibits;
    for (const QString& name : QString::fromStdString(which).split(QLatin1Char{','})) {
        exhibits.push_back(
            resolve(database, require_spec(specs, name.trimmed().toStdString()), wanted));
    }
    return exhibits;
}

} // namespace weekboard
