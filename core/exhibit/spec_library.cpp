#include "exhibit/spec_library.h"

#include "store/figures.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace weekboard
{

namespace
{

int free_number(const std::vector<StoredSpec>& specs, int wanted, const std::string& own_id)
{
    int greatest = 0;
    bool taken = false;
    for (const StoredSpec& spec : specs) {
        if (spec.id != own_id) {
            greatest = std::max(greatest, spec.number);
            taken = taken || spec.number == wanted;
        }
    }
    return taken ? greatest + 1 : wanted;
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

StoredSpecs stored_specs(SQLite::Database& database)
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

SpecReading check_spec(SQLite::Database& database, std::string_view toml, std::string_view file)
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

SpecImport import_spec(SQLite::Database& database, std::string_view toml, std::string_view file,
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
    import.number = free_number(shown_specs(database), reading.spec->number, import.id);
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

SpecImport duplicate_spec(SQLite::Database& database, const std::string& id, const Clock& clock)
{
    const auto original = find_spec(database, id);
    if (!original) {
        return {};
    }
    std::string copy = id + "-copy";
    for (int n = 2; find_spec(database, copy); ++n) {
        copy = fmt::format("{}-copy-{}", id, n);
    }
    return import_spec(database, renamed(original->toml, copy, original->number), copy + ".toml",
                       clock);
}

void move_spec(SQLite::Database& database, const std::string& id, int step)
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
