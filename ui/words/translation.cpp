#include "words/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>

#include <cstdlib>
#include <string_view>

namespace weekboard
{

Language language_of_locale()
{
    // In the order in which POSIX lets them speak for messages.
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0') {
            return std::string_view{value}.starts_with("zh") ? Language::chinese
                                                             : Language::english;
        }
    }
    return Language::english;
}

Translation::~Translation()
{
    QCoreApplication::removeTranslator(&texts_);
    QCoreApplication::removeTranslator(&qt_texts_);
}

void Translation::set(Language language)
{
    QCoreApplication::removeTranslator(&texts_);
    const QString name = language == Language::chinese ? QStringLiteral("weekboard_zh.qm")
                                                       : QStringLiteral("weekboard_en.qm");
    if (!texts_.load(name, QStringLiteral(":/i18n"))) {
        qFatal("the texts in one of the languages are not part of this build");
    }
    QCoreApplication::installTranslator(&texts_);
    QCoreApplication::removeTranslator(&qt_texts_);
    const bool qt_speaks_it = language == Language::chinese &&
                              qt_texts_.load(QStringLiteral("qtbase_zh_CN"),
                                             QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    if (qt_speaks_it) { // else its own dialogs stay English
        QCoreApplication::installTranslator(&qt_texts_);
    }
}

} // namespace weekboard
