#include "words/notes_html.h"

#include "board/note.h"
#include "series/number_format.h"
#include "words/week_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace weekboard
{

namespace
{

struct NotesWords {
    Q_DECLARE_TR_FUNCTIONS(NotesWords)
};

} // namespace

QString note_section_name(const std::string& section)
{
    const std::array<std::pair<const char*, QString>, 7> names{
        {{"headline", NotesWords::tr("Headline")},
         {"rating", NotesWords::tr("Sector rating")},
         {"viewpoint", NotesWords::tr("Viewpoints")},
         {"track", NotesWords::tr("Tracks")},
         {"advice", NotesWords::tr("Advice")},
         {"risk", NotesWords::tr("Risks")},
         {"news", NotesWords::tr("News of the week")}}};
    const auto found =
        std::ranges::find_if(names, [&](const auto& name) { return name.first == section; });
    return found != names.end() ? found->second : from_utf8(section);
}

namespace
{

QString escaped(const std::string& text)
{
    return from_utf8(text).toHtmlEscaped();
}

QString in_color(const QString& html, const QColor& color)
{
    return QStringLiteral("<span style='color:%1'>%2</span>").arg(color.name(), html);
}

QString origin_of(const Note& note, const Theme& theme)
{
    const std::string origin = note_origin(note);
    if (origin.empty()) {
        return {};
    }
    return QStringLiteral("&nbsp;&nbsp; ") +
           in_color(QStringLiteral("<span style='font-size:%1px'>%2</span>")
                        .arg(theme.caption_size)
                        .arg(escaped(origin)),
                    theme.faint);
}

QString paragraph(const Note& note, const Theme& theme)
{
    return QStringLiteral("<p style='margin:4px 0 10px 0'><b>%1</b>&nbsp;&nbsp; %2%3</p>")
        .arg(escaped(note.subject), in_color(escaped(note.body), theme.secondary),
             origin_of(note, theme));
}

QString heading(const QString& text, const Theme& theme)
{
    return QStringLiteral("<p style='margin:20px 0 6px 0; font-size:15px; color:%1'><b>%2</b></p>")
        .arg(theme.accent.name(), text);
}

/// `> 15%`, `5% to 15%`, `< −5%`: over the broad market.
QString range_in_words(const SectorRating& rating)
{
    const auto percent = [](double value) {
        return from_utf8(
            format_percent(value, value == std::round(value) ? 0 : 1, Sign::minus_only));
    };
    const auto& least = rating.excess_return_min_percent;
    const auto& most = rating.excess_return_max_percent;
    if (least && most) {
        return NotesWords::tr("%1 to %2").arg(percent(*least), percent(*most));
    }
    if (least) {
        return NotesWords::tr("over %1").arg(percent(*least));
    }
    return most ? NotesWords::tr("under %1").arg(percent(*most)) : QString{};
}

QString scale_html(const std::vector<SectorRating>& scale, const Theme& theme, Language language)
{
    QStringList steps;
    for (const SectorRating& rating : scale) {
        steps << QStringLiteral("%1 %2").arg(escaped(rating.name.in(language)),
                                             range_in_words(rating));
    }
    if (steps.isEmpty()) {
        return {};
    }
    return QStringLiteral("<p style='margin:0 0 10px 0; font-size:%1px; color:%2'>%3</p>")
        .arg(theme.caption_size)
        .arg(theme.faint.name(),
             NotesWords::tr("Scale, expected return over the market in %1 months: %2")
                 .arg(escaped(scale.front().horizon_months),
                      steps.join(QStringLiteral("&nbsp; · &nbsp;"))));
}

QString page(const QString& body, const Theme& theme)
{
    return QStringLiteral("<div style='color:%1; line-height:150%'>%2</div>")
        .arg(theme.text.name(), body);
}

} // namespace

QString week_notes_html(const std::vector<Note>& notes, const std::vector<SectorRating>& scale,
                        const Theme& theme, Language language)
{
    if (notes.empty()) {
        return page(in_color(NotesWords::tr("Nothing was noted for this week."), theme.faint),
                    theme);
    }
    QString html;
    std::string section;
    for (const Note& note : notes) {
        if (note.section == "headline") {
            html += QStringLiteral("<p style='margin:0 0 8px 0; font-size:19px'><b>%1</b></p>")
                        .arg(escaped(note.body));
            continue;
        }
        if (note.section != section) {
            section = note.section;
            html += heading(note_section_name(section), theme);
        }
        html += paragraph(note, theme);
        if (section == "rating") {
            html += scale_html(scale, theme, language);
        }
    }
    return page(html, theme);
}

QString found_notes_html(const std::vector<Note>& notes, const QString& wanted, const Theme& theme)
{
    QString html = QStringLiteral("<p style='margin:0 0 8px 0; color:%1'>%2</p>")
                       .arg(theme.faint.name(), NotesWords::tr("%n note(s) with “%1”", nullptr,
                                                               static_cast<int>(notes.size()))
                                                    .arg(wanted.toHtmlEscaped()));
    Date week{};
    for (const Note& note : notes) {
        if (note.week_end != week) {
            week = note.week_end;
            const QString day = from_utf8(to_iso(week));
            html += QStringLiteral("<p style='margin:18px 0 4px 0'><a style='color:%1; "
                                   "text-decoration:none' href='week:%2'><b>%3</b></a></p>")
                        .arg(theme.accent.name(), day, NotesWords::tr("Week of %1").arg(day));
        }
        html += paragraph(note, theme);
    }
    return page(html, theme);
}

} // namespace weekboard
