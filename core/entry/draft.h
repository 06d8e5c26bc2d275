#pragma once

#include "check/finding.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace weekboard
{

/// What has been typed and not been committed: a text for each figure, just as it was typed. Every
/// change can be taken back.
class Draft
{
public:
    using Texts = std::map<FigureKey, std::string>;

    /// Empty where nothing was typed.
    [[nodiscard]] std::string text(const FigureKey& figure) const;
    [[nodiscard]] const Texts& texts() const { return texts_; }
    [[nodiscard]] bool is_empty() const { return texts_.empty(); }

    /// One edit, of one cell or of a whole pasted block; an empty text clears a cell. One that
    /// changes nothing is none.
    void type(const Texts& texts);

    [[nodiscard]] bool can_undo() const { return done_ > 0; }
    [[nodiscard]] bool can_redo() const { return done_ < edits_.size(); }
    void undo();
    void redo();

    /// These texts and no others, once the rest was committed; there is no way back behind that.
    void keep(Texts texts);

    /// The texts as JSON, and back; nothing for what is no draft. The way back is not kept.
    [[nodiscard]] std::string to_json() const;
    [[nodiscard]] static std::optional<Draft> from_json(const std::string& json);

    bool operator==(const Draft& other) const { return texts_ == other.texts_; }

private:
    struct Change {
        FigureKey figure;
        std::string before;
        std::string after;
    };
    using Edit = std::vector<Change>;

    void put(const FigureKey& figure, const std::string& text);

    Texts texts_;
    std::vector<Edit> edits_;
    std::size_t done_ = 0; ///< so many of `edits_` stand
};

} // namespace weekboard
