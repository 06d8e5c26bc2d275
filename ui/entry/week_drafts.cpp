#include "entry/week_drafts.h"

#include <algorithm>
#include <utility>

namespace weekboard
{

bool WeekDrafts::turn_to(const std::filesystem::path& store, Week week)
{
    bool found = false;
    if (!are_of(store)) {
        draft_ = {};
        others_ = files_.open(store);
        found = !others_.empty();
    } else if (week != week_) {
        others_[week_] = std::move(draft_);
    }
    const Draft::Texts of_no_week = take_out_dateless();
    if (const auto own = others_.extract(week)) {
        draft_ = std::move(own.mapped());
    } else if (week != week_) {
        draft_ = {};
    }
    std::erase_if(others_, [](const auto& other) { return other.second.is_empty(); });
    week_ = week;
    if (!of_no_week.empty()) {
        Draft::Texts all = draft_.texts();
        all.insert(of_no_week.begin(), of_no_week.end());
        draft_.keep(std::move(all));
        files_.save(week_, draft_);
    }
    return found;
}

/// Events belong to no week: they go along to the sheet that is shown, so that no two drafts have
/// one place.
Draft::Texts WeekDrafts::take_out_dateless()
{
    Draft::Texts found;
    for (auto& [week, draft] : others_) {
        Draft::Texts left = draft.texts();
        std::erase_if(left, [&](const auto& cell) {
            const bool is_dateless = cell.first.period_end == Date{};
            if (is_dateless) {
                found.insert(cell);
            }
            return is_dateless;
        });
        if (left.size() != draft.texts().size()) {
            draft.keep(std::move(left));
            files_.save(week, draft);
        }
    }
    return found;
}

void WeekDrafts::keep(const Draft::Texts& in_editor)
{
    Draft all = draft_;
    all.type(in_editor);
    files_.save(week_, all);
}

void WeekDrafts::take_out(Week week, const Draft& saved, const DraftCommit& commit)
{
    Draft& draft = week == week_ ? draft_ : others_[week];
    Draft::Texts left = draft.texts();
    std::erase_if(left, [&](const auto& cell) {
        return saved.text(cell.first) == cell.second &&
               std::ranges::find(commit.left, cell.first) == commit.left.end();
    });
    draft.keep(std::move(left));
    files_.save(week, draft);
}

std::vector<Week> WeekDrafts::other_weeks() const
{
    std::vector<Week> weeks;
    for (const auto& [week, draft] : others_) {
        weeks.push_back(week);
    }
    return weeks;
}

} // namespace weekboard
