#include "store/batch.h"

#include "store/raw_statement.h"
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

std::int64_t open_batch(SQLite::Database& database, const BatchOrigin& origin,
                        const std::string& now)
{
    SQLite::Statement insert{database, "INSERT INTO batch (kind, origin, author, created_at,"
                                       " row_count) VALUES (?, ?, ?, ?, 0)"};
    insert.bind(1, std::string{to_string(origin.kind)});
    insert.bind(2, origin.origin);
    insert.bind(3, origin.author);
    insert.bind(4, now);
    insert.exec();
    return database.getLastInsertRowid();
}

Batch batch_from(const SQLite::Statement& row)
{
    return {row.getColumn(0).getInt64(),  row.getColumn(1).getString(),
            row.getColumn(2).getString(), row.getColumn(3).getString(),
            row.getColumn(4).getString(), row.getColumn(5).getInt64(),
            row.getColumn(6).getString()};
}

constexpr const char* batch_columns =
    "SELECT id, kind, origin, author, created_at, row_count, coalesce(reverted_at, '') FROM batch";

/// Puts back, for each figure of the batch, the newest replaced value whose own batch stands.
std::int64_t restore_figures(SQLite::Database& database, const std::string& table,
                             std::int64_t batch, const std::string& now)
{
    const std::string illustrative = table == "illustration" ? "1" : "0";
    const std::string touched = " WHERE batch_id = ?1 AND series_id IN"
                                " (SELECT series_id FROM batch_series WHERE batch_id = ?1)";
    const auto run = [&](const std::string& sql, bool with_time) {
        SQLite::Statement statement{database, sql};
        statement.bind(1, batch);
        if (with_time) {
            statement.bind(2, now);
        }
        return statement.exec();
    };
    const int taken_out =
        run(fmt::format("INSERT INTO superseded ({0}, illustrative, replaced_by, replaced_at)"
                        " SELECT {0}, {1}, NULL, ?2 FROM {2}{3}",
                        release_columns, illustrative, table, touched),
            true);
    run("DELETE FROM " + table + touched, false);
    run(fmt::format("INSERT INTO {0} ({1}) SELECT {1} FROM superseded", table, release_columns) +
            " WHERE id IN (SELECT max(kept.id) FROM superseded kept"
            "   JOIN batch ON batch.id = kept.batch_id AND batch.reverted_at IS NULL"
            "   WHERE kept.illustrative = " +
            illustrative +
            "   AND (kept.series_id, kept.period_end, kept.vintage) IN"
            "     (SELECT series_id, period_end, vintage FROM superseded"
            "      WHERE batch_id = ?1 AND replaced_by IS NULL)"
            "   GROUP BY kept.series_id, kept.period_end, kept.vintage)",
        false);
    return taken_out;
}

} // namespace

std::string_view to_string(BatchKind kind)
{
    return kind_names[static_cast<std::size_t>(kind)];
}

