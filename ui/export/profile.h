#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace weekboard
{

/// What a picture for a place on a slide or a page is like.
struct ExportProfile {
    std::string name;
    double width_cm = 0;
    double height_cm = 0;
    int dpi = 300; ///< of a PNG
    bool number_and_title = true;
    bool source = true;
    bool transparent = false;
    bool events = false;        ///< what happened is marked on the charts
    bool text_as_paths = false; ///< of an SVG: drawn outlines need no fonts, but cannot be searched

    /// Pixels of a PNG.
    [[nodiscard]] int width_px() const;
    [[nodiscard]] int height_px() const;
};

/// Pixels of a length at a resolution in dots per inch.
[[nodiscard]] int pixels(double cm, int dpi);

/// slide-full, slide-half, slide-third, report-column.
[[nodiscard]] const std::vector<ExportProfile>& export_profiles();

/// One of the above, or `WxHcm` with both sides from 4 to 100 cm.
[[nodiscard]] std::optional<ExportProfile> find_profile(std::string_view name);

} // namespace weekboard
