#include "entry/week_sheet.h"

#include "board/event.h"
#include "check/acknowledged.h"
#include "entry/cell_reading.h"
#include "entry/draft_keys.h"
#include "series/security_code.h"
#include "store/figures.h"
#include "store/series_list.h"
#include "store/statement.h"
#include "store/week_lists.h"

#include <algorithm>

namespace weekboard
{

namespace
{

/// Puts the texts of a draft in; the batch begins with the first row.
class DraftCommitter
{
public:
    DraftCommitter(Connection& database, const Draft& draft, Week week, const BatchOrigin& origin,
                   const Clock& clock)
        : database_{database}
        , draft_{draft}
        , week_{week}
        , origin_{origin}
        , clock_{clock}
    {
    }

    DraftCommit commit()
    {
        for (const auto& [figure, text] : draft_.texts()) {
            if (figure.code.starts_with(rating_prefix)) {
                commit_rating(figure, text);
            } else if (figure.code.starts_with(reason_prefix)) {
                commit_reason_alone(figure, text);
            } else if (figure.code.starts_with(industry_prefix)) {
                commit_industry(figure, text);
            } else if (const auto place = record_place(figure)) {
                commit_line(figure, *place, record_from(text));
            } else if (!figure.code.starts_with(acknowledgement_prefix)) {
                commit_figure(figure, text);
            }
        }
        commit_acknowledgements(); // they are about the figures as they are by now
        if (batch_) {
            batch_->finish();
            done_.batch = batch_->id();
        }
        return std::move(done_);
    }

private:
    BatchWriter& batch()
    {
        if (!batch_) {
            batch_.emplace(database_, origin_, clock_);
        }
        ++done_.entered;
        return *batch_;
    }

    void commit_figure(const FigureKey& figure, const std::string& text)
    {
        const auto series = find_series(database_, figure.code);
        const CellReading reading = series ? read_cell(text, *series) : CellReading{};
        const bool is_none = reading.content == CellContent::none;
        if (!is_none && reading.content != CellContent::value) {
            done_.left.push_back(figure);
            return;
        }
        const auto value = is_none ? std::nullopt : std::optional{reading.value};
        const auto releases = releases_of_period(database_, *series, figure.period_end);
        const Release* known = holding(releases, week_.sunday());
        if (known != nullptr ? known->value == value : is_none) {
            return; // it is known, or there is none to enter and none to withdraw
        }
        const Date today = clock_.today();
        const Date vintage = std::min(
            week_.sunday(),
            known != nullptr ? today : presumed_vintage(*series, figure.period_end, today));
        if (vintage < period_start(series->frequency, figure.period_end)) {
            done_.left.push_back(figure); // it has not begun
            return;
        }
        batch().release(*series, figure.period_end, vintage, value);
    }

    [[nodiscard]] std::optional<RatingRow> row_of(const FigureKey& key,
                                                  std::string_view prefix) const
    {
        for (const Board& board : all_boards(database_)) {
            if (key.code.substr(prefix.size()) == board.code) {
                return rating_row(database_, board, Week::containing(key.period_end));
            }
        }
        return std::nullopt;
    }

    void commit_rating(const FigureKey& key, const std::string& code)
    {
        const Week week = Week::containing(key.period_end);
        const auto row = row_of(key, rating_prefix);
        const auto scale = all_ratings(database_);
        const bool is_rating = std::ranges::find(scale, code, &Rating::code) != scale.end();
        if (!row || !is_rating || lacks_reason(*row, draft_, week)) {
            done_.left.push_back(key);
            return;
        }
        HeatRating rating{week.friday(), row->board.code, code,
                          draft_.text(reason_key(row->board.code, week))};
        if (rating.reason.empty()) {
            const bool stays = row->known && row->known->rating == code;
            rating.reason = (stays ? row->known : row->last)->reason;
        }
        const bool is_known = row->known && row->known->rating == rating.rating &&
                              row->known->reason == rating.reason;
        if (!is_known) {
            batch().rate(rating);
        }
    }

