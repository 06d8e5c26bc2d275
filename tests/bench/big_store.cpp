#include "big_store.h"

#include "ingest/bundled_board.h"
#include "store/batch.h"
#include "store/series_list.h"

#include <fmt/format.h>

#include <cstdio>
#include <stdexcept>

namespace weekboard::bench
{

namespace
{

std::unique_ptr<Store> open(const std::filesystem::path& path)
{
    static const BenchClock clock;
    OpenOptions options;
    options.seed = [](Store& store) { load_bundled_board(store, telecom_board(), clock); };
    Opened opened = Store::open(path, options, clock);
    if (!opened.store) {
        throw std::runtime_error{opened.detail};
    }
    return std::move(opened.store);
}

} // namespace

void make_small_store(const std::filesystem::path& path)
{
    (void)open(path);
}

void make_big_store(const std::filesystem::path& path)
{
    const BenchClock clock;
    auto store = open(path);
    const bool filled = store->read([](Connection& database) {
        return find_series(database, fmt::format("bench.{}", series_count - 1)).has_value();
    });
    if (filled) {
        return;
    }
    std::puts("making a store of 10,000,000 figures …");
    store->write([&](Connection& database) {
        for (int i = 0; i < series_count; ++i) {
            Series series;
            series.code = fmt::format("bench.{}", i);
            series.name = {series.code, series.code};
            series.unit = "点";
            series.measure = Measure::level;
            series.source = "bench";
            series.group = "bench";
            save_series(database, series);
        }
        BatchWriter batch{database, {BatchKind::import, "bench", "bench"}, clock};
        for (const Series& series : series_in_group(database, "bench")) {
            for (int i = 0; i < figures_each; ++i) {
                const Date day = make_date(2020, 1, 1) + std::chrono::days{i};
                batch.release(series, day, day,
                              100 + static_cast<double>((i * 7919 + series.id) % 1000) * 0.01);
            }
        }
        batch.finish();
    });
}

} // namespace weekboard::bench
