#include "series/security_code.h"

#include <algorithm>
#include <array>

namespace weekboard
{

namespace
{

constexpr std::size_t digits_of_code = 6;
constexpr std::array<std::string_view, 4> exchanges{"SH", "SZ", "BJ", "SI"};

std::string_view exchange_of(std::string_view digits)
{
    switch (digits.front()) {
    case '6':
        return "SH";
    case '0':
    case '3':
        return "SZ";
    case '4':
    case '8':
        return "BJ";
    default:
        return digits.starts_with("92") ? "BJ" : "";
    }
}

} // namespace

std::optional<std::string> security_code(std::string_view text)
{
    std::string digits;
    std::string letters;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            digits += c;
        } else if (c >= 'a' && c <= 'z') {
            letters += static_cast<char>(c - 'a' + 'A');
        } else if (c >= 'A' && c <= 'Z') {
            letters += c;
        } else if (c != '.' && c != ' ') {
            return std::nullopt;
        }
    }
    const bool letters_apart =
        std::ranges::is_partitioned(text, [](char c) { return c >= '0' && c <= '9'; }) ||
        std::ranges::is_partitioned(text, [](char c) { return c < '0' || c > '9'; });
    if (digits.size() != digits_of_code || !letters_apart) {
        return std::nullopt;
    }
    if (letters.empty()) {
        letters = exchange_of(digits);
    }
    const bool is_known = std::ranges::find(exchanges, letters) != exchanges.end();
    return is_known ? std::optional{digits + "." + letters} : std::nullopt;
}

} // namespace weekboard
