#pragma once

#include "charts/plot_frame.h"
#include "exhibit/exhibit.h"
#include "export/profile.h"
#include "theme/theme.h"

#include <QByteArray>
#include <QImage>
#include <QString>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

class QPainter;

namespace weekboard
{

enum class PictureFormat { png, svg, pdf };

[[nodiscard]] std::optional<PictureFormat> parse_picture_format(std::string_view name);
[[nodiscard]] std::string to_string(PictureFormat format);

/// The slide theme with type for a picture of this width: points grow with the place on the slide.
[[nodiscard]] Theme picture_theme(const ExportProfile& profile, RiseColor rise);

/// Lays the exhibit out anew at the profile's size, in the slide theme whatever the screen shows,
/// and paints it in units of 1/96 inch. Needs a QApplication and its thread.
void paint_exhibit(QPainter& painter, const Exhibit& exhibit, const ExportProfile& profile,
                   const Theme& theme);

/// Where the figures of such a painting lie; empty for what has no axes.
[[nodiscard]] PlotFrame frame_of_picture(const Exhibit& exhibit, const ExportProfile& profile,
                                         const Theme& theme);

/// The exhibit in pixels, with its physical size. Needs a QApplication and its thread.
[[nodiscard]] QImage draw_image(const Exhibit& exhibit, const ExportProfile& profile,
                                RiseColor rise);

/// The same as SVG; the view box counts 1/96 inch.
[[nodiscard]] QByteArray draw_svg(const Exhibit& exhibit, const ExportProfile& profile,
                                  const Theme& theme);

/// A picture whose drawing is done, and which any thread may finish into the bytes of a file.
/// Throws ExportError.
using UnfinishedPicture = std::function<std::string()>;

/// Needs a QApplication and its thread.
[[nodiscard]] UnfinishedPicture draw_picture(const Exhibit& exhibit, const ExportProfile& profile,
                                             PictureFormat format, RiseColor rise);

/// `05-gigabit-share`; an exhibit without a number goes by its id. `pattern` may say otherwise with
/// `{number}`, `{id}`, `{title}` and `{week}`; what no file system takes is put right.
[[nodiscard]] std::string file_stem(const Exhibit& exhibit, std::string_view pattern = {});

/// A path in the folder that is not among `taken`: names that meet get a number.
[[nodiscard]] std::filesystem::path free_path(const std::filesystem::path& folder,
                                              const std::string& stem, const std::string& ending,
                                              const std::vector<std::filesystem::path>& taken);

} // namespace weekboard
