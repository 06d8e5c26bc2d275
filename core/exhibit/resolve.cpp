#include "exhibit/resolve.h"

#include "exhibit/resolving.h"
#include "exhibit/written_title.h"
#include "series/number_format.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace weekboard
{

namespace
{

void resolve_figures(Resolving& resolving)
{
    switch (resolving.spec.kind) {
    case ExhibitKind::line:
    case ExhibitKind::bars:
        return resolve_over_time(resolving);
    case ExhibitKind::ranked_bars:
        return resolve_ranked_bars(resolving);
    case ExhibitKind::movers:
        return resolve_movers(resolving);
    case ExhibitKind::comparison:
        return resolve_comparison(resolving);
    case ExhibitKind::heat_table:
        return resolve_heat_table(resolving);
    }
}

void set_title(Resolving& resolving)
{
    const ExhibitSpec& spec = resolving.spec;
    Exhibit& exhibit = resolving.exhibit;
    const Language language = resolving.wanted.language;
    if (spec.written_title) {
        exhibit.title = spec.written_title->text.in(language);
        exhibit.title_flag = flag_of_title(*spec.written_title, exhibit);
        return;
    }
    const auto title = fill_title(spec.title.in(language), resolving.subjects, language);
    exhibit.title = title ? *title : spec.neutral_title.in(language);
    exhibit.title_is_neutral = !title;
}

void set_source(Resolving& resolving)
{
    const bool zh = resolving.zh();
    Exhibit& exhibit = resolving.exhibit;
    std::vector<std::string> parts;
    if (exhibit.illustrative) {
        parts.emplace_back(zh ? "示例数据，非真实行情" : "illustrative figures, not market data");
    } else if (!resolving.only_published) {
        parts.push_back(resolving.spec.source.in(resolving.wanted.language));
    } else {
        parts.assign(resolving.change_sources.begin(), resolving.change_sources.end());
    }
    const auto line = [&] {
        return fmt::format(fmt::runtime(zh ? "来源：{}" : "Source: {}"),
                           fmt::join(parts, zh ? "；" : "; "));
    };
    exhibit.figures_source = line();
    if (!exhibit.title_is_neutral && !resolving.only_published) {
        for (const std::string& source : resolving.change_sources) {
            parts.push_back(fmt::format(fmt::runtime(zh ? "涨跌幅：{}" : "changes: {}"), source));
        }
    }
    exhibit.source = line();
}

} // namespace

Exhibit resolve(Connection& database, const ExhibitSpec& spec, const ResolveFor& wanted)
{
    Exhibit exhibit;
    exhibit.number = spec.number;
    exhibit.id = spec.id;
    exhibit.language = wanted.language;
    exhibit.week = wanted.week;
    exhibit.as_of = wanted.as_of;
    exhibit.kind = spec.kind;
    exhibit.unit = unit_name(spec.unit, wanted.language);
    exhibit.axes = spec.axes;
    exhibit.slide = spec.slide;
    exhibit.subject = spec.neutral_title.in(wanted.language);
    Resolving resolving{database, spec, wanted, exhibit, {}, {}, false};
    resolve_figures(resolving);
    set_title(resolving);
    set_source(resolving);
    mark_events(resolving);
    for (const Bilingual& footnote : spec.footnotes) {
        exhibit.footnotes.push_back(footnote.in(wanted.language));
    }
    return exhibit;
}

std::vector<Exhibit> resolve(Connection& database, const std::vector<ExhibitSpec>& specs,
                             const ResolveFor& wanted)
{
    std::vector<Exhibit> exhibits;
    exhibits.reserve(specs.size());
    for (const ExhibitSpec& spec : specs) {
        exhibits.push_back(resolve(database, spec, wanted));
    }
    return exhibits;
}

} // namespace weekboard
