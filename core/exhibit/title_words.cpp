#include "exhibit/title_words.h"

#include "series/number_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace weekboard
{

namespace
{

using Text = std::optional<std::string>;

struct Asked {
    const TitleSubject& subject;
    int decimals;
    Language language;

    [[nodiscard]] bool zh() const { return language == Language::chinese; }
};

/// What a rise and a fall of a measure are called.
struct Verbs {
    std::string_view rise;
    std::string_view fall;
};

Verbs verbs_for(const Asked& asked)
{
    if (!asked.zh()) {
        return {"up", "down"};
    }
    switch (asked.subject.measure) {
    case Measure::close:
    case Measure::returns:
        return {"上涨", "下跌"};
    case Measure::net_add:
        return {"净增", "净减"};
    default:
        return {"增长", "下降"};
    }
}

/// `490.9万个`, `20.4%`, `4.909 mn`. Below 10,000 Chinese figures have no separator in a sentence.
std::string with_unit(double value, const Asked& asked, Sign sign)
{
    const auto [number, unit] =
        format_quantity(value, asked.subject.unit, asked.decimals, asked.language, sign,
                        asked.zh() ? Grouping::none : Grouping::thousands);
    const bool joined = asked.zh() || unit == "%" || unit.empty();
    return number + (joined ? "" : " ") + unit;
}

std::string_view flat(const Asked& asked)
{
    return asked.zh() ? "持平" : "flat";
}

Text move_of(const std::optional<double>& change, const Asked& asked)
{
    if (!change) {
        return std::nullopt;
    }
    const double rounded = round_to(*change, asked.decimals);
    if (rounded == 0) {
        return std::string{flat(asked)};
    }
    const Verbs verbs = verbs_for(asked);
    return fmt::format("{}{}{}", rounded > 0 ? verbs.rise : verbs.fall, asked.zh() ? "" : " ",
                       with_unit(std::abs(rounded), asked, Sign::minus_only));
}

/// The change of an index, always in per cent and of a price.
Text price_move(const std::optional<double>& change, const Asked& asked)
{
    TitleSubject price;
    price.measure = Measure::returns;
    price.unit = "%";
    return move_of(change, {price, asked.decimals, asked.language});
}

Text latest(const Asked& asked)
{
    const auto& value = asked.subject.value;
    return value ? Text{with_unit(*value, asked, Sign::minus_only)} : std::nullopt;
}

Text signed_value(const Asked& asked)
{
    const auto& value = asked.subject.value;
    return value ? Text{with_unit(*value, asked, Sign::always)} : std::nullopt;
}

Text move(const Asked& asked)
{
    return move_of(asked.subject.value, asked);
}

Text direction(const Asked& asked)
{
    if (!asked.subject.value) {
        return std::nullopt;
    }
    const double rounded = round_to(*asked.subject.value, asked.decimals);
    const Verbs verbs = verbs_for(asked);
    return std::string{rounded == 0 ? flat(asked) : (rounded > 0 ? verbs.rise : verbs.fall)};
}

/// A share in tenths, as Chinese headlines count them.
Text chengshu(const Asked& asked)
{
    constexpr std::array<std::string_view, 11> tenths{"零", "一", "二", "三", "四", "五",
                                                      "六", "七", "八", "九", "十"};
    if (!asked.subject.value || *asked.subject.value < 0 || *asked.subject.value > 100) {
        return std::nullopt;
    }
    const double share = round_to(*asked.subject.value, asked.decimals);
    const auto whole = static_cast<std::size_t>(share / 10);
    if (whole == 0) {
        return asked.zh() ? "不足一成" : "under 10%";
    }
    const bool exact = share == static_cast<double>(whole) * 10;
    return asked.zh() ? fmt::format("{}{}成", exact ? "为" : "超", tenths[whole])
                      : fmt::format("{} {}%", exact ? "at" : "over", whole * 10);
}

Text streak(const Asked& asked)
{
    const int length = std::abs(asked.subject.streak);
    if (length < 2) {
        return std::nullopt;
    }
    const Verbs verbs = verbs_for(asked);
    const std::string_view verb = asked.subject.streak > 0 ? verbs.rise : verbs.fall;
    struct Unit {
        std::string_view zh;
        std::string_view en;
    };
    constexpr std::array<Unit, 5> units{{{"天", "days"},
                                         {"周", "weeks"},
                                         {"个月", "months"},
                                         {"个季度", "quarters"},
                                         {"年", "years"}}};
    const Unit& unit = units[static_cast<std::size_t>(asked.subject.frequency)];
    if (asked.subject.measure == Measure::growth) {
        // Of rates: that a cumulated one is below zero does not say that each month fell.
        const bool above = asked.subject.streak > 0;
        return asked.zh() ? fmt::format("连续{}期为{}", length, above ? "正" : "负")
                          : fmt::format("{} for {} periods running",
                                        above ? "positive" : "negative", length);
    }
    return asked.zh() ? fmt::format("连续{}{}{}", length, unit.zh, verb)
                      : fmt::format("{} {} {} running", verb, length, unit.en);
}

Text week_move(const Asked& asked)
{
    return price_move(asked.subject.week_change, asked);
}

Text month_move(const Asked& asked)
{
    return price_move(asked.subject.month_change, asked);
}

constexpr std::array<std::string_view, 12> month_names{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

Text month(const Asked& asked)
{
    if (!asked.subject.period) {
        return std::nullopt;
    }
    const unsigned number = month_of(*asked.subject.period);
    return asked.zh() ? fmt::format("{}月", number) : std::string{month_names[number - 1]};
}

/// From January on: a whole year goes by its name.
Text months(const Asked& asked)
{
    if (!asked.subject.period) {
        return std::nullopt;
    }
    const unsigned number = month_of(*asked.subject.period);
    if (number == 12) {
        return title_word("year", asked.subject, std::nullopt, asked.language);
    }
    if (number == 1) {
        return month(asked);
    }
    return asked.zh() ? fmt::format("1-{}月", number)
                      : fmt::format("Jan–{}", month_names[number - 1].substr(0, 3));
}

Text quarter(const Asked& asked)
{
    const auto& period = asked.subject.period;
    return period ? Text{period_name(Frequency::quarterly, *period)} : std::nullopt;
}

Text year(const Asked& asked)
{
    const auto& period = asked.subject.period;
    return period ? Text{fmt::format("{}{}", year_of(*period), asked.zh() ? "年" : "")}
                  : std::nullopt;
}

Text name(const Asked& asked)
{
    return asked.subject.name.empty() ? std::nullopt : Text{asked.subject.name};
}

Text rank(const Asked& asked)
{
    return asked.subject.rank ? Text{std::to_string(*asked.subject.rank)} : std::nullopt;
}

Text count(const Asked& asked)
{
    return asked.subject.count ? Text{std::to_string(*asked.subject.count)} : std::nullopt;
}

struct Word {
    std::string_view name;
    Text (*text)(const Asked&);
};
constexpr std::array<Word, 15> words{{{"latest", latest},
                                      {"signed", signed_value},
                                      {"move", move},
                                      {"direction", direction},
                                      {"chengshu", chengshu},
                                      {"streak", streak},
                                      {"week_move", week_move},
                                      {"month_move", month_move},
                                      {"month", month},
                                      {"months", months},
                                      {"quarter", quarter},
                                      {"year", year},
                                      {"name", name},
                                      {"rank", rank},
                                      {"count", count}}};

} // namespace

bool is_title_word(std::string_view word)
{
    return std::ranges::find(words, word, &Word::name) != words.end();
}

std::vector<std::string_view> title_word_names()
{
    std::vector<std::string_view> names;
    names.reserve(words.size());
    for (const Word& word : words) {
        names.push_back(word.name);
    }
    return names;
}

std::optional<std::string> title_word(std::string_view word, const TitleSubject& subject,
                                      std::optional<int> decimals, Language language)
{
    const auto found = std::ranges::find(words, word, &Word::name);
    return found == words.end()
               ? std::nullopt
               : found->text({subject, decimals.value_or(subject.decimals), language});
}

} // namespace weekboard
