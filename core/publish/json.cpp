#include "publish/json.h"

#include "series/number_format.h"

namespace weekboard
{

namespace
{

constexpr int change_decimals = 2;

/// A computed change in the decimals in which the program shows it; null where there is none.
Json json_of(const std::optional<IndexChange>& change)
{
    return change ? Json(round_to(change->percent, change_decimals)) : Json(nullptr);
}

Json json_of(const IndexWeek& index, Language language)
{
    return {{"code", index.series.code},
            {"name", index.series.name.in(language)},
            {"close", index.last ? Json(index.last->value) : Json(nullptr)},
            {"week_change_pct", json_of(index.week)},
            {"mtd_change_pct", json_of(index.month_to_date)},
            {"changes_published", index.week && index.week->published},
            {"illustrative", index.illustrative}};
}

Json json_of(const HeatRow& row, Language language)
{
    return {{"board", row.board.name.in(language)},   {"code", row.board.code},
            {"rating", row.rating.name.in(language)}, {"score", row.rating.score},
            {"weeks_held", row.weeks_held},           {"reason", row.reason}};
}

Json json_of(const std::vector<RankedRow>& rows, Language language, bool with_rank)
{
    Json list = Json::array();
    for (const RankedRow& row : rows) {
        Json entry;
        if (with_rank) {
            entry["rank"] = row.rank;
        }
        entry["code"] = row.code;
        entry["name"] = row.name.in(language);
        entry["change_pct"] = round_to(row.change_percent, change_decimals);
        list.push_back(std::move(entry));
    }
    return list;
}

Json table_json(const Exhibit& exhibit)
{
    if (exhibit.kind != ExhibitKind::heat_table) {
        return nullptr;
    }
    Json rows = Json::array();
    for (const HeatTableRow& row : exhibit.heat) {
        rows.push_back(heat_cells(row, exhibit.language));
    }
    return {{"columns", heat_columns(exhibit.language)}, {"rows", std::move(rows)}};
}

} // namespace

Json json_of(std::optional<Date> date)
{
    return date ? Json(to_iso(*date)) : Json(nullptr);
}

Json json_of(const WeekView& view, Language language)
{
    Json json;
    json["week"] = {{"start", to_iso(view.week.monday())},
                    {"end", to_iso(view.week.friday())},
                    {"last_trading_day", json_of(view.last_trading_day)},
                    {"trading_days", view.trading_days},
                    {"as_of", to_iso(view.as_of)}};
    json["indices"] = Json::array();
    for (const IndexWeek& index : view.indices) {
        json["indices"].push_back(json_of(index, language));
    }
    json["heat"] = Json::array();
    for (const HeatRow& row : view.heat) {
        json["heat"].push_back(json_of(row, language));
    }
    json["industries"] = json_of(view.industries, language, true);
    json["stocks"] = {{"top", json_of(view.top_stocks, language, false)},
                      {"bottom", json_of(view.bottom_stocks, language, false)}};
    json["notes"] = Json::array();
    for (const Note& note : view.notes) {
        json["notes"].push_back(
            {{"section", note.section}, {"subject", note.subject}, {"body", note.body}});
    }
    return json;
}

Json json_of(const Exhibit& exhibit)
{
    Json json{{"number", exhibit.number},
              {"id", exhibit.id},
              {"title", exhibit.title},
              {"kind", to_string(exhibit.kind)},
              {"unit", exhibit.unit}};
    json["x"] = Json::array();
    for (std::size_t i = 0; i < exhibit.size(); ++i) {
        json["x"].push_back(exhibit.axis == AxisKind::labels ? exhibit.labels[i]
                                                             : to_iso(exhibit.x[i]));
    }
    json["plots"] = Json::array();
    for (const Plot& plot : exhibit.plots) {
        Json values = Json::array();
        for (const auto& value : plot.values) {
            values.push_back(value ? Json(*value) : Json(nullptr));
        }
        json["plots"].push_back({{"name", plot.name},
                                 {"kind", to_string(plot.kind)},
                                 {"axis", to_string(plot.axis)},
                                 {"unit", plot.unit},
                                 {"values", std::move(values)}});
    }
    json["table"] = table_json(exhibit);
    json["source"] = exhibit.source;
    json["footnotes"] = exhibit.footnotes;
    json["illustrative"] = exhibit.illustrative;
    json["events"] = Json::array();
    for (const ExhibitEvent& event : exhibit.events) {
        json["events"].push_back({{"day", to_iso(event.day)}, {"text", event.text}});
    }
    if (exhibit.highlight) {
        json["highlight"] = place_name(exhibit, *exhibit.highlight);
    }
    if (exhibit.title_flag != TitleFlag::none) {
        json["title_flag"] =
            exhibit.title_flag == TitleFlag::contradicts ? "contradicts" : "figures_changed";
    }
    return json;
}

Json json_of(std::span<const Exhibit> exhibits)
{
    Json list = Json::array();
    for (const Exhibit& exhibit : exhibits) {
        list.push_back(json_of(exhibit));
    }
    return {{"exhibits", std::move(list)}};
}

} // namespace weekboard
