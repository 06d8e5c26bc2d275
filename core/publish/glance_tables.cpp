#include "publish/glance_tables.h"

#include "publish/house_colors.h"
#include "series/number_format.h"

#include <fmt/format.h>

namespace weekboard
{

namespace
{

/// In which language and colours.
struct Words {
    Language language;
    bool green_up;

    [[nodiscard]] std::string operator()(const char* zh, const char* en) const
    {
        return language == Language::chinese ? zh : en;
    }

    [[nodiscard]] std::optional<std::uint32_t> color_of(double change) const
    {
        return house::change_color(change, green_up);
    }
};

SlideCell change_cell(const std::optional<IndexChange>& change, const WeekView& view,
                      const Words& words)
{
    if (!change) {
        return {view.closed ? words("休市", "closed") : "\u2013", false, true};
    }
    return {format_percent(change->percent), true, true, words.color_of(change->percent)};
}

SlideTable index_table(const WeekView& view, const Words& words)
{
    SlideTable table;
    table.shares = {3, 1.4, 1.4};
    table.rows.push_back({{words("指数", "Index")},
                          {words("本周", "Week"), false, true},
                          {words("本月以来", "MTD"), false, true}});
    for (const IndexWeek& index : view.indices) {
        table.rows.push_back({{index.series.name.in(words.language)},
                              change_cell(index.week, view, words),
                              change_cell(index.month_to_date, view, words)});
    }
    for (const RankedRow& row : view.industries) {
        const bool first = row.rank == 1;
        const bool last = row.rank == static_cast<int>(view.industries.size());
        if (first || last) {
            const std::string name =
                fmt::format(fmt::runtime(first ? words("最强行业：{}", "Best industry: {}")
                                               : words("最弱行业：{}", "Worst industry: {}")),
                            row.name.in(words.language));
            table.rows.push_back({{name},
                                  {format_percent(row.change_percent), true, true,
                                   words.color_of(row.change_percent)},
                                  {""}});
        }
    }
    return table;
}

SlideTable figure_table(const WeekView& view, const Words& words)
{
    SlideTable table;
    table.shares = {3, 1.8, 1.2};
    table.rows.push_back({{words("核心数据", "Key figures")},
                          {words("最新", "Latest"), false, true},
                          {words("期间", "Period"), false, true}});
    for (const KeyFigure& figure : view.key_figures) {
        const Quantity quantity = format_quantity(figure.latest.value, figure.series.unit,
                                                  figure.series.decimals, words.language);
        table.rows.push_back(
            {{figure.name.in(words.language)},
             {quantity.number + " " + quantity.unit, true, true},
             {period_name(figure.series.frequency, figure.latest.period_end), false, true}});
    }
    return table;
}

SlideTable heat_table(const WeekView& view, const Words& words)
{
    SlideTable table;
    table.shares = {1.4, 1.4, 1};
    table.rows.push_back(
        {{words("板块", "Board")}, {words("景气度", "Heat")}, {words("已持续", "Held")}});
    for (const HeatRow& row : view.heat) {
        const house::Badge badge = house::badge_for(row.rating.score);
        table.rows.push_back(
            {{row.board.name.in(words.language), true},
             {row.rating.name.in(words.language), false, false, badge.text, badge.fill},
             {fmt::format(fmt::runtime(words("{}周", "{} wk")), row.weeks_held)}});
    }
    return table;
}

} // namespace

SlideTable glance_table(const WeekView& view, std::string_view part, Language language,
                        bool green_up)
{
    const Words words{language, green_up};
    if (part == "glance-indices") {
        return index_table(view, words);
    }
    return part == "glance-figures" ? figure_table(view, words) : heat_table(view, words);
}

} // namespace weekboard
