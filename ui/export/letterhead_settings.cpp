#include "export/letterhead_settings.h"

#include <QSettings>

#include <array>
#include <utility>

namespace weekboard
{

namespace
{

constexpr std::array<std::pair<const char*, std::string Letterhead::*>, 5> fields{
    {{"letterhead/house", &Letterhead::house},
     {"letterhead/analysts", &Letterhead::analysts},
     {"letterhead/contacts", &Letterhead::contacts},
     {"letterhead/rating_definitions", &Letterhead::rating_definitions},
     {"letterhead/disclaimer", &Letterhead::disclaimer}}};

} // namespace

Letterhead stored_letterhead()
{
    const QSettings settings;
    Letterhead letterhead;
    for (const auto& [key, field] : fields) {
        // A comma in the file makes a list of what was one text.
        letterhead.*field = settings.value(QLatin1String{key})
                                .toStringList()
                                .join(QStringLiteral(", "))
                                .toStdString();
    }
    return letterhead;
}

void store_letterhead(const Letterhead& letterhead)
{
    QSettings settings;
    for (const auto& [key, field] : fields) {
        settings.setValue(QLatin1String{key}, QString::fromStdString(letterhead.*field));
    }
}

} // namespace weekboard
