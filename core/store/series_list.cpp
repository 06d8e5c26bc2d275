#include "store/series_list.h"

#include "store/statement.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace weekboard
{

namespace
{

constexpr const char* series_columns =
    "SELECT id, code, name_zh, name_en, unit, frequency, measure,"
    " decimals, release_lag_days, source, series_group, retired"
    " FROM series";

/// The names are held to the enumerations by the schema's own checks.
Series series_from(const Statement& row)
{
    Series series;
    series.id = row.as_int64(0);
    series.code = row.as_text(1);
    series.name = {row.as_text(2), row.as_text(3)};
    series.unit = row.as_text(4);
    series.frequency = parse_frequency(row.as_text(5)).value();
    series.measure = parse_measure(row.as_text(6)).value();
    series.decimals = row.as_int(7);
    series.release_lag_days = row.as_int(8);
    series.source = row.as_text(9);
    series.group = row.as_text(10);
    series.retired = row.as_int(11) != 0;
    return series;
}

std::size_t edit_distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row.back();
}

} // namespace

std::optional<Series> find_series(Connection& database, std::string_view code)
{
    Statement query{database, std::string{series_columns} + " WHERE code = ?", code};
    return query.step() ? std::optional{series_from(query)} : std::nullopt;
}

std::vector<Series> all_series(Connection& database)
{
    std::vector<Series> series;
    Statement query{database, std::string{series_columns} + " ORDER BY id"};
    while (query.step()) {
        series.push_back(series_from(query));
    }
    return series;
}

std::vector<Series> series_in_group(Connection& database, std::string_view group)
{
    std::vector<Series> series;
    Statement query{database, std::string{series_columns} + " WHERE series_group = ? ORDER BY id",
                    group};
    while (query.step()) {
        series.push_back(series_from(query));
    }
    return series;
}

std::vector<std::string> nearest_codes(Connection& database, std::string_view code)
{
    constexpr std::size_t offered = 3;
    constexpr std::size_t longest_compared = 200;
    if (code.empty() || code.size() > longest_compared) {
        return {};
    }
    std::vector<std::pair<std::size_t, std::string>> near;
    Statement query{database, "SELECT code FROM series"};
    while (query.step()) {
        std::string known = query.as_text(0);
        const bool contains = code.size() >= 3 && known.find(code) != std::string::npos;
        const std::size_t distance = contains ? 0 : edit_distance(code, known);
        if (distance <= std::max<std::size_t>(2, code.size() / 3)) {
            near.emplace_back(distance, std::move(known));
        }
    }
    std::ranges::sort(near);
    std::vector<std::string> codes;
    for (auto& [distance, known] : near) {
        if (codes.size() < offered) {
            codes.push_back(std::move(known));
        }
    }
    return codes;
}

} // namespace weekboard
