#include "check/identities.h"

#include "embedded.h"
#include "series/number_format.h"
#include "series/transforms.h"
#include "series/unit.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

namespace weekboard
{

namespace
{

constexpr std::string_view file_name = "checks.toml";
/// Beyond this many points a like-for-like basis alone hardly explains a difference in growth.
constexpr double most_like_for_like = 3;

struct Wording {
    std::string_view list;
    const char* published;
    const char* of;
    const char* whole;
};

std::string require_code(const toml::table& table, const char* key)
{
    if (key == nullptr) {
        return {};
    }
    const auto code = table[key].value<std::string>();
    if (!code) {
        throw std::logic_error{
            fmt::format("{}:{}: expected {}", file_name, table.source().begin.line, key)};
    }
    return *code;
}

IdentityKind kind_of(const toml::table& table, std::string_view list)
{
    if (list == "share") {
        return IdentityKind::share;
    }
    if (list == "net_addition") {
        return IdentityKind::net_addition;
    }
    if (list == "growth") {
        return IdentityKind::growth;
    }
    if (list == "part") {
        return IdentityKind::part;
    }
    return require_code(table, "over") == "week" ? IdentityKind::week_change
                                                 : IdentityKind::month_change;
}

std::vector<Identity> read_identities()
{
    const auto files = telecom_board();
    const auto file = std::ranges::find(files, file_name, &EmbeddedFile::path);
    if (file == files.end()) {
        throw std::logic_error{"the board has no list of checks"};
    }
    const toml::table root = toml::parse(file->text, file_name);
    std::vector<Identity> all;
    for (const Wording& words : {Wording{"share", "share", "part", "whole"},
                                 {"net_addition", "published", "level", nullptr},
                                 {"growth", "published", "of", nullptr},
                                 {"part", "part", "whole", nullptr},
                                 {"change", "published", "close", nullptr}}) {
        const toml::array* list = root[words.list].as_array();
        for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
            const toml::table* table = (*list)[i].as_table();
            if (table == nullptr) {
                throw std::logic_error{fmt::format("{}: {} is no table", file_name, words.list)};
            }
            all.push_back({kind_of(*table, words.list), require_code(*table, words.published),
                           require_code(*table, words.of), require_code(*table, words.whole)});
        }
    }
    return all;
}

double half_step(const Series& series)
{
    return 0.5 * std::pow(10, -series.decimals);
}

/// A figure computed from others.
struct Computed {
    double value = 0;
    double uncertain = 0; ///< by so much the rounding of the others may have moved it
    std::string arithmetic;
    std::vector<FigureKey> figures;
};

std::string text_of(const ShelvedSeries& shelved, double value)
{
    return format_number(value, shelved.series.decimals);
}

std::optional<Computed> share(const ShelvedSeries& part, const ShelvedSeries& whole, Date period)
{
    const Observation* p = part.at(period);
    const Observation* w = whole.at(period);
    if (p == nullptr || w == nullptr || w->value <= 0) {
        return std::nullopt;
    }
    const double value = p->value / w->value * 100;
    return Computed{value,
                    100 * half_step(part.series) / w->value +
                        value * half_step(whole.series) / w->value,
                    fmt::format("{} ÷ {}", text_of(part, p->value), text_of(whole, w->value)),
                    {{part.series.code, period}, {whole.series.code, period}}};
}

std::optional<Computed> net_addition(const ShelvedSeries& level, const Series& published,
                                     Date period)
{
    const Date year_end = make_date(year_of(period) - 1, 12, 31);
    const Observation* last = level.at(period);
    const Observation* base = level.at(year_end);
    if (last == nullptr || base == nullptr) {
        return std::nullopt;
    }
    const double factor =
        counted_unit(level.series.unit).count / counted_unit(published.unit).count;
    std::string arithmetic =
        fmt::format("{} − {}", text_of(level, last->value), text_of(level, base->value));
    if (factor != 1) {
        arithmetic = fmt::format("({}) × {}", arithmetic, format_number(factor, 0));
    }
    return Computed{(last->value - base->value) * factor,
                    2 * half_step(level.series) * factor,
                    std::move(arithmetic),
                    {{level.series.code, period}, {level.series.code, year_end}}};
}

/// last ÷ base − 1 in per cent.
Computed change(const ShelvedSeries& of, const Observation& last, const Observation& base)
{
    const double ratio = last.value / base.value;
    return {(ratio - 1) * 100,
            100 * half_step(of.series) * (1 + std::abs(ratio)) / std::abs(base.value),
            fmt::format("{} ÷ {} − 1", text_of(of, last.value), text_of(of, base.value)),
            {{of.series.code, last.period_end}, {of.series.code, base.period_end}}};
}

std::optional<Computed> growth(const ShelvedSeries& of, Date period)
{
    const Date year_before = period_end(of.series.frequency, add_months(period, -12));
    const Observation* last = of.at(period);
    const Observation* base = of.at(year_before);
    const bool proves = last != nullptr && base != nullptr && base->value > 0 &&
                        !of.is_rounded(period) && !of.is_rounded(year_before);
    return proves ? std::optional{change(of, *last, *base)} : std::nullopt;
}

std::optional<Computed> of_closes(const ShelvedSeries& closes, IdentityKind kind, Date period)
{
    const Week week = Week::containing(period);
    const auto found = kind == IdentityKind::week_change ? week_change(closes.observations, week)
                                                         : month_to_date(closes.observations, week);
    return found ? std::optional{change(closes, found->last, found->base)} : std::nullopt;
}

std::optional<Computed> compute(const Identity& identity, const ShelvedSeries& published,
                                const ShelvedSeries& of, const ShelvedSeries* whole, Date period)
{
    switch (identity.kind) {
    case IdentityKind::share:
        return share(of, *whole, period);
    case IdentityKind::net_addition:
        return net_addition(of, published.series, period);
    case IdentityKind::growth:
        return growth(of, period);
    case IdentityKind::part:
        if (const Observation* most = of.at(period)) {
            return Computed{most->value, half_step(of.series), {}, {{of.series.code, period}}};
        }
        return std::nullopt;
    case IdentityKind::week_change:
    case IdentityKind::month_change:
        return of_closes(of, identity.kind, period);
    }
    return std::nullopt;
}

std::string_view rule_name(IdentityKind kind)
{
    constexpr std::array<std::string_view, 6> names{"share", "net_addition", "growth",
                                                    "part",  "change",       "change"};
    return names.at(static_cast<std::size_t>(kind));
}

/// What may have happened, where it is not a slip.
const char* reason_words(IdentityKind kind, bool zh)
{
    switch (kind) {
    case IdentityKind::growth:
        return zh ? "；公布同比为可比口径时会不同" : "; a published rate may compare like for like";
    case IdentityKind::share:
    case IdentityKind::net_addition:
        return zh ? "；若非录入有误，则是来源修订过其中之一"
                  : "; if none was mistyped, the source has restated one of them";
    default:
        return "";
    }
}

std::string describe(const Identity& identity, const ShelvedSeries& published,
                     const Observation& given, const Computed& computed, double allowed,
                     Language language)
{
    const bool zh = language == Language::chinese;
    const Series& series = published.series;
    const std::string where = fmt::format("{} {}", series.name.in(language),
                                          period_name(series.frequency, given.period_end));
    const std::string unit = unit_name(series.unit, language);
    if (identity.kind == IdentityKind::part) {
        return fmt::format(
            fmt::runtime(zh ? "{}：{} 大于整体 {}" : "{}: {} is more than its whole, {}"), where,
            text_of(published, given.value), text_of(published, computed.value));
    }
    const int finer = series.decimals + 1;
    return fmt::format(
        fmt::runtime(zh ? "{}：公布 {} {}，而 {} = {}，相差 {}，舍入只允许 {}{}"
                        : "{}: published {} {}, but {} = {}, off by {} where rounding allows {}{}"),
        where, text_of(published, given.value), unit, computed.arithmetic,
        format_number(computed.value, finer),
        format_number(std::abs(given.value - computed.value), finer), format_number(allowed, finer),
        reason_words(identity.kind, zh));
}

Severity severity_of(IdentityKind kind, double difference)
{
    if (kind == IdentityKind::growth && difference <= most_like_for_like) {
        return Severity::note;
    }
    return kind == IdentityKind::part ? Severity::error : Severity::warning;
}

} // namespace

