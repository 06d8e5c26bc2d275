#include "ingest/list_readers.h"
#include "ingest/list_week.h"
#include "series/security_code.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace weekboard
{

namespace
{

/// Shares by the numbers that the exchanges give them; indices and funds have others.
bool is_stock(std::string_view code)
{
    const auto begins = [&](std::initializer_list<std::string_view> beginnings) {
        return std::ranges::any_of(
            beginnings, [&](std::string_view beginning) { return code.starts_with(beginning); });
    };
    if (code.ends_with(".SH")) {
        return begins({"60", "68", "900"});
    }
    if (code.ends_with(".SZ")) {
        return begins({"00", "30", "200"});
    }
    return code.ends_with(".BJ") && begins({"43", "82", "83", "87", "88", "92"});
}

bool is_named_as_index(std::string_view name)
{
    constexpr std::array<std::string_view, 6> words{"指数", "沪深", "上证", "中证", "申万", "ETF"};
    return std::ranges::any_of(
        words, [&](std::string_view word) { return name.find(word) != std::string_view::npos; });
}

class RankingReader : public RowReader
{
public:
    RankingReader(const RecognisedSheet& recognised, const SeriesMatcher& matcher,
                  const ImportWishes& wishes, const SheetTraits& traits, ImportedSheet& sheet)
        : RowReader{recognised, matcher, wishes, traits, sheet}
        , column_{column_of_week(recognised)}
        , week_{week_of_list(recognised, traits, recognised.headings.at(column_), wishes.week,
                             sheet.why)}
    {
        if (!week_) {
            weekboard::reject(sheet, {recognised.header_row, static_cast<int>(column_) + 1,
                                      recognised.headings.at(column_), RejectReason::no_week});
        }
        change_.unit = "%";
        change_.decimals = 2;
        change_.measure = Measure::returns;
        change_.frequency = Frequency::weekly;
    }

    void read_row(const FileRow& row) override
    {
        const FileCell* change = column_ < row.cells.size() ? &row.cells[column_] : nullptr;
        const FileCell* code = cell(row, HeaderRole::code);
        const FileCell* label = cell(row, HeaderRole::label);
        if (begins_another(row)) {
            week_.reset();
        }
        if (!week_) {
            if (std::ranges::any_of(row.cells, is_number) && is_begun_) {
                reject(row, column_, RejectReason::no_week);
            }
            return;
        }
        if (change == nullptr || change->is_empty()) {
            return;
        }
        is_begun_ = true;
        const FileCell* span = cell(row, HeaderRole::span);
        if (span != nullptr && is_of_other_days(text_of(*span), *week_)) {
            return reject(row, *recognised().column_of(HeaderRole::span), RejectReason::no_week);
        }
        auto ranked = security_of(code != nullptr ? text_of(*code) : std::string{},
                                  label != nullptr ? label->text : std::string{});
        if (!ranked) {
            const auto at = recognised().column_of(HeaderRole::code);
            return reject(row, at ? *at : *recognised().column_of(HeaderRole::label),
                          RejectReason::no_code);
        }
        const CellFigure figure =
            figure_in(*change, {&change_, {}, {}}, traits().decimals_by_comma);
        if (figure.trouble) {
            return reject(row, column_, *figure.trouble);
        }
        if (figure.value) {
            keep(std::move(*ranked), *figure.value, row);
        }
    }

private:
    /// A heading between the rows: what follows may be of another week, or of no week.
    [[nodiscard]] bool begins_another(const FileRow& row) const
    {
        if (std::ranges::any_of(row.cells, is_number)) {
            return false;
        }
        const auto texts =
            std::ranges::count_if(row.cells, [](const FileCell& cell) { return !cell.is_empty(); });
        const bool has_no_change = column_ >= row.cells.size() || row.cells[column_].is_empty();
        const bool is_words = !has_no_change && !is_begun_ &&
                              figure_in(row.cells[column_], {&change_, {}, {}}, false).trouble;
        return (texts == 1 && has_no_change) || is_words;
    }

    /// The one that says so, where there are several.
    static std::size_t column_of_week(const RecognisedSheet& recognised)
    {
        const auto weekly = recognised.column_of(HeaderRole::week_change);
        return weekly ? *weekly : *recognised.column_of(HeaderRole::change);
    }

    /// One security twice is nobody's, unless both rows say the same.
    void keep(Ranked ranked, double change, const FileRow& row)
    {
        ranked.week_end = week_->friday();
        ranked.change_percent = change;
        auto& ranks = sheet().ranks;
        const auto [known, is_new] = seen_.emplace(ranked.code, change);
        if (is_new) {
            ranks.push_back({std::move(ranked), row.number, static_cast<int>(column_) + 1});
        } else if (known->second != change) {
            reject(row, column_, RejectReason::contradicts);
            const auto first = std::ranges::find(
                ranks, ranked.code, [](const ImportedRank& rank) { return rank.ranked.code; });
            if (first != ranks.end()) {
                weekboard::reject(sheet(), {first->row, first->column,
                                            fmt::format("{}", first->ranked.change_percent),
                                            RejectReason::contradicts});
                ranks.erase(first);
            }
        }
    }

    /// An industry by its code or its name, a stock by its code. A name that is another industry's
    /// than the code is nobody's.
    [[nodiscard]] std::optional<Ranked> security_of(const std::string& code,
                                                    const std::string& name) const
    {
        const Series* by_name = matcher().match({.name = name}).series;
        const Series* series = code.empty() ? by_name : matcher().of_code(code);
        if (series != nullptr && series->group == industry_group) {
            const bool is_another = by_name != nullptr && by_name != series;
            return is_another
                       ? std::nullopt
                       : std::optional{Ranked{{}, "industries", series->code, series->name, 0}};
        }
        const auto security = security_code(code);
        if (security && is_stock(*security) && !is_named_as_index(name)) {
            return Ranked{{}, "stocks", *security, {name, name}, 0};
        }
        return std::nullopt;
    }

    std::size_t column_;
    std::optional<Week> week_;
    bool is_begun_ = false;
    Series change_;
    std::map<std::string, double> seen_;
};

} // namespace

std::unique_ptr<RowReader> make_ranking_reader(const RecognisedSheet& recognised,
                                               const SeriesMatcher& matcher,
                                               const ImportWishes& wishes,
                                               const SheetTraits& traits, ImportedSheet& sheet)
{
    return std::make_unique<RankingReader>(recognised, matcher, wishes, traits, sheet);
}

} // namespace weekboard
