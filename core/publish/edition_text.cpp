// How an edition is written and read: the names of fields are the names in the text. A field that
// is added later makes a new format, and `bring_up_to_date` gives it to texts that lack it.

#include "publish/edition.h"

#include <nlohmann/json.hpp>

#include <map>

NLOHMANN_JSON_NAMESPACE_BEGIN

template <>
struct adl_serializer<weekboard::Date> {
    static void to_json(json& to, const weekboard::Date& date) { to = weekboard::to_iso(date); }
    static void from_json(const json& from, weekboard::Date& date)
    {
        const auto read = weekboard::parse_date(from.get<std::string>());
        if (!read) {
            throw weekboard::EditionError{"no date: " + from.dump()};
        }
        date = *read;
    }
};

template <>
struct adl_serializer<weekboard::Week> {
    static void to_json(json& to, const weekboard::Week& week) { to = week.friday(); }
    static void from_json(const json& from, weekboard::Week& week)
    {
        week = weekboard::Week::containing(from.get<weekboard::Date>());
    }
};

template <typename Value>
struct adl_serializer<std::optional<Value>> {
    static void to_json(json& to, const std::optional<Value>& value)
    {
        if (value) {
            to = *value;
        } else {
            to = nullptr;
        }
    }
    static void from_json(const json& from, std::optional<Value>& value)
    {
        value.reset();
        if (!from.is_null()) {
            value.emplace();
            from.get_to(*value);
        }
    }
};

NLOHMANN_JSON_NAMESPACE_END

namespace weekboard
{

using nlohmann::json;

NLOHMANN_JSON_SERIALIZE_ENUM(Language, {{Language::chinese, "zh"}, {Language::english, "en"}})
template <typename Value>
void take_name(std::optional<Value> named, const json& from, Value& value)
{
    if (!named) {
        throw EditionError{"no such word: " + from.dump()};
    }
    value = *named;
}

void to_json(json& to, Frequency frequency)
{
    to = to_string(frequency);
}

void from_json(const json& from, Frequency& frequency)
{
    take_name(parse_frequency(from.get<std::string>()), from, frequency);
}

void to_json(json& to, Measure measure)
{
    to = to_string(measure);
}

void from_json(const json& from, Measure& measure)
{
    take_name(parse_measure(from.get<std::string>()), from, measure);
}

NLOHMANN_JSON_SERIALIZE_ENUM(ExhibitKind, {{ExhibitKind::line, "line"},
                                           {ExhibitKind::bars, "bars"},
                                           {ExhibitKind::ranked_bars, "ranked_bars"},
                                           {ExhibitKind::movers, "movers"},
                                           {ExhibitKind::comparison, "comparison"},
                                           {ExhibitKind::heat_table, "heat_table"}})
NLOHMANN_JSON_SERIALIZE_ENUM(PlotKind, {{PlotKind::line, "line"},
                                        {PlotKind::bar, "bar"},
                                        {PlotKind::label, "label"}})
NLOHMANN_JSON_SERIALIZE_ENUM(PlotTransform, {{PlotTransform::level, "level"},
                                             {PlotTransform::year_on_year, "year_on_year"},
                                             {PlotTransform::single_period, "single_period"},
                                             {PlotTransform::net_change, "net_change"},
                                             {PlotTransform::rebased, "rebased"},
                                             {PlotTransform::week_change, "week_change"},
                                             {PlotTransform::month_to_date, "month_to_date"}})
NLOHMANN_JSON_SERIALIZE_ENUM(AxisSide, {{AxisSide::left, "left"}, {AxisSide::right, "right"}})
NLOHMANN_JSON_SERIALIZE_ENUM(AxisKind, {{AxisKind::days, "days"},
                                        {AxisKind::periods, "periods"},
                                        {AxisKind::labels, "labels"}})
NLOHMANN_JSON_SERIALIZE_ENUM(SlidePlace, {{SlidePlace::full, "full"}, {SlidePlace::half, "half"}})
NLOHMANN_JSON_SERIALIZE_ENUM(TitleFlag, {{TitleFlag::none, "none"},
                                         {TitleFlag::figures_changed, "figures_changed"},
                                         {TitleFlag::contradicts, "contradicts"}})

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Bilingual, zh, en)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Plot, name, kind, axis, unit, decimals, values, series,
                                   transform, over, is_change)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(HeatTableRow, board, rating, score, score_change, weeks_held,
                                   reason)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(AxisSettings, zero_aligned, left_from_zero, right_from_zero)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ExhibitEvent, day, place, text)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Exhibit, number, id, language, week, as_of, title, subject,
                                   slide, title_is_neutral, title_flag, kind, unit, axis, frequency,
                                   x, labels, codes, plots, heat, events, axes, highlight,
                                   figures_source, source, footnotes, illustrative)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Series, id, code, name, unit, frequency, measure, decimals,
                                   release_lag_days, source, group)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Observation, period_end, vintage, value)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(IndexChange, percent, published)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(IndexWeek, series, closes, illustrative, last, week,
                                   month_to_date, published_source)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Board, code, name, ordinal, index_code)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Rating, code, name, score)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(HeatRow, board, rating, weeks_held, score_change, reason)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(RankedRow, rank, code, name, change_percent)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Note, week_end, section, ordinal, subject, body, published_on,
                                   outlet)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(KeyFigure, name, series, latest, role, companion,
                                   companion_decimals, companion_unit, companion_computed)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(WeekView, week, as_of, last_trading_day, trading_days, closed,
                                   indices, heat, industries, top_stocks, bottom_stocks, notes,
                                   key_figures, latest_week)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Letterhead, house, analysts, contacts, rating_definitions,
                                   disclaimer)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ReportParagraph, lead, body, where)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(EditionFigure, code, period_end, vintage, value, batch)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Batch, id, kind, origin, author, created_at, rows, reverted_at)

