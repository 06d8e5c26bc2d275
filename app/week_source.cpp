#include "week_source.h"

#include "edition_choice.h"
#include "exhibit/resolve.h"
#include "exhibit/spec_library.h"
#include "export/letterhead_settings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace weekboard
{

namespace
{

/// `All` are specs or exhibits.
template <typename All>
const typename All::value_type& require_one(const All& all, const std::string& name)
{
    const auto found = std::ranges::find_if(
        all, [&](const auto& one) { return one.id == name || std::to_string(one.number) == name; });
    if (found != all.end()) {
        return *found;
    }
    std::vector<std::string> known;
    known.reserve(all.size());
    for (const auto& one : all) {
        known.push_back(fmt::format("{} {}", one.number, one.id));
    }
    throw VerbFailure{exit_refused,
                      Verb::tr("There is no exhibit “%1”. There are: %2.")
                          .arg(QString::fromStdString(name),
                               QString::fromStdString(fmt::format("{}", fmt::join(known, ", "))))};
}

template <typename All>
All chosen(All all, const std::string& which)
{
    if (which == "all") {
        return all;
    }
    All some;
    for (const QString& name : QString::fromStdString(which).split(QLatin1Char{','})) {
        some.push_back(require_one(all, name.trimmed().toStdString()));
    }
    return some;
}

} // namespace

WeekSource::WeekSource(Connection& database, const WeekChoice& choice, const Program& program)
    : database_{database}
    , language_{program.language}
    , wanted_{wanted_week(database, choice, program.clock())}
{
    if (!choice.edition.empty()) {
        edition_ = edition_in(require_publication(database, wanted_.week, choice.edition));
    }
}

WeekView WeekSource::view() const
{
    return edition_ ? edition_->view : view_week(database_, wanted_.week, wanted_.as_of);
}

std::vector<Exhibit> WeekSource::exhibits(const std::string& which) const
{
    if (edition_) {
        return chosen(edition_->in(language_).exhibits, which);
    }
    auto [specs, findings] = stored_specs(database_);
    for (const SpecFinding& finding : findings) {
        spdlog::warn("{}", to_string(finding));
    }
    return resolve(database_, chosen(std::move(specs), which),
                   {wanted_.week, wanted_.as_of, language_});
}

Report WeekSource::report() const
{
    return edition_ ? edition_->in(language_).report
                    : make_report(database_, wanted_.week, wanted_.as_of, language_,
                                  stored_letterhead());
}

Letterhead WeekSource::letterhead() const
{
    return edition_ ? edition_->in(language_).report.letterhead : stored_letterhead();
}

} // namespace weekboard
