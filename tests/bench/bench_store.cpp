#include "big_store.h"

#include "exhibit/resolve.h"
#include "exhibit/spec_library.h"
#include "store/figures.h"
#include "store/series_list.h"
#include "store/stored_date.h"

#include <fmt/format.h>
#include <sqlite3.h>

using namespace weekboard;
using namespace weekboard::bench;

namespace
{

constexpr int rounds = 9;

/// The loop that anybody would write against the C interface, into the same memory.
Observations load_bare(sqlite3* handle, std::int64_t series)
{
    Observations figures;
    figures.reserve(2048);
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(handle,
                       "SELECT period_end, vintage, value FROM observation WHERE series_id = ?"
                       " ORDER BY period_end, vintage",
                       -1, &statement, nullptr);
    sqlite3_bind_int64(statement, 1, series);
    while (sqlite3_step(statement) == SQLITE_ROW) {
        figures.push_back({date_from(sqlite3_column_int64(statement, 0)),
                           date_from(sqlite3_column_int64(statement, 1)),
                           sqlite3_column_double(statement, 2)});
    }
    sqlite3_finalize(statement);
    return figures;
}

/// A connection as SQLite gives it, without anything of ours.
class BareConnection
{
public:
    explicit BareConnection(const std::filesystem::path& path)
    {
        sqlite3_open_v2(path.c_str(), &handle_, SQLITE_OPEN_READONLY, nullptr);
    }
    ~BareConnection() { sqlite3_close(handle_); }
    BareConnection(const BareConnection&) = delete;
    BareConnection& operator=(const BareConnection&) = delete;

    [[nodiscard]] sqlite3* handle() const { return handle_; }

private:
    sqlite3* handle_ = nullptr;
};

void compare_loading(Store& store, const std::vector<Series>& series)
{
    constexpr std::size_t loaded = 200;
    std::vector<double> ours;
    std::vector<double> bare;
    std::size_t sum = 0;
    const BareConnection connection{store.path()};
    for (int round = 0; round < rounds; ++round) {
        bare.push_back(milliseconds([&] {
            for (std::size_t i = 0; i < loaded; ++i) {
                sum += load_bare(connection.handle(), series[i * 20].id).size();
            }
        }));
        ours.push_back(milliseconds([&] {
            for (std::size_t i = 0; i < loaded; ++i) {
                sum -= figures_as_of(store.database(), series[i * 20], end_of_time)
                           .observations.size();
            }
        }));
    }
    fmt::print("load one series of 2,000 figures: {:.3f} ms, bare C loop {:.3f} ms, ratio {:.2f}"
               " (at most 1.10){}\n",
               median(ours) / loaded, median(bare) / loaded, median(ours) / median(bare),
               sum == 0 ? "" : "; the counts differ");
}

double seek_each(sqlite3* handle, const std::vector<Series>& series, Date day)
{
    double sum = 0;
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(handle,
                       "SELECT value FROM observation WHERE series_id = ?1 AND period_end <= ?2"
                       " AND vintage <= ?2 ORDER BY period_end DESC, vintage DESC LIMIT 1",
                       -1, &statement, nullptr);
    for (const Series& one : series) {
        sqlite3_bind_int64(statement, 1, one.id);
        sqlite3_bind_int64(statement, 2, stored(day));
        if (sqlite3_step(statement) == SQLITE_ROW) {
            sum += sqlite3_column_double(statement, 0);
        }
        sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);
    return sum;
}

void compare_last_values(Store& store, const std::vector<Series>& series)
{
    const Date day = make_date(2024, 6, 30);
    std::vector<double> ours;
    std::vector<double> seeks;
    std::size_t found = 0;
    const BareConnection connection{store.path()};
    for (int round = 0; round < rounds; ++round) {
        seeks.push_back(milliseconds([&] { (void)seek_each(connection.handle(), series, day); }));
        ours.push_back(
            milliseconds([&] { found = last_values(store.database(), day, day).size(); }));
    }
    fmt::print("last values of all series ({} found): {:.2f} ms, {} bare seeks {:.2f} ms,"
               " ratio {:.2f} (at most 0.50)\n",
               found, median(ours), series.size(), median(seeks), median(ours) / median(seeks));
}

/// Rows that the exhibits of a week are made of, read by prepared statements and nothing else.
std::size_t read_rows(sqlite3* handle, const std::vector<std::pair<std::int64_t, Date>>& wanted)
{
    std::size_t rows = 0;
    for (const char* table : {"observation", "illustration"}) {
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(handle,
                           fmt::format("SELECT period_end, vintage, value FROM {} WHERE series_id ="
                                       " ?1 AND period_end >= ?2 ORDER BY period_end, vintage",
                                       table)
                               .c_str(),
                           -1, &statement, nullptr);
        for (const auto& [series, from] : wanted) {
            sqlite3_bind_int64(statement, 1, series);
            sqlite3_bind_int64(statement, 2, stored(from));
            while (sqlite3_step(statement) == SQLITE_ROW) {
                rows += sqlite3_column_double(statement, 2) < 1e300 ? 1 : 0;
            }
            sqlite3_reset(statement);
        }
        sqlite3_finalize(statement);
    }
    return rows;
}

/// Each series once for each exhibit that shows it, from where the exhibit begins to read.
std::vector<std::pair<std::int64_t, Date>>
rows_wanted(Connection& database, const std::vector<ExhibitSpec>& specs, Week week)
{
    std::vector<std::pair<std::int64_t, Date>> wanted;
    const Date all = make_date(1900, 1, 1);
    for (const ExhibitSpec& spec : specs) {
        for (const std::vector<PlotSpec>* plots : {&spec.plots, &spec.figures}) {
            for (const PlotSpec& plot : *plots) {
                if (const auto series = find_series(database, plot.series)) {
                    const bool daily = series->frequency == Frequency::daily;
                    wanted.emplace_back(series->id, daily ? add_months(week.monday(), -49) : all);
                }
            }
        }
        for (const Series& series : series_in_group(database, spec.list.group)) {
            wanted.emplace_back(series.id, week.monday() - std::chrono::days{60});
        }
    }
    return wanted;
}

void compare_resolving(Store& store)
{
    const Week week = Week::containing(make_date(2026, 4, 10));
    const auto specs = stored_specs(store.database()).specs;
    const auto wanted = rows_wanted(store.database(), specs, week);
    const BareConnection connection{store.path()};
    std::vector<double> ours;
    std::vector<double> bare;
    std::size_t rows = 0;
    std::size_t places = 0;
    for (int round = 0; round < rounds; ++round) {
        bare.push_back(milliseconds([&] { rows = read_rows(connection.handle(), wanted); }));
        ours.push_back(milliseconds([&] {
            store.read([&](Connection& database) {
                for (const ExhibitSpec& spec : specs) {
                    places += resolve(database, spec, {week, week.sunday()}).size();
                }
            });
        }));
    }
    const double first = ours.front(); // `median` sorts
    fmt::print(
        "all {} exhibits resolved: {:.2f} ms, bare statements for the same {} rows {:.2f} ms,"
        " ratio {:.2f} (below 3); {:.2f} ms the first time\n",
        specs.size(), median(ours), rows, median(bare), median(ours) / median(bare), first);
}

} // namespace

int main(int argc, char** argv)
{
    const std::filesystem::path path = argc > 1 ? argv[1] : "bench.db";
    make_big_store(path);
    const BenchClock clock;
    const Opened opened = Store::open(path, {}, clock);
    const auto series = series_in_group(opened.store->database(), "bench");
    compare_loading(*opened.store, series);
    compare_last_values(*opened.store, series);
    compare_resolving(*opened.store);
}
