#include "store/week_lists.h"

#include "store/stored_date.h"

#include <SQLiteCpp/Statement.h>

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

HeatRating heat_from(const SQLite::Statement& row)
{
    return {date_from(row.getColumn(0).getInt64()), row.getColumn(1).getString(),
            row.getColumn(2).getString(), row.getColumn(3).getString()};
}

constexpr const char* note_columns =
    "SELECT week_end, section, ordinal, subject, body, published_on, outlet";

std::vector<Note> notes_from(SQLite::Statement& query)
{
    std::vector<Note> notes;
    while (query.executeStep()) {
        Note note;
        note.week_end = date_from(query.getColumn(0).getInt64());
        note.section = query.getColumn(1).getString();
        note.ordinal = query.getColumn(2).getInt();
        note.subject = query.getColumn(3).getString();
        note.body = query.getColumn(4).getString();
        if (!query.getColumn(5).isNull()) {
            note.published_on = date_from(query.getColumn(5).getInt64());
        }
        note.outlet = query.getColumn(6).getString();
        notes.push_back(std::move(note));
    }
    return notes;
}

} // namespace

std::vector<Board> all_boards(SQLite::Database& database)
{
    std::vector<Board> boards;
    SQLite::Statement query{
        database, "SELECT code, name_zh, name_en, ordinal, index_code FROM board ORDER BY ordinal"};
    while (query.executeStep()) {
        boards.push_back({query.getColumn(0).getString(),
                          {query.getColumn(1).getString(), query.getColumn(2).getString()},
                          query.getColumn(3).getInt(),
                          query.getColumn(4).getString()});
    }
    return boards;
}

std::vector<Rating> all_ratings(SQLite::Database& database)
{
    std::vector<Rating> ratings;
    SQLite::Statement query{database,
                            "SELECT code, name_zh, name_en, score FROM rating ORDER BY ordinal"};
    while (query.executeStep()) {
        ratings.push_back({query.getColumn(0).getString(),
                           {query.getColumn(1).getString(), query.getColumn(2).getString()},
                           query.getColumn(3).getInt()});
    }
    return ratings;
}

std::vector<HeatRating> heat_of(SQLite::Database& database, Date week_end)
{
    std::vector<HeatRating> ratings;
    SQLite::Statement query{database,
                            "SELECT week_end, board, rating, reason FROM (SELECT *" +
                                standing("heat_rating", "t.week_end, t.board") +
                                " AND week_end = ?) JOIN board ON code = board ORDER BY ordinal"};
    query.bind(1, stored(week_end));
    while (query.executeStep()) {
        ratings.push_back(heat_from(query));
    }
    return ratings;
}

std::vector<HeatRating> heat_history(SQLite::Database& database, std::string_view board, Date up_to)
{
    std::vector<HeatRating> ratings;
    SQLite::Statement query{database, "SELECT week_end, board, rating, reason" +
                                          standing("heat_rating", "t.week_end, t.board") +
                                          " AND board = ? AND week_end <= ?"
                                          " ORDER BY week_end DESC"};
    query.bind(1, std::string{board});
    query.bind(2, stored(up_to));
    while (query.executeStep()) {
        ratings.push_back(heat_from(query));
    }
    return ratings;
}

std::vector<Note> notes_of(SQLite::Database& database, Date week_end)
{
    SQLite::Statement query{
        database,
        std::string{note_columns} + standing("note", "t.week_end, t.section, t.ordinal") +
            " AND body <> '' AND week_end = ? ORDER BY CASE section WHEN 'headline' THEN 0"
            " WHEN 'rating' THEN 1 WHEN 'viewpoint' THEN 2 WHEN 'track' THEN 3"
            " WHEN 'advice' THEN 4 WHEN 'risk' THEN 5 ELSE 6 END, ordinal"};
    query.bind(1, stored(week_end));
    return notes_from(query);
}

std::vector<Note> notes_with(SQLite::Database& database, std::string_view text, int most)
{
    // instr takes the text as it is: nothing in it is a pattern.
    SQLite::Statement query{database, std::string{note_columns} +
                                          standing("note", "t.week_end, t.section, t.ordinal") +
                                          " AND body <> '' AND instr(lower(subject || '\n' || body "
                                          "|| '\n' || outlet), lower(?)) > 0"
                                          " ORDER BY week_end DESC, section, ordinal LIMIT ?"};
    query.bind(1, std::string{text});
    query.bind(2, most);
    return notes_from(query);
}

