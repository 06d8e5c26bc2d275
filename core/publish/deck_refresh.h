#pragma once

#include "exhibit/exhibit.h"
#include "exhibit/week_view.h"
#include "time/week.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace weekboard
{

/// What a refresh did to a deck, or left alone.
///   figure   a figure of a chart or a cell of a table: `old_text` → `new_text`
///   text     a title, caption or source line that was as we wrote it, now as it reads
///   edited   a text, a cell or a series that somebody changed, or that cannot be found again: it
///            stays, `new_text` is what it would say
///   gone     an exhibit that there is no more: its shape stays as it is
enum class DeckChangeKind { figure, text, edited, gone };

[[nodiscard]] std::string_view to_string(DeckChangeKind kind);

struct DeckChange {
    DeckChangeKind kind = DeckChangeKind::figure;
    std::string exhibit; ///< id
    std::string
        where; ///< name of the plot and the place, of the column and the row, or of the part
    std::string old_text;
    std::string new_text;
};

struct RefreshedDeck {
    std::string bytes;
    std::vector<DeckChange> changes;
    int slides = 0;
    int charts = 0; ///< that are ours
};

/// Finds an exhibit for the week that a shape names; nothing where there is none such.
using FindExhibit =
    std::function<std::optional<Exhibit>(const std::string& id, Week week, Language language)>;

/// The week at a glance, as known now.
using FindWeek = std::function<WeekView(Week week)>;

/// Brings a deck up to date that was made by `make_deck`, maybe edited since: figures in charts,
/// their workbooks and tables, and texts that nobody changed. Whatever was added, moved or
/// formatted stays. Throws PackageError for what is no presentation.
[[nodiscard]] RefreshedDeck refresh_deck(std::string_view bytes, const FindExhibit& find,
                                         const FindWeek& find_week);

} // namespace weekboard
