#include "words/edition_words.h"

#include "exhibit/caption.h"
#include "words/week_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace weekboard
{

namespace
{

QString translated(const char* words)
{
    return QCoreApplication::translate("weekboard::EditionWords", words);
}

} // namespace

QString exhibit_words(const EditionChange& change, const WeekEdition& edition, Language language)
{
    if (change.exhibit == "notes") {
        return translated(QT_TRANSLATE_NOOP("weekboard::EditionWords", "Notes"));
    }
    if (change.exhibit == "key-figures") {
        return translated(QT_TRANSLATE_NOOP("weekboard::EditionWords", "Key figures"));
    }
    if (change.exhibit == "report") {
        return translated(QT_TRANSLATE_NOOP("weekboard::EditionWords", "Report"));
    }
    const auto& exhibits = edition.in(language).exhibits;
    const auto found = std::ranges::find(exhibits, change.exhibit, &Exhibit::id);
    return found != exhibits.end() && found->number > 0 ? from_utf8(number_words(*found))
                                                        : from_utf8(change.exhibit);
}

QString where_words(const EditionChange& change)
{
    if (change.where == "title") {
        return translated(QT_TRANSLATE_NOOP("weekboard::EditionWords", "Title"));
    }
    if (change.where == "source") {
        return translated(QT_TRANSLATE_NOOP("weekboard::EditionWords", "Source line"));
    }
    return from_utf8(change.where);
}

} // namespace weekboard
