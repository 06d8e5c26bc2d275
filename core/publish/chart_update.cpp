#include "publish/chart_update.h"

#include "publish/exhibit_table.h"
#include "publish/house_colors.h"
#include "publish/native_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>

namespace weekboard
{

namespace
{

using xml::Node;

/// The points of a cache by their place.
std::map<std::size_t, std::string> points_of(Node cache)
{
    std::map<std::size_t, std::string> points;
    for (const Node point : cache.children("c:pt")) {
        points[point.attribute("idx").as_uint()] = point.child("c:v").text().get();
    }
    return points;
}

void write_points(Node cache, const std::map<std::size_t, std::string>& points, std::size_t count)
{
    Node counted = cache.child("c:ptCount");
    if (!counted) {
        counted = cache.append_child("c:ptCount");
    }
    xml::set(counted, "val", std::to_string(count));
    while (cache.remove_child("c:pt")) {
    }
    Node after = counted;
    for (const auto& [place, text] : points) {
        const Node point = cache.insert_child_after("c:pt", after);
        xml::set(point, "idx", std::to_string(place));
        xml::add_text(point, "c:v", text);
        after = point;
    }
}

std::optional<double> number_in(const std::string& text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{value}
                                                                    : std::nullopt;
}

bool same_figure(const std::string& text, const std::optional<double>& value)
{
    return value ? number_in(text) == value : text.empty();
}

/// `'s'!$B$2:$B$13`, or `'s'!$B$2` alone, with another last row.
std::string with_last_row(const std::string& range, int last)
{
    const auto cells = range.rfind('!') + 1; // 0 without a sheet
    const std::string first = range.substr(cells, range.find(':', cells) - cells);
    const auto dollar = first.rfind('$');
    if (first.empty() || first.front() != '$' || dollar == 0) {
        return range; // somebody's own formula
    }
    const std::string one = range.substr(0, cells) + first;
    return first == fmt::format("{}{}", first.substr(0, dollar + 1), last)
               ? one
               : fmt::format("{}:{}{}", one, first.substr(0, dollar + 1), last);
}

/// The name of the sheet in `'it''s'!$B$2`.
std::string sheet_in(const std::string& formula)
{
    const auto mark = formula.rfind('!');
    std::string name = formula.substr(0, mark == std::string::npos ? 0 : mark);
    if (name.size() >= 2 && name.front() == '\'' && name.back() == '\'') {
        name = name.substr(1, name.size() - 2);
    }
    for (auto at = name.find("''"); at != std::string::npos; at = name.find("''", at + 1)) {
        name.erase(at, 1);
    }
    return name;
}

/// The points behind a reference, or written out where the link to a sheet was broken.
Node cache_of(Node holder)
{
    for (const char* kind : {"c:numRef", "c:strRef"}) {
        if (const Node reference = holder.child(kind)) {
            const Node numbers = reference.child("c:numCache");
            return numbers ? numbers : reference.child("c:strCache");
        }
    }
    const Node numbers = holder.child("c:numLit");
    return numbers ? numbers : holder.child("c:strLit");
}

class ChartUpdate
{
public:
    ChartUpdate(OfficePackage& package, const std::string& chart, const Exhibit& exhibit)
        : package_{package}
        , chart_{chart}
        , exhibit_{exhibit}
        , table_{table_of(exhibit)}
        , document_{package.document(chart)}
    {
    }

    ChartChanges update()
    {
        for (const auto& [series, plot] : match_series()) {
            update_series(series, plot);
        }
        if (!changes_.figures.empty() || moved_) {
            widen_axes();
            package_.replace(chart_, document_);
            update_workbook();
        }
        return std::move(changes_);
    }

private:
    /// Which plot each series shows: the one by its name, else the one by its number if neither is
    /// spoken for (a series may have been renamed). Others are somebody's own, or of no plot.
    std::vector<std::pair<Node, std::size_t>> match_series()
    {
        std::vector<std::pair<Node, std::size_t>> matched;
        std::vector<Node> others;
        std::set<std::size_t> shown;
        for (const pugi::xpath_node& found : document_.select_nodes("//c:plotArea/*/c:ser")) {
            const auto plot =
                plot_called(found.node().select_node("c:tx//c:v").node().text().get());
            if (plot && shown.insert(*plot).second) {
                matched.emplace_back(found.node(), *plot);
            } else {
                others.push_back(found.node());
            }
        }
        for (const Node series : others) {
            const std::size_t number = series.child("c:idx").attribute("val").as_uint(~0U);
            if (number < exhibit_.plots.size() && exhibit_.plots[number].kind != PlotKind::label &&
                shown.insert(number).second) {
                matched.emplace_back(series, number);
            } else {
                changes_.left.emplace_back(series.select_node("c:tx//c:v").node().text().get());
            }
        }
        for (std::size_t p = 0; p < exhibit_.plots.size(); ++p) {
            if (exhibit_.plots[p].kind != PlotKind::label && !shown.contains(p)) {
                changes_.left.push_back(exhibit_.plots[p].name);
            }
        }
        return matched;
    }