std::vector<Ranked> ranking_of(SQLite::Database& database, Date week_end, std::string_view list)
{
    std::vector<Ranked> ranking;
    SQLite::Statement query{database, "SELECT week_end, list, code, name_zh, name_en,"
                                      " change_percent" +
                                          standing("ranking", "t.week_end, t.list, t.code") +
                                          " AND week_end = ? AND list = ?"
                                          " ORDER BY change_percent DESC, id"};
    query.bind(1, stored(week_end));
    query.bind(2, std::string{list});
    while (query.executeStep()) {
        ranking.push_back({date_from(query.getColumn(0).getInt64()),
                           query.getColumn(1).getString(),
                           query.getColumn(2).getString(),
                           {query.getColumn(3).getString(), query.getColumn(4).getString()},
                           query.getColumn(5).getDouble()});
    }
    return ranking;
}

std::vector<KeyFigureChoice> key_figure_choices(SQLite::Database& database)
{
    std::vector<KeyFigureChoice> choices;
    SQLite::Statement query{database, "SELECT ordinal, name_zh, name_en, series, companion, role"
                                      " FROM key_figure ORDER BY ordinal"};
    while (query.executeStep()) {
        choices.push_back({query.getColumn(0).getInt(),
                           {query.getColumn(1).getString(), query.getColumn(2).getString()},
                           query.getColumn(3).getString(),
                           query.getColumn(4).getString(),
                           query.getColumn(5).getString()});
    }
    return choices;
}

void save_key_figure(SQLite::Database& database, const KeyFigureChoice& choice)
{
    SQLite::Statement save{database, "INSERT INTO key_figure (ordinal, name_zh, name_en, series,"
                                     " companion, role) VALUES (?, ?, ?, ?, ?, ?)"};
    save.bind(1, choice.ordinal);
    save.bind(2, choice.name.zh);
    save.bind(3, choice.name.en);
    save.bind(4, choice.series);
    save.bind(5, choice.companion);
    save.bind(6, choice.role);
    save.exec();
}

std::vector<SectorRating> all_sector_ratings(SQLite::Database& database)
{
    std::vector<SectorRating> ratings;
    SQLite::Statement query{database,
                            "SELECT code, name_zh, name_en, horizon_months, excess_return_min_pct,"
                            " excess_return_max_pct FROM sector_rating ORDER BY ordinal"};
    const auto bound = [&query](int column) {
        const auto value = query.getColumn(column);
        return value.isNull() ? std::nullopt : std::optional{value.getDouble()};
    };
    while (query.executeStep()) {
        ratings.push_back({query.getColumn(0).getString(),
                           {query.getColumn(1).getString(), query.getColumn(2).getString()},
                           query.getColumn(3).getString(),
                           bound(4),
                           bound(5)});
    }
    return ratings;
}

void save_sector_rating(SQLite::Database& database, const SectorRating& rating, int ordinal)
{
    SQLite::Statement save{database,
                           "INSERT INTO sector_rating (code, name_zh, name_en, horizon_months,"
                           " excess_return_min_pct, excess_return_max_pct, ordinal)"
                           " VALUES (?, ?, ?, ?, ?, ?, ?)"};
    save.bind(1, rating.code);
    save.bind(2, rating.name.zh);
    save.bind(3, rating.name.en);
    save.bind(4, rating.horizon_months);
    if (rating.excess_return_min_percent) {
        save.bind(5, *rating.excess_return_min_percent);
    }
    if (rating.excess_return_max_percent) {
        save.bind(6, *rating.excess_return_max_percent);
    }
    save.bind(7, ordinal);
    save.exec();
}

void save_board(SQLite::Database& database, const Board& board)
{
    SQLite::Statement save{database, "INSERT INTO board (code, name_zh, name_en, ordinal,"
                                     " index_code) VALUES (?, ?, ?, ?, ?)"};
    save.bind(1, board.code);
    save.bind(2, board.name.zh);
    save.bind(3, board.name.en);
    save.bind(4, board.ordinal);
    save.bind(5, board.index_code);
    save.exec();
}

void save_rating(SQLite::Database& database, const Rating& rating, int ordinal)
{
    SQLite::Statement save{database, "INSERT INTO rating (code, name_zh, name_en, score, ordinal)"
                                     " VALUES (?, ?, ?, ?, ?)"};
    save.bind(1, rating.code);
    save.bind(2, rating.name.zh);
    save.bind(3, rating.name.en);
    save.bind(4, rating.score);
    save.bind(5, ordinal);
    save.exec();
}

} // namespace weekboard
