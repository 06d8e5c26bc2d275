#pragma once

#include "board/event.h"
#include "check/finding.h"
#include "entry/draft.h"
#include "store/connection.h"
#include "time/week.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The week's lists of words and numbers, as they are typed: stocks, notes, events.
namespace weekboard
{

/// A line of a list: its fields, in the order that its kind gives.
using Record = std::vector<std::string>;

enum class RecordKind { stock, note, event };

namespace record_field
{
enum Stock { code, name, change, stock_count };
enum Note { subject, body, outlet, published_on, note_count };
enum Event { day, text_zh, text_en, target, event_count };
} // namespace record_field

[[nodiscard]] std::size_t field_count(RecordKind kind);

/// A list beside what the store has of it. Places count from 1; a place without a line is empty.
struct RecordList {
    std::string name; ///< `stocks`, a section of notes, `events`
    RecordKind kind = RecordKind::note;
    std::vector<Record> known; ///< the store's, by place
    std::vector<Record> last;  ///< those of the last week before that had some
    Week week = Week::containing(Date{});
};

/// The lists of a week, in the report's order: stocks, the sections of notes, events.
[[nodiscard]] std::vector<RecordList> read_record_lists(Connection& database, Week week);

/// The lines as they are with what the draft has of them, without empty ones.
[[nodiscard]] std::vector<Record> lines_of(const RecordList& list, const Draft& draft);

/// What to type into a draft so that the list has just these lines.
[[nodiscard]] Draft::Texts texts_for(const RecordList& list, const Draft& draft,
                                     const std::vector<Record>& lines);

/// Why a line cannot be taken.
enum class RecordTrouble { no_code, no_change, no_words, no_date, no_target };

/// `targets` are what an event may name: codes of series and boards.
[[nodiscard]] std::optional<RecordTrouble> trouble_of(RecordKind kind, const Record& line,
                                                      const std::vector<std::string>& targets);

/// The change of a line of stocks, in per cent.
[[nodiscard]] std::optional<double> change_in(const Record& stock);

/// Which list and place a draft's key is of; nothing for a figure's key.
struct RecordPlace {
    std::string list;
    int place = 0;
};
[[nodiscard]] std::optional<RecordPlace> record_place(const FigureKey& key);

/// The line that a text of a draft stands for; empty for one that was taken away.
[[nodiscard]] Record record_from(const std::string& text);

[[nodiscard]] RecordKind kind_of_list(std::string_view list);

} // namespace weekboard