    [[nodiscard]] std::optional<std::size_t> plot_called(const std::string& name) const
    {
        for (std::size_t p = 0; p < exhibit_.plots.size(); ++p) {
            if (exhibit_.plots[p].kind != PlotKind::label &&
                xml::allowed(table_.columns[table_.first_plot + p].name) == name) {
                return p;
            }
        }
        return std::nullopt;
    }

    void update_series(Node series, std::size_t p)
    {
        const Node cache = cache_of(series.child("c:val"));
        if (!cache) {
            changes_.left.push_back(exhibit_.plots[p].name);
            return;
        }
        sheet_ = sheet_.empty()
                     ? sheet_in(series.child("c:val").child("c:numRef").child("c:f").text().get())
                     : sheet_;
        const auto old = points_of(cache);
        const auto places = places_before(series);
        std::map<std::size_t, std::string> points;
        const Plot& plot = exhibit_.plots[p];
        for (std::size_t i = 0; i < exhibit_.size(); ++i) {
            const auto place = places.find(key_of(i));
            const auto at = place != places.end() ? old.find(place->second) : old.end();
            const std::string text = at != old.end() ? at->second : std::string{};
            const bool same = same_figure(text, plot.values[i]);
            if (!same) {
                changes_.figures.push_back(
                    {fmt::format("{} {}", plot.name, place_name(exhibit_, i)), text,
                     plot.values[i] ? xml::number(*plot.values[i]) : ""});
            }
            if (plot.values[i]) {
                points[i] = same ? text : xml::number(*plot.values[i]);
            }
        }
        write_points(cache, points, exhibit_.size());
        if (exhibit_.axis == AxisKind::labels) {
            move_marks(series, places, old, p);
        } else {
            move_last_marks(series, old, p);
        }
        for (const Plot& words : exhibit_.plots) {
            if (words.kind == PlotKind::label && words.over == p) {
                update_words(series.child("c:dLbls"), words, p);
            }
        }
        update_categories(series);
        stretch(series.child("c:val").child("c:numRef").child("c:f"));
        stretch(series.child("c:cat").first_child().child("c:f"));
    }

    [[nodiscard]] std::string key_of(std::size_t place) const
    {
        const TableCell& first = table_.rows[place].front();
        const auto* day = std::get_if<Date>(&first);
        return day != nullptr ? std::to_string(sheet_day(*day)) : std::get<std::string>(first);
    }

    /// Where each category stood.
    [[nodiscard]] static std::map<std::string, std::size_t> places_before(Node series)
    {
        std::map<std::string, std::size_t> places;
        for (const auto& [place, text] : points_of(cache_of(series.child("c:cat")))) {
            places[text] = place;
        }
        return places;
    }

    void update_categories(Node series)
    {
        if (const Node cache = cache_of(series.child("c:cat"))) {
            std::map<std::size_t, std::string> points;
            for (std::size_t i = 0; i < exhibit_.size(); ++i) {
                points[i] = key_of(i);
            }
            moved_ = moved_ || points != points_of(cache);
            write_points(cache, points, exhibit_.size());
        }
    }

    /// A bar of a list keeps its looks wherever it comes to stand; its colour of rise or fall
    /// follows its sign.
    void move_marks(Node series, const std::map<std::string, std::size_t>& places,
                    const std::map<std::size_t, std::string>& old, std::size_t p)
    {
        std::map<std::size_t, std::size_t> now;
        for (std::size_t i = 0; i < exhibit_.size(); ++i) {
            if (const auto place = places.find(key_of(i)); place != places.end()) {
                now[place->second] = i;
            }
        }
        for (const Node mark : series.children("c:dPt")) {
            const std::size_t before = mark.child("c:idx").attribute("val").as_uint();
            const auto to = now.find(before);
            if (to == now.end()) {
                continue;
            }
            xml::set(mark.child("c:idx"), "val", std::to_string(to->second));
            const Node color = mark.child("c:spPr").child("a:solidFill").child("a:srgbClr");
            const auto was = old.find(before);
            const double old_value = was != old.end() ? number_in(was->second).value_or(0) : 0;
            const double value = exhibit_.plots[p].values[to->second].value_or(0);
            if (color && (old_value < 0) != (value < 0)) {
                turn_color(color);
            }
        }
    }

