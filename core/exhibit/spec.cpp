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

constexpr Names<ExhibitKind, 6> kind_names{{{"line", ExhibitKind::line},
                                            {"bars", ExhibitKind::bars},
                                            {"ranked-bars", ExhibitKind::ranked_bars},
                                            {"movers", ExhibitKind::movers},
                                            {"comparison", ExhibitKind::comparison},
                                            {"heat-table", ExhibitKind::heat_table}}};
constexpr Names<PlotKind, 3> plot_kind_names{
    {{"line", PlotKind::line}, {"bar", PlotKind::bar}, {"label", PlotKind::label}}};
constexpr Names<PlotTransform, 7> transform_names{
    {{"level", PlotTransform::level},
     {"yoy", PlotTransform::year_on_year},
     {"single-period", PlotTransform::single_period},
     {"net-change", PlotTransform::net_change},
     {"rebased", PlotTransform::rebased},
     {"week-change", PlotTransform::week_change},
     {"month-to-date", PlotTransform::month_to_date}}};
constexpr Names<AxisSide, 2> axis_names{{{"left", AxisSide::left}, {"right", AxisSide::right}}};
constexpr Names<ExhibitWindow, 3> window_names{{{"24m", ExhibitWindow::months_24},
                                                {"3y", ExhibitWindow::years_3},
                                                {"all", ExhibitWindow::all}}};
constexpr Names<SlidePlace, 2> slide_names{
    {{"full", SlidePlace::full}, {"half", SlidePlace::half}}};

template <typename Value, std::size_t N>
std::string_view name_of(const Names<Value, N>& names, Value value)
{
    return names[static_cast<std::size_t>(value)].first;
}

bool is_over_time(ExhibitKind kind)
{
    return kind == ExhibitKind::line || kind == ExhibitKind::bars;
}

