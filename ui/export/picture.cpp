#include "export/picture.h"

#include "charts/exhibit_scene.h"
#include "export/png.h"
#include "export/svg_text.h"
#include "export/text_layer.h"
#include "publish/file_target.h"
#include "publish/pdf_finish.h"
#include "widgets/painting.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace weekboard
{

namespace
{

constexpr double units_per_inch = 96;
constexpr double units_per_cm = units_per_inch / 2.54;
constexpr double points = units_per_inch / 72;

/// Type in points by the width of the picture: title, labels, source.
struct TypeSizes {
    double up_to_cm;
    double title;
    double labels;
    double source;
    double line_width;
};
constexpr std::array<TypeSizes, 5> type_sizes{{{7.0, 7.5, 6.5, 5.5, 1.1},
                                               {9.0, 9.5, 7.5, 6.5, 1.3},
                                               {12.0, 11.0, 8.5, 7.5, 1.5},
                                               {20.0, 13.5, 9.5, 8.5, 1.9},
                                               {1000.0, 16.0, 11.5, 9.5, 2.2}}};

const TypeSizes& sizes_for(const ExportProfile& profile)
{
    for (const TypeSizes& sizes : type_sizes) {
        if (profile.width_cm <= sizes.up_to_cm) {
            return sizes;
        }
    }
    return type_sizes.back();
}

/// Qt's writer rounds the physical size to whole units; a place on a slide is not.
void set_size(QByteArray& svg, const char* side, double cm)
{
    const QByteArray attribute = QByteArray{side} + "=\"";
    const auto from = svg.indexOf(attribute) + attribute.size();
    svg.replace(from, svg.indexOf('"', from) - from, QByteArray::number(cm * 10) + "mm");
}

QSizeF size_of(const ExportProfile& profile)
{
    return {profile.width_cm * units_per_cm, profile.height_cm * units_per_cm};
}

std::unique_ptr<ExhibitScene> lay_out(const Exhibit& exhibit, const ExportProfile& profile,
                                      const Theme& theme)
{
    const TypeSizes& sizes = sizes_for(profile);
    ExhibitLayout layout;
    layout.number_and_title = profile.number_and_title;
    layout.source = profile.source;
    layout.events = profile.events;
    layout.illustrative_badge = !profile.source; // else the source line says it
    layout.margin = sizes.labels * points * 0.9;
    layout.line_width = sizes.line_width;
    auto scene = std::make_unique<ExhibitScene>(exhibit, theme, layout);
    scene->resize(size_of(profile));
    return scene;
}

QByteArray draw_pdf(const Exhibit& exhibit, const ExportProfile& profile, Theme theme)
{
    theme.listed_glyphs = true;
    QByteArray pdf;
    QBuffer buffer{&pdf};
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer{&buffer};
    constexpr double mm_per_cm = 10;
    writer.setPageSize(
        QPageSize{QSizeF{profile.width_cm * mm_per_cm, profile.height_cm * mm_per_cm},
                  QPageSize::Millimeter,
                  {},
                  QPageSize::ExactMatch});
    writer.setPageMargins({});
    QPainter painter{&writer};
    const double scale = writer.resolution() / units_per_inch;
    painter.scale(scale, scale);
    if (!profile.transparent) {
        painter.fillRect(QRectF{{0, 0}, size_of(profile)}, Qt::white);
    }
    paint_exhibit(painter, exhibit, profile, theme);
    painter.end();
    return pdf;
}

void replace_all(std::string& text, std::string_view what, const std::string& by)
{
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
}

} // namespace

std::optional<PictureFormat> parse_picture_format(std::string_view name)
{
    for (const PictureFormat format :
         {PictureFormat::png, PictureFormat::svg, PictureFormat::pdf}) {
        if (name == to_string(format)) {
            return format;
        }
    }
    return std::nullopt;
}

std::string to_string(PictureFormat format)
{
    switch (format) {
    case PictureFormat::png:
        return "png";
    case PictureFormat::svg:
        return "svg";
    case PictureFormat::pdf:
        break;
    }
    return "pdf";
}

Theme picture_theme(const ExportProfile& profile, RiseColor rise)
{
    const TypeSizes& sizes = sizes_for(profile);
    Theme theme = slide_theme(rise);
    theme.title_size = sizes.title * points;
    theme.body_size = sizes.labels * points;
    theme.caption_size = sizes.source * points;
    return theme;
}

void paint_exhibit(QPainter& painter, const Exhibit& exhibit, const ExportProfile& profile,
                   const Theme& theme)
{
    const auto scene = lay_out(exhibit, profile, theme);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const QRectF all{{0, 0}, size_of(profile)};
    scene->render(&painter, all, all, Qt::IgnoreAspectRatio);
}

PlotFrame frame_of_picture(const Exhibit& exhibit, const ExportProfile& profile, const Theme& theme)
{
    return lay_out(exhibit, profile, theme)->frame();
}

QImage draw_image(const Exhibit& exhibit, const ExportProfile& profile, RiseColor rise)
{
    constexpr double inches_per_meter = 1 / 0.0254;
    QImage image{profile.width_px(), profile.height_px(),
                 profile.transparent ? QImage::Format_ARGB32 : QImage::Format_RGB32};
    if (image.isNull()) {
        throw std::bad_alloc{};
    }
    const int density = static_cast<int>(std::lround(profile.dpi * inches_per_meter));
    image.setDotsPerMeterX(density);
    image.setDotsPerMeterY(density);
    image.fill(profile.transparent ? Qt::transparent : Qt::white);
    QPainter painter{&image};
    painter.scale(profile.dpi / units_per_inch, profile.dpi / units_per_inch);
    paint_exhibit(painter, exhibit, profile, picture_theme(profile, rise));
    return image;
}

QByteArray draw_svg(const Exhibit& exhibit, const ExportProfile& profile, const Theme& theme)
{
    QByteArray svg;
    QBuffer buffer{&svg};
    QSvgGenerator generator;
    const QSizeF size = size_of(profile);
    generator.setOutputDevice(&buffer);
    generator.setResolution(static_cast<int>(units_per_inch));
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF{{0, 0}, size});
    generator.setTitle(QString::fromStdString(exhibit.title));
    const std::optional<TextAsPaths> as_paths =
        profile.text_as_paths ? std::make_optional<TextAsPaths>() : std::nullopt;
    QPainter painter{&generator};
    if (!profile.transparent) {
        painter.fillRect(QRectF{{0, 0}, size}, theme.card);
    }
    paint_exhibit(painter, exhibit, profile, theme);
    painter.end();
    set_size(svg, "width", profile.width_cm);
    set_size(svg, "height", profile.height_cm);
    return with_whole_lines(svg);
}