/// A report names its exhibits; they are written once, beside it.
void to_json(json& to, const ReportPassage& passage)
{
    to = {{"heading", passage.heading},
          {"paragraphs", passage.paragraphs},
          {"exhibits", json::array()}};
    for (const Exhibit& exhibit : passage.exhibits) {
        to["exhibits"].push_back(exhibit.id);
    }
}

void from_json(const json& from, ReportPassage& passage)
{
    from.at("heading").get_to(passage.heading);
    from.at("paragraphs").get_to(passage.paragraphs);
    for (const json& id : from.at("exhibits")) {
        passage.exhibits.emplace_back();
        id.get_to(passage.exhibits.back().id);
    }
}

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ReportChapter, title, passages)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Report, language, week, as_of, name, headline, rating,
                                   letterhead, chapters)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(EditionDocuments, exhibits, report)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(WeekEdition, view, zh, en, figures, batches)

namespace
{

constexpr int format = 2;

/// Formats by what they added:
///   2  events of exhibits
void bring_up_to_date(json& content)
{
    if (content.at("format") == 1) {
        for (const char* language : {"zh", "en"}) {
            for (json& exhibit : content.at(language).at("exhibits")) {
                exhibit["events"] = json::array();
            }
        }
        content["format"] = 2;
    }
}

void give_exhibits(EditionDocuments& documents)
{
    std::map<std::string, const Exhibit*> by_id;
    for (const Exhibit& exhibit : documents.exhibits) {
        by_id[exhibit.id] = &exhibit;
    }
    for (ReportChapter& chapter : documents.report.chapters) {
        for (ReportPassage& passage : chapter.passages) {
            for (Exhibit& exhibit : passage.exhibits) {
                const auto found = by_id.find(exhibit.id);
                if (found == by_id.end()) {
                    throw EditionError{"the report names an exhibit that is not there"};
                }
                exhibit = *found->second;
            }
        }
    }
}

} // namespace

std::string text_of(const WeekEdition& edition)
{
    json content = edition;
    content["format"] = format;
    return content.dump(-1, ' ', false, json::error_handler_t::replace);
}

WeekEdition read_edition(const std::string& text)
{
    try {
        json content = json::parse(text);
        bring_up_to_date(content);
        if (content.at("format") != format) {
            throw EditionError{"a later version of the program wrote it"};
        }
        auto edition = content.get<WeekEdition>();
        give_exhibits(edition.zh);
        give_exhibits(edition.en);
        return edition;
    } catch (const json::exception& error) {
        throw EditionError{error.what()};
    }
}

} // namespace weekboard