    /// The colour of rises for that of falls, or the other way round.
    static void turn_color(Node color)
    {
        const std::string rise = house::hex(house::rise);
        const std::string fall = house::hex(house::fall);
        const std::string now = color.attribute("val").value();
        if (now == rise || now == fall) {
            xml::set(color, "val", now == rise ? fall : rise);
        }
    }

    /// What marks the last figure moves with it, unless something stands there already.
    void move_last_marks(Node series, const std::map<std::size_t, std::string>& old, std::size_t p)
    {
        const auto& values = exhibit_.plots[p].values;
        std::size_t last = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            last = values[i] ? i : last;
        }
        const std::size_t before = old.empty() ? last : old.rbegin()->first;
        if (last == before) {
            return;
        }
        for (const auto& [list, kind] :
             {std::pair{series, "c:dPt"}, std::pair{series.child("c:dLbls"), "c:dLbl"}}) {
            Node moving;
            bool is_free = true;
            for (const Node mark : list.children(kind)) {
                const std::size_t place = mark.child("c:idx").attribute("val").as_uint();
                moving = place == before ? mark : moving;
                is_free = is_free && place != last;
            }
            if (moving && is_free) {
                xml::set(moving.child("c:idx"), "val", std::to_string(last));
            }
        }
    }

    /// Words over bars: one for each bar that has a figure of its own, and no others.
    void update_words(Node labels, const Plot& plot, std::size_t bars)
    {
        std::map<std::size_t, Node> there;
        for (const Node label : labels.children("c:dLbl")) {
            there[label.child("c:idx").attribute("val").as_uint()] = label;
        }
        for (std::size_t i = 0; i < plot.values.size(); ++i) {
            const bool wanted = plot.values[i] && exhibit_.plots[bars].values[i];
            const auto found = there.find(i);
            if (!wanted) {
                if (found != there.end()) {
                    labels.remove_child(found->second);
                }
                continue;
            }
            Node label = found != there.end() ? found->second : Node{};
            if (!label && !there.empty()) {
                label = labels.insert_copy_before(there.begin()->second, labels.first_child());
                xml::set(label.child("c:idx"), "val", std::to_string(i));
            }
            const Node text = label.select_node(".//a:t").node();
            const std::string before = found != there.end() ? text.text().get() : std::string{};
            const std::string now = value_text(plot, i);
            if (text && before != now) {
                xml::set_text(text, now);
                changes_.figures.push_back(
                    {fmt::format("{} {}", plot.name, place_name(exhibit_, i)), before, now});
            }
        }
    }

    void stretch(Node formula)
    {
        if (formula) {
            const int rows = std::max(static_cast<int>(table_.rows.size()), 1);
            xml::set_text(formula, with_last_row(formula.text().get(), 1 + rows));
        }
    }

    /// An axis that would cut a figure off is left to the program that shows the chart.
    void widen_axes()
    {
        for (const pugi::xpath_node& found : document_.select_nodes("//c:plotArea/*/c:ser")) {
            const Node series = found.node();
            std::set<std::string> axes;
            for (const Node id : series.parent().children("c:axId")) {
                axes.insert(id.attribute("val").value());
            }
            for (const pugi::xpath_node& axis : document_.select_nodes("//c:plotArea/c:valAx")) {
                if (axes.contains(axis.node().child("c:axId").attribute("val").value())) {
                    widen(axis.node().child("c:scaling"), cache_of(series.child("c:val")));
                }
            }
        }
    }

    static void widen(Node scaling, Node cache)
    {
        for (const auto& [place, text] : points_of(cache)) {
            const double value = number_in(text).value_or(0);
            if (const Node max = scaling.child("c:max");
                max && value > max.attribute("val").as_double()) {
                scaling.remove_child(max);
            }
            if (const Node min = scaling.child("c:min");
                min && value < min.attribute("val").as_double()) {
                scaling.remove_child(min);
            }
        }
    }

