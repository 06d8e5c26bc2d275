#include "words/week_words.h"

#include "series/number_format.h"

#include <QDate>
#include <QLocale>

#include <algorithm>

namespace weekboard
{

namespace
{

struct WeekWords {
    Q_DECLARE_TR_FUNCTIONS(WeekWords)
};

QString english_month(unsigned month)
{
    return QLocale::c().monthName(static_cast<int>(month), QLocale::ShortFormat);
}

bool is_state(const Series& series)
{
    return series.measure == Measure::level || series.measure == Measure::share;
}

/// `year` is empty where the reader knows it.
QString chinese_period(const Series& series, const QString& year, unsigned month)
{
    const QString prefix = year.isEmpty() ? QString{} : year + QStringLiteral("年");
    if (series.measure == Measure::ytd_flow && month > 1) {
        return prefix + QStringLiteral("1-%1月").arg(month);
    }
    return prefix + QStringLiteral("%1月").arg(month) +
           (is_state(series) ? QStringLiteral("末") : QString{});
}

QString english_period(const Series& series, const QString& year, unsigned month)
{
    const QString suffix = year.isEmpty() ? QString{} : QStringLiteral(" ") + year;
    if (series.measure == Measure::ytd_flow && month > 1) {
        return QStringLiteral("Jan–") + english_month(month) + suffix;
    }
    return (is_state(series) ? QStringLiteral("end of ") : QString{}) + english_month(month) +
           suffix;
}

} // namespace

QString from_utf8(const std::string& text)
{
    return QString::fromStdString(text);
}

QString week_span(Week week)
{
    const QString first = from_utf8(to_iso(week.monday()));
    const QString last = from_utf8(to_iso(week.friday()));
    const bool same_year = year_of(week.monday()) == year_of(week.friday());
    return QStringLiteral("%1 — %2").arg(first, same_year ? last.mid(5) : last);
}

QString week_summary(const WeekView& view)
{
    QStringList parts{WeekWords::tr("Week %1").arg(view.week.iso_number())};
    if (view.closed) {
        parts << WeekWords::tr("market closed");
    } else if (view.trading_days > 0) {
        parts << WeekWords::tr("%n trading day(s)", nullptr, view.trading_days);
    }
    const auto rating = std::ranges::find(view.notes, "rating", &Note::section);
    if (rating != view.notes.end()) {
        parts << WeekWords::tr("sector rating %1").arg(from_utf8(rating->body));
    }
    return parts.join(QStringLiteral("  ·  "));
}

QString change_text(const std::optional<IndexChange>& change, const WeekView& view)
{
    if (change) {
        return from_utf8(format_percent(change->percent));
    }
    return view.closed ? WeekWords::tr("Market closed") : QStringLiteral("–");
}

QString change_origin(const IndexWeek& index, const std::optional<IndexChange>& change)
{
    if (!change) {
        return {};
    }
    if (change->published) {
        return WeekWords::tr("Change as published by %1")
            .arg(from_utf8(index.published_source ? index.published_source->source : ""));
    }
    return index.illustrative ? WeekWords::tr("Computed from illustrative closes")
                              : WeekWords::tr("Computed from closes");
}

QString companion_text(const KeyFigure& figure, Language language)
{
    if (!figure.companion) {
        return {};
    }
    const double value = *figure.companion;
    if (figure.role == "share") {
        return WeekWords::tr("share %1")
            .arg(from_utf8(format_percent(value, figure.companion_decimals, Sign::minus_only)));
    }
    if (figure.role == "yoy") {
        const QString growth = from_utf8(format_percent(value, figure.companion_decimals));
        return figure.companion_computed ? WeekWords::tr("YoY %1 (computed)").arg(growth)
                                         : WeekWords::tr("YoY %1").arg(growth);
    }
    const Quantity change = format_quantity(value, figure.companion_unit, figure.companion_decimals,
                                            language, Sign::always);
    return WeekWords::tr("%1 %2 YTD").arg(from_utf8(change.number), from_utf8(change.unit));
}

QString period_text(const Series& series, Date period_end, Language language,
                    std::optional<int> known_year)
{
    const unsigned month = month_of(period_end);
    const QString full_year = QString::number(year_of(period_end));
    if (series.frequency == Frequency::annual) {
        return language == Language::chinese ? full_year + QStringLiteral("年") : full_year;
    }
    if (series.frequency == Frequency::quarterly) {
        return QStringLiteral("%1Q%2").arg(full_year).arg((month + 2) / 3);
    }
    const QString year = known_year == year_of(period_end) ? QString{} : full_year;
    return language == Language::chinese ? chinese_period(series, year, month)
                                         : english_period(series, year, month);
}

} // namespace weekboard
