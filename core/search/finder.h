#pragma once

#include "search/pinyin.h"
#include "series/language.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Finding things by their names, as fast as they are typed.
namespace weekboard
{

enum class FoundKind { command, exhibit, series, week, note };

/// Something that can be found: by its names in both languages, by pinyin, by its id.
struct Findable {
    FoundKind kind = FoundKind::command;
    std::string id;
    Bilingual name;
    std::string detail; ///< shown beside the name, and searched
};

class Finder
{
public:
    Finder() = default;
    explicit Finder(std::vector<Findable> things);

    /// The best matches of all words of `query`, best first. Nothing asked for: the first ones.
    [[nodiscard]] std::vector<const Findable*> find(std::string_view query, std::size_t most) const;

    [[nodiscard]] std::size_t size() const { return things_.size(); }

private:
    struct Keys {
        std::vector<std::string> names; ///< lower-cased: both names, id, detail
        Pinyin pinyin;
    };
    [[nodiscard]] static int match(const Keys& keys, std::string_view word);

    std::vector<Findable> things_;
    std::vector<Keys> keys_;
};

} // namespace weekboard
