#include "charts/exhibit_scene.h"
#include "export/picture.h"
#include "export/report_files.h"
#include "publish/html_report.h"

namespace weekboard
{

namespace
{

constexpr double units_per_cm = 96 / 2.54;

/// On a wide screen; in a narrow window the page scales it.
ExportProfile page_profile(const Exhibit& exhibit)
{
    ExportProfile profile;
    const bool tall = exhibit.kind == ExhibitKind::ranked_bars;
    profile.width_cm = exhibit.slide == SlidePlace::half ? 15 : 28;
    profile.height_cm = tall ? 15 : exhibit.slide == SlidePlace::half ? 8.5 : 11;
    profile.number_and_title = false; // the page says them
    profile.source = false;
    profile.transparent = true;
    return profile;
}

/// The dark screen's colours with the type of a picture.
Theme dark_theme(const Theme& light, RiseColor rise)
{
    Theme dark = screen_theme(true, rise);
    dark.title_size = light.title_size;
    dark.body_size = light.body_size;
    dark.caption_size = light.caption_size;
    return dark;
}

std::string without_declaration(const QByteArray& svg)
{
    return svg.mid(std::max<qsizetype>(svg.indexOf("<svg"), 0)).toStdString();
}

PageDrawing draw_for_page(const Exhibit& exhibit, RiseColor rise)
{
    const ExportProfile profile = page_profile(exhibit);
    const Theme light = picture_theme(profile, rise);
    PageDrawing drawing;
    drawing.light = without_declaration(draw_svg(exhibit, profile, light));
    drawing.dark = without_declaration(draw_svg(exhibit, profile, dark_theme(light, rise)));
    drawing.width = profile.width_cm * units_per_cm;
    const PlotFrame frame = frame_of_picture(exhibit, profile, light);
    if (!frame.area.isEmpty()) {
        for (std::size_t i = 0; i < exhibit.size(); ++i) {
            drawing.places.push_back(frame.x(coordinate_of(exhibit, i)));
        }
    }
    return drawing;
}

} // namespace

UnfinishedReport draw_report_html(const Report& report, RiseColor rise)
{
    std::string page = html_report(
        report, [rise](const Exhibit& exhibit) { return draw_for_page(exhibit, rise); });
    return {1, [page = std::move(page)] { return page; }};
}

} // namespace weekboard
