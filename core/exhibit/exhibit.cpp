#include "exhibit/exhibit.h"

#include "series/number_format.h"

#include <fmt/format.h>

namespace weekboard
{

namespace
{

/// ▲1, ▼2, →, or 首次 where there is nothing to compare with.
std::string direction(const HeatTableRow& row, Language language)
{
    if (!row.score_change) {
        return language == Language::chinese ? "首次" : "new";
    }
    if (*row.score_change == 0) {
        return "→";
    }
    return fmt::format("{}{}", *row.score_change > 0 ? "▲" : "▼", std::abs(*row.score_change));
}

} // namespace

std::string place_name(const Exhibit& exhibit, std::size_t place)
{
    if (exhibit.axis == AxisKind::labels) {
        return exhibit.labels[place];
    }
    return period_name(exhibit.frequency, exhibit.x[place]);
}

std::string value_text(const Plot& plot, std::size_t place)
{
    const auto& value = plot.values[place];
    if (!value) {
        return "–";
    }
    const Sign sign = plot.kind == PlotKind::label ? Sign::always : Sign::minus_only;
    return plot.unit == "%" ? format_percent(*value, plot.decimals, sign)
                            : format_number(*value, plot.decimals, sign);
}

std::vector<std::string> heat_columns(Language language)
{
    if (language == Language::chinese) {
        return {"板块", "景气度指标", "较上周", "已持续", "本期景气度说明"};
    }
    return {"Board", "Heat", "Change", "Held", "Reason"};
}

std::vector<std::string> heat_cells(const HeatTableRow& row, Language language)
{
    const bool zh = language == Language::chinese;
    return {row.board, row.rating, direction(row, language),
            fmt::format(fmt::runtime(zh ? "{}周" : "{} wk"), row.weeks_held), row.reason};
}

} // namespace weekboard
