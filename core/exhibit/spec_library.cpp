#include "exhibit/spec_library.h"

#include "store/series_list.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace weekboard
{

namespace
{

constexpr int greatest_number = 999;

/// The wanted number if no other exhibit has it, hidden ones too; else the first one behind all, or
/// the lowest that is free.
int free_number(const std::vector<StoredSpec>& specs, int wanted, const std::string& own_id)
{
    std::set<int> taken;
    for (const StoredSpec& spec : specs) {
        if (spec.id != own_id && spec.state != SpecState::deleted) {
            taken.insert(spec.number);
        }
    }
    if (!taken.contains(wanted)) {
        return wanted;
    }
    int number = *taken.rbegin() + 1;
    if (number > greatest_number) {
        number = 1;
        while (taken.contains(number) && number < greatest_number) {
            ++number;
        }
    }
    return number;
}

/// Replaces the value of a key on the text's top level: its first line of that name, for tables
/// come after those.
std::string with_value(std::string_view toml, std::string_view key, const std::string& value)
{
    std::string text;
    bool done = false;
    while (!toml.empty()) {
        const std::size_t end = std::min(toml.find('\n'), toml.size() - 1) + 1;
        const std::string_view line = toml.substr(0, end);
        const std::size_t name = std::min(line.find_first_not_of(" \t"), line.size());
        const bool named = line.substr(name).starts_with(key);
        const std::size_t sign =
            named ? line.find_first_not_of(" \t", name + key.size()) : std::string_view::npos;
        if (!done && sign != std::string_view::npos && line[sign] == '=') {
            text += fmt::format("{} = {}\n", key, value);
            done = true;
        } else {
            text += line;
        }
        toml.remove_prefix(end);
    }
    return text;
}

} // namespace

StoredSpecs stored_specs(Connection& database)
{
    StoredSpecs stored;
    for (const StoredSpec& text : shown_specs(database)) {
        SpecReading reading = read_spec(text.toml, text.id + ".toml");
        if (reading.spec) {
            reading.spec->number = text.number;
            stored.specs.push_back(std::move(*reading.spec));
        } else {
            stored.findings.push_back(reading.findings.front());
        }
    }
    return stored;
}

SpecReading check_spec(Connection& database, std::string_view toml, std::string_view file)
{
    SpecReading reading = read_spec(toml, file);
    if (!reading.spec) {
        return reading;
    }
    for (const std::vector<PlotSpec>* plots : {&reading.spec->plots, &reading.spec->figures}) {
        for (const PlotSpec& plot : *plots) {
            if (plot.series.empty() || find_series(database, plot.series)) {
                continue;
            }
            const auto nearest = nearest_codes(database, plot.series);
            reading.findings.push_back(
                {std::string{file}, plot.line, "series",
                 nearest.empty()
                     ? fmt::format("a series of the store, not {}", plot.series)
                     : fmt::format("a series of the store, such as {}", fmt::join(nearest, ", "))});
        }
    }
    if (!reading.findings.empty()) {
        reading.spec.reset();
    }
    return reading;
}

SpecImport import_spec(Connection& database, std::string_view toml, std::string_view file,
                       const Clock& clock)
{
    SpecImport import;
    SpecReading reading = check_spec(database, toml, file);
    if (!reading.spec) {
        import.findings = std::move(reading.findings);
        return import;
    }
    import.id = reading.spec->id;
    import.replaced = find_spec(database, import.id).has_value();
    import.number = free_number(all_specs(database), reading.spec->number, import.id);
    save_own_spec(database, import.id, import.number, std::string{toml}, clock);
    return import;
}

std::string with_number(std::string_view toml, int number)
{
    return with_value(toml, "number", std::to_string(number));
}

std::string renamed(std::string_view toml, std::string_view id, int number)
{
    return with_value(with_number(toml, number), "id", fmt::format("\"{}\"", id));
}

std::string with_written_figures(std::string_view toml, const std::string& figures)
{
    constexpr std::string_view table = "[title.written]";
    const std::size_t at = toml.find(table);
    const auto spec = read_spec(toml, "").spec;
    if (at == std::string_view::npos || !spec || !spec->written_title ||
        !spec->written_title->figures.empty()) {
        return std::string{toml};
    }
    std::string text{toml};
    text.insert(at + table.size(), fmt::format("\nfigures = \"{}\"", figures));
    return text;
}

SpecImport duplicate_spec(Connection& database, const std::string& id, const Clock& clock)
{
    constexpr std::size_t room_for_ending = 48; // of the 60 that an id may have
    const auto original = find_spec(database, id);
    if (!original) {
        return {};
    }
    const std::string stem = id.substr(0, room_for_ending) + "-copy";
    std::string copy = stem;
    for (int n = 2; find_spec(database, copy); ++n) {
        copy = fmt::format("{}-{}", stem, n);
    }
    const std::string text = renamed(original->toml, copy, original->number);
    const SpecReading reading = read_spec(text, copy + ".toml");
    if (reading.spec && reading.spec->id != copy) {
        SpecImport refused;
        refused.findings.push_back(
            {copy + ".toml", 1, "id", "written as id = \"…\" on a line of its own"});
        return refused;
    }
    return import_spec(database, text, copy + ".toml", clock);
}

void move_spec(Connection& database, const std::string& id, int step)
{
    const auto specs = shown_specs(database);
    const auto found = std::ranges::find(specs, id, &StoredSpec::id);
    if (found == specs.end()) {
        return;
    }
    const auto place = found - specs.begin() + step;
    if (place < 0 || place >= static_cast<std::ptrdiff_t>(specs.size())) {
        return;
    }
    const StoredSpec& other = specs[static_cast<std::size_t>(place)];
    number_spec(database, id, other.number);
    number_spec(database, other.id, found->number);
}

} // namespace weekboard
