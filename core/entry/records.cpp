#include "entry/records.h"

#include "board/note.h"
#include "entry/cell_reading.h"
#include "series/number_format.h"
#include "series/security_code.h"
#include "store/events.h"
#include "store/week_lists.h"

#include <fmt/format.h>

#include <algorithm>

namespace weekboard
{

namespace
{

constexpr std::string_view line_prefix = "line:";
constexpr char field_separator = '\x1f';
constexpr int most_lines = 9999;
constexpr int weeks_looked_back = 60;

/// Events belong to no week.
Date day_of(std::string_view list, Week week)
{
    return kind_of_list(list) == RecordKind::event ? Date{} : week.friday();
}

FigureKey key_of(const RecordList& list, std::size_t place)
{
    return {fmt::format("{}{}:{:04}", line_prefix, list.name, place), day_of(list.name, list.week)};
}

/// A line that was taken away is its separators alone.
std::string text_of(const Record& line)
{
    return fmt::format("{}", fmt::join(line, std::string_view{&field_separator, 1}));
}

bool is_empty(const Record& line)
{
    return std::ranges::all_of(line, &std::string::empty);
}

void put(std::vector<Record>& lines, int place, Record line)
{
    if (place >= 1 && place <= most_lines) {
        const auto at = static_cast<std::size_t>(place);
        lines.resize(std::max(lines.size(), at));
        lines[at - 1] = std::move(line);
    }
}

Record line_of(const Note& note)
{
    return {note.subject, note.body, note.outlet,
            note.published_on ? to_iso(*note.published_on) : std::string{}};
}

std::vector<Record> notes_in(const std::vector<Note>& notes, std::string_view section)
{
    std::vector<Record> lines;
    for (const Note& note : notes) {
        if (note.section == section) {
            put(lines, note.ordinal, line_of(note));
        }
    }
    return lines;
}

std::vector<Record> stocks_in(Connection& database, Week week)
{
    std::vector<Record> lines;
    for (const Ranked& stock : ranking_of(database, week.friday(), "stocks")) {
        lines.push_back({stock.code, stock.name.zh,
                         format_number(stock.change_percent, 2, Sign::always, Grouping::none)});
    }
    return lines;
}

} // namespace

std::size_t field_count(RecordKind kind)
{
    return kind == RecordKind::stock ? std::size_t{record_field::stock_count}
                                     : std::size_t{record_field::note_count};
}

RecordKind kind_of_list(std::string_view list)
{
    return list == "stocks"   ? RecordKind::stock
           : list == "events" ? RecordKind::event
                              : RecordKind::note;
}

std::vector<RecordList> read_record_lists(Connection& database, Week week)
{
    std::vector<RecordList> lists;
    lists.push_back({"stocks", RecordKind::stock, stocks_in(database, week), {}, week});
    const auto notes = notes_of(database, week.friday());
    std::vector<Note> before;
    for (int back = 1; before.empty() && back <= weeks_looked_back; ++back) {
        before = notes_of(database, week.plus(-back).friday());
    }
    for (const std::string_view section : note_sections) {
        lists.push_back({std::string{section}, RecordKind::note, notes_in(notes, section),
                         notes_in(before, section), week});
    }
    RecordList events{"events", RecordKind::event, {}, {}, week};
    for (const Event& event : all_events(database)) {
        put(events.known, event.place,
            {to_iso(event.day), event.text.zh, event.text.en, event.target});
    }
    lists.push_back(std::move(events));
    return lists;
}

std::optional<RecordPlace> record_place(const FigureKey& key)
{
    if (!key.code.starts_with(line_prefix)) {
        return std::nullopt;
    }
    const auto colon = key.code.rfind(':');
    const auto number = parse_number(std::string_view{key.code}.substr(colon + 1));
    if (colon < line_prefix.size() || !number || *number < 1 || *number > most_lines) {
        return std::nullopt;
    }
    return RecordPlace{key.code.substr(line_prefix.size(), colon - line_prefix.size()),
                       static_cast<int>(*number)};
}

Record record_from(const std::string& text)
{
    Record line{{}};
    for (const char c : text) {
        if (c == field_separator) {
            line.emplace_back();
        } else {
            line.back() += c;
        }
    }
    line.resize(field_count(RecordKind::note) > line.size() ? line.size()
                                                            : field_count(RecordKind::note));
    return is_empty(line) ? Record{} : line;
}

namespace
{

/// By place, empty ones too.
std::vector<Record> places_of(const RecordList& list, const Draft& draft)
{
    std::vector<Record> places = list.known;
    const std::string prefix = fmt::format("{}{}:", line_prefix, list.name);
    const auto& texts = draft.texts();
    for (auto text = texts.lower_bound({prefix, Date::min()});
         text != texts.end() && text->first.code.starts_with(prefix); ++text) {
        const auto at = record_place(text->first);
        if (at && text->first.period_end == day_of(list.name, list.week)) {
            Record line = record_from(text->second);
            if (!line.empty()) {
                line.resize(field_count(list.kind));
            }
            put(places, at->place, std::move(line));
        }
    }
    return places;
}

} // namespace

std::vector<Record> lines_of(const RecordList& list, const Draft& draft)
{
    std::vector<Record> lines = places_of(list, draft);
    std::erase_if(lines, is_empty);
    return lines;
}

Draft::Texts texts_for(const RecordList& list, const Draft& draft, const std::vector<Record>& lines)
{
    Draft::Texts texts;
    const std::size_t most =
        std::min<std::size_t>(std::max(places_of(list, draft).size(), lines.size()), most_lines);
    for (std::size_t i = 0; i < most; ++i) {
        const Record known = i < list.known.size() ? list.known[i] : Record{};
        const Record wanted = i < lines.size() ? lines[i] : Record{};
        const bool is_same = wanted == known || (is_empty(wanted) && is_empty(known));
        texts[key_of(list, i + 1)] = is_same            ? std::string{}
                                     : is_empty(wanted) ? text_of(Record(field_count(list.kind)))
                                                        : text_of(wanted);
    }
    return texts;
}

std::optional<double> change_in(const Record& stock)
{
    Series changes;
    changes.unit = "%";
    changes.measure = Measure::returns;
    const CellReading reading = read_cell(stock.at(record_field::change), changes);
    return reading.content == CellContent::value ? std::optional{reading.value} : std::nullopt;
}

std::optional<RecordTrouble> trouble_of(RecordKind kind, const Record& line,
                                        const std::vector<std::string>& targets)
{
    using namespace record_field;
    switch (kind) {
    case RecordKind::stock:
        if (!security_code(line.at(code))) {
            return RecordTrouble::no_code;
        }
        if (line.at(name).empty()) {
            return RecordTrouble::no_words;
        }
        return change_in(line) ? std::nullopt : std::optional{RecordTrouble::no_change};
    case RecordKind::note:
        if (line.at(body).empty()) {
            return RecordTrouble::no_words;
        }
        return line.at(published_on).empty() || parse_date(line.at(published_on))
                   ? std::nullopt
                   : std::optional{RecordTrouble::no_date};
    case RecordKind::event:
        if (!parse_date(line.at(day))) {
            return RecordTrouble::no_date;
        }
        if (line.at(text_zh).empty() && line.at(text_en).empty()) {
            return RecordTrouble::no_words;
        }
        return line.at(target).empty() ||
                       std::ranges::find(targets, line.at(target)) != targets.end()
                   ? std::nullopt
                   : std::optional{RecordTrouble::no_target};
    }
    return std::nullopt;
}

} // namespace weekboard
