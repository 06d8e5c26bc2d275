#include "verbs/import_outcome.h"

#include "entry/cell_reading.h"
#include "program.h"
#include "series/number_format.h"
#include "words/import_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace weekboard
{

namespace
{

/// More of a series are counted only.
constexpr std::size_t most_cells = 500;

Json json_of_figure(const ImportedFigure& figure)
{
    return {{"period_end", to_iso(figure.period_end)},
            {"value", figure.value},
            {"row", figure.row},
            {"column", figure.column}};
}

Json json_of_figures(const std::vector<ImportedFigure>& figures)
{
    Json list = Json::array();
    for (const ImportedFigure& figure : figures) {
        list.push_back(json_of_figure(figure));
    }
    return list;
}

Json number_or_null(std::optional<double> number)
{
    return number ? Json(*number) : Json(nullptr);
}

Json json_of_cells(const SeriesDraft& draft)
{
    Json cells = Json::array();
    const auto add = [&](const char* state, const ImportedFigure& figure, const Json& old,
                         const Json& now) {
        if (cells.size() < most_cells) {
            cells.push_back({{"state", state},
                             {"period_end", to_iso(figure.period_end)},
                             {"old", old},
                             {"new", now},
                             {"row", figure.row},
                             {"column", figure.column}});
        }
    };
    for (const ChangedFigure& changed : draft.changed) {
        add("changed", changed.planned.figure, number_or_null(changed.known),
            changed.planned.figure.value);
    }
    for (const BlankedFigure& blanked : draft.blanked) {
        add("blank", blanked.cell, blanked.known, nullptr);
    }
    for (auto planned = draft.fresh.rbegin(); planned != draft.fresh.rend(); ++planned) {
        add("new", planned->figure, nullptr, planned->figure.value); // the newest first
    }
    for (const ImportedFigure& figure : draft.left) {
        add("left", figure, nullptr, figure.value);
    }
    return cells;
}

/// The newest figure of a series, as the file has it and as the store will.
Json json_of_example(const SeriesDraft& draft)
{
    const ImportedFigure* newest = nullptr;
    const auto look = [&](const ImportedFigure& figure) {
        newest = newest == nullptr || figure.period_end > newest->period_end ? &figure : newest;
    };
    for (const PlannedFigure& planned : draft.fresh) {
        look(planned.figure);
    }
    for (const ChangedFigure& changed : draft.changed) {
        look(changed.planned.figure);
    }
    if (newest == nullptr) {
        return nullptr;
    }
    Json example = json_of_figure(*newest);
    const CellReading one = read_cell("1" + draft.unit, draft.series);
    if (!draft.unit.empty() && one.content == CellContent::value && one.value != 0) {
        constexpr int digits = 4;
        example["in_file"] = round_to(newest->value / one.value, digits);
    }
    return example;
}

Json json_of_series(const SeriesDraft& draft, bool cells)
{
    Json changes = Json::array();
    for (const ChangedFigure& changed : draft.changed) {
        const ImportedFigure& figure = changed.planned.figure;
        changes.push_back({{"period_end", to_iso(figure.period_end)},
                           {"old", number_or_null(changed.known)},
                           {"new", figure.value},
                           {"row", figure.row},
                           {"column", figure.column}});
    }
    Json json{{"code", draft.series.code},
              {"name", {{"zh", draft.series.name.zh}, {"en", draft.series.name.en}}},
              {"unit", draft.series.unit},
              {"file_unit", draft.unit.empty() ? draft.series.unit : draft.unit},
              {"created", draft.series.id == 0},
              {"new", draft.fresh_count},
              {"same", draft.same},
              {"changed", draft.changed.size()},
              {"blank", draft.blanked.size()},
              {"refused", draft.refused.size()},
              {"example", json_of_example(draft)},
              {"changes", std::move(changes)},
              {"left", json_of_figures(draft.left)}};
    if (cells) {
        json["cells"] = json_of_cells(draft);
    }
    return json;
}

Json json_of_ranks(const std::vector<RankDraft>& ranks)
{
    Json list = Json::array();
    for (const RankDraft& draft : ranks) {
        const Ranked& ranked = draft.rank.ranked;
        list.push_back({{"list", ranked.list},
                        {"week_end", to_iso(ranked.week_end)},
                        {"code", ranked.code},
                        {"name", ranked.name.zh},
                        {"old", number_or_null(draft.known)},
                        {"new", ranked.change_percent},
                        {"row", draft.rank.row},
                        {"column", draft.rank.column}});
    }
    return list;
}

Json json_of_unknown(const ImportedSheet& sheet)
{
    Json list = Json::array();
    for (const UnknownColumn& column : sheet.unknown) {
        list.push_back({{"name", column.name},
                        {"unit", column.unit},
                        {"frequency", column.frequency},
                        {"id", column.id},
                        {"row", column.row},
                        {"column", column.column}});
    }
    return list;
}

/// The first rows of a sheet that is like nothing known, for somebody to say what it is.
Json json_of_head(const ImportedSheet& sheet)
{
    constexpr std::size_t most_columns = 60;
    Json rows = Json::array();
    for (const FileRow& row : sheet.head) {
        Json cells = Json::array();
        for (std::size_t c = 0; c < std::min(row.cells.size(), most_columns); ++c) {
            const FileCell& cell = row.cells[c];
            cells.push_back(cell.number ? fmt::format("{}", *cell.number) : cell.text);
        }
        rows.push_back({{"row", row.number}, {"cells", std::move(cells)}});
    }
    return rows;
}

void print_changes(const SeriesDraft& draft)
{
    for (const ChangedFigure& changed : draft.changed) {
        print(fmt::format(
            "  {} {}: {} → {}", draft.series.code, to_iso(changed.planned.figure.period_end),
            changed.known ? format_number(*changed.known, draft.series.decimals) : std::string{"–"},
            format_number(changed.planned.figure.value, draft.series.decimals)));
    }
}

} // namespace

ImportTotals& ImportTotals::operator+=(const ImportTotals& other)
{
    fresh += other.fresh;
    same += other.same;
    changed += other.changed;
    unchanged_by_choice += other.unchanged_by_choice;
    refused += other.refused;
    left += other.left;
    return *this;
}

ImportTotals totals_of(const SheetOutcome& outcome)
{
    ImportTotals totals;
    for (const SeriesDraft& draft : outcome.drafts) {
        totals.fresh += draft.fresh_count;
        totals.same += draft.same;
        totals.changed += draft.changed.size();
        totals.unchanged_by_choice += static_cast<std::size_t>(
            std::ranges::count(draft.changed, ChangedFigures::leave, &ChangedFigure::consent));
        totals.refused += draft.refused.size();
        totals.left += draft.left.size();
    }
    for (const RankDraft& draft : outcome.ranks) {
        totals.same += draft.is_same() ? 1U : 0U;
        totals.fresh += !draft.known && draft.is_taken ? 1U : 0U;
        totals.refused += !draft.known && !draft.is_taken ? 1U : 0U;
        const bool is_change = draft.known && !draft.is_same();
        totals.changed += is_change ? 1U : 0U;
        totals.unchanged_by_choice += is_change && !draft.is_taken ? 1U : 0U;
    }
    return totals;
}

Json json_of(const SheetOutcome& outcome, bool cells)
{
    const ImportTotals totals = totals_of(outcome);
    const ImportedSheet& sheet = outcome.sheet;
    Json series = Json::array();
    for (const SeriesDraft& draft : outcome.drafts) {
        series.push_back(json_of_series(draft, cells));
    }
    Json rejected = Json::array();
    for (const Rejected& one : sheet.rejected) {
        rejected.push_back({{"row", one.row},
                            {"column", one.column},
                            {"text", one.text},
                            {"reason", to_string(one.reason)}});
    }
    Json json{{"file", outcome.file},
              {"sha256", outcome.hash},
              {"sheet", sheet.name},
              {"hidden", sheet.is_hidden},
              {"layout", sheet.layout.empty() ? Json(nullptr) : Json(sheet.layout)},
              {"why", sheet.why},
              {"encoding", outcome.encoding},
              {"series", std::move(series)},
              {"ranks", json_of_ranks(outcome.ranks)},
              {"unknown", json_of_unknown(sheet)},
              {"new", totals.fresh},
              {"same", totals.same},
              {"changed", totals.changed},
              {"refused", totals.refused},
              {"left", totals.left},
              {"rejected_count", sheet.rejected_count},
              {"rejected", std::move(rejected)}};
    if (cells && !sheet.head.empty()) {
        json["head"] = json_of_head(sheet);
    }
    return json;
}

void print_outcome(const SheetOutcome& outcome)
{
    const ImportTotals totals = totals_of(outcome);
    const QString where = QString::fromStdString(
        outcome.sheet.name.empty() ? outcome.file : outcome.file + " " + outcome.sheet.name);
    print(Verb::tr("%1 (%2, %3): %4 new, %5 the same, %6 changed, %7 rejected")
              .arg(where,
                   outcome.sheet.layout.empty() ? Verb::tr("no layout")
                                                : QString::fromStdString(outcome.sheet.layout),
                   QString::fromStdString(outcome.encoding))
              .arg(totals.fresh)
              .arg(totals.same)
              .arg(totals.changed)
              .arg(outcome.sheet.rejected_count)
              .toStdString());
    for (const SeriesDraft& draft : outcome.drafts) {
        print_changes(draft);
    }
    for (const Rejected& one : outcome.sheet.rejected) {
        print(Verb::tr("  row %1, column %2: “%3”: %4")
                  .arg(one.row)
                  .arg(one.column)
                  .arg(QString::fromStdString(one.text), words_for(one.reason))
                  .toStdString());
    }
}

void print_hint(const std::vector<SheetOutcome>& outcomes)
{
    const auto any = [&](auto... reasons) {
        return std::ranges::any_of(outcomes, [&](const SheetOutcome& outcome) {
            return std::ranges::any_of(outcome.sheet.rejected, [&](const Rejected& one) {
                return ((one.reason == reasons) || ...);
            });
        });
    };
    if (any(RejectReason::no_series, RejectReason::several_series)) {
        print(Verb::tr("--map NAME=CODE says which series a column is.").toStdString());
    }
    if (any(RejectReason::no_layout)) {
        print(Verb::tr("--layout says how a sheet is laid out.").toStdString());
    }
    if (any(RejectReason::no_week)) {
        print(Verb::tr("--week says of which week a list is.").toStdString());
    }
}

} // namespace weekboard
