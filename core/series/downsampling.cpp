#include "series/downsampling.h"

#include <algorithm>
#include <array>

namespace weekboard
{

namespace
{

/// Values in a block of the finest level, and blocks in one of the next. 16 bytes for 24 values of
/// 16 bytes, and a seventh of that for all coarser levels: 4.8 % of the line. A long line is not in
/// the processor's caches, so what counts is how few of their lines are read for a column: few
/// values at its ends, few levels.
constexpr std::size_t leaf = 24;
constexpr std::size_t fan_out = 8;

/// Chosen when the program starts, where the processor knows AVX. Older instructions take twice as
/// long after code that leaves the upper halves of the vector registers in use, as painting does.
#if defined(__x86_64__)
#define WEEKBOARD_WITH_AVX [[gnu::target_clones("avx2", "default")]]
#else
#define WEEKBOARD_WITH_AVX
#endif

/// Four ranges side by side: one alone would wait for itself at each value. A gap compares false
/// with everything, so that no branch is to be guessed.
WEEKBOARD_WITH_AVX ValueRange range_of(LineValues values)
{
    constexpr double gap = std::numeric_limits<double>::quiet_NaN();
    std::array<ValueRange, 4> lanes;
    std::size_t i = 0;
    for (; i + lanes.size() <= values.size(); i += lanes.size()) {
        for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
            lanes[lane].add(values[i + lane].value_or(gap));
        }
    }
    for (; i < values.size(); ++i) {
        lanes[0].add(values[i].value_or(gap));
    }
    for (std::size_t lane = 1; lane < lanes.size(); ++lane) {
        lanes[0].add(lanes[lane]);
    }
    return lanes[0];
}

ValueRange range_of(std::span<const ValueRange> ranges)
{
    ValueRange range;
    for (const ValueRange& part : ranges) {
        range.add(part);
    }
    return range;
}

/// Reads a byte at every cache line's length. Prefetching would not do: on a page that the
/// processor has no address of at hand, and long lines have many, it is dropped.
template <typename Value>
void touch(std::span<const Value> all, std::size_t from, std::size_t count)
{
    constexpr std::size_t cache_line = 64;
    const auto part = std::as_bytes(all.subspan(from, std::min(count, all.size() - from)));
    const volatile std::byte* bytes = part.data(); // volatile: read although nobody looks
    for (std::size_t i = 0; i < part.size(); i += cache_line) {
        static_cast<void>(bytes[i]);
    }
}

template <typename Span>
std::vector<ValueRange> blocks_of(Span all, std::size_t size)
{
    std::vector<ValueRange> blocks;
    blocks.reserve((all.size() + size - 1) / size);
    for (std::size_t from = 0; from < all.size(); from += size) {
        blocks.push_back(range_of(all.subspan(from, std::min(size, all.size() - from))));
    }
    return blocks;
}

} // namespace

void ValueRange::add(double value)
{
    least = std::min(least, value);
    greatest = std::max(greatest, value);
}

void ValueRange::add(const ValueRange& range)
{
    least = std::min(least, range.least);
    greatest = std::max(greatest, range.greatest);
}

RangePyramid::RangePyramid(LineValues values)
    : values_{values}
{
    levels_.push_back(blocks_of(values, leaf));
    while (levels_.back().size() > fan_out) {
        levels_.push_back(blocks_of(std::span<const ValueRange>{levels_.back()}, fan_out));
    }
}

std::size_t RangePyramid::bytes() const
{
    std::size_t bytes = 0;
    for (const std::vector<ValueRange>& level : levels_) {
        bytes += level.size() * sizeof(ValueRange);
    }
    return bytes;
}

ValueRange RangePyramid::range(std::size_t from, std::size_t to) const
{
    to = std::min(to, values_.size());
    if (from >= to) {
        return {};
    }
    std::size_t first = (from + leaf - 1) / leaf;
    std::size_t last = to / leaf;
    if (first >= last) {
        return range_of(values_.subspan(from, to - from));
    }
    ValueRange range = range_of(values_.subspan(from, first * leaf - from));
    range.add(range_of(values_.subspan(last * leaf, to - last * leaf)));
    // At each level the blocks that do not fill one of the next are taken from both ends.
    for (const std::vector<ValueRange>& level : levels_) {
        const bool coarsest = &level == &levels_.back();
        for (; first < last && (coarsest || first % fan_out != 0); ++first) {
            range.add(level[first]);
        }
        for (; first < last && last % fan_out != 0; --last) {
            range.add(level[last - 1]);
        }
        first /= fan_out;
        last /= fan_out;
    }
    return range;
}

void RangePyramid::read_ahead(std::span<const std::size_t> places) const
{
    std::size_t before = std::numeric_limits<std::size_t>::max();
    for (const std::size_t place : places) {
        const std::size_t block = place / leaf;
        if (place < values_.size() && block != before) {
            touch(values_, block * leaf, leaf);
            touch(std::span<const ValueRange>{levels_.front()}, block - block % fan_out, fan_out);
        }
        before = block;
    }
}

std::vector<LineColumn> line_columns(const RangePyramid& pyramid,
                                     std::span<const std::size_t> bounds)
{
    std::vector<LineColumn> columns;
    columns.reserve(bounds.size());
    const LineValues values = pyramid.values();
    constexpr std::size_t ahead = 64;
    for (std::size_t i = 0; i + 1 < bounds.size(); ++i) {
        if (i % ahead == 0) {
            pyramid.read_ahead(bounds.subspan(i, std::min(ahead + 1, bounds.size() - i)));
        }
        const std::size_t to = std::min(bounds[i + 1], values.size());
        LineColumn column{bounds[i], bounds[i], pyramid.range(bounds[i], to)};
        if (column.range.any()) {
            while (!values[column.first]) {
                ++column.first;
            }
            column.last = to - 1;
            while (!values[column.last]) {
                --column.last;
            }
        }
        columns.push_back(column);
    }
    return columns;
}

} // namespace weekboard
