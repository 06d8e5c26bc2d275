#include "series/downsampling.h"
#include "support/catch.h"

#include <random>

using namespace weekboard;

namespace
{

/// A noisy line with gaps, short ones and long ones.
std::vector<std::optional<double>> noise(std::size_t size, unsigned seed)
{
    std::mt19937 random{seed};
    std::uniform_real_distribution<double> value{-100, 100};
    std::vector<std::optional<double>> values(size);
    std::size_t gap = 0;
    for (auto& at : values) {
        if (gap == 0 && random() % 50 == 0) {
            gap = random() % 200;
        }
        if (gap > 0) {
            --gap;
        } else {
            at = value(random);
        }
    }
    return values;
}

LineColumn brute_force(LineValues values, std::size_t from, std::size_t to)
{
    LineColumn column{from, from, {}};
    for (std::size_t i = from; i < to; ++i) {
        if (values[i]) {
            if (!column.range.any()) {
                column.first = i;
            }
            column.last = i;
            column.range.add(*values[i]);
        }
    }
    return column;
}

} // namespace

TEST_CASE("the pyramid's columns are the brute-force ones exactly")
{
    for (const std::size_t size : {1U, 31U, 32U, 33U, 127U, 128U, 129U, 5000U, 70001U}) {
        const auto values = noise(size, static_cast<unsigned>(size));
        const RangePyramid pyramid{values};
        for (const std::size_t count : {1U, 7U, 300U}) {
            std::vector<std::size_t> bounds;
            for (std::size_t i = 0; i <= count; ++i) {
                bounds.push_back(size * i / count);
            }
            const auto columns = line_columns(pyramid, bounds);
            REQUIRE(columns.size() == count);
            for (std::size_t i = 0; i < count; ++i) {
                const LineColumn expected = brute_force(values, bounds[i], bounds[i + 1]);
                CAPTURE(size, count, i);
                CHECK(columns[i].range == expected.range);
                CHECK(columns[i].first == expected.first);
                CHECK(columns[i].last == expected.last);
            }
        }
    }
}

TEST_CASE("any stretch has its range, an empty one none")
{
    const auto values = noise(3000, 5);
    const RangePyramid pyramid{values};
    std::mt19937 random{7};
    for (int i = 0; i < 2000; ++i) {
        const std::size_t from = random() % values.size();
        const std::size_t to = from + random() % (values.size() - from + 1);
        CHECK(pyramid.range(from, to) == brute_force(values, from, to).range);
    }
    CHECK_FALSE(pyramid.range(5, 5).any());
    CHECK_FALSE(pyramid.range(9, 3).any());
    CHECK_FALSE(RangePyramid{{}}.range(0, 10).any());
}

TEST_CASE("the pyramid takes less than a twentieth of the line's memory")
{
    const std::vector<std::optional<double>> values(100000, 1.0);
    CHECK(RangePyramid{values}.bytes() * 20 < values.size() * sizeof(values[0]));
}
