#include "check/check.h"

#include "check/acknowledged.h"
#include "check/identities.h"
#include "check/plausibility.h"
#include "exhibit/index_week.h"
#include "series/transforms.h"
#include "store/figures.h"
#include "store/series_list.h"
#include "store/week_lists.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace weekboard
{

namespace
{

void append(std::vector<CheckFinding>& all, std::vector<CheckFinding> more)
{
    all.insert(all.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

/// The period whose figure should be the last one out by a day; January of a series that never has
/// one is part of February.
Date last_due_period(const Series& series, const Observations& observations, Date day)
{
    const Date known = day - std::chrono::days{series.release_lag_days};
    Date due = period_end(series.frequency, known);
    if (due > known) {
        due = shift_period(series.frequency, due, -1);
    }
    const bool has_januaries =
        std::ranges::any_of(observations, [](const Observation& observation) {
            return month_of(observation.period_end) == 1;
        });
    if (series.frequency == Frequency::monthly && month_of(due) == 1 && !has_januaries) {
        due = shift_period(series.frequency, due, -1);
    }
    return due;
}

class CompletenessCheck
{
public:
    CompletenessCheck(Connection& database, Week week, Date as_of, Language language)
        : database_{database}
        , week_{week}
        , as_of_{as_of}
        , language_{language}
    {
    }

    std::vector<CheckFinding> run()
    {
        check_changes();
        check_heat();
        check_notes();
        check_due();
        return std::move(findings_);
    }

private:
    void missing(const std::string& code, Severity severity, std::optional<Date> period,
                 const std::string& zh, const std::string& en)
    {
        findings_.push_back({"missing",
                             severity,
                             code,
                             period,
                             language_ == Language::chinese ? zh : en,
                             std::nullopt,
                             {}});
    }

    /// A week without trading has neither closes nor changes, and lacks nothing.
    void check_changes()
    {
        FigureShelf shelf{database_, as_of_};
        const auto has_figure = [&](const std::string& code) {
            const ShelvedSeries* shelved = shelf.find(code);
            return shelved != nullptr &&
                   !between(shelved->observations, week_.monday(), week_.sunday()).empty();
        };
        const auto indices = series_in_group(database_, "index");
        const bool traded = std::ranges::any_of(indices, [&](const Series& index) {
            return has_figure(index.code) ||
                   has_figure(published_change_code(index, "week_change"));
        });
        for (const Series& index : indices) {
            const ShelvedSeries* closes = shelf.find(index.code);
            const bool real = closes != nullptr && !closes->illustrative && has_figure(index.code);
            if (traded && !real && !has_figure(published_change_code(index, "week_change"))) {
                missing(index.code, Severity::warning, week_.friday(),
                        fmt::format("{}：本周既无收盘价，也无公布的涨跌幅", index.name.zh),
                        fmt::format("{}: neither closes nor a published change for the week",
                                    index.name.en));
            }
        }
    }

    void check_heat()
    {
        const auto rated = heat_of(database_, week_.friday());
        for (const Board& board : all_boards(database_)) {
            if (std::ranges::find(rated, board.code, &HeatRating::board) == rated.end()) {
                missing(board.code, Severity::warning, week_.friday(),
                        fmt::format("{}：本周没有景气度", board.name.zh),
                        fmt::format("{}: not rated this week", board.name.en));
            }
        }
    }

    void check_notes()
    {
        const auto notes = notes_of(database_, week_.friday());
        if (notes.empty()) {
            missing("notes", Severity::warning, week_.friday(), "本周没有观点与要闻",
                    "The week has no notes");
        }
    }

    /// A series that stopped long ago is not waited for.
    void check_due()
    {
        constexpr int longest_wait = 3;
        for (const Series& series : all_series(database_)) {
            if (series.retired || series.frequency == Frequency::daily ||
                series.frequency == Frequency::weekly) {
                continue;
            }
            const auto observations = figures_as_of(database_, series, as_of_).observations;
            if (observations.empty()) {
                continue;
            }
            const Date due = last_due_period(series, observations, as_of_);
            const Date last = observations.back().period_end;
            if (last < due && last >= shift_period(series.frequency, due, -longest_wait)) {
                const std::string period = period_name(series.frequency, due);
                missing(
                    series.code, Severity::note, due,
                    fmt::format("{}：{} 应已公布，尚未录入", series.name.zh, period),
                    fmt::format("{}: {} should be out and is not here", series.name.en, period));
            }
        }
    }

    Connection& database_;
    Week week_;
    Date as_of_;
    Language language_;
    std::vector<CheckFinding> findings_;
};

} // namespace

std::string_view to_string(Severity severity)
{
    constexpr std::array<std::string_view, 3> names{"note", "warning", "error"};
    return names.at(static_cast<std::size_t>(severity));
}

std::vector<CheckFinding> check_figures(Connection& database, Date as_of, Language language)
{
    FigureShelf shelf{database, as_of};
    std::vector<CheckFinding> findings;
    for (const Identity& identity : identities()) {
        append(findings, check_identity(shelf, identity, language));
    }
    for (const Series& series : all_series(database)) {
        append(findings, check_plausibility(*shelf.find(series.code), language));
    }
    std::ranges::stable_sort(findings, std::ranges::greater{}, &CheckFinding::period_end);
    recall_acknowledged(database, shelf, findings);
    return findings;
}

std::vector<CheckFinding> check_figure(Connection& database, const FigureKey& figure, Date as_of,
                                       Language language)
{
    FigureShelf shelf{database, as_of};
    std::vector<CheckFinding> findings;
    for (const Identity& identity : identities()) {
        if (identity.names(figure.code)) {
            append(findings, check_identity(shelf, identity, language));
        }
    }
    if (const ShelvedSeries* shelved = shelf.find(figure.code)) {
        append(findings, check_plausibility(*shelved, language));
    }
    std::erase_if(findings, [&](const CheckFinding& finding) {
        return std::ranges::find(finding.figures, figure) == finding.figures.end();
    });
    recall_acknowledged(database, shelf, findings);
    return findings;
}

std::vector<CheckFinding> check_supposed(Connection& database, FigureShelf& shelf,
                                         const std::vector<FigureKey>& supposed, Language language)
{
    std::vector<CheckFinding> findings;
    const std::set<FigureKey> all{supposed.begin(), supposed.end()};
    const auto keep = [&](std::vector<CheckFinding> more) {
        for (CheckFinding& finding : more) {
            const bool has_part = std::ranges::any_of(
                finding.figures, [&](const FigureKey& figure) { return all.contains(figure); });
            if (has_part) {
                findings.push_back(std::move(finding));
            }
        }
    };
    for (const Identity& identity : identities()) {
        const bool concerned = std::ranges::any_of(
            supposed, [&](const FigureKey& figure) { return identity.names(figure.code); });
        if (concerned) {
            keep(check_identity(shelf, identity, language));
        }
    }
    std::string last;
    for (const FigureKey& figure : all) { // by code
        if (figure.code != last) {
            keep(check_plausibility(*shelf.find(figure.code), language));
        }
        last = figure.code;
    }
    recall_acknowledged(database, shelf, findings);
    return findings;
}

std::vector<CheckFinding> check_complete(Connection& database, Week week, Date as_of,
                                         Language language)
{
    return CompletenessCheck{database, week, as_of, language}.run();
}

} // namespace weekboard
