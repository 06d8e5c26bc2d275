#pragma once

#include "entry/draft.h"
#include "entry/draft_files.h"
#include "entry/week_sheet.h"
#include "time/week.h"

#include <filesystem>
#include <map>
#include <vector>

namespace weekboard
{

/// What was typed and is not saved yet, week by week, kept on disk while it changes. Each week has
/// a draft of its own: what is typed on a week's sheet was public by that week's end.
class WeekDrafts
{
public:
    /// Of the week that is shown.
    [[nodiscard]] Draft& draft() { return draft_; }
    [[nodiscard]] Week week() const { return week_; }

    [[nodiscard]] bool are_of(const std::filesystem::path& store) const
    {
        return files_.store() == store;
    }

    /// Turns to a week of a store. Returns whether that is another store than before, and has
    /// drafts on disk.
    bool turn_to(const std::filesystem::path& store, Week week);

    /// Keeps the shown week's draft on disk, together with what stands in an open editor and was
    /// not taken over yet.
    void keep(const Draft::Texts& in_editor);

    /// Takes out of a week's draft what was saved; what was left over then, or was typed since,
    /// stays.
    void take_out(Week week, const Draft& saved, const DraftCommit& commit);

    /// The weeks that are not shown and where something was typed, ascending.
    [[nodiscard]] std::vector<Week> other_weeks() const;

    [[nodiscard]] DraftFiles& files() { return files_; }

private:
    [[nodiscard]] Draft::Texts take_out_dateless();

    Draft draft_;
    std::map<Week, Draft> others_;
    Week week_ = Week::containing(Date{});
    DraftFiles files_;
};

} // namespace weekboard
