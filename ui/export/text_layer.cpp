#include "export/text_layer.h"

#include <QHash>
#include <QRawFont>

namespace weekboard
{

namespace
{

constexpr char32_t figure_dash = 0x2012;
constexpr char32_t en_dash = 0x2013;
constexpr char32_t first_radical = 0x2E80;
constexpr char32_t last_radical = 0x2FDF;
constexpr char32_t first_compatible = 0xF900;
constexpr char32_t last_compatible = 0xFAFF;
constexpr char32_t first_common = 0x4E00;
constexpr char32_t last_common = 0x9FFF;
constexpr char32_t first_extension = 0x3400;
constexpr char32_t last_extension = 0x4DBF;

/// Calls `take` with each character of a block that the font has, and its glyph.
template <typename Take>
void each_glyph(const QRawFont& font, char32_t first, char32_t last, Take take)
{
    QString block;
    for (char32_t point = first; point <= last; ++point) {
        block += QChar{static_cast<char16_t>(point)};
    }
    const QList<quint32> glyphs = font.glyphIndexesForString(block);
    for (qsizetype i = 0; i < glyphs.size(); ++i) {
        if (glyphs[i] != 0) {
            take(first + static_cast<char32_t>(i), glyphs[i]);
        }
    }
}

std::map<char32_t, char32_t> readings_of(const QRawFont& font)
{
    QHash<quint32, char32_t> common;
    const auto keep = [&](char32_t point, quint32 glyph) { common.insert(glyph, point); };
    each_glyph(font, first_extension, last_extension, keep);
    each_glyph(font, first_common, last_common, keep);
    // The dash of ranges, which fonts draw like the one as wide as a digit.
    each_glyph(font, en_dash, en_dash, keep);
    std::map<char32_t, char32_t> readings;
    const auto read = [&](char32_t point, quint32 glyph) {
        if (common.contains(glyph)) {
            readings[point] = common.value(glyph);
        }
    };
    each_glyph(font, figure_dash, figure_dash, read);
    each_glyph(font, first_radical, last_radical, read);
    each_glyph(font, first_compatible, last_compatible, read);
    return readings;
}

} // namespace

std::map<char32_t, char32_t> same_glyph_readings(const Theme& theme)
{
    static const std::map<char32_t, char32_t> readings =
        readings_of(QRawFont::fromFont(theme.font(theme.body_size)));
    return readings;
}

} // namespace weekboard
