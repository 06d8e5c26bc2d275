#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace weekboard
{

/// The size of a picture for a place on a slide or a page.
struct ExportProfile {
    std::string name;
    double width_cm = 0;
    double height_cm = 0;

    /// Pixels at a resolution in dots per inch.
    [[nodiscard]] int width_px(int dpi) const;
    [[nodiscard]] int height_px(int dpi) const;
};

/// slide-full, slide-half, slide-third, report-column.
[[nodiscard]] const std::vector<ExportProfile>& export_profiles();

/// One of the above, or `WxHcm` with both sides from 4 to 100 cm.
[[nodiscard]] std::optional<ExportProfile> find_profile(std::string_view name);

} // namespace weekboard
