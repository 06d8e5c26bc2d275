#include "exhibit/resolving.h"
#include "series/series.h"
#include "store/events.h"
#include "store/week_lists.h"

#include <algorithm>

namespace weekboard
{

namespace
{

/// Whether a chart of these plots is about what the event is about.
bool is_about(const Exhibit& exhibit, const std::string& target)
{
    return std::ranges::any_of(exhibit.plots, [&](const Plot& plot) {
        return plot.series == target || plot.series == growth_code(target);
    });
}

std::string series_of(const std::vector<Board>& boards, const std::string& target)
{
    const auto board = std::ranges::find(boards, target, &Board::code);
    return board == boards.end() ? target : board->index_code;
}

} // namespace

void mark_events(Resolving& resolving)
{
    Exhibit& exhibit = resolving.exhibit;
    if (exhibit.axis == AxisKind::labels || exhibit.x.empty()) {
        return;
    }
    const std::vector<Event> events = all_events(resolving.database);
    if (events.empty()) {
        return;
    }
    const std::vector<Board> boards = all_boards(resolving.database);
    const Date first = period_start(exhibit.frequency, exhibit.x.front());
    for (const Event& event : events) {
        const bool is_covered = event.day >= first && event.day <= exhibit.x.back() &&
                                event.day <= resolving.wanted.as_of;
        if (is_covered &&
            (event.target.empty() || is_about(exhibit, series_of(boards, event.target)))) {
            const auto place = std::ranges::lower_bound(exhibit.x, event.day);
            exhibit.events.push_back({event.day,
                                      static_cast<std::size_t>(place - exhibit.x.begin()),
                                      event.text.in(resolving.wanted.language)});
        }
    }
    std::ranges::stable_sort(exhibit.events, {}, &ExhibitEvent::day);
}

} // namespace weekboard