const std::vector<Identity>& identities()
{
    static const std::vector<Identity> all = read_identities();
    return all;
}

std::vector<CheckFinding> check_identity(FigureShelf& shelf, const Identity& identity,
                                         Language language)
{
    std::vector<CheckFinding> findings;
    const ShelvedSeries* published = shelf.find(identity.published);
    const ShelvedSeries* of = shelf.find(identity.of);
    const ShelvedSeries* whole = identity.whole.empty() ? nullptr : shelf.find(identity.whole);
    const bool is_there = published != nullptr && of != nullptr && !of->illustrative &&
                          (identity.whole.empty() || whole != nullptr);
    if (!is_there) {
        return findings;
    }
    for (const Observation& given : published->observations) {
        const auto computed = compute(identity, *published, *of, whole, given.period_end);
        if (!computed) {
            continue;
        }
        const double difference = identity.kind == IdentityKind::part
                                      ? given.value - computed->value
                                      : std::abs(given.value - computed->value);
        // A hair more: 67.6 and 0.05 are no binary fractions.
        const double allowed =
            (half_step(published->series) + computed->uncertain) * (1 + 1e-9) + 1e-9;
        if (difference <= allowed) {
            continue;
        }
        CheckFinding finding{std::string{rule_name(identity.kind)},
                             severity_of(identity.kind, difference),
                             identity.published,
                             given.period_end,
                             describe(identity, *published, given, *computed, allowed, language),
                             std::nullopt,
                             computed->figures};
        if (identity.kind != IdentityKind::part) {
            finding.suggested = round_to(computed->value, published->series.decimals);
        }
        finding.figures.push_back({identity.published, given.period_end});
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace weekboard
