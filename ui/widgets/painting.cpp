#include "widgets/painting.h"

#include <QCache>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPainterPath>
#include <QRawFont>
#include <QTextLayout>

#include <cmath>
#include <memory>

namespace weekboard
{

namespace
{

/// How many TextAsPaths live; painting is for one thread.
thread_local int text_as_paths = 0;

/// One line of text, set once.
class TextLine
{
public:
    TextLine(const QString& text, const QFont& font)
        : layout_{std::make_unique<QTextLayout>(text, font)}
    {
        layout_->setCacheEnabled(true);
        layout_->beginLayout();
        line_ = layout_->createLine();
        layout_->endLayout();
    }

    [[nodiscard]] double width() const { return line_.isValid() ? line_.naturalTextWidth() : 0; }

    void draw(QPainter& painter, const QRectF& box, const QColor& color,
              Qt::Alignment alignment) const
    {
        if (!line_.isValid()) {
            return;
        }
        double left = box.left();
        if (alignment.testFlag(Qt::AlignRight)) {
            left = box.right() - width();
        } else if (alignment.testFlag(Qt::AlignHCenter)) {
            left = box.center().x() - width() / 2;
        }
        double top = box.top();
        if (alignment.testFlag(Qt::AlignVCenter)) {
            top = box.center().y() - line_.height() / 2;
        }
        const QPointF corner{std::round(left), std::round(top)};
        if (text_as_paths > 0) {
            draw_outlines(painter, corner, color);
            return;
        }
        painter.setPen(color);
        layout_->draw(&painter, corner);
    }

private:
    void draw_outlines(QPainter& painter, const QPointF& corner, const QColor& color) const
    {
        QPainterPath path;
        path.setFillRule(Qt::WindingFill);
        for (const QGlyphRun& run : layout_->glyphRuns()) {
            const QList<quint32> glyphs = run.glyphIndexes();
            const QList<QPointF> places = run.positions();
            for (qsizetype i = 0; i < glyphs.size(); ++i) {
                path.addPath(run.rawFont().pathForGlyph(glyphs[i]).translated(corner + places[i]));
            }
        }
        painter.fillPath(path, color);
    }

    std::unique_ptr<QTextLayout> layout_;
    QTextLine line_;
};

/// What a set line is known by: the program's fonts differ in these alone.
struct LineKey {
    QString text;
    int size;
    int weight;
    int strategy;

    bool operator==(const LineKey&) const = default;
};

size_t qHash(const LineKey& key, size_t seed = 0)
{
    return qHashMulti(seed, key.text, key.size, key.weight, key.strategy);
}

/// Axes and legends say the same words at every painting: they are set once.
const TextLine& line_for(const QString& text, const QFont& font)
{
    constexpr int most_kept = 2000;
    // Not destroyed at the end: Qt's fonts may be gone by then.
    thread_local auto& kept = *new QCache<LineKey, TextLine>{most_kept};
    const LineKey key{text, font.pixelSize(), font.weight(), font.styleStrategy()};
    if (const TextLine* line = kept.object(key)) {
        return *line;
    }
    auto* line = new TextLine{text, font};
    kept.insert(key, line);
    return *line;
}

} // namespace

bool draw_line(QPainter& painter, const QRectF& box, const QString& text, const QFont& font,
               const QColor& color, Qt::Alignment alignment)
{
    constexpr double grace = 0.5; // a box measured for this very text must hold it
    const bool whole = line_for(text, font).width() <= box.width() + grace;
    const QString fitting =
        whole ? text : QFontMetricsF{font}.elidedText(text, Qt::ElideRight, box.width());
    line_for(fitting, font).draw(painter, box, color, alignment);
    return whole;
}

TextAsPaths::TextAsPaths()
{
    ++text_as_paths;
}

TextAsPaths::~TextAsPaths()
{
    --text_as_paths;
}

double text_width(const QString& text, const QFont& font)
{
    return std::ceil(line_for(text, font).width());
}

double line_height(const QFont& font)
{
    return std::round(font.pixelSize() * 1.42);
}

double draw_badge(QPainter& painter, const QRectF& box, const QString& text,
                  const BadgeColors& colors, const QFont& font)
{
    const double height = std::round(font.pixelSize() * 1.6);
    const double width = std::min(box.width(), text_width(text, font) + 14);
    const QRectF frame{box.left(), std::round(box.center().y() - height / 2), width, height};
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.fill);
    painter.drawRoundedRect(frame, 4, 4);
    draw_line(painter, frame.adjusted(7, 0, -7, 0), text, font, colors.text,
              Qt::AlignHCenter | Qt::AlignVCenter);
    return width;
}

double draw_dashed_badge(QPainter& painter, const QRectF& box, const QString& text,
                         const Theme& theme)
{
    const QFont font = theme.font(theme.caption_size);
    const double height = std::round(font.pixelSize() * 1.6);
    const double width = text_width(text, font) + 12;
    const QRectF frame{box.left() + 0.5, std::round(box.center().y() - height / 2) + 0.5, width,
                       height};
    QPen pen{theme.faint, 1};
    pen.setDashPattern({3, 2});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(frame, 4, 4);
    draw_line(painter, frame, text, font, theme.faint, Qt::AlignHCenter | Qt::AlignVCenter);
    return width + 1;
}

void draw_arrow(QPainter& painter, const QRectF& box, bool up, const QColor& color)
{
    const double base = up ? box.bottom() : box.top();
    const double tip = up ? box.top() : box.bottom();
    QPainterPath path{QPointF{box.left(), base}};
    path.lineTo(box.right(), base);
    path.lineTo(box.center().x(), tip);
    path.closeSubpath();
    painter.fillPath(path, color);
}

} // namespace weekboard
