#include "entry/draft.h"

#include <nlohmann/json.hpp>

#include <ranges>

namespace weekboard
{

std::string Draft::text(const FigureKey& figure) const
{
    const auto found = texts_.find(figure);
    return found != texts_.end() ? found->second : std::string{};
}

void Draft::put(const FigureKey& figure, const std::string& text)
{
    if (text.empty()) {
        texts_.erase(figure);
    } else {
        texts_[figure] = text;
    }
}

void Draft::type(const Texts& texts)
{
    Edit edit;
    for (const auto& [figure, after] : texts) {
        if (std::string before = text(figure); before != after) {
            put(figure, after);
            edit.push_back({figure, std::move(before), after});
        }
    }
    if (!edit.empty()) {
        edits_.resize(done_);
        edits_.push_back(std::move(edit));
        ++done_;
    }
}

void Draft::undo()
{
    if (can_undo()) {
        --done_;
        for (const Change& change : edits_[done_]) {
            put(change.figure, change.before);
        }
    }
}

void Draft::redo()
{
    if (can_redo()) {
        for (const Change& change : edits_[done_]) {
            put(change.figure, change.after);
        }
        ++done_;
    }
}

void Draft::keep(Texts texts)
{
    texts_ = std::move(texts);
    edits_.clear();
    done_ = 0;
}

std::string Draft::to_json() const
{
    nlohmann::json cells = nlohmann::json::array();
    for (const auto& [figure, text] : texts_) {
        cells.push_back(
            {{"code", figure.code}, {"period_end", to_iso(figure.period_end)}, {"text", text}});
    }
    return nlohmann::json{{"draft", std::move(cells)}}.dump(
        1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::optional<Draft> Draft::from_json(const std::string& json)
{
    Draft draft;
    try {
        const auto document = nlohmann::json::parse(json);
        for (const auto& cell : document.at("draft")) {
            const auto period = parse_date(cell.at("period_end").get<std::string>());
            if (!period) {
                return std::nullopt;
            }
            draft.put({cell.at("code").get<std::string>(), *period},
                      cell.at("text").get<std::string>());
        }
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
    return draft;
}

} // namespace weekboard
