#include "export/png.h"

#include "publish/file_target.h"

#include <png.h>

#include <memory>
#include <vector>

namespace weekboard
{

namespace
{

/// A chart is mostly even ground. Without filters, at this level, zlib finds that as well as Qt's
/// own writer does and in a quarter of the time.
constexpr int compression = 3;

[[noreturn]] void fail(png_structp, png_const_charp reason)
{
    throw ExportError{{}, reason};
}

void ignore(png_structp, png_const_charp) {}

void append(png_structp png, png_bytep bytes, std::size_t count)
{
    auto& file = *static_cast<std::string*>(png_get_io_ptr(png));
    file.append(reinterpret_cast<const char*>(bytes), count);
}

void flush(png_structp) {}

class Writer
{
public:
    explicit Writer(std::string& file)
        : png_{png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, fail, ignore)}
        , info_{png_ != nullptr ? png_create_info_struct(png_) : nullptr}
    {
        if (info_ == nullptr) {
            throw std::bad_alloc{};
        }
        png_set_write_fn(png_, &file, append, flush);
    }
    ~Writer() { png_destroy_write_struct(&png_, &info_); }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    [[nodiscard]] png_structp png() const { return png_; }
    [[nodiscard]] png_infop info() const { return info_; }

private:
    png_structp png_;
    png_infop info_;
};

} // namespace

std::string encode_png(const QImage& image)
{
    const bool transparent = image.hasAlphaChannel();
    std::string file;
    const Writer writer{file};
    png_structp png = writer.png();
    png_set_IHDR(png, writer.info(), static_cast<png_uint_32>(image.width()),
                 static_cast<png_uint_32>(image.height()), 8,
                 transparent ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_pHYs(png, writer.info(), static_cast<png_uint_32>(image.dotsPerMeterX()),
                 static_cast<png_uint_32>(image.dotsPerMeterY()), PNG_RESOLUTION_METER);
    png_set_sRGB(png, writer.info(), PNG_sRGB_INTENT_RELATIVE);
    png_set_compression_level(png, compression);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_write_info(png, writer.info());
    const int width = image.width();
    const int height = image.height();
    const int channels = transparent ? 4 : 3;
    std::vector<png_byte> row(static_cast<std::size_t>(width * channels));
    for (int y = 0; y < height; ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        png_byte* out = row.data();
        for (int x = 0; x < width; ++x) {
            const QRgb pixel = line[x];
            *out++ = static_cast<png_byte>(qRed(pixel));
            *out++ = static_cast<png_byte>(qGreen(pixel));
            *out++ = static_cast<png_byte>(qBlue(pixel));
            if (transparent) {
                *out++ = static_cast<png_byte>(qAlpha(pixel));
            }
        }
        png_write_row(png, row.data());
    }
    png_write_end(png, writer.info());
    return file;
}

} // namespace weekboard
