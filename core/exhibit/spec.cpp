#include "exhibit/spec.h"

#include "exhibit/title.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <utility>

namespace weekboard
{

namespace
{

template <typename Value, std::size_t N>
using Names = std::array<std::pair<std::string_view, Value>, N>;

constexpr Names<ExhibitKind, 1> kind_names{{{"line", ExhibitKind::line}}};
constexpr Names<PlotTransform, 1> transform_names{{{"level", PlotTransform::level}}};
constexpr Names<AxisSide, 2> axis_names{{{"left", AxisSide::left}, {"right", AxisSide::right}}};
constexpr Names<ExhibitWindow, 3> window_names{{{"24m", ExhibitWindow::months_24},
                                                {"3y", ExhibitWindow::years_3},
                                                {"all", ExhibitWindow::all}}};

/// Walks a parsed TOML text and notes what is not as a spec has it.
class SpecReader
{
public:
    SpecReader(const toml::table& root, std::string_view file)
        : root_{root}
        , file_{file}
    {
    }

    SpecReading read()
    {
        refuse_unknown_keys(root_, {"number", "id", "kind", "unit", "window", "source", "title",
                                    "footnote", "plot"});
        ExhibitSpec spec;
        spec.number = static_cast<int>(integer(root_, "number", 1, 999));
        spec.id = text(root_, "id");
        spec.kind = named(root_, "kind", kind_names);
        spec.unit = text(root_, "unit");
        spec.window = named(root_, "window", window_names);
        spec.source = bilingual(root_, "source");
        spec.title = bilingual(root_, "title");
        if (const toml::table* title = root_["title"].as_table()) {
            refuse_unknown_keys(*title, {"zh", "en", "neutral"});
            spec.neutral_title = bilingual(*title, "neutral");
        }
        read_plots(spec);
        check_tokens(spec);
        if (!findings_.empty()) {
            return {std::nullopt, std::move(findings_)};
        }
        return {std::move(spec), {}};
    }

private:
    void expect(const toml::node& at, std::string_view key, std::string expected)
    {
        findings_.push_back({file_, static_cast<int>(at.source().begin.line), std::string{key},
                             std::move(expected)});
    }

    void refuse_unknown_keys(const toml::table& table,
                             std::initializer_list<std::string_view> known)
    {
        for (const auto& [key, node] : table) {
            if (std::ranges::find(known, key.str()) == known.end()) {
                expect(node, key.str(), fmt::format("one of {}", fmt::join(known, ", ")));
            }
        }
    }

    std::string text(const toml::table& table, std::string_view key)
    {
        const toml::node* node = table.get(key);
        if (node == nullptr || !node->is_string() || node->as_string()->get().empty()) {
            expect(node != nullptr ? *node : table, key, "a text that is not empty");
            return {};
        }
        return node->as_string()->get();
    }

    std::int64_t integer(const toml::table& table, std::string_view key, std::int64_t least,
                         std::int64_t most)
    {
        const toml::node* node = table.get(key);
        const auto value = node != nullptr ? node->value_exact<std::int64_t>() : std::nullopt;
        if (!value || *value < least || *value > most) {
            expect(node != nullptr ? *node : table, key,
                   fmt::format("a whole number from {} to {}", least, most));
            return least;
        }
        return *value;
    }

    template <typename Value, std::size_t N>
    Value named(const toml::table& table, std::string_view key, const Names<Value, N>& names)
    {
        const toml::node* node = table.get(key);
        const auto given = node != nullptr ? node->value_exact<std::string>() : std::nullopt;
        for (const auto& [name, value] : names) {
            if (given == name) {
                return value;
            }
        }
        std::vector<std::string_view> known;
        for (const auto& [name, value] : names) {
            known.push_back(name);
        }
        expect(node != nullptr ? *node : table, key,
               fmt::format("one of {}", fmt::join(known, ", ")));
        return names.front().second;
    }

    Bilingual bilingual(const toml::table& table, std::string_view key)
    {
        const toml::node* node = table.get(key);
        if (node == nullptr || !node->is_table()) {
            expect(node != nullptr ? *node : table, key, "a table with zh and en");
            return {};
        }
        return {text(*node->as_table(), "zh"), text(*node->as_table(), "en")};
    }

    void read_plots(ExhibitSpec& spec)
    {
        const toml::array* plots = root_["plot"].as_array();
        if (plots == nullptr || plots->empty()) {
            expect(root_, "plot", "at least one [[plot]]");
            return;
        }
        for (const toml::node& node : *plots) {
            const toml::table* plot = node.as_table();
            if (plot == nullptr) {
                expect(node, "plot", "a table");
                continue;
            }
            refuse_unknown_keys(*plot, {"name", "series", "transform", "axis"});
            spec.plots.push_back({text(*plot, "name"), text(*plot, "series"),
                                  named(*plot, "transform", transform_names),
                                  named(*plot, "axis", axis_names)});
        }
    }

    void check_tokens(const ExhibitSpec& spec)
    {
        for (const std::string* title : {&spec.title.zh, &spec.title.en}) {
            for (const std::string& fault : faults_of_title(*title, spec.plots)) {
                expect(*root_.get("title"), title == &spec.title.zh ? "title.zh" : "title.en",
                       fault);
            }
        }
    }

    const toml::table& root_;
    std::string file_;
    std::vector<SpecFinding> findings_;
};

} // namespace

std::string to_string(const SpecFinding& finding)
{
    return fmt::format("{}:{}: {}: expected {}", finding.file, finding.line, finding.key,
                       finding.expected);
}

SpecReading read_spec(std::string_view toml, std::string_view file)
{
    try {
        const toml::table root = toml::parse(toml, file);
        return SpecReader{root, file}.read();
    } catch (const toml::parse_error& error) {
        return {std::nullopt,
                {{std::string{file}, static_cast<int>(error.source().begin.line), "",
                  std::string{error.description()}}}};
    }
}

std::string_view to_string(ExhibitKind kind)
{
    return kind_names[static_cast<std::size_t>(kind)].first;
}

std::string_view to_string(AxisSide side)
{
    return axis_names[static_cast<std::size_t>(side)].first;
}

} // namespace weekboard
