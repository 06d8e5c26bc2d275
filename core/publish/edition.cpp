#include "publish/edition.h"

#include "exhibit/resolve.h"
#include "exhibit/spec_library.h"
#include "publish/report_outline.h"
#include "store/figures.h"
#include "store/series_list.h"
#include "store/week_lists.h"

#include <algorithm>
#include <map>
#include <set>

namespace weekboard
{

namespace
{

EditionDocuments documents(Connection& database, Week week, Date as_of, Language language,
                           const Letterhead& letterhead)
{
    return {resolve(database, stored_specs(database).specs, {week, as_of, language}),
            make_report(database, week, as_of, language, letterhead)};
}

/// The series that exhibits and the week at a glance are drawn from.
std::set<std::string> codes_behind(Connection& database, const std::vector<Exhibit>& exhibits,
                                   const WeekView& view)
{
    std::set<std::string> codes;
    for (const KeyFigureChoice& choice : key_figure_choices(database)) {
        codes.insert({choice.series, choice.companion});
    }
    for (const ExhibitSpec& spec : stored_specs(database).specs) { // figures of titles, too
        for (const PlotSpec& figure : spec.figures) {
            codes.insert(figure.series);
        }
    }
    for (const ReportSection& section : report_outline().sections) {
        for (const ReportPart& part : section.parts) {
            for (const SentenceSpec& sentence : part.sentences) {
                for (const PlotSpec& figure : sentence.figures) {
                    codes.insert(figure.series);
                }
            }
        }
    }
    for (const Exhibit& exhibit : exhibits) {
        codes.insert(exhibit.codes.begin(), exhibit.codes.end());
        for (const Plot& plot : exhibit.plots) {
            codes.insert(plot.series);
        }
    }
    for (const IndexWeek& index : view.indices) {
        for (const char* change : {"week_change", "mtd_change"}) {
            codes.insert(published_change_code(index.series, change));
        }
    }
    return codes;
}

/// The release of each period that held on the day.
std::map<Date, Release> holding_releases(Connection& database, const Series& series,
                                         const WeekView& view)
{
    std::map<Date, Release> holding;
    for (const Release& release : all_releases(database, series)) {
        if (release.vintage <= view.as_of && release.period_end <= view.week.sunday()) {
            holding[release.period_end] = release; // by vintage: the last one holds
        }
    }
    return holding;
}

} // namespace

WeekEdition freeze_week(Connection& database, Week week, Date as_of, const Letterhead& letterhead)
{
    WeekEdition edition;
    edition.view = view_week(database, week, as_of);
    edition.zh = documents(database, week, as_of, Language::chinese, letterhead);
    edition.en = documents(database, week, as_of, Language::english, letterhead);
    std::set<std::int64_t> batches;
    for (const std::string& code : codes_behind(database, edition.zh.exhibits, edition.view)) {
        const auto series = find_series(database, code); // a stock on a list has none
        if (!series) {
            continue;
        }
        for (const auto& [period, release] : holding_releases(database, *series, edition.view)) {
            if (release.value) {
                edition.figures.push_back(
                    {code, period, release.vintage, *release.value, release.batch});
                batches.insert(release.batch);
            }
        }
    }
    for (const std::int64_t id : batches) {
        if (auto batch = find_batch(database, id)) {
            edition.batches.push_back(std::move(*batch));
        }
    }
    return edition;
}

} // namespace weekboard
