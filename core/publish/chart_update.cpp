#include "publish/chart_update.h"

#include "publish/exhibit_table.h"
#include "publish/native_chart.h"
#include "publish/workbook.h"

#include <fmt/format.h>

#include <charconv>
#include <map>
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

/// `'s'!$B$2:$B$13` with another last row.
std::string with_last_row(const std::string& range, int last)
{
    const auto dollar = range.rfind('$');
    const auto colon = range.rfind(':');
    if (dollar == std::string::npos || colon == std::string::npos || colon > dollar) {
        return range;
    }
    return range.substr(0, dollar + 1) + std::to_string(last);
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

    std::vector<FigureChange> update()
    {
        for (const pugi::xpath_node& found : document_.select_nodes("//c:plotArea/*/c:ser")) {
            update_series(found.node());
        }
        if (!changes_.empty() || moved_) {
            widen_axes();
            package_.replace(chart_, document_);
            replace_workbook();
        }
        return std::move(changes_);
    }

private:
    /// The plot behind a series: a series of ours is numbered as the plots are.
    void update_series(Node series)
    {
        const std::size_t p = series.child("c:idx").attribute("val").as_uint(~0U);
        if (p >= exhibit_.plots.size()) {
            return; // somebody added it
        }
        const Node values = series.child("c:val").child("c:numRef");
        const Node cache = values.child("c:numCache");
        const auto old = points_of(cache);
        const auto places = places_before(series);
        std::map<std::size_t, std::string> points;
        const Plot& plot = exhibit_.plots[p];
        for (std::size_t i = 0; i < exhibit_.size(); ++i) {
            const auto place = places.find(key_of(i));
            const auto at = place != places.end() ? old.find(place->second) : old.end();
            const std::string text = at != old.end() ? at->second : std::string{};
            if (!same_figure(text, plot.values[i])) {
                changes_.push_back({fmt::format("{} {}", plot.name, place_name(exhibit_, i)), text,
                                    plot.values[i] ? xml::number(*plot.values[i]) : ""});
            }
            if (plot.values[i]) {
                points[i] = same_figure(text, plot.values[i]) ? text : xml::number(*plot.values[i]);
            }
        }
        write_points(cache, points, exhibit_.size());
        update_labels(series, old, p);
        update_categories(series);
        stretch(values.child("c:f"));
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
        const Node reference = series.child("c:cat").first_child();
        for (const char* kind : {"c:numCache", "c:strCache"}) {
            for (const auto& [place, text] : points_of(reference.child(kind))) {
                places[text] = place;
            }
        }
        return places;
    }

    void update_categories(Node series)
    {
        const Node reference = series.child("c:cat").first_child();
        for (const char* kind : {"c:numCache", "c:strCache"}) {
            if (const Node cache = reference.child(kind)) {
                std::map<std::size_t, std::string> points;
                for (std::size_t i = 0; i < exhibit_.size(); ++i) {
                    points[i] = key_of(i);
                }
                moved_ = moved_ || points != points_of(cache);
                write_points(cache, points, exhibit_.size());
            }
        }
    }

    /// What marks the last figure moves with it; words over bars are written anew.
    void update_labels(Node series, const std::map<std::size_t, std::string>& old, std::size_t p)
    {
        const auto& values = exhibit_.plots[p].values;
        std::size_t last = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            last = values[i] ? i : last;
        }
        const std::size_t last_before = old.empty() ? last : old.rbegin()->first;
        for (const Node list : {series, series.child("c:dLbls")}) {
            for (const char* kind : {"c:dPt", "c:dLbl"}) {
                for (const Node mark : list.children(kind)) {
                    if (mark.child("c:idx").attribute("val").as_uint() == last_before &&
                        last != last_before && exhibit_.axis != AxisKind::labels) {
                        xml::set(mark.child("c:idx"), "val", std::to_string(last));
                    }
                }
            }
        }
        for (const Plot& plot : exhibit_.plots) {
            if (plot.kind == PlotKind::label && plot.over == p) {
                update_words(series.child("c:dLbls"), plot);
            }
        }
    }

    void update_words(Node labels, const Plot& plot)
    {
        for (const Node label : labels.children("c:dLbl")) {
            const std::size_t place = label.child("c:idx").attribute("val").as_uint();
            const Node text = label.select_node(".//a:t").node();
            if (!text || place >= plot.values.size()) {
                continue;
            }
            const std::string before = text.text().get();
            const std::string now = value_text(plot, place);
            if (before != now) {
                xml::set_text(text, now);
                changes_.push_back(
                    {fmt::format("{} {}", plot.name, place_name(exhibit_, place)), before, now});
            }
        }
    }

    void stretch(Node formula)
    {
        if (formula) {
            const int rows = static_cast<int>(table_.rows.size());
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
                    widen(axis.node().child("c:scaling"),
                          series.child("c:val").child("c:numRef").child("c:numCache"));
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

    void replace_workbook();

    OfficePackage& package_;
    const std::string& chart_;
    const Exhibit& exhibit_;
    ExhibitTable table_;
    pugi::xml_document document_;
    std::vector<FigureChange> changes_;
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
void ChartUpdate::replace_workbook()
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
    const Node sheet = sheets.child("workbook")
                           .child("sheets")
                           .find_child_by_attribute("name", own_sheet_name(exhibit_).c_str());
    if (!sheet) {
        package_.replace(part, workbook_of(exhibit_, table_));
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

std::vector<FigureChange> update_chart(OfficePackage& package, const std::string& chart,
                                       const Exhibit& exhibit)
{
    return ChartUpdate{package, chart, exhibit}.update();
}

} // namespace weekboard
