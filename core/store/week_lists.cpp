#include "store/week_lists.h"

#include "store/statement.h"
#include "store/stored_date.h"

#include <string>

namespace weekboard
{

namespace
{

/// Restricts `table` to the newest standing row of each `key` (comma-separated columns).
std::string standing(const std::string& table, const std::string& key)
{
    return " FROM " + table + " WHERE id IN (SELECT max(t.id) FROM " + table +
           " t JOIN batch b ON b.id = t.batch_id AND b.reverted_at IS NULL GROUP BY " + key + ")";
}

HeatRating heat_from(const Statement& row)
{
    return {date_from(row.as_int64(0)), row.as_text(1), row.as_text(2), row.as_text(3)};
}

constexpr const char* note_columns =
    "SELECT week_end, section, ordinal, subject, body, published_on, outlet";

std::vector<Note> notes_from(Statement& query)
{
    std::vector<Note> notes;
    while (query.step()) {
        Note note;
        note.week_end = date_from(query.as_int64(0));
        note.section = query.as_text(1);
        note.ordinal = query.as_int(2);
        note.subject = query.as_text(3);
        note.body = query.as_text(4);
        if (!query.is_null(5)) {
            note.published_on = date_from(query.as_int64(5));
        }
        note.outlet = query.as_text(6);
        notes.push_back(std::move(note));
    }
    return notes;
}

} // namespace

std::vector<Board> all_boards(Connection& database)
{
    std::vector<Board> boards;
    Statement query{
        database, "SELECT code, name_zh, name_en, ordinal, index_code FROM board ORDER BY ordinal"};
    while (query.step()) {
        boards.push_back({query.as_text(0),
                          {query.as_text(1), query.as_text(2)},
                          query.as_int(3),
                          query.as_text(4)});
    }
    return boards;
}

std::vector<Rating> all_ratings(Connection& database)
{
    std::vector<Rating> ratings;
    Statement query{database, "SELECT code, name_zh, name_en, score FROM rating ORDER BY ordinal"};
    while (query.step()) {
        ratings.push_back(
            {query.as_text(0), {query.as_text(1), query.as_text(2)}, query.as_int(3)});
    }
    return ratings;
}

std::vector<HeatRating> heat_of(Connection& database, Date week_end)
{
    std::vector<HeatRating> ratings;
    Statement query{database,
                    "SELECT week_end, board, rating, reason FROM (SELECT *" +
                        standing("heat_rating", "t.week_end, t.board") +
                        " AND week_end = ?) JOIN board ON code = board ORDER BY ordinal",
                    stored(week_end)};
    while (query.step()) {
        ratings.push_back(heat_from(query));
    }
    return ratings;
}

std::vector<HeatRating> heat_history(Connection& database, std::string_view board, Date up_to)
{
    std::vector<HeatRating> ratings;
    Statement query{database,
                    "SELECT week_end, board, rating, reason" +
                        standing("heat_rating", "t.week_end, t.board") +
                        " AND board = ? AND week_end <= ?"
                        " ORDER BY week_end DESC",
                    board, stored(up_to)};
    while (query.step()) {
        ratings.push_back(heat_from(query));
    }
    return ratings;
}

std::vector<Note> notes_of(Connection& database, Date week_end)
{
    Statement query{
        database,
        std::string{note_columns} + standing("note", "t.week_end, t.section, t.ordinal") +
            " AND body <> '' AND week_end = ? ORDER BY CASE section WHEN 'headline' THEN 0"
            " WHEN 'rating' THEN 1 WHEN 'viewpoint' THEN 2 WHEN 'track' THEN 3"
            " WHEN 'advice' THEN 4 WHEN 'risk' THEN 5 ELSE 6 END, ordinal",
        stored(week_end)};
    return notes_from(query);
}

std::vector<Note> notes_with(Connection& database, std::string_view text, int most)
{
    // instr takes the text as it is: nothing in it is a pattern.
    Statement query{database,
                    std::string{note_columns} +
                        standing("note", "t.week_end, t.section, t.ordinal") +
                        " AND body <> '' AND instr(lower(subject || '\n' || body "
                        "|| '\n' || outlet), lower(?)) > 0"
                        " ORDER BY week_end DESC, section, ordinal LIMIT ?",
                    text, most};
    return notes_from(query);
}

std::vector<Ranked> ranking_of(Connection& database, Date week_end, std::string_view list)
{
    std::vector<Ranked> ranking;
    Statement query{database,
                    "SELECT week_end, list, code, name_zh, name_en,"
                    " change_percent" +
                        standing("ranking", "t.week_end, t.list, t.code") +
                        " AND week_end = ? AND list = ?"
                        " ORDER BY change_percent DESC, id",
                    stored(week_end), list};
    while (query.step()) {
        ranking.push_back({date_from(query.as_int64(0)),
                           query.as_text(1),
                           query.as_text(2),
                           {query.as_text(3), query.as_text(4)},
                           query.as_double(5)});
    }
    return ranking;
}

std::vector<KeyFigureChoice> key_figure_choices(Connection& database)
{
    std::vector<KeyFigureChoice> choices;
    Statement query{database, "SELECT ordinal, name_zh, name_en, series, companion, role"
                              " FROM key_figure ORDER BY ordinal"};
    while (query.step()) {
        choices.push_back({query.as_int(0),
                           {query.as_text(1), query.as_text(2)},
                           query.as_text(3),
                           query.as_text(4),
                           query.as_text(5)});
    }
    return choices;
}

void save_key_figure(Connection& database, const KeyFigureChoice& choice)
{
    execute(database,
            "INSERT INTO key_figure (ordinal, name_zh, name_en, series,"
            " companion, role) VALUES (?, ?, ?, ?, ?, ?)",
            choice.ordinal, choice.name.zh, choice.name.en, choice.series, choice.companion,
            choice.role);
}

std::vector<SectorRating> all_sector_ratings(Connection& database)
{
    std::vector<SectorRating> ratings;
    Statement query{database,
                    "SELECT code, name_zh, name_en, horizon_months, excess_return_min_pct,"
                    " excess_return_max_pct FROM sector_rating ORDER BY ordinal"};
    while (query.step()) {
        ratings.push_back({query.as_text(0),
                           {query.as_text(1), query.as_text(2)},
                           query.as_text(3),
                           query.as_optional_double(4),
                           query.as_optional_double(5)});
    }
    return ratings;
}

void save_sector_rating(Connection& database, const SectorRating& rating, int ordinal)
{
    execute(database,
            "INSERT INTO sector_rating (code, name_zh, name_en, horizon_months,"
            " excess_return_min_pct, excess_return_max_pct, ordinal) VALUES (?, ?, ?, ?, ?, ?, ?)",
            rating.code, rating.name.zh, rating.name.en, rating.horizon_months,
            rating.excess_return_min_percent, rating.excess_return_max_percent, ordinal);
}

void save_board(Connection& database, const Board& board)
{
    execute(database,
            "INSERT INTO board (code, name_zh, name_en, ordinal,"
            " index_code) VALUES (?, ?, ?, ?, ?)",
            board.code, board.name.zh, board.name.en, board.ordinal, board.index_code);
}

void save_rating(Connection& database, const Rating& rating, int ordinal)
{
    execute(database,
            "INSERT INTO rating (code, name_zh, name_en, score, ordinal)"
            " VALUES (?, ?, ?, ?, ?)",
            rating.code, rating.name.zh, rating.name.en, rating.score, ordinal);
}

} // namespace weekboard