    void update_workbook();

    OfficePackage& package_;
    const std::string& chart_;
    const Exhibit& exhibit_;
    ExhibitTable table_;
    pugi::xml_document document_;
    ChartChanges changes_;
    std::string sheet_; ///< that the chart reads
    bool moved_ = false;
};

/// A cell of a sheet's XML; made where it is missing, in the order of columns.
Node cell_at(Node row, const std::string& reference)
{
    for (const Node cell : row.children("c")) {
        const std::string at = cell.attribute("r").value();
        if (at == reference) {
            return cell;
        }
        const bool beyond =
            at.size() > reference.size() || (at.size() == reference.size() && at > reference);
        if (beyond) {
            const Node made = row.insert_child_before("c", cell);
            xml::set(made, "r", reference);
            return made;
        }
    }
    return xml::add(row, "c", {{"r", reference}});
}

Node row_at(Node rows, int number)
{
    for (const Node row : rows.children("row")) {
        const int at = row.attribute("r").as_int();
        if (at == number) {
            return row;
        }
        if (at > number) {
            const Node made = rows.insert_child_before("row", row);
            xml::set(made, "r", std::to_string(number));
            return made;
        }
    }
    return xml::add(rows, "row", {{"r", std::to_string(number)}});
}

/// Writes a cell, keeping its style; a new one takes that of the cell above it.
void write_cell(Node rows, int number, std::size_t column, const TableCell& value)
{
    const Node cell =
        cell_at(row_at(rows, number), fmt::format("{}{}", column_name(column), number));
    if (!cell.attribute("s") && number > 2) {
        const Node above =
            cell_at(row_at(rows, number - 1), fmt::format("{}{}", column_name(column), number - 1));
        if (const auto style = above.attribute("s")) {
            xml::set(cell, "s", style.value());
        }
    }
    Node changed = cell;
    changed.remove_attribute("t");
    changed.remove_children();
    if (const auto* figure = std::get_if<double>(&value)) {
        xml::add_text(changed, "v", xml::number(*figure));
    } else if (const auto* day = std::get_if<Date>(&value)) {
        xml::add_text(changed, "v", std::to_string(sheet_day(*day)));
    } else if (const auto* words = std::get_if<std::string>(&value)) {
        xml::set(changed, "t", "inlineStr");
        xml::add_text(xml::add(changed, "is"), "t", *words);
    }
}

/// The cells of the exhibit's own sheet are set one by one; other sheets and looks stay.
void ChartUpdate::update_workbook()
{
    std::string part;
    for (const Relation& relation : package_.relations(chart_)) {
        if (relation.type == "package" && package_.has(relation.target)) {
            part = relation.target;
        }
    }
    if (part.empty()) {
        return; // the link was broken on purpose
    }
    OfficePackage workbook = OfficePackage::read(package_.content(part));
    const std::string book = workbook.related("", "officeDocument");
    const pugi::xml_document sheets = workbook.document(book);
    const Node sheet =
        sheets.child("workbook").child("sheets").find_child_by_attribute("name", sheet_.c_str());
    if (!sheet) {
        changes_.left.emplace_back("workbook");
        return;
    }
    const std::string name = workbook.related_by_id(book, sheet.attribute("r:id").value());
    pugi::xml_document document = workbook.document(name);
    const Node rows = document.child("worksheet").child("sheetData");
    for (std::size_t r = 0; r < table_.rows.size(); ++r) {
        for (std::size_t c = 0; c < table_.columns.size(); ++c) {
            write_cell(rows, static_cast<int>(r) + 2, c, table_.rows[r][c]);
        }
    }
    // Rows that the exhibit has no more, after its window moved on.
    for (int number = static_cast<int>(table_.rows.size()) + 2;; ++number) {
        const Node row = rows.find_child_by_attribute("r", std::to_string(number).c_str());
        if (!row) {
            break;
        }
        for (std::size_t c = 0; c < table_.columns.size(); ++c) {
            write_cell(rows, number, c, {});
        }
    }
    document.child("worksheet").remove_child("dimension");
    workbook.replace(name, document);
    package_.replace(part, workbook.write());
}

} // namespace

ChartChanges update_chart(OfficePackage& package, const std::string& chart, const Exhibit& exhibit)
{
    return ChartUpdate{package, chart, exhibit}.update();
}

} // namespace weekboard
