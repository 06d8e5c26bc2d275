#include "words/origin_words.h"

#include "publish/native_chart.h"
#include "series/number_format.h"
#include "words/week_words.h"

#include <QCoreApplication>

namespace weekboard
{

namespace
{

struct OriginWords {
    Q_DECLARE_TR_FUNCTIONS(OriginWords)
};

constexpr std::size_t most_earlier = 4;

QString value_of(const FigureOrigin& origin, const Release& release)
{
    if (!release.value) {
        return OriginWords::tr("withdrawn");
    }
    return from_utf8(format_number(*release.value, origin.series.decimals));
}

QString place_text(const FilePlace& place)
{
    const QString cell = name_of_cell(place.row, place.column);
    return place.sheet.empty()
               ? OriginWords::tr("From %1, cell %2").arg(from_utf8(place.file), cell)
               : OriginWords::tr("From %1, sheet %2, cell %3")
                     .arg(from_utf8(place.file), from_utf8(place.sheet), cell);
}

} // namespace

QString name_of_cell(int row, int column)
{
    return from_utf8(column_name(static_cast<std::size_t>(column) - 1)) + QString::number(row);
}

QString origin_text(const FigureOrigin& origin, bool computed, Language language)
{
    QStringList lines;
    const QString name = from_utf8(origin.series.name.in(language)).toHtmlEscaped();
    lines << (computed ? OriginWords::tr("<b>%1</b>, computed from it").arg(name)
                       : QStringLiteral("<b>%1</b>").arg(name));
    lines << OriginWords::tr("%1 for %2, public since %3")
                 .arg(value_of(origin, origin.release),
                      from_utf8(period_name(origin.series.frequency, origin.release.period_end)),
                      from_utf8(to_iso(origin.release.vintage)));
    if (origin.batch) {
        lines << OriginWords::tr("Batch %1: %2, %3")
                     .arg(origin.batch->id)
                     .arg(from_utf8(origin.batch->origin).toHtmlEscaped(),
                          from_utf8(origin.batch->created_at).left(10));
    }
    if (origin.place) {
        lines << place_text(*origin.place).toHtmlEscaped();
    }
    if (origin.illustrative) {
        lines << OriginWords::tr("Illustrative, not market data");
    }
    for (std::size_t i = 0; i < origin.earlier.size() && i < most_earlier; ++i) {
        lines << OriginWords::tr("before: %1, of %2")
                     .arg(value_of(origin, origin.earlier[i]),
                          from_utf8(to_iso(origin.earlier[i].vintage)));
    }
    return QStringLiteral("<p style='white-space:pre'>%1</p>")
        .arg(lines.join(QStringLiteral("<br>")));
}

} // namespace weekboard
