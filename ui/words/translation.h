#pragma once

#include "series/language.h"

#include <QTranslator>

namespace weekboard
{

/// Chinese where the locale is Chinese, else English.
[[nodiscard]] Language language_of_locale();

/// Makes Qt's translated texts come in a language, for as long as it lives. Changing it tells every
/// widget at once.
class Translation
{
public:
    explicit Translation(Language language) { set(language); }
    ~Translation();
    Translation(const Translation&) = delete;
    Translation& operator=(const Translation&) = delete;

    void set(Language language);

private:
    QTranslator texts_;
    QTranslator qt_texts_; ///< of its own buttons and dialogs
};

} // namespace weekboard
