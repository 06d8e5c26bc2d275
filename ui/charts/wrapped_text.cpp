#include "charts/wrapped_text.h"

#include <QFontMetricsF>
#include <QTextLayout>

#include <algorithm>
#include <optional>

namespace weekboard
{

QStringList wrapped(const QString& text, const QFont& font, double width, int most)
{
    QTextLayout layout{text, font};
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() == most - 1) {
            lines << QFontMetricsF{font}.elidedText(text.mid(line.textStart()), Qt::ElideRight,
                                                    width);
            break;
        }
        lines << text.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

namespace
{

/// The title in two lines that end with a clause, if there is a place for that which is not much
/// worse than the even one.
std::optional<QStringList> at_a_clause(const QString& text, const QFont& font, double width)
{
    constexpr double tolerated = 1.35;
    const QFontMetricsF metrics{font};
    const double even = metrics.horizontalAdvance(text) / 2;
    const QString stops = QStringLiteral("，；：、。,;:");
    std::optional<QStringList> best;
    double least = std::min(width, even * tolerated);
    for (qsizetype i = 1; i + 1 < text.size(); ++i) {
        // A comma between digits is no stop.
        if (!stops.contains(text[i]) || (text[i + 1].isDigit() && text[i - 1].isDigit())) {
            continue;
        }
        const QStringList lines{text.left(i + 1), text.mid(i + 1).trimmed()};
        const double longest =
            std::max(metrics.horizontalAdvance(lines[0]), metrics.horizontalAdvance(lines[1]));
        if (longest <= least) {
            least = longest;
            best = lines;
        }
    }
    return best;
}

} // namespace

QStringList balanced(const QString& text, const QFont& font, double width, int most)
{
    QStringList widest = wrapped(text, font, width, most);
    const bool shortened = widest.join(QString{}).size() < text.simplified().size() - widest.size();
    if (widest.size() < 2 || shortened) {
        return widest;
    }
    if (widest.size() == 2) {
        if (auto lines = at_a_clause(text, font, width)) {
            return *lines;
        }
    }
    constexpr int steps = 8;
    double narrow = width / static_cast<double>(widest.size());
    double wide = width;
    QStringList best = widest;
    for (int i = 0; i < steps; ++i) {
        const double middle = (narrow + wide) / 2;
        const QStringList lines = wrapped(text, font, middle, most + 1);
        if (lines.size() <= widest.size()) {
            wide = middle;
            best = lines;
        } else {
            narrow = middle;
        }
    }
    return best;
}

} // namespace weekboard
