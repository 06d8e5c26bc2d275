#pragma once

#include <QFileInfo>
#include <QJsonValue>
#include <QString>

/// Reading what the verb `import --json` tells.
namespace weekboard
{

[[nodiscard]] inline QString word_in(const QJsonValue& object, const char* key)
{
    return object[QLatin1String{key}].toString();
}

[[nodiscard]] inline int count_in(const QJsonValue& object, const char* key)
{
    return object[QLatin1String{key}].toInt();
}

/// `wind.xlsx EDB`
[[nodiscard]] inline QString name_of_sheet(const QJsonValue& sheet)
{
    const QString file = QFileInfo{word_in(sheet, "file")}.fileName();
    const QString name = word_in(sheet, "sheet");
    return name.isEmpty() ? file : file + u' ' + name;
}

} // namespace weekboard
