#include "ingest/bundled_board.h"

#include "exhibit/spec.h"
#include "ingest/bundled_table.h"
#include "store/batch.h"
#include "store/series_list.h"
#include "store/specs.h"
#include "store/week_lists.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <stdexcept>

namespace weekboard
{

namespace
{

constexpr std::string_view illustrative_closes = "observations/index_close_illustrative.csv";

using CodeByName = std::map<std::string, std::string>;

/// Throws std::logic_error for a spec that is wrong: it came with the program.
ExhibitSpec bundled_spec(const EmbeddedFile& file)
{
    SpecReading reading = read_spec(file.text, file.path);
    if (!reading.spec) {
        throw std::logic_error{fmt::format("{}", to_string(reading.findings.front()))};
    }
    return std::move(*reading.spec);
}

bool is_spec(const EmbeddedFile& file)
{
    return file.path.starts_with("exhibits/");
}

void save_bundled_specs(Connection& database, std::span<const EmbeddedFile> files)
{
    for (const EmbeddedFile& file : files) {
        if (is_spec(file)) {
            const ExhibitSpec spec = bundled_spec(file);
            save_bundled_spec(database, spec.id, spec.number, std::string{file.text});
        }
    }
}

class BoardLoader
{
public:
    BoardLoader(Connection& database, std::span<const EmbeddedFile> files, const Clock& clock)
        : database_{database}
        , files_{files}
        , clock_{clock}
    {
    }

    void load()
    {
        load_series();
        load_boards();
        load_scales();
        load_key_figures();
        save_bundled_specs(database_, files_);
        load_figures({BatchKind::bundled, "boards/telecom", "weekboard"}, false);
        load_figures({BatchKind::illustrative, std::string{illustrative_closes}, "weekboard"},
                     true);
    }

private:
    [[nodiscard]] BundledTable table(std::string_view path) const
    {
        for (const EmbeddedFile& file : files_) {
            if (file.path == path) {
                return {file.path, file.text};
            }
        }
        throw std::logic_error{fmt::format("{} is not bundled", path)};
    }

    void load_series()
    {
        const BundledTable series_table = table("series.csv");
        for (const CsvRow& row : series_table.rows()) {
            Series series;
            series.code = series_table.text(row, "code");
            series.name = series_table.name(row);
            series.unit = series_table.text(row, "unit");
            series.frequency = series_table.require(
                parse_frequency(series_table.text(row, "frequency")), row, "frequency");
            series.measure = series_table.require(parse_measure(series_table.text(row, "measure")),
                                                  row, "measure");
            series.decimals = series_table.integer(row, "decimals");
            series.release_lag_days = series_table.integer(row, "release_lag_days");
            series.source = series_table.text(row, "source");
            series.group = series_table.text(row, "group");
            save_series(database_, series);
        }
        for (Series& series : all_series(database_)) {
            series_[series.code] = std::move(series);
        }
    }

    void load_boards()
    {
        const BundledTable boards = table("boards.csv");
        for (const CsvRow& row : boards.rows()) {
            const Board board{boards.text(row, "code"), boards.name(row),
                              boards.integer(row, "ordinal"), boards.text(row, "index_code")};
            board_codes_[board.name.zh] = board.code;
            save_board(database_, board);
        }
    }

    void load_scales()
    {
        const BundledTable ratings = table("ratings.csv");
        int ordinal = 0;
        for (const CsvRow& row : ratings.rows()) {
            const Rating rating{ratings.text(row, "code"), ratings.name(row),
                                ratings.integer(row, "score")};
            rating_codes_[rating.name.zh] = rating.code;
            save_rating(database_, rating, ++ordinal);
        }
        const BundledTable sector = table("sector_ratings.csv");
        ordinal = 0;
        for (const CsvRow& row : sector.rows()) {
            save_sector_rating(database_,
                               {sector.text(row, "code"), sector.name(row),
                                sector.text(row, "horizon_months"),
                                sector.number_if_any(row, "excess_return_min_pct"),
                                sector.number_if_any(row, "excess_return_max_pct")},
                               ++ordinal);
        }
    }

    void load_key_figures()
    {
        const BundledTable choices = table("key_figures.csv");
        for (const CsvRow& row : choices.rows()) {
            save_key_figure(database_, {choices.integer(row, "ordinal"), choices.name(row),
                                        choices.text(row, "series"), choices.text(row, "companion"),
                                        choices.text(row, "role")});
        }
    }

    void load_figures(const BatchOrigin& origin, bool illustrative)
    {
        BatchWriter batch{database_, origin, clock_};
        for (const EmbeddedFile& file : files_) {
            if (file.path.starts_with("observations/") &&
                (file.path == illustrative_closes) == illustrative) {
                load_observations(batch, {file.path, file.text});
            } else if (file.path.starts_with("weeks/") && !illustrative) {
                load_week_list(batch, file);
            }
        }
        batch.finish();
    }

    void load_observations(BatchWriter& batch, const BundledTable& figures) const
    {
        for (const CsvRow& row : figures.rows()) {
            const auto found = series_.find(figures.text(row, "code"));
            const Series series = figures.require(
                found == series_.end() ? std::nullopt : std::optional{found->second}, row, "code");
            const Date period_end = figures.date(row, "period_end");
            const Date vintage = presumed_vintage(series, period_end, clock_.today());
            batch.release(series, period_end, vintage, figures.number(row, "value"));
            if (const auto rounded_to = figures.number_if_any(row, "rounded_to")) {
                batch.round(series, period_end, vintage, *rounded_to);
            }
        }
    }

    void load_week_list(BatchWriter& batch, const EmbeddedFile& file) const
    {
        const BundledTable list{file.path, file.text};
        for (const CsvRow& row : list.rows()) {
            const Date week_end = list.date(row, "week_end");
            if (file.path.ends_with("heat.csv")) {
                batch.rate({week_end, code_for(board_codes_, list, row, "board"),
                            code_for(rating_codes_, list, row, "rating"),
                            list.text(row, "reason")});
            } else if (file.path.ends_with("notes.csv")) {
                batch.note({week_end, list.text(row, "section"), list.integer(row, "ordinal"),
                            list.text(row, "subject"), list.text(row, "body"),
                            list.date_if_any(row, "published_on"), list.text(row, "outlet")});
            } else if (file.path.ends_with("stocks.csv")) {
                batch.rank({week_end, "stocks", list.text(row, "code"), list.name(row),
                            list.number(row, "change_pct")});
            }
        }
    }

    static std::string code_for(const CodeByName& codes, const BundledTable& list,
                                const CsvRow& row, const std::string& column)
    {
        const auto found = codes.find(list.text(row, column));
        return list.require(found == codes.end() ? std::nullopt : std::optional{found->second}, row,
                            column);
    }

    Connection& database_;
    std::span<const EmbeddedFile> files_;
    const Clock& clock_;
    std::map<std::string, Series> series_;
    CodeByName board_codes_;
    CodeByName rating_codes_;
};

} // namespace

void load_bundled_board(Store& store, std::span<const EmbeddedFile> files, const Clock& clock)
{
    store.write([&](Connection& database) { BoardLoader{database, files, clock}.load(); });
}

void refresh_bundled_specs(Store& store, std::span<const EmbeddedFile> files)
{
    const auto known =
        store.read([](Connection& database) { return bundled_spec_texts(database); });
    const bool current = std::ranges::all_of(files, [&](const EmbeddedFile& file) {
        return !is_spec(file) || known.contains(std::string{file.text});
    });
    if (!current) {
        store.write([&](Connection& database) { save_bundled_specs(database, files); });
    }
}

} // namespace weekboard