    /// Another reason for a rating that the store has already; without one it waits for its rating.
    void commit_reason_alone(const FigureKey& key, const std::string& reason)
    {
        const auto row = row_of(key, reason_prefix);
        const Week week = Week::containing(key.period_end);
        if (row && !draft_.text(rating_key(row->board.code, week)).empty()) {
            return; // goes with the rating
        }
        if (!row || !row->known) {
            done_.left.push_back(key);
        } else if (row->known->reason != reason) {
            batch().rate({week.friday(), row->board.code, row->known->rating, reason});
        }
    }

    void commit_industry(const FigureKey& key, const std::string& text)
    {
        const std::string code = key.code.substr(industry_prefix.size());
        const auto series = find_series(database_, code);
        const CellReading reading =
            series ? read_cell(text, change_series(*series)) : CellReading{};
        if (reading.content == CellContent::value) {
            batch().rank({key.period_end, "industries", code, series->name, reading.value});
        } else if (reading.content != CellContent::none) {
            done_.left.push_back(key);
        }
    }

    void commit_line(const FigureKey& key, const RecordPlace& at, const Record& line)
    {
        const RecordKind kind = kind_of_list(at.list);
        Record fields = line;
        fields.resize(field_count(kind));
        const bool is_gone = line.empty();
        if (!is_gone && trouble_of(kind, fields, targets())) {
            done_.left.push_back(key);
            return;
        }
        using namespace record_field;
        switch (kind) {
        case RecordKind::stock:
            if (!is_gone) {
                batch().rank({key.period_end, at.list, *security_code(fields[code]),
                              name_of_stock(fields), *change_in(fields)});
            }
            break;
        case RecordKind::note:
            batch().note({key.period_end, at.list, at.place, fields[subject], fields[body],
                          parse_date(fields[published_on]), fields[outlet]});
            break;
        case RecordKind::event:
            batch().mark({at.place,
                          parse_date(fields[day]).value_or(Date{}),
                          {fields[text_zh], fields[text_en]},
                          fields[target]});
            break;
        }
    }

    /// A stock that was listed before keeps its English name.
    [[nodiscard]] Bilingual name_of_stock(const Record& fields) const
    {
        using namespace record_field;
        Statement query{database_,
                        "SELECT name_en FROM ranking WHERE code = ? AND"
                        " name_zh = ? ORDER BY id DESC LIMIT 1",
                        *security_code(fields[code]), fields[name]};
        return {fields[name], query.step() ? query.as_text(0) : fields[name]};
    }

    [[nodiscard]] const std::vector<std::string>& targets()
    {
        if (targets_.empty()) {
            for (const Series& series : all_series(database_)) {
                targets_.push_back(series.code);
            }
            for (const Board& board : all_boards(database_)) {
                targets_.push_back(board.code);
            }
        }
        return targets_;
    }

    void commit_acknowledgements()
    {
        std::vector<std::pair<FigureKey, std::string>> given;
        for (const auto& [key, text] : draft_.texts()) {
            if (key.code.starts_with(acknowledgement_prefix)) {
                given.emplace_back(key, text);
            }
        }
        if (given.empty()) {
            return;
        }
        FigureShelf shelf{database_, week_.sunday()};
        for (const CheckFinding& finding :
             check_draft(database_, draft_, week_, Language::chinese)) {
            const FigureKey key = acknowledgement_key(finding);
            const auto found = std::ranges::find(given, key, &decltype(given)::value_type::first);
            if (found != given.end()) {
                Acknowledgement kept = acknowledgement_of(shelf, finding);
                kept.reason = found->second;
                batch().acknowledge(kept);
                given.erase(found);
            }
        }
    }

    Connection& database_;
    const Draft& draft_;
    Week week_;
    const BatchOrigin& origin_;
    const Clock& clock_;
    std::optional<BatchWriter> batch_;
    std::vector<std::string> targets_;
    DraftCommit done_;
};

} // namespace

DraftCommit commit_draft(Connection& database, const Draft& draft, Week week,
                         const BatchOrigin& origin, const Clock& clock)
{
    return DraftCommitter{database, draft, week, origin, clock}.commit();
}

} // namespace weekboard
