#pragma once

#include "exhibit/title.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The words that the tokens of a title become: see `exhibit/title.h` for the list.
namespace weekboard
{

[[nodiscard]] bool is_title_word(std::string_view word);
[[nodiscard]] std::vector<std::string_view> title_word_names();

/// The text for a word, or nothing where the subject lacks what it needs. `decimals` is in place of
/// the subject's own.
[[nodiscard]] std::optional<std::string> title_word(std::string_view word,
                                                    const TitleSubject& subject,
                                                    std::optional<int> decimals, Language language);

} // namespace weekboard
