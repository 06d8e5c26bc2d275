#pragma once

#include <string>

namespace weekboard
{

enum class Language { chinese, english };

/// A text in both languages of the program.
struct Bilingual {
    std::string zh;
    std::string en;

    [[nodiscard]] const std::string& in(Language language) const
    {
        return language == Language::chinese || en.empty() ? zh : en;
    }

    bool operator==(const Bilingual&) const = default;
};

} // namespace weekboard
