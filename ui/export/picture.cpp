#include "export/picture.h"

#include "charts/exhibit_scene.h"

#include <QBuffer>
#include <QImageWriter>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <fmt/format.h>

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

/// Lays the exhibit out and paints it on `painter`, in units of 1/96 inch.
void paint_exhibit(QPainter& painter, const Exhibit& exhibit, const ExportProfile& profile,
                   RiseColor rise)
{
    const TypeSizes& sizes = sizes_for(profile);
    ExhibitLayout layout;
    layout.illustrative_badge = false; // the source line says it
    layout.margin = sizes.labels * points * 0.9;
    layout.line_width = sizes.line_width;
    ExhibitScene scene{exhibit, picture_theme(profile, rise), layout};
    const QSizeF size{profile.width_cm * units_per_cm, profile.height_cm * units_per_cm};
    scene.resize(size);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    scene.render(&painter, {{0, 0}, size}, {{0, 0}, size}, Qt::IgnoreAspectRatio);
}

} // namespace

std::optional<PictureFormat> parse_picture_format(std::string_view name)
{
    if (name == "png") {
        return PictureFormat::png;
    }
    return name == "svg" ? std::optional{PictureFormat::svg} : std::nullopt;
}

QString to_string(PictureFormat format)
{
    return format == PictureFormat::png ? QStringLiteral("png") : QStringLiteral("svg");
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

QImage draw_image(const Exhibit& exhibit, const ExportProfile& profile, int dpi, RiseColor rise)
{
    constexpr double inches_per_meter = 1 / 0.0254;
    QImage image{profile.width_px(dpi), profile.height_px(dpi), QImage::Format_RGB32};
    image.setDotsPerMeterX(static_cast<int>(std::lround(dpi * inches_per_meter)));
    image.setDotsPerMeterY(static_cast<int>(std::lround(dpi * inches_per_meter)));
    image.fill(Qt::white);
    QPainter painter{&image};
    painter.scale(dpi / units_per_inch, dpi / units_per_inch);
    paint_exhibit(painter, exhibit, profile, rise);
    return image;
}

QByteArray draw_svg(const Exhibit& exhibit, const ExportProfile& profile, RiseColor rise)
{
    QByteArray svg;
    QBuffer buffer{&svg};
    QSvgGenerator generator;
    const QSizeF size{profile.width_cm * units_per_cm, profile.height_cm * units_per_cm};
    generator.setOutputDevice(&buffer);
    generator.setResolution(static_cast<int>(units_per_inch));
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF{{0, 0}, size});
    generator.setTitle(QString::fromStdString(exhibit.title));
    QPainter painter{&generator};
    painter.fillRect(QRectF{{0, 0}, size}, Qt::white);
    paint_exhibit(painter, exhibit, profile, rise);
    painter.end();
    set_size(svg, "width", profile.width_cm);
    set_size(svg, "height", profile.height_cm);
    return svg;
}

QByteArray encode_png(const QImage& image)
{
    QByteArray png;
    QBuffer buffer{&png};
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer{&buffer, "png"};
    if (!writer.write(image)) {
        throw ExportError{{}, writer.errorString()};
    }
    return png;
}

QString file_name(const Exhibit& exhibit, PictureFormat format)
{
    const std::string stem =
        exhibit.number > 0 ? fmt::format("{:02}-{}", exhibit.number, exhibit.id) : exhibit.id;
    return QStringLiteral("%1.%2").arg(QString::fromStdString(stem), to_string(format));
}

void write_file(const QString& path, const QByteArray& content)
{
    QSaveFile file{path};
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() ||
        !file.commit()) {
        throw ExportError{path, file.errorString()};
    }
}

} // namespace weekboard
