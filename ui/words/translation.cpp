#include "words/translation.h"

#include <QCoreApplication>

#include <cstdlib>
#include <string_view>

namespace weekboard {

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

Translation::~Translation() { QCoreApplication::removeTranslator(&chinese_); }

void Translation::set(Language language)
{
    if (language == Language::english) {
        QCoreApplication::removeTranslator(&chinese_);
        return;
    }
    if (chinese_.isEmpty() && !chinese_.load(QStringLiteral(":/i18n/weekboard_zh.qm"))) {
        qFatal("the Chinese texts are not part of this build");
    }
    QCoreApplication::installTranslator(&chinese_);
}

} // namespace weekboard
