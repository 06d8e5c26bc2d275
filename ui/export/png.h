#pragma once

#include <QImage>

#include <string>

namespace weekboard
{

/// PNG with its physical size. Any thread. Throws ExportError.
[[nodiscard]] std::string encode_png(const QImage& image);

} // namespace weekboard
