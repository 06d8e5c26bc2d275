#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

#include <array>

namespace weekboard
{

/// China paints a rise red, most of the world green.
enum class RiseColor { red, green };

/// Text on its fill, for a heat rating.
struct BadgeColors {
    QColor text;
    QColor fill;
};

/// Colours and type by role, and nothing else: the screen's and the slides' themes differ in
/// values alone.
struct Theme {
    bool dark = false;
    QColor window;
    QColor card;
    QColor hairline;
    QColor grid;
    QColor text;
    QColor secondary;
    QColor faint;
    QColor accent;
    QColor accent_tint;
    QColor on_accent;
    QColor rise;
    QColor fall;
    std::array<QColor, 4> series;
    std::array<BadgeColors, 3> hot; ///< by score: 3 and more, 2, 1
    BadgeColors neutral;
    BadgeColors cold; ///< below zero

    /// Sizes in pixels on screen; pictures give points, see `picture_theme`.
    double body_size = 13;
    double caption_size = 12;
    double title_size = 13;
    double key_size = 27;
    double small_key_size = 19;

    /// Rise, fall, or secondary for a change of nothing.
    [[nodiscard]] QColor for_change(double change) const;
    [[nodiscard]] BadgeColors for_score(int score) const;

    /// Of a plot, by its place among the exhibit's.
    [[nodiscard]] QColor for_plot(std::size_t plot) const { return series[plot % series.size()]; }

    /// Every character with the glyph that the font lists for it, where its script can do without
    /// shaping. Shaping takes others here and there (the 5 of 5G), which a PDF then cannot tell the
    /// characters of; on the screen it moves Latin letters by a fraction of a pixel, and takes a
    /// fifteenth of the window's first painting.
    bool listed_glyphs = false;

    [[nodiscard]] QFont font(double size, QFont::Weight weight = QFont::Normal) const;
    [[nodiscard]] QPalette palette() const;
};

[[nodiscard]] Theme screen_theme(bool dark, RiseColor rise);

/// Light whatever the screen shows. Sizes of type go by the picture: see `picture_theme`.
[[nodiscard]] Theme slide_theme(RiseColor rise);

/// The family that is set everywhere: without it Chinese gets Japanese forms.
[[nodiscard]] QString font_family();

/// For the few widgets that Qt draws itself.
[[nodiscard]] QString style_sheet(const Theme& theme);

/// `over` laid on `under` with `share` (0 to 1) of it.
[[nodiscard]] QColor blend(const QColor& over, const QColor& under, double share);

} // namespace weekboard