bool is_change_of_a_week(PlotTransform transform)
{
    return transform == PlotTransform::week_change || transform == PlotTransform::month_to_date;
}

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
                                    "footnote", "plot", "figure", "list", "axes", "highlight",
                                    "skip_months", "slide"});
        spec_.number = static_cast<int>(integer(root_, "number", 1, 999));
        read_id();
        spec_.kind = named(root_, "kind", kind_names);
        spec_.unit = text_if_any(root_, "unit");
        spec_.window = named_if_any(root_, "window", window_names, ExhibitWindow::years_3);
        spec_.slide = named_if_any(root_, "slide", slide_names, SlidePlace::full);
        spec_.source = bilingual(root_, "source");
        spec_.highlight = text_if_any(root_, "highlight");
        read_titles();
        read_footnotes();
        read_skipped_months();
        read_axes();
        read_list();
        read_plots("plot", spec_.plots);
        read_plots("figure", spec_.figures);
        check_plots();
        check_tokens();
        if (!findings_.empty()) {
            return {std::nullopt, std::move(findings_)};
        }
        return {std::move(spec_), {}};
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

    std::string text_if_any(const toml::table& table, std::string_view key)
    {
        return table.contains(key) ? text(table, key) : std::string{};
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

    void read_if_any(const toml::table& table, std::string_view key, bool& value)
    {
        if (const toml::node* node = table.get(key)) {
            if (!node->is_boolean()) {
                expect(*node, key, "true or false");
                return;
            }
            value = node->as_boolean()->get();
        }
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

    template <typename Value, std::size_t N>
    Value named_if_any(const toml::table& table, std::string_view key, const Names<Value, N>& names,
                       Value otherwise)
    {
        return table.contains(key) ? named(table, key, names) : otherwise;
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

    /// The tables of `[[key]]`; other things under that key are findings.
    std::vector<const toml::table*> tables(std::string_view key)
    {
        std::vector<const toml::table*> found;
        const toml::node* node = root_.get(key);
        if (node == nullptr) {
            return found;
        }
        if (!node->is_array()) {
            expect(*node, key, fmt::format("[[{}]]", key));
            return found;
        }
        for (const toml::node& entry : *node->as_array()) {
            if (entry.is_table()) {
                found.push_back(entry.as_table());
            } else {
                expect(entry, key, "a table");
            }
        }
        return found;
    }

    /// The id becomes the name of files.
    void read_id()
    {
        constexpr std::size_t longest = 60;
        spec_.id = text(root_, "id");
        const bool fits = spec_.id.size() <= longest && std::ranges::all_of(spec_.id, [](char c) {
                              return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
                          });
        if (!fits) {
            expect(*root_.get("id"), "id", "at most 60 of a to z, 0 to 9 and -");
        }
    }

    void read_titles()
    {
        spec_.title = bilingual(root_, "title");
        const toml::table* title = root_["title"].as_table();
        if (title == nullptr) {
            return;
        }
        refuse_unknown_keys(*title, {"zh", "en", "neutral", "written"});
        spec_.neutral_title = bilingual(*title, "neutral");
        if (title->contains("written")) {
            spec_.written_title.emplace().text = bilingual(*title, "written");
            if (const toml::table* written = (*title)["written"].as_table()) {
                refuse_unknown_keys(*written, {"zh", "en", "figures"});
                spec_.written_title->figures = text_if_any(*written, "figures");
            }
        }
    }

    void read_footnotes()
    {
        for (const toml::table* footnote : tables("footnote")) {
            refuse_unknown_keys(*footnote, {"zh", "en"});
            spec_.footnotes.push_back({text(*footnote, "zh"), text(*footnote, "en")});
        }
    }

    void read_skipped_months()
    {
        const toml::node* node = root_.get("skip_months");
        if (node == nullptr) {
            return;
        }
        const toml::array* months = node->as_array();
        if (months == nullptr) {
            expect(*node, "skip_months", "a list of months such as [1]");
            return;
        }
        for (const toml::node& month : *months) {
            const auto value = month.value_exact<std::int64_t>();
            if (!value || *value < 1 || *value > 12) {
                expect(month, "skip_months", "months from 1 to 12");
                return;
            }
            spec_.skipped_months.push_back(static_cast<int>(*value));
        }
    }

    void read_axes()
    {
        const toml::node* node = root_.get("axes");
        if (node == nullptr) {
            return;
        }
        const toml::table* axes = node->as_table();
        if (axes == nullptr) {
            expect(*node, "axes", "a table");
            return;
        }
        refuse_unknown_keys(*axes, {"zero_aligned", "left_from_zero", "right_from_zero"});
        read_if_any(*axes, "zero_aligned", spec_.axes.zero_aligned);
        read_if_any(*axes, "left_from_zero", spec_.axes.left_from_zero);
        read_if_any(*axes, "right_from_zero", spec_.axes.right_from_zero);
    }

    void read_list()
    {
        const bool has_list = !is_over_time(spec_.kind) && spec_.kind != ExhibitKind::heat_table;
        const toml::node* node = root_.get("list");
        if (node == nullptr || !node->is_table() || !has_list) {
            if (has_list) {
                expect(node != nullptr ? *node : root_, "list", "a table");
            } else if (node != nullptr) {
                expect(*node, "list", "no list for this kind");
            }
            return;
        }
        const toml::table& list = *node->as_table();
        refuse_unknown_keys(list, {"group", "ranking", "first", "last"});
        spec_.list.group = text_if_any(list, "group");
        spec_.list.ranking = text_if_any(list, "ranking");
        if (spec_.list.group.empty() && spec_.list.ranking.empty()) {
            expect(list, "list", "a group of series or the name of a ranking");
        }
        constexpr int most = 100;
        if (list.contains("first")) {
            spec_.list.first = static_cast<int>(integer(list, "first", 0, most));
        }
        if (list.contains("last")) {
            spec_.list.last = static_cast<int>(integer(list, "last", 0, most));
        }
    }

    void read_plots(std::string_view key, std::vector<PlotSpec>& plots)
    {
        for (const toml::table* table : tables(key)) {
            refuse_unknown_keys(*table, {"name", "series", "transform", "kind", "axis", "label",
                                         "decimals", "over"});
            PlotSpec plot;
            plot.line = static_cast<int>(table->source().begin.line);
            plot.name = text(*table, "name");
            plot.series = text_if_any(*table, "series");
            plot.transform =
                named_if_any(*table, "transform", transform_names, PlotTransform::level);
            plot.kind =
                named_if_any(*table, "kind", plot_kind_names,
                             spec_.kind == ExhibitKind::line ? PlotKind::line : PlotKind::bar);
            plot.axis = named_if_any(*table, "axis", axis_names, AxisSide::left);
            plot.over = text_if_any(*table, "over");
            if (table->contains("label")) {
                plot.label = bilingual(*table, "label");
            }
            if (table->contains("decimals")) {
                plot.decimals = static_cast<int>(integer(*table, "decimals", 0, 8));
            }
            check_plot(*table, plot, plots);
            plots.push_back(std::move(plot));
        }
    }

    void check_plot(const toml::table& table, const PlotSpec& plot,
                    const std::vector<PlotSpec>& plots)
    {
        const bool of_list = spec_.kind == ExhibitKind::comparison;
        if (plot.series.empty() != of_list) {
            expect(table, "series", of_list ? "no series: the list has them" : "a series' code");
        }
        if (is_change_of_a_week(plot.transform) != of_list) {
            expect(table, "transform",
                   of_list ? "week-change or month-to-date"
                           : "one of level, yoy, single-period, net-change, rebased");
        }
        if (spec_.kind == ExhibitKind::line && plot.kind != PlotKind::line) {
            expect(table, "kind", "line: an exhibit over days has lines alone");
        }
        if ((plot.kind == PlotKind::label) == plot.over.empty() ||
            (!plot.over.empty() &&
             std::ranges::find(plots, plot.over, &PlotSpec::name) == plots.end())) {
            expect(table, "over", "the name of an earlier plot, for kind = \"label\" alone");
        }
        for (const std::vector<PlotSpec>* known : {&spec_.plots, &spec_.figures}) {
            if (std::ranges::find(*known, plot.name, &PlotSpec::name) != known->end()) {
                expect(table, "name", "a name that no other plot or figure has");
            }
        }
    }

    void check_plots()
    {
        const bool has_plots = is_over_time(spec_.kind) || spec_.kind == ExhibitKind::comparison;
        if (has_plots && spec_.plots.empty()) {
            expect(root_, "plot", "at least one [[plot]]");
        } else if (!has_plots && !(spec_.plots.empty() && spec_.figures.empty())) {
            expect(root_, "plot", "no [[plot]] and no [[figure]] for this kind");
        }
    }

    void check_tokens()
    {
        if (!root_.contains("title")) {
            return;
        }
        const std::vector<std::string> subjects = title_subjects(spec_);
        for (const std::string* title : {&spec_.title.zh, &spec_.title.en}) {
            for (const std::string& fault : faults_of_title(*title, subjects)) {
                expect(*root_.get("title"), title == &spec_.title.zh ? "title.zh" : "title.en",
                       fault);
            }
        }
    }

    const toml::table& root_;
    std::string file_;
    ExhibitSpec spec_;
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
    return name_of(kind_names, kind);
}

std::string_view to_string(PlotKind kind)
{
    return name_of(plot_kind_names, kind);
}

std::string_view to_string(PlotTransform transform)
{
    return name_of(transform_names, transform);
}

std::string_view to_string(AxisSide side)
{
    return name_of(axis_names, side);
}

} // namespace weekboard
