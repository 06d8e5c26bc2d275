#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Colours that mean something, as 0xRRGGBB on light ground: the same in slides, sheets and pages.
/// The others come from a document's theme.
namespace weekboard::house
{

constexpr std::uint32_t rise = 0xD1293D;
constexpr std::uint32_t fall = 0x13835A;

/// RRGGBB, as documents write it.
[[nodiscard]] inline std::string hex(std::uint32_t color)
{
    return fmt::format("{:06X}", color);
}

/// Of a change, neither way for none.
[[nodiscard]] constexpr std::optional<std::uint32_t> change_color(double change, bool green_up)
{
    if (change == 0) {
        return std::nullopt;
    }
    return (change > 0) != green_up ? rise : fall;
}

/// Of a rating: text on a fill.
struct Badge {
    std::uint32_t text;
    std::uint32_t fill;
};
constexpr Badge hottest{0xB42318, 0xFEE4E2}; ///< scores of 3 and more
constexpr Badge hotter{0xB93815, 0xFFEAD5};
constexpr Badge hot{0x93570A, 0xFEF0C7};
constexpr Badge neutral{0x475467, 0xEEF1F5};
constexpr Badge cold{0x0F6B4A, 0xDDF3E9};

[[nodiscard]] constexpr Badge badge_for(int score)
{
    return score >= 3   ? hottest
           : score == 2 ? hotter
           : score == 1 ? hot
           : score == 0 ? neutral
                        : cold;
}

/// Whether RRGGBB is one of these colours: what somebody chose instead is left alone.
[[nodiscard]] inline bool is_ours(std::string_view rgb)
{
    for (const std::uint32_t color :
         {rise, fall, hottest.text, hottest.fill, hotter.text, hotter.fill, hot.text, hot.fill,
          neutral.text, neutral.fill, cold.text, cold.fill}) {
        if (hex(color) == rgb) {
            return true;
        }
    }
    return false;
}

} // namespace weekboard::house
