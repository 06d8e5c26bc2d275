#include "ingest/layout.h"

#include "embedded.h"
#include "store/statement.h"

#include <fmt/format.h>
#include <toml++/toml.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

namespace weekboard
{

namespace
{

constexpr std::array<std::pair<std::string_view, HeaderRole>, 21> role_names{{
    {"name", HeaderRole::name},
    {"frequency", HeaderRole::frequency},
    {"unit", HeaderRole::unit},
    {"id", HeaderRole::id},
    {"source", HeaderRole::source},
    {"other", HeaderRole::other},
    {"code", HeaderRole::code},
    {"label", HeaderRole::label},
    {"period", HeaderRole::period},
    {"value", HeaderRole::value},
    {"vintage", HeaderRole::vintage},
    {"change", HeaderRole::change},
    {"week_change", HeaderRole::week_change},
    {"span", HeaderRole::span},
    {"metric", HeaderRole::metric},
    {"end", HeaderRole::end},
    {"net_add", HeaderRole::net_add},
    {"ytd", HeaderRole::ytd},
    {"ytd_growth", HeaderRole::ytd_growth},
    {"month", HeaderRole::month},
    {"month_growth", HeaderRole::month_growth},
}};

constexpr std::array<std::pair<std::string_view, LayoutShape>, 4> shape_names{{
    {"wide", LayoutShape::wide},
    {"rows", LayoutShape::rows},
    {"release", LayoutShape::release},
    {"ranking", LayoutShape::ranking},
}};

HeaderRole role_of(std::string_view name)
{
    const auto found =
        std::ranges::find(role_names, name, &std::pair<std::string_view, HeaderRole>::first);
    if (found == role_names.end()) {
        throw LayoutError{fmt::format("{} heads nothing", name)};
    }
    return found->second;
}

std::string_view name_of(HeaderRole role)
{
    return std::ranges::find(role_names, role, &std::pair<std::string_view, HeaderRole>::second)
        ->first;
}

LayoutShape shape_of(std::string_view name)
{
    const auto found =
        std::ranges::find(shape_names, name, &std::pair<std::string_view, LayoutShape>::first);
    if (found == shape_names.end()) {
        throw LayoutError{fmt::format("{} is no shape of a layout", name)};
    }
    return found->second;
}

std::vector<std::string> compared_list(const toml::table& table, std::string_view key)
{
    std::vector<std::string> list;
    if (const toml::array* found = table[key].as_array()) {
        for (const auto& word : *found) {
            list.push_back(compared_form(word.value_or(std::string_view{})));
        }
    }
    return list;
}

int place_in(const toml::table& table, std::string_view key, int otherwise)
{
    constexpr std::int64_t most = 1 << 20;
    const auto place = table[key].value_or(std::int64_t{otherwise});
    if (place < 0 || place > most) {
        throw LayoutError{fmt::format("{} = {} is no place on a sheet", key, place)};
    }
    return static_cast<int>(place);
}

LayoutPlaces places_in(const toml::table& table)
{
    LayoutPlaces places{place_in(table, "names", 0), place_in(table, "units", 0),
                        place_in(table, "periods", 1), place_in(table, "first", 0)};
    if (places.names < 1 || places.periods < 1 || places.first <= places.names) {
        throw LayoutError{"the rows of `at` do not follow one another"};
    }
    return places;
}

std::vector<LayoutSign> signs_in(const toml::table& table)
{
    std::vector<LayoutSign> signs;
    if (const toml::array* list = table["sign"].as_array()) {
        for (const auto& entry : *list) {
            if (const toml::table* sign = entry.as_table()) {
                signs.push_back({place_in(*sign, "row", 0), place_in(*sign, "column", 0),
                                 compared_form((*sign)["text"].value_or(std::string_view{}))});
            }
        }
    }
    return signs;
}

void read_items(const toml::table& table, Layout& layout)
{
    const toml::array* list = table["item"].as_array();
    if (list == nullptr) {
        return;
    }
    for (const auto& entry : *list) {
        const toml::table& item = *entry.as_table();
        std::map<HeaderRole, std::string> series;
        for (const auto& [key, value] : item) {
            if (key.str() != "names") {
                series.emplace(role_of(key.str()), value.value_or(std::string{}));
            }
        }
        for (const std::string& name : compared_list(item, "names")) {
            layout.items.emplace(name, series);
        }
    }
}

Layout layout_in(const toml::table& table)
{
    Layout layout;
    layout.name = table["name"].value_or(std::string{});
    layout.shape = shape_of(table["shape"].value_or(std::string_view{}));
    layout.footer = compared_list(table, "footer");
    layout.banner = compared_list(table, "banner");
    layout.has_blocks = table["blocks"].value_or(false);
    layout.is_crossed = table["crossed"].value_or(false);
    for (const std::string& role : compared_list(table, "needs")) {
        layout.needs.push_back(role_of(role));
    }
    if (const toml::table* at = table["at"].as_table()) {
        layout.at = places_in(*at);
        layout.signs = signs_in(table);
    }
    const char* words_key = layout.shape == LayoutShape::wide ? "labels" : "columns";
    if (const toml::table* words = table[words_key].as_table()) {
        for (const auto& [role, list] : *words) {
            for (const std::string& word : compared_list(*words, role.str())) {
                layout.words.emplace(word, role_of(role.str()));
            }
        }
    }
    read_items(table, layout);
    const bool can_be_told =
        layout.at ? !layout.signs.empty() : !layout.words.empty() || layout.is_crossed;
    if (layout.name.empty() || !can_be_told) {
        throw LayoutError{"a layout needs a name, and words or signs to be known by"};
    }
    return layout;
}

std::set<std::string, std::less<>> word_set(const toml::table& table, std::string_view key)
{
    const auto list = compared_list(table, key);
    return {list.begin(), list.end()};
}

void add_all(const toml::table& document, Layouts& layouts)
{
    if (const toml::table* metrics = document["metrics"].as_table()) {
        layouts.metrics = {word_set(*metrics, "value"), word_set(*metrics, "other")};
    }
    if (const toml::array* list = document["layout"].as_array()) {
        for (const auto& layout : *list) {
            layouts.all.push_back(layout_in(*layout.as_table()));
        }
    }
}

/// The same as by the library, of most cells of a sheet.
std::string compared_ascii(std::string_view text)
{
    std::string form;
    for (const char c : text) {
        const bool is_blank = c == ' ' || (c >= '\t' && c <= '\r');
        if (!is_blank) {
            form += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return form;
}

} // namespace

const Layouts& bundled_layouts()
{
    static const Layouts layouts = [] {
        Layouts read;
        for (const EmbeddedFile& file : import_layouts()) {
            try {
                add_all(toml::parse(file.text, file.path), read);
            } catch (const LayoutError& error) {
                throw std::logic_error{fmt::format("{}: {}", file.path, error.what())};
            }
        }
        return read;
    }();
    return layouts;
}

Layout read_layout(std::string_view description)
{
    try {
        const toml::table document = toml::parse(description);
        const toml::array* list = document["layout"].as_array();
        if (list == nullptr || list->size() != 1 || !list->front().is_table()) {
            throw LayoutError{"it is to have one [[layout]]"};
        }
        return layout_in(*list->front().as_table());
    } catch (const toml::parse_error& error) {
        throw LayoutError{
            fmt::format("line {}: {}", error.source().begin.line, error.description())};
    }
}

std::string describe(const Layout& layout)
{
    toml::table table{
        {"name", layout.name},
        {"shape", std::string{std::ranges::find(shape_names, layout.shape,
                                                &std::pair<std::string_view, LayoutShape>::second)
                                  ->first}}};
    if (layout.at) {
        table.insert("at", toml::table{{"names", layout.at->names},
                                       {"units", layout.at->units},
                                       {"periods", layout.at->periods},
                                       {"first", layout.at->first}});
        toml::array signs;
        for (const LayoutSign& sign : layout.signs) {
            signs.push_back(
                toml::table{{"row", sign.row}, {"column", sign.column}, {"text", sign.text}});
        }
        table.insert("sign", std::move(signs));
    }
    toml::table words;
    for (const auto& [word, role] : layout.words) {
        if (!words.contains(name_of(role))) {
            words.insert(name_of(role), toml::array{});
        }
        words[name_of(role)].as_array()->push_back(word);
    }
    table.insert(layout.shape == LayoutShape::wide ? "labels" : "columns", std::move(words));
    toml::array needs;
    for (const HeaderRole role : layout.needs) {
        needs.push_back(std::string{name_of(role)});
    }
    table.insert("needs", std::move(needs));
    std::ostringstream text;
    text << toml::table{{"layout", toml::array{std::move(table)}}} << '\n';
    return text.str();
}

Layouts all_layouts(Connection& database)
{
    Layouts layouts;
    Statement saved{database, "SELECT description FROM layout ORDER BY name"};
    while (saved.step()) {
        layouts.all.push_back(read_layout(saved.as_text(0)));
    }
    const Layouts& bundled = bundled_layouts();
    layouts.all.insert(layouts.all.end(), bundled.all.begin(), bundled.all.end());
    layouts.metrics = bundled.metrics;
    return layouts;
}

void save_layout(Connection& database, std::string_view description)
{
    const Layout layout = read_layout(description);
    execute(database,
            "INSERT INTO layout (name, description) VALUES (?1, ?2)"
            " ON CONFLICT (name) DO UPDATE SET description = ?2",
            layout.name, description);
}

std::string compared_form(std::string_view text)
{
    if (std::ranges::all_of(text, [](char c) { return static_cast<signed char>(c) > 0; })) {
        return compared_ascii(text);
    }
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* forms = icu::Normalizer2::getNFKCCasefoldInstance(error);
    const auto given = icu::UnicodeString::fromUTF8(
        icu::StringPiece{text.data(), static_cast<std::int32_t>(text.size())});
    const icu::UnicodeString narrow = forms->normalize(given, error);
    icu::UnicodeString kept;
    for (std::int32_t i = 0; i < narrow.length(); i = narrow.moveIndex32(i, 1)) {
        const UChar32 c = narrow.char32At(i);
        if (u_isUWhiteSpace(c) == 0 && c != 0xfeff) {
            kept.append(c);
        }
    }
    std::string form;
    kept.toUTF8String(form);
    return form;
}

bool MetricWords::is_close(const std::string& form) const
{
    const HeadingUnit heading = unit_in(form);
    return value.contains(heading.heading) && heading.unit != "%";
}

bool MetricWords::has(const std::string& form) const
{
    return is_close(form) || other.contains(unit_in(form).heading);
}

HeadingUnit unit_in(std::string form)
{
    constexpr std::array<std::string_view, 16> letters{"十", "百", "千", "万",  "亿", "元",
                                                       "户", "个", "点", "%",   "±",  "股",
                                                       "手", "条", "部", "分钟"};
    const std::size_t open = form.rfind('(');
    if (open == std::string::npos || !form.ends_with(')')) {
        return {std::move(form), {}};
    }
    const std::string unit = form.substr(open + 1, form.size() - open - 2);
    for (std::string_view rest = unit; !rest.empty();) {
        const auto letter = std::ranges::find_if(
            letters, [&](std::string_view one) { return rest.starts_with(one); });
        if (letter == letters.end()) {
            return {std::move(form), {}};
        }
        rest.remove_prefix(letter->size());
    }
    return {form.substr(0, open), unit};
}

} // namespace weekboard
