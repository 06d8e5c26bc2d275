#pragma once

#include "exhibit/exhibit.h"
#include "publish/office_package.h"

#include <string>
#include <vector>

namespace weekboard
{

/// A figure that an update replaced.
struct FigureChange {
    std::string where; ///< plot and place
    std::string old_text;
    std::string new_text; ///< either may be empty: no figure
};

struct ChartChanges {
    std::vector<FigureChange> figures;
    /// What was left as it is, because it cannot be told any more what it stands for: series by
    /// their names, plots without one, `workbook`.
    std::vector<std::string> left;
};

/// Brings a native chart in a package, and the workbook behind it, to an exhibit's figures. Nothing
/// else of either changes: colours, sizes, added series and sheets stay. Axes grow where a figure
/// would lie outside. Throws PackageError for a chart that cannot be read.
[[nodiscard]] ChartChanges update_chart(OfficePackage& package, const std::string& chart,
                                        const Exhibit& exhibit);

} // namespace weekboard
