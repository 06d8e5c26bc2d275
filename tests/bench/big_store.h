#pragma once

#include "store/store.h"
#include "time/clock.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <vector>

namespace weekboard::bench
{

inline constexpr int series_count = 5000;
inline constexpr int figures_each = 2000;

class BenchClock : public Clock
{
public:
    [[nodiscard]] std::chrono::sys_seconds now() const override { return make_date(2026, 4, 13); }
    [[nodiscard]] Date today() const override { return make_date(2026, 4, 13); }
};

/// The bundled board, and 5,000 further series of 2,000 figures each; made once, then reused.
void make_big_store(const std::filesystem::path& path);

/// The bundled board alone.
void make_small_store(const std::filesystem::path& path);

template <typename Work>
double milliseconds(Work&& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

[[nodiscard]] inline double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

} // namespace weekboard::bench
