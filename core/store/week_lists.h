#pragma once

#include "board/board.h"
#include "store/connection.h"

#include <string_view>
#include <vector>

/// Reading a week's judgements and lists. Of several rows for the same thing the last one whose
/// batch stands counts.
namespace weekboard
{

/// In the report's order.
[[nodiscard]] std::vector<Board> all_boards(Connection& database);

/// The house's scale, as its owner ordered it.
[[nodiscard]] std::vector<Rating> all_ratings(Connection& database);

/// The ratings of one week, in the report's order of boards.
[[nodiscard]] std::vector<HeatRating> heat_of(Connection& database, Date week_end);

/// A board's ratings up to a week, newest first.
[[nodiscard]] std::vector<HeatRating> heat_history(Connection& database, std::string_view board,
                                                   Date up_to);

/// A week's notes by section and place; one whose text was taken away is left out.
[[nodiscard]] std::vector<Note> notes_of(Connection& database, Date week_end);

/// Notes of any week whose subject, body or outlet contains `text`, newest week first; at most
/// `most`. Upper and lower case of ASCII letters are alike.
[[nodiscard]] std::vector<Note> notes_with(Connection& database, std::string_view text, int most);

/// A week's `stocks` or `industries`, best first.
[[nodiscard]] std::vector<Ranked> ranking_of(Connection& database, Date week_end,
                                             std::string_view list);

/// A figure that the week at a glance shows large; `companion` explains it as `role` says.
struct KeyFigureChoice {
    int ordinal = 0;
    Bilingual name;
    std::string series;
    std::string companion;
    std::string role; ///< `share`, `yoy` or `net_add`
};
[[nodiscard]] std::vector<KeyFigureChoice> key_figure_choices(Connection& database);

void save_key_figure(Connection& database, const KeyFigureChoice& choice);

/// `score` and texts as in the bundled table of sector ratings.
struct SectorRating {
    std::string code;
    Bilingual name;
    std::string horizon_months;
    std::optional<double> excess_return_min_percent;
    std::optional<double> excess_return_max_percent;
};
/// As its owner ordered it.
[[nodiscard]] std::vector<SectorRating> all_sector_ratings(Connection& database);

void save_sector_rating(Connection& database, const SectorRating& rating, int ordinal);

void save_board(Connection& database, const Board& board);

/// `ordinal` is the place on the scale as shown.
void save_rating(Connection& database, const Rating& rating, int ordinal);

} // namespace weekboard
