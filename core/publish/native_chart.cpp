#include "publish/native_chart.h"

#include "exhibit/ticks.h"
#include "publish/drawing.h"
#include "publish/xml.h"
#include "series/number_format.h"

#include <fmt/format.h>

#include <algorithm>

namespace weekboard
{

namespace
{

using xml::add;
using xml::add_text;
using xml::add_val;
using xml::Node;

constexpr int most_rows = 7;
constexpr int most_labels = 12; ///< of a category axis
constexpr int accents = 4;      ///< of the theme, that plots take in turn

/// A hyphen at which no line breaks: some programs would set 24 over 02.
constexpr const char* short_month = "yy\"\u2011\"mm";

constexpr int left_places = 111;
constexpr int left_values = 112;
constexpr int right_places = 113;
constexpr int right_values = 114;

/// A colour of the theme, `accent1`, `tx2`, or RRGGBB; the ground shows through by so many per
/// cent.
struct ThemeColor {
    std::string name;
    int paler = 0;
};

constexpr int quiet_bars = 30;

void add_color(Node parent, const ThemeColor& color)
{
    const Node named = drawing::add_color(parent, color.name);
    if (color.paler > 0) {
        add_val(named, "a:alpha", (100 - color.paler) * 1000);
    }
}

void add_fill(Node parent, const ThemeColor& color)
{
    add_color(add(parent, "a:solidFill"), color);
}

int emu(double points)
{
    return static_cast<int>(points * 12700);
}

void add_line(Node parent, double points, const ThemeColor& color)
{
    const Node line = add(parent, "a:ln", {{"w", std::to_string(emu(points))}, {"cap", "rnd"}});
    add_fill(line, color);
    add(line, "a:round");
}

void add_no_line(Node parent)
{
    add(add(parent, "a:ln"), "a:noFill");
}

void add_text_style(Node parent, double points, const ThemeColor& color, bool bold = false)
{
    const Node text = add(parent, "c:txPr");
    add(text, "a:bodyPr");
    add(text, "a:lstStyle");
    const Node paragraph = add(text, "a:p");
    const Node run =
        add(add(paragraph, "a:pPr"), "a:defRPr",
            {{"sz", std::to_string(static_cast<int>(points * 100))}, {"b", bold ? "1" : "0"}});
    add_fill(run, color);
    add(run, "a:latin", {{"typeface", "+mn-lt"}});
    add(run, "a:ea", {{"typeface", "+mn-ea"}});
    add(paragraph, "a:endParaRPr", {{"lang", "zh-CN"}});
}

/// `'sheet'!$B$2:$B$13`.
std::string range(const SheetPlace& place, std::size_t column, int first, int last)
{
    std::string sheet;
    for (const char c : place.sheet) {
        sheet += c == '\'' ? std::string{"''"} : std::string{c};
    }
    const std::string name = column_name(column);
    return first == last ? fmt::format("'{}'!${}${}", sheet, name, first)
                         : fmt::format("'{}'!${}${}:${}${}", sheet, name, first, name, last);
}

class ChartWriter
{
public:
    ChartWriter(const Exhibit& exhibit, const ExhibitTable& table, const SheetPlace& place,
                const ChartStyle& style)
        : exhibit_{exhibit}
        , table_{table}
        , place_{place}
        , style_{style}
        , is_list_{exhibit.kind == ExhibitKind::ranked_bars || exhibit.kind == ExhibitKind::movers}
    {
    }

