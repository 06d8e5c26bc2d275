#pragma once

#include "store/connection.h"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// Layouts as data: how a sheet says what its rows and columns are.
namespace weekboard
{

/// What a word of a header heads.
enum class HeaderRole {
    name,
    frequency,
    unit,
    id,
    source,
    other,
    code,
    label,
    period,
    value,
    vintage,
    change,      ///< in %, of whatever the list is about
    week_change, ///< in %, of a week
    span,        ///< what days a row's change is of
    metric,      ///< what the figure of a row is
    end,         ///< a level at the end of the month
    net_add,
    ytd,
    ytd_growth,
    month,
    month_growth,
};

enum class LayoutShape {
    wide,    ///< periods down a column, a series in each other one
    rows,    ///< a figure in each row
    release, ///< names down a column, what is told of them in the others; one month
    ranking, ///< a code and its change in each row; one week
};

/// Where things stand on sheets that have no words to go by; all count from 1.
struct LayoutPlaces {
    int names = 0;   ///< row
    int units = 0;   ///< row; 0: none
    int periods = 1; ///< column
    int first = 0;   ///< row of the first figures
};

/// A cell by which such a sheet is known again.
struct LayoutSign {
    int row = 0;
    int column = 0;
    std::string text; ///< in its compared form
};

struct Layout {
    std::string name; ///< `wind-edb`
    LayoutShape shape = LayoutShape::wide;
    std::map<std::string, HeaderRole, std::less<>> words; ///< in their compared form
    std::vector<HeaderRole> needs;
    std::vector<std::string> footer; ///< in their compared form
    std::vector<std::string> banner;
    bool has_blocks = false; ///< several columns of periods, each with the series behind it
    bool is_crossed = false; ///< rows of the header are told by what they hold, not by a label
    std::optional<LayoutPlaces> at;
    std::vector<LayoutSign> signs;
    /// The series of a row and a column of a release, by the row's name in its compared form.
    std::map<std::string, std::map<HeaderRole, std::string>, std::less<>> items;
};

/// The words for what quotes tell of a security: the one that is its close, and others.
struct MetricWords {
    std::set<std::string, std::less<>> value;
    std::set<std::string, std::less<>> other;

    /// Of a heading in its compared form, with or without a unit in brackets.
    [[nodiscard]] bool is_close(const std::string& form) const;
    [[nodiscard]] bool has(const std::string& form) const;
};

struct Layouts {
    std::vector<Layout> all;
    MetricWords metrics;
};

/// The bundled ones. Throws std::logic_error where `resources/layouts` is not what it should be.
[[nodiscard]] const Layouts& bundled_layouts();

/// A description that is no layout; `what()` says what of it.
class LayoutError : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// One layout as `resources/layouts` writes it. Throws LayoutError.
[[nodiscard]] Layout read_layout(std::string_view description);

/// A mapped layout, described.
[[nodiscard]] std::string describe(const Layout& layout);

/// The bundled layouts and, before them, those that were saved in a store.
[[nodiscard]] Layouts all_layouts(Connection& database);

/// Keeps a layout by its name. Throws LayoutError where it is none. To be used inside Store::write.
void save_layout(Connection& database, std::string_view description);

/// A text as headers and names are compared: without blanks, with narrow forms of letters, digits
/// and marks, small letters.
[[nodiscard]] std::string compared_form(std::string_view text);

/// What the form of a heading has in brackets at its end, where that is a unit: `收盘价(元)`; and
/// the form without it.
struct HeadingUnit {
    std::string heading;
    std::string unit;
};
[[nodiscard]] HeadingUnit unit_in(std::string form);

} // namespace weekboard
