#pragma once

#include "exhibit/exhibit.h"
#include "export/profile.h"
#include "theme/theme.h"

#include <QByteArray>
#include <QImage>
#include <QString>

#include <stdexcept>

namespace weekboard
{

enum class PictureFormat { png, svg };

[[nodiscard]] std::optional<PictureFormat> parse_picture_format(std::string_view name);
[[nodiscard]] QString to_string(PictureFormat format);

/// A target that could not be written; what it held before is untouched. `what()` is the system's
/// reason.
class ExportError : public std::runtime_error
{
public:
    ExportError(const QString& path, const QString& reason)
        : std::runtime_error{reason.toStdString()}
        , path_{path}
    {
    }

    [[nodiscard]] const QString& path() const { return path_; }

private:
    QString path_;
};

/// The slide theme with type for a picture of this width: points grow with the place on the slide.
[[nodiscard]] Theme picture_theme(const ExportProfile& profile, RiseColor rise);

/// The exhibit laid out anew at the profile's size, in the slide theme whatever the screen shows.
/// Needs a QApplication and its thread.
[[nodiscard]] QImage draw_image(const Exhibit& exhibit, const ExportProfile& profile, int dpi,
                                RiseColor rise);

/// The same as SVG, with text as text; the view box counts 1/96 inch.
[[nodiscard]] QByteArray draw_svg(const Exhibit& exhibit, const ExportProfile& profile,
                                  RiseColor rise);

/// PNG with its physical size. Any thread.
[[nodiscard]] QByteArray encode_png(const QImage& image);

/// `05-gigabit-share.png`; an exhibit without a number goes by its id.
[[nodiscard]] QString file_name(const Exhibit& exhibit, PictureFormat format);

/// Puts the file in place once it is complete. Throws ExportError. Any thread.
void write_file(const QString& path, const QByteArray& content);

} // namespace weekboard
