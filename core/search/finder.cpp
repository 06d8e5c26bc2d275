#include "search/finder.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace weekboard
{

namespace
{

/// ASCII alone has cases here; Chinese stays as it is.
std::string lower(std::string_view text)
{
    std::string lowered{text};
    std::ranges::transform(lowered, lowered.begin(), [](unsigned char c) {
        return static_cast<char>(c < 0x80 ? std::tolower(c) : c);
    });
    return lowered;
}

bool begins_a_word(std::string_view text, std::size_t at)
{
    return at == 0 || std::isalnum(static_cast<unsigned char>(text[at - 1])) == 0;
}

/// 0: not at all; the greater the better.
int match_name(std::string_view name, std::string_view word)
{
    const std::size_t at = name.find(word);
    if (at == std::string_view::npos) {
        return 0;
    }
    if (at == 0) {
        return name.size() == word.size() ? 100 : 80;
    }
    return begins_a_word(name, at) ? 60 : 40;
}

std::vector<std::string> words_of(std::string_view query)
{
    std::vector<std::string> words(1);
    for (const char c : lower(query)) {
        if (c == ' ') {
            words.emplace_back();
        } else {
            words.back() += c;
        }
    }
    std::erase(words, std::string{});
    return words;
}

} // namespace

Finder::Finder(std::vector<Findable> things)
    : things_{std::move(things)}
{
    keys_.reserve(things_.size());
    for (const Findable& thing : things_) {
        keys_.push_back(
            {{lower(thing.name.zh), lower(thing.name.en), lower(thing.id), lower(thing.detail)},
             pinyin_of(thing.name.zh)});
    }
}

int Finder::match(const Keys& keys, std::string_view word)
{
    int best = 0;
    for (std::size_t i = 0; i < keys.names.size(); ++i) {
        const int detail_costs = i == 3 ? 30 : 0;
        best = std::max(best, match_name(keys.names[i], word) - detail_costs);
    }
    if (keys.pinyin.initials.starts_with(word)) {
        best = std::max(best, 70);
    } else if (keys.pinyin.initials.find(word) != std::string::npos) {
        best = std::max(best, 45);
    }
    if (keys.pinyin.whole.starts_with(word)) {
        best = std::max(best, 65);
    } else if (word.size() > 2 && keys.pinyin.whole.find(word) != std::string::npos) {
        best = std::max(best, 35);
    }
    return best;
}

std::vector<const Findable*> Finder::find(std::string_view query, std::size_t most) const
{
    const std::vector<std::string> words = words_of(query);
    std::vector<std::pair<int, std::size_t>> found;
    for (std::size_t i = 0; i < things_.size(); ++i) {
        int score = words.empty() ? 1 : 0;
        for (const std::string& word : words) {
            const int matched = match(keys_[i], word);
            if (matched <= 0) {
                score = 0;
                break;
            }
            score += matched;
        }
        if (score > 0) {
            found.emplace_back(score, i);
        }
    }
    std::ranges::stable_sort(found, std::greater{}, &std::pair<int, std::size_t>::first);
    std::vector<const Findable*> things;
    for (const auto& [score, place] : found) {
        if (things.size() == most) {
            break;
        }
        things.push_back(&things_[place]);
    }
    return things;
}

} // namespace weekboard