UnfinishedPicture draw_picture(const Exhibit& exhibit, const ExportProfile& profile,
                               PictureFormat format, RiseColor rise)
{
    const Theme theme = picture_theme(profile, rise);
    switch (format) {
    case PictureFormat::png:
        return [image = draw_image(exhibit, profile, rise)] { return encode_png(image); };
    case PictureFormat::svg:
        return [svg = draw_svg(exhibit, profile, theme)] { return svg.toStdString(); };
    case PictureFormat::pdf:
        break;
    }
    PdfFinish finish;
    finish.title = exhibit.title;
    finish.readings = same_glyph_readings(theme);
    return [pdf = draw_pdf(exhibit, profile, theme), finish] {
        return finish_pdf(pdf.toStdString(), finish);
    };
}

std::string file_stem(const Exhibit& exhibit, std::string_view pattern)
{
    if (pattern.empty()) {
        return safe_file_name(
            exhibit.number > 0 ? fmt::format("{:02}-{}", exhibit.number, exhibit.id) : exhibit.id);
    }
    std::string stem{pattern};
    replace_all(stem, "{number}", fmt::format("{:02}", exhibit.number));
    replace_all(stem, "{id}", exhibit.id);
    replace_all(stem, "{title}", exhibit.title);
    replace_all(stem, "{week}", to_iso(exhibit.week.friday()));
    return safe_file_name(stem);
}

std::filesystem::path free_path(const std::filesystem::path& folder, const std::string& stem,
                                const std::string& ending,
                                const std::vector<std::filesystem::path>& taken)
{
    auto path = folder / fmt::format("{}.{}", stem, ending);
    for (int more = 2; std::ranges::find(taken, path) != taken.end(); ++more) {
        path = folder / fmt::format("{}-{}.{}", stem, more, ending);
    }
    return path;
}

} // namespace weekboard