    std::string write()
    {
        pugi::xml_document document;
        const Node space = add(
            document, "c:chartSpace",
            {{"xmlns:c", "http://schemas.openxmlformats.org/drawingml/2006/chart"},
             {"xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"},
             {"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}});
        add_val(space, "c:date1904", 0);
        add_val(space, "c:roundedCorners", 0);
        const Node chart = add(space, "c:chart");
        add_val(chart, "c:autoTitleDeleted", 1);
        write_plot_area(add(chart, "c:plotArea"));
        if (plot_count() > 1) {
            write_legend(add(chart, "c:legend"));
        }
        add_val(chart, "c:plotVisOnly", 1);
        add_val(chart, "c:dispBlanksAs", "gap");
        const Node shape = add(space, "c:spPr");
        add(shape, "a:noFill");
        add_no_line(shape);
        add_text_style(space, style_.points, ThemeColor{style_.quiet_color});
        if (!style_.data_relation.empty()) {
            const Node data = add(space, "c:externalData", {{"r:id", style_.data_relation}});
            add_val(data, "c:autoUpdate", 0);
        }
        return xml::to_string(document);
    }

private:
    [[nodiscard]] bool has(PlotKind kind, AxisSide side) const
    {
        return std::ranges::any_of(exhibit_.plots, [&](const Plot& plot) {
            return plot.kind == kind && side_of(plot) == side;
        });
    }

    [[nodiscard]] std::size_t plot_count() const
    {
        return static_cast<std::size_t>(std::ranges::count_if(
            exhibit_.plots, [](const Plot& plot) { return plot.kind != PlotKind::label; }));
    }

    /// Where nothing is at the left, what is at the right moves there.
    [[nodiscard]] AxisSide side_of(const Plot& plot) const
    {
        const bool any_left = std::ranges::any_of(exhibit_.plots, [](const Plot& other) {
            return other.axis == AxisSide::left && other.kind != PlotKind::label;
        });
        return any_left ? plot.axis : AxisSide::left;
    }

    void write_plot_area(Node area)
    {
        add(area, "c:layout");
        for (const AxisSide side : {AxisSide::left, AxisSide::right}) {
            if (has(PlotKind::bar, side)) {
                write_bars(add(area, "c:barChart"), side);
            }
            if (has(PlotKind::line, side)) {
                write_lines(add(area, "c:lineChart"), side);
            }
        }
        const PairedScales scales = fitted_scales();
        write_places(area, AxisSide::left);
        write_values(add(area, "c:valAx"), AxisSide::left, scales.left);
        if (has(PlotKind::bar, AxisSide::right) || has(PlotKind::line, AxisSide::right)) {
            write_places(area, AxisSide::right);
            write_values(add(area, "c:valAx"), AxisSide::right, scales.right);
        }
        add(add(area, "c:spPr"), "a:noFill");
    }

    void write_legend(Node legend) const
    {
        add_val(legend, "c:legendPos", "t");
        add_val(legend, "c:overlay", 0);
        add_text_style(legend, style_.points, ThemeColor{style_.quiet_color});
    }

    [[nodiscard]] PairedScales fitted_scales() const
    {
        ValueExtent left;
        ValueExtent right;
        for (const Plot& plot : exhibit_.plots) {
            for (const auto& value : plot.values) {
                if (value && plot.kind != PlotKind::label) {
                    (side_of(plot) == AxisSide::left ? left : right).add(*value);
                }
            }
        }
        return fit_scales(exhibit_, left, right, most_rows);
    }

    void write_bars(Node chart, AxisSide side)
    {
        add_val(chart, "c:barDir", is_list_ ? "bar" : "col");
        add_val(chart, "c:grouping", "clustered");
        add_val(chart, "c:varyColors", 0);
        for (std::size_t p = 0; p < exhibit_.plots.size(); ++p) {
            if (exhibit_.plots[p].kind == PlotKind::bar && side_of(exhibit_.plots[p]) == side) {
                write_bar_series(begin_series(chart, p), p);
            }
        }
        add_val(chart, "c:gapWidth", gap_width());
        add_val(chart, "c:overlap", exhibit_.kind == ExhibitKind::comparison ? -8 : 0);
        add_axis_ids(chart, side);
    }

    void write_lines(Node chart, AxisSide side)
    {
        add_val(chart, "c:grouping", "standard");
        add_val(chart, "c:varyColors", 0);
        for (std::size_t p = 0; p < exhibit_.plots.size(); ++p) {
            if (exhibit_.plots[p].kind == PlotKind::line && side_of(exhibit_.plots[p]) == side) {
                write_line_series(begin_series(chart, p), p);
            }
        }
        add_val(chart, "c:marker", 1);
        add_axis_ids(chart, side);
    }

    /// In per cent of a bar; a bar that has the whole axis for itself keeps slim.
    [[nodiscard]] int gap_width() const
    {
        constexpr std::size_t few = 4;
        if (is_list_) {
            return 45;
        }
        return exhibit_.axis == AxisKind::periods && exhibit_.size() < few ? 400 : 60;
    }

    static void add_axis_ids(Node chart, AxisSide side)
    {
        add_val(chart, "c:axId", side == AxisSide::left ? left_places : right_places);
        add_val(chart, "c:axId", side == AxisSide::left ? left_values : right_values);
    }

    [[nodiscard]] static ThemeColor color_of(std::size_t plot)
    {
        return {fmt::format("accent{}", plot % accents + 1)};
    }

    Node begin_series(Node chart, std::size_t plot) const
    {
        const Node series = add(chart, "c:ser");
        add_val(series, "c:idx", static_cast<int>(plot));
        add_val(series, "c:order", static_cast<int>(plot));
        const Node name = add(add(series, "c:tx"), "c:strRef");
        const std::size_t column = table_.first_plot + plot;
        add_text(name, "c:f", range(place_, column, place_.header_row, place_.header_row));
        const Node cache = add(name, "c:strCache");
        add_val(cache, "c:ptCount", 1);
        add_text(add(cache, "c:pt", {{"idx", "0"}}), "c:v", table_.columns[column].name);
        return series;
    }

    void write_bar_series(Node series, std::size_t p) const
    {
        const Plot& plot = exhibit_.plots[p];
        const bool one_stands_out = exhibit_.highlight && !is_list_;
        const Node shape = add(series, "c:spPr");
        ThemeColor quiet = color_of(p);
        quiet.paler = one_stands_out ? quiet_bars : 0;
        add_fill(shape, quiet);
        add_val(series, "c:invertIfNegative", 0);
        if (is_list_) {
            for (std::size_t i = 0; i < exhibit_.size(); ++i) {
                write_change_point(series, plot, i);
            }
        } else if (one_stands_out && *exhibit_.highlight < exhibit_.size()) {
            add_fill(add(begin_point(series, *exhibit_.highlight), "c:spPr"), color_of(p));
        }
        write_bar_labels(add(series, "c:dLbls"), p);
        write_figures(series, p);
    }

    static Node begin_point(Node series, std::size_t place)
    {
        const Node point = add(series, "c:dPt");
        add_val(point, "c:idx", static_cast<int>(place));
        add_val(point, "c:invertIfNegative", 0);
        add_val(point, "c:bubble3D", 0);
        return point;
    }

    /// Rises and falls in their colours; beside a highlighted one the others are half as strong.
    void write_change_point(Node series, const Plot& plot, std::size_t place) const
    {
        const std::string& color = plot.values[place].value_or(0) < 0 ? style_.fall : style_.rise;
        const Node fill = add(add(begin_point(series, place), "c:spPr"), "a:solidFill");
        const Node rgb = add_val(fill, "a:srgbClr", color);
        if (exhibit_.highlight && *exhibit_.highlight != place) {
            add_val(rgb, "a:alpha", 50000);
        }
    }

    void write_line_series(Node series, std::size_t p) const
    {
        const Node shape = add(series, "c:spPr");
        add_line(shape, style_.line_points, color_of(p));
        const Node marker = add(series, "c:marker");
        if (exhibit_.axis == AxisKind::days) {
            add_val(marker, "c:symbol", "none");
        } else {
            add_val(marker, "c:symbol", "circle");
            add_val(marker, "c:size", 5);
            const Node marks = add(marker, "c:spPr");
            add_fill(marks, ThemeColor{"bg1"});
            add_line(marks, style_.line_points * 0.6, color_of(p));
        }
        write_last_label(add(series, "c:dLbls"), p, "t");
        write_figures(series, p);
        add_val(series, "c:smooth", 0);
    }

    [[nodiscard]] std::optional<std::size_t> last_figure(std::size_t p) const
    {
        const auto& values = exhibit_.plots[p].values;
        for (std::size_t i = values.size(); i-- > 0;) {
            if (values[i]) {
                return i;
            }
        }
        return std::nullopt;
    }

    static void add_shown_parts(Node label, bool value)
    {
        add_val(label, "c:showLegendKey", 0);
        add_val(label, "c:showVal", value ? 1 : 0);
        add_val(label, "c:showCatName", 0);
        add_val(label, "c:showSerName", 0);
        add_val(label, "c:showPercent", 0);
        add_val(label, "c:showBubbleSize", 0);
    }

    void add_label_style(Node label, std::size_t p, const char* position, bool bold) const
    {
        add(label, "c:numFmt", {{"formatCode", label_format(p)}, {"sourceLinked", "0"}});
        const Node shape = add(label, "c:spPr");
        add(shape, "a:noFill");
        add_no_line(shape);
        add_text_style(label, style_.points, is_list_ ? ThemeColor{style_.text_color} : color_of(p),
                       bold);
        add_val(label, "c:dLblPos", position);
    }

    [[nodiscard]] std::string label_format(std::size_t p) const
    {
        const TableColumn& column = table_.columns[table_.first_plot + p];
        const bool is_change = is_list_ || exhibit_.kind == ExhibitKind::comparison;
        const std::string plain = figure_format(column);
        return is_change ? fmt::format("+{0};\u2212{0};{0}", plain) : plain;
    }

    /// Where the figures change with time the last one is told, as in our own pictures.
    void write_last_label(Node labels, std::size_t p, const char* position) const
    {
        if (const auto last = last_figure(p)) {
            const Node label = add(labels, "c:dLbl");
            add_val(label, "c:idx", static_cast<int>(*last));
            add_label_style(label, p, position, true);
            add_shown_parts(label, true);
        }
        add_shown_parts(labels, false);
    }

    void write_bar_labels(Node labels, std::size_t p) const
    {
        if (exhibit_.axis == AxisKind::labels) {
            add_label_style(labels, p, "outEnd", false);
            add_shown_parts(labels, true);
            return;
        }
        for (const Plot& plot : exhibit_.plots) {
            if (plot.kind == PlotKind::label && plot.over == p) {
                write_growth_labels(labels, plot, p);
                add_shown_parts(labels, false);
                return;
            }
        }
        write_last_label(labels, p, "outEnd");
    }

    /// The words over the bars come from another plot.
    void write_growth_labels(Node labels, const Plot& plot, std::size_t bars) const
    {
        for (std::size_t i = 0; i < plot.values.size(); ++i) {
            if (!plot.values[i] || !exhibit_.plots[bars].values[i]) {
                continue;
            }
            const Node label = add(labels, "c:dLbl");
            add_val(label, "c:idx", static_cast<int>(i));
            const Node rich = add(add(label, "c:tx"), "c:rich");
            add(rich, "a:bodyPr", {{"rot", "-5400000"}, {"vert", "horz"}});
            add(rich, "a:lstStyle");
            const Node run = add(add(rich, "a:p"), "a:r");
            const Node run_style = add(
                run, "a:rPr",
                {{"lang", "zh-CN"}, {"sz", std::to_string(static_cast<int>(style_.points * 85))}});
            add_fill(run_style, color_of(bars));
            add_text(run, "a:t", value_text(plot, i));
            add_val(label, "c:dLblPos", "outEnd");
            add_shown_parts(label, true);
        }
    }

    [[nodiscard]] int first_row() const { return place_.header_row + 1; }
    [[nodiscard]] int last_row() const
    {
        return place_.header_row + std::max(static_cast<int>(table_.rows.size()), 1);
    }

    void write_figures(Node series, std::size_t p) const
    {
        write_categories(add(series, "c:cat"));
        const std::size_t column = table_.first_plot + p;
        const Node reference = add(add(series, "c:val"), "c:numRef");
        add_text(reference, "c:f", range(place_, column, first_row(), last_row()));
        const Node cache = add(reference, "c:numCache");
        add_text(cache, "c:formatCode", figure_format(table_.columns[column]));
        add_val(cache, "c:ptCount", static_cast<int>(exhibit_.size()));
        for (std::size_t i = 0; i < exhibit_.size(); ++i) {
            if (const auto& value = exhibit_.plots[p].values[i]) {
                add_text(add(cache, "c:pt", {{"idx", std::to_string(i)}}), "c:v",
                         xml::number(*value));
            }
        }
    }

    void write_categories(Node categories) const
    {
        const bool days =
            !table_.rows.empty() && std::holds_alternative<Date>(table_.rows.front().front());
        const Node reference = add(categories, days ? "c:numRef" : "c:strRef");
        add_text(reference, "c:f", range(place_, 0, first_row(), last_row()));
        const Node cache = add(reference, days ? "c:numCache" : "c:strCache");
        if (days) {
            add_text(cache, "c:formatCode", period_format(exhibit_));
        }
        add_val(cache, "c:ptCount", static_cast<int>(exhibit_.size()));
        for (std::size_t i = 0; i < exhibit_.size(); ++i) {
            const Node point = add(cache, "c:pt", {{"idx", std::to_string(i)}});
            if (days) {
                add_text(point, "c:v",
                         std::to_string(sheet_day(std::get<Date>(table_.rows[i].front()))));
            } else {
                add_text(point, "c:v", place_name(exhibit_, i));
            }
        }
    }

    void write_places(Node area, AxisSide side)
    {
        const bool days = exhibit_.axis == AxisKind::days;
        const Node axis = add(area, days ? "c:dateAx" : "c:catAx");
        add_val(axis, "c:axId", side == AxisSide::left ? left_places : right_places);
        add_val(add(axis, "c:scaling"), "c:orientation", is_list_ ? "maxMin" : "minMax");
        add_val(axis, "c:delete", side == AxisSide::right ? 1 : 0);
        add_val(axis, "c:axPos", is_list_ ? "l" : "b");
        add(axis, "c:numFmt", {{"formatCode", period_format(exhibit_)}, {"sourceLinked", "0"}});
        add_val(axis, "c:majorTickMark", "none");
        add_val(axis, "c:minorTickMark", "none");
        add_val(axis, "c:tickLblPos", "low");
        add_line(add(axis, "c:spPr"), 0.75, {"bg2"});
        add_text_style(axis, style_.points,
                       ThemeColor{is_list_ ? style_.text_color : style_.quiet_color});
        add_val(axis, "c:crossAx", side == AxisSide::left ? left_values : right_values);
        add_val(axis, "c:crosses", "autoZero");
        add_val(axis, "c:auto", days ? 1 : 0);
        if (days) {
            add_val(axis, "c:lblOffset", 100);
            add_val(axis, "c:baseTimeUnit", "days");
            add_val(axis, "c:majorUnit", months_between_labels());
            add_val(axis, "c:majorTimeUnit", "months");
            return;
        }
        add_val(axis, "c:lblAlgn", "ctr");
        add_val(axis, "c:lblOffset", 100);
        if (exhibit_.axis == AxisKind::periods) {
            add_val(axis, "c:tickLblSkip", places_between_labels());
        } else {
            add_val(axis, "c:tickLblSkip", 1);
        }
        add_val(axis, "c:noMultiLvlLbl", 1);
    }

    [[nodiscard]] int places_between_labels() const
    {
        const int count = static_cast<int>(exhibit_.size());
        return std::max(1, (count + most_labels - 1) / most_labels);
    }

    [[nodiscard]] int months_between_labels() const
    {
        const auto days = exhibit_.x.empty() ? 0 : (exhibit_.x.back() - exhibit_.x.front()).count();
        for (const int months : {1, 2, 3, 6, 12}) {
            if (static_cast<int>(days / 30) / months <= most_labels) {
                return months;
            }
        }
        return 24;
    }

    void write_values(Node axis, AxisSide side, const ValueScale& scale) const
    {
        const bool left = side == AxisSide::left;
        add_val(axis, "c:axId", left ? left_values : right_values);
        const Node scaling = add(axis, "c:scaling");
        add_val(scaling, "c:orientation", "minMax");
        if (!is_list_) {
            add_val(scaling, "c:max", scale.high);
            add_val(scaling, "c:min", scale.low);
        }
        add_val(axis, "c:delete", is_list_ ? 1 : 0);
        add_val(axis, "c:axPos", is_list_ ? "t" : left ? "l" : "r");
        if (left && !is_list_) {
            add_line(add(add(axis, "c:majorGridlines"), "c:spPr"), 0.5, {"bg2"});
        }
        add(axis, "c:numFmt", {{"formatCode", axis_format(side, scale)}, {"sourceLinked", "0"}});
        add_val(axis, "c:majorTickMark", "none");
        add_val(axis, "c:minorTickMark", "none");
        add_val(axis, "c:tickLblPos", left ? "nextTo" : "high");
        add_no_line(add(axis, "c:spPr"));
        add_text_style(axis, style_.points, ThemeColor{style_.quiet_color});
        add_val(axis, "c:crossAx", left ? left_places : right_places);
        add_val(axis, "c:crosses", left ? "autoZero" : "max");
        add_val(axis, "c:crossBetween", exhibit_.axis == AxisKind::days ? "midCat" : "between");
        if (!is_list_) {
            add_val(axis, "c:majorUnit", scale.step);
        }
    }

    [[nodiscard]] std::string axis_format(AxisSide side, const ValueScale& scale) const
    {
        const bool percent = std::ranges::all_of(exhibit_.plots, [&](const Plot& plot) {
            return plot.kind == PlotKind::label || side_of(plot) != side || plot.unit == "%";
        });
        return figure_format({"", scale.decimals, percent});
    }

    const Exhibit& exhibit_;
    const ExhibitTable& table_;
    const SheetPlace& place_;
    const ChartStyle& style_;
    bool is_list_;
};

} // namespace

bool has_native_chart(const Exhibit& exhibit)
{
    return exhibit.kind != ExhibitKind::heat_table && exhibit.size() > 0;
}

std::string native_chart(const Exhibit& exhibit, const ExhibitTable& table, const SheetPlace& place,
                         const ChartStyle& style)
{
    return ChartWriter{exhibit, table, place, style}.write();
}

std::string column_name(std::size_t column)
{
    std::string name;
    for (++column; column > 0; column = (column - 1) / 26) {
        name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
    }
    return name;
}

int sheet_day(Date day)
{
    // The 1900 system takes 1900 for a leap year: from March 1900 on its day 0 is 1899-12-30.
    return static_cast<int>((day - make_date(1899, 12, 30)).count());
}

std::string figure_format(const TableColumn& column)
{
    std::string format = column.is_percent ? "0" : "#,##0";
    if (column.decimals > 0) {
        format += "." + std::string(static_cast<std::size_t>(column.decimals), '0');
    }
    return column.is_percent ? format + "\"%\"" : format;
}

std::string period_format(const Exhibit& exhibit)
{
    if (exhibit.axis == AxisKind::labels) {
        return "General";
    }
    if (exhibit.axis == AxisKind::days) {
        return short_month;
    }
    switch (exhibit.frequency) {
    case Frequency::monthly:
        return short_month;
    case Frequency::annual:
        return "yyyy";
    default:
        return "yyyy\\-mm\\-dd";
    }
}

} // namespace weekboard
