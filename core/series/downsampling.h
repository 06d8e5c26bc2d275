#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <vector>

/// Long lines without their length: what is left of them is what can be seen in a pixel column.
namespace weekboard
{

/// Values along a line; nothing is a gap.
using LineValues = std::span<const std::optional<double>>;

/// The least and the greatest of some values; neither where there are none.
struct ValueRange {
    double least = std::numeric_limits<double>::infinity();
    double greatest = -std::numeric_limits<double>::infinity();

    [[nodiscard]] bool any() const { return least <= greatest; }
    void add(double value);
    void add(const ValueRange& range);

    bool operator==(const ValueRange&) const = default;
};

/// Least and greatest values over blocks of a line, blocks of blocks and so on, so that the range
/// of any stretch is known without reading it. Takes less than a twentieth of the line's memory.
/// The values must outlive it, unchanged.
class RangePyramid
{
public:
    explicit RangePyramid(LineValues values);

    /// The range of the values from `from` up to but without `to`.
    [[nodiscard]] ValueRange range(std::size_t from, std::size_t to) const;

    /// Brings the memory that ranges between these places begin and end in into the processor's
    /// caches, all of it at once: `range` alone would wait for it place by place.
    void read_ahead(std::span<const std::size_t> places) const;

    [[nodiscard]] LineValues values() const { return values_; }
    [[nodiscard]] std::size_t bytes() const;

private:
    LineValues values_;
    std::vector<std::vector<ValueRange>> levels_; ///< the finest first
};

/// What a pixel column shows of a line (M4: first, least, greatest, last). Joined to the columns
/// beside it by a line, it covers the pixels that all its points would.
/// Jugel et al., "M4: A Visualization-Oriented Time Series Data Aggregation", VLDB 2014.
struct LineColumn {
    std::size_t first = 0; ///< places of the first and the last value
    std::size_t last = 0;
    ValueRange range; ///< without any: a column of gaps
};

/// The columns between consecutive `bounds`, places in ascending order.
[[nodiscard]] std::vector<LineColumn> line_columns(const RangePyramid& pyramid,
                                                   std::span<const std::size_t> bounds);

} // namespace weekboard