BatchWriter::BatchWriter(SQLite::Database& database, const BatchOrigin& origin, const Clock& clock)
    : database_{database}
    , table_{table_for(origin.kind)}
    , now_{to_iso(clock.now())}
    , insert_{std::make_unique<RawStatement>(
          database, fmt::format("INSERT OR IGNORE INTO {} ({}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                                table_, release_columns))}
    , audit_{database,
             fmt::format("INSERT INTO superseded ({0}, illustrative, replaced_by, replaced_at)"
                         " SELECT {0}, {1}, ?, ? FROM {2}"
                         " WHERE series_id = ? AND period_end = ? AND vintage = ?",
                         release_columns, origin.kind == BatchKind::illustrative ? 1 : 0, table_)}
{
    id_ = open_batch(database, origin, now_);
}

BatchWriter::~BatchWriter() = default;

int BatchWriter::add_sheet(const BatchSheet& sheet)
{
    SQLite::Statement insert{database_,
                             "INSERT INTO batch_sheet (batch_id, ordinal, file, sheet, sha256)"
                             " VALUES (?, ?, ?, ?, ?)"};
    insert.bind(1, id_);
    insert.bind(2, ++sheets_);
    insert.bind(3, sheet.file);
    insert.bind(4, sheet.sheet);
    insert.bind(5, sheet.sha256);
    insert.exec();
    return sheets_;
}

void BatchWriter::supersede(const Series& series, Date period_end, Date vintage)
{
    audit_.reset();
    audit_.bind(1, id_);
    audit_.bind(2, now_);
    audit_.bind(3, series.id);
    audit_.bind(4, stored(period_end));
    audit_.bind(5, stored(vintage));
    audit_.exec();
    SQLite::Statement remove{database_, "DELETE FROM " + table_ +
                                            " WHERE series_id = ?"
                                            " AND period_end = ? AND vintage = ?"};
    remove.bind(1, series.id);
    remove.bind(2, stored(period_end));
    remove.bind(3, stored(vintage));
    remove.exec();
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
        insert_->reset();
        insert_->bind(1, series.id);
        insert_->bind(2, stored(period_end));
        insert_->bind(3, stored(vintage));
        insert_->bind(4, value);
        insert_->bind(5, cell ? std::optional{cell->sheet} : std::nullopt);
        insert_->bind(6, cell ? std::optional{cell->row} : std::nullopt);
        insert_->bind(7, cell ? std::optional{cell->column} : std::nullopt);
        insert_->bind(8, id_);
        insert_->step();
        return database_.getChanges() == 1;
    };
    if (!insert()) {
        supersede(series, period_end, vintage);
        insert();
    }
    count(series);
}

void BatchWriter::round(const Series& series, Date period_end, Date vintage, double rounded_to)
{
    SQLite::Statement rounding{database_, "INSERT OR REPLACE INTO rounding"
                                          " (series_id, period_end, vintage, rounded_to, batch_id)"
                                          " VALUES (?, ?, ?, ?, ?)"};
    rounding.bind(1, series.id);
    rounding.bind(2, stored(period_end));
    rounding.bind(3, stored(vintage));
    rounding.bind(4, rounded_to);
    rounding.bind(5, id_);
    rounding.exec();
}

void BatchWriter::rate(const HeatRating& rating)
{
    SQLite::Statement insert{database_, "INSERT INTO heat_rating (week_end, board, rating, reason,"
                                        " batch_id) VALUES (?, ?, ?, ?, ?)"};
    insert.bind(1, stored(rating.week_end));
    insert.bind(2, rating.board);
    insert.bind(3, rating.rating);
    insert.bind(4, rating.reason);
    insert.bind(5, id_);
    insert.exec();
    ++rows_;
}

void BatchWriter::note(const Note& note)
{
    SQLite::Statement insert{database_,
                             "INSERT INTO note (week_end, section, ordinal, subject, body,"
                             " published_on, outlet, batch_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"};
    insert.bind(1, stored(note.week_end));
    insert.bind(2, note.section);
    insert.bind(3, note.ordinal);
    insert.bind(4, note.subject);
    insert.bind(5, note.body);
    if (note.published_on) {
        insert.bind(6, stored(*note.published_on));
    }
    insert.bind(7, note.outlet);
    insert.bind(8, id_);
    insert.exec();
    ++rows_;
}

void BatchWriter::rank(const Ranked& ranked)
{
    SQLite::Statement insert{database_, "INSERT INTO ranking (week_end, list, code, name_zh,"
                                        " name_en, change_percent, batch_id)"
                                        " VALUES (?, ?, ?, ?, ?, ?, ?)"};
    insert.bind(1, stored(ranked.week_end));
    insert.bind(2, ranked.list);
    insert.bind(3, ranked.code);
    insert.bind(4, ranked.name.zh);
    insert.bind(5, ranked.name.en);
    insert.bind(6, ranked.change_percent);
    insert.bind(7, id_);
    insert.exec();
    ++rows_;
}

void BatchWriter::mark(const Event& event)
{
    SQLite::Statement insert{database_, "INSERT INTO event (place, day, text_zh, text_en, target,"
                                        " batch_id) VALUES (?, ?, ?, ?, ?, ?)"};
    insert.bind(1, event.place);
    insert.bind(2, stored(event.day));
    insert.bind(3, event.text.zh);
    insert.bind(4, event.text.en);
    insert.bind(5, event.target);
    insert.bind(6, id_);
    insert.exec();
    ++rows_;
}

void BatchWriter::acknowledge(const Acknowledgement& finding)
{
    SQLite::Statement insert{database_, "INSERT INTO acknowledgement (rule, code, period_end,"
                                        " figures, reason, batch_id) VALUES (?, ?, ?, ?, ?, ?)"};
    insert.bind(1, finding.rule);
    insert.bind(2, finding.code);
    insert.bind(3, stored(finding.period_end));
    insert.bind(4, finding.figures);
    insert.bind(5, finding.reason);
    insert.bind(6, id_);
    insert.exec();
    ++rows_;
}

std::int64_t BatchWriter::finish()
{
    SQLite::Statement total{database_, "UPDATE batch SET row_count = ? WHERE id = ?"};
    total.bind(1, rows_);
    total.bind(2, id_);
    total.exec();
    SQLite::Statement touched{
        database_, "INSERT INTO batch_series (batch_id, series_id, row_count) VALUES (?, ?, ?)"};
    for (const auto& [series, rows] : rows_by_series_) {
        touched.reset();
        touched.bind(1, id_);
        touched.bind(2, series);
        touched.bind(3, rows);
        touched.exec();
    }
    return rows_;
}

void save_series(SQLite::Database& database, const Series& series)
{
    SQLite::Statement save{
        database,
        "INSERT INTO series (code, name_zh, name_en, unit, frequency, measure, decimals,"
        " release_lag_days, source, series_group, retired)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (code) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en,"
        " unit = excluded.unit, frequency = excluded.frequency, measure = excluded.measure,"
        " decimals = excluded.decimals, release_lag_days = excluded.release_lag_days,"
        " source = excluded.source, series_group = excluded.series_group,"
        " retired = excluded.retired"};
    save.bind(1, series.code);
    save.bind(2, series.name.zh);
    save.bind(3, series.name.en);
    save.bind(4, series.unit);
    save.bind(5, std::string{to_string(series.frequency)});
    save.bind(6, std::string{to_string(series.measure)});
    save.bind(7, series.decimals);
    save.bind(8, series.release_lag_days);
    save.bind(9, series.source);
    save.bind(10, series.group);
    save.bind(11, series.retired ? 1 : 0);
    save.exec();
}

std::optional<Batch> find_batch(SQLite::Database& database, std::int64_t id)
{
    SQLite::Statement query{database, std::string{batch_columns} + " WHERE id = ?"};
    query.bind(1, id);
    return query.executeStep() ? std::optional{batch_from(query)} : std::nullopt;
}

std::vector<Batch> all_batches(SQLite::Database& database)
{
    std::vector<Batch> batches;
    SQLite::Statement query{database, std::string{batch_columns} + " ORDER BY id DESC"};
    while (query.executeStep()) {
        batches.push_back(batch_from(query));
    }
    return batches;
}

std::int64_t revert_batch(SQLite::Database& database, std::int64_t id, const Clock& clock)
{
    const std::string now = to_iso(clock.now());
    // Marked first: none of its own figures may come back as a replaced one.
    SQLite::Statement mark{database, "UPDATE batch SET reverted_at = ? WHERE id = ?"};
    mark.bind(1, now);
    mark.bind(2, id);
    mark.exec();
    SQLite::Statement rounding{database, "DELETE FROM rounding WHERE batch_id = ?"};
    rounding.bind(1, id);
    rounding.exec();
    return restore_figures(database, "observation", id, now) +
           restore_figures(database, "illustration", id, now);
}

} // namespace weekboard
