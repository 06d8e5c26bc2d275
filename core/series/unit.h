#pragma once

#include <string_view>
#include <utility>

namespace weekboard
{

/// A unit taken apart: 亿户 counts 10⁸ of 户, 万 counts 10⁴ of nothing in particular.
struct CountedUnit {
    double count = 1;
    std::string_view noun;
};

[[nodiscard]] inline CountedUnit counted_unit(std::string_view unit)
{
    constexpr std::string_view ten_thousand = "万";
    constexpr std::string_view hundred_million = "亿";
    CountedUnit counted{1, unit};
    for (;;) {
        // 百万, 十亿 and so on; 百分点 is no hundred of anything.
        double times = 1;
        for (const auto& [word, count] : {std::pair<std::string_view, double>{"十", 1e1},
                                          std::pair<std::string_view, double>{"百", 1e2},
                                          std::pair<std::string_view, double>{"千", 1e3}}) {
            if (counted.noun.starts_with(word)) {
                const std::string_view rest = counted.noun.substr(word.size());
                if (rest.starts_with(ten_thousand) || rest.starts_with(hundred_million)) {
                    times = count;
                    counted.noun = rest;
                }
                break;
            }
        }
        counted.count *= times;
        if (counted.noun.starts_with(ten_thousand)) {
            counted.count *= 1e4;
            counted.noun.remove_prefix(ten_thousand.size());
        } else if (counted.noun.starts_with(hundred_million)) {
            counted.count *= 1e8;
            counted.noun.remove_prefix(hundred_million.size());
        } else {
            return counted;
        }
    }
}

} // namespace weekboard
