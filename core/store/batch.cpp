#include "store/batch.h"

#include "store/statement.h"
#include "store/stored_date.h"

#include <fmt/format.h>

#include <array>

namespace weekboard
{

namespace
{

constexpr std::array<std::string_view, 4> kind_names{"bundled", "illustrative", "entry", "import"};

std::string table_for(BatchKind kind)
{
    return kind == BatchKind::illustrative ? "illustration" : "observation";
}

/// What a release is, beside its batch, in all three tables of figures.
constexpr std::string_view release_columns =
    "series_id, period_end, vintage, value, sheet, sheet_row, sheet_column, batch_id";

std::int64_t open_batch(Connection& database, const BatchOrigin& origin, const std::string& now)
{
    execute(database,
            "INSERT INTO batch (kind, origin, author, created_at,"
            " row_count) VALUES (?, ?, ?, ?, 0)",
            to_string(origin.kind), origin.origin, origin.author, now);
    return database.getLastInsertRowid();
}

Batch batch_from(const Statement& row)
{
    return {row.as_int64(0), row.as_text(1),  row.as_text(2), row.as_text(3),
            row.as_text(4),  row.as_int64(5), row.as_text(6)};
}

constexpr const char* batch_columns =
    "SELECT id, kind, origin, author, created_at, row_count, coalesce(reverted_at, '') FROM batch";

/// Puts back, for each figure of the batch, the newest replaced value whose own batch stands.
std::int64_t restore_figures(Connection& database, const std::string& table, std::int64_t batch,
                             const std::string& now)
{
    const std::string illustrative = table == "illustration" ? "1" : "0";
    const std::string touched = " WHERE batch_id = ?1 AND series_id IN"
                                " (SELECT series_id FROM batch_series WHERE batch_id = ?1)";
    const int taken_out =
        execute(database,
                fmt::format("INSERT INTO superseded ({0}, illustrative, replaced_by, replaced_at)"
                            " SELECT {0}, {1}, NULL, ?2 FROM {2}{3}",
                            release_columns, illustrative, table, touched),
                batch, now);
    execute(database, "DELETE FROM " + table + touched, batch);
    execute(
        database,
        fmt::format("INSERT INTO {0} ({1}) SELECT {1} FROM superseded", table, release_columns) +
            " WHERE id IN (SELECT max(kept.id) FROM superseded kept"
            "   JOIN batch ON batch.id = kept.batch_id AND batch.reverted_at IS NULL"
            "   WHERE kept.illustrative = " +
            illustrative +
            "   AND (kept.series_id, kept.period_end, kept.vintage) IN"
            "     (SELECT series_id, period_end, vintage FROM superseded"
            "      WHERE batch_id = ?1 AND replaced_by IS NULL)"
            "   GROUP BY kept.series_id, kept.period_end, kept.vintage)",
        batch);
    return taken_out;
}

} // namespace

std::string_view to_string(BatchKind kind)
{
    return kind_names[static_cast<std::size_t>(kind)];
}

BatchWriter::BatchWriter(Connection& database, const BatchOrigin& origin, const Clock& clock)
    : database_{database}
    , table_{table_for(origin.kind)}
    , now_{to_iso(clock.now())}
    , insert_{database, fmt::format("INSERT OR IGNORE INTO {} ({}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                                    table_, release_columns)}
    , audit_{database,
             fmt::format("INSERT INTO superseded ({0}, illustrative, replaced_by, replaced_at)"
                         " SELECT {0}, {1}, ?, ? FROM {2}"
                         " WHERE series_id = ? AND period_end = ? AND vintage = ?",
                         release_columns, origin.kind == BatchKind::illustrative ? 1 : 0, table_)}
{
    id_ = open_batch(database, origin, now_);
}

int BatchWriter::add_sheet(const BatchSheet& sheet)
{
    execute(database_,
            "INSERT INTO batch_sheet (batch_id, ordinal, file, sheet, sha256)"
            " VALUES (?, ?, ?, ?, ?)",
            id_, ++sheets_, sheet.file, sheet.sheet, sheet.sha256);
    return sheets_;
}

void BatchWriter::supersede(const Series& series, Date period_end, Date vintage)
{
    audit_.bind(1, id_);
    audit_.bind(2, now_);
    audit_.bind(3, series.id);
    audit_.bind(4, stored(period_end));
    audit_.bind(5, stored(vintage));
    audit_.run();
    execute(database_,
            "DELETE FROM " + table_ +
                " WHERE series_id = ?"
                " AND period_end = ? AND vintage = ?",
            series.id, stored(period_end), stored(vintage));
}

void BatchWriter::count(const Series& series)
{
    ++rows_;
    ++rows_by_series_[series.id];
}

void BatchWriter::release(const Series& series, Date period_end, Date vintage,
                          std::optional<double> value, std::optional<SheetCell> cell)
{
    const auto insert = [&] {
        insert_.bind(1, series.id);
        insert_.bind(2, stored(period_end));
        insert_.bind(3, stored(vintage));
        insert_.bind(4, value);
        insert_.bind(5, cell ? std::optional{cell->sheet} : std::nullopt);
        insert_.bind(6, cell ? std::optional{cell->row} : std::nullopt);
        insert_.bind(7, cell ? std::optional{cell->column} : std::nullopt);
        insert_.bind(8, id_);
        return insert_.run() == 1;
    };
    if (!insert()) {
        supersede(series, period_end, vintage);
        insert();
    }
    count(series);
}

void BatchWriter::round(const Series& series, Date period_end, Date vintage, double rounded_to)
{
    execute(database_,
            "INSERT OR REPLACE INTO rounding"
            " (series_id, period_end, vintage, rounded_to, batch_id)"
            " VALUES (?, ?, ?, ?, ?)",
            series.id, stored(period_end), stored(vintage), rounded_to, id_);
}

void BatchWriter::rate(const HeatRating& rating)
{
    execute(database_,
            "INSERT INTO heat_rating (week_end, board, rating, reason,"
            " batch_id) VALUES (?, ?, ?, ?, ?)",
            stored(rating.week_end), rating.board, rating.rating, rating.reason, id_);
    ++rows_;
}

void BatchWriter::note(const Note& note)
{
    execute(database_,
            "INSERT INTO note (week_end, section, ordinal, subject, body,"
            " published_on, outlet, batch_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            stored(note.week_end), note.section, note.ordinal, note.subject, note.body,
            note.published_on ? std::optional{stored(*note.published_on)} : std::nullopt,
            note.outlet, id_);
    ++rows_;
}

void BatchWriter::rank(const Ranked& ranked)
{
    execute(database_,
            "INSERT INTO ranking (week_end, list, code, name_zh,"
            " name_en, change_percent, batch_id)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            stored(ranked.week_end), ranked.list, ranked.code, ranked.name.zh, ranked.name.en,
            ranked.change_percent, id_);
    ++rows_;
}

void BatchWriter::mark(const Event& event)
{
    execute(database_,
            "INSERT INTO event (place, day, text_zh, text_en, target,"
            " batch_id) VALUES (?, ?, ?, ?, ?, ?)",
            event.place, stored(event.day), event.text.zh, event.text.en, event.target, id_);
    ++rows_;
}

void BatchWriter::acknowledge(const Acknowledgement& finding)
{
    execute(database_,
            "INSERT INTO acknowledgement (rule, code, period_end,"
            " figures, reason, batch_id) VALUES (?, ?, ?, ?, ?, ?)",
            finding.rule, finding.code, stored(finding.period_end), finding.figures, finding.reason,
            id_);
    ++rows_;
}

std::int64_t BatchWriter::finish()
{
    execute(database_, "UPDATE batch SET row_count = ? WHERE id = ?", rows_, id_);
    for (const auto& [series, rows] : rows_by_series_) {
        execute(database_,
                "INSERT INTO batch_series (batch_id, series_id, row_count) VALUES (?, ?, ?)", id_,
                series, rows);
    }
    return rows_;
}

void save_series(Connection& database, const Series& series)
{
    execute(
        database,
        "INSERT INTO series (code, name_zh, name_en, unit, frequency, measure, decimals,"
        " release_lag_days, source, series_group, retired)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (code) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en,"
        " unit = excluded.unit, frequency = excluded.frequency, measure = excluded.measure,"
        " decimals = excluded.decimals, release_lag_days = excluded.release_lag_days,"
        " source = excluded.source, series_group = excluded.series_group,"
        " retired = excluded.retired",
        series.code, series.name.zh, series.name.en, series.unit, to_string(series.frequency),
        to_string(series.measure), series.decimals, series.release_lag_days, series.source,
        series.group, series.retired);
}

std::optional<Batch> find_batch(Connection& database, std::int64_t id)
{
    Statement query{database, std::string{batch_columns} + " WHERE id = ?", id};
    return query.step() ? std::optional{batch_from(query)} : std::nullopt;
}

std::vector<Batch> all_batches(Connection& database)
{
    std::vector<Batch> batches;
    Statement query{database, std::string{batch_columns} + " ORDER BY id DESC"};
    while (query.step()) {
        batches.push_back(batch_from(query));
    }
    return batches;
}

std::int64_t revert_batch(Connection& database, std::int64_t id, const Clock& clock)
{
    const std::string now = to_iso(clock.now());
    // Marked first: none of its own figures may come back as a replaced one.
    execute(database, "UPDATE batch SET reverted_at = ? WHERE id = ?", now, id);
    execute(database, "DELETE FROM rounding WHERE batch_id = ?", id);
    return restore_figures(database, "observation", id, now) +
           restore_figures(database, "illustration", id, now);
}

} // namespace weekboard
