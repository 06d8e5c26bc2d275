#include "words/store_words.h"

#include <QCoreApplication>

namespace weekboard
{

namespace
{

struct StoreWords {
    Q_DECLARE_TR_FUNCTIONS(StoreWords)
};

} // namespace

QString shown(const std::filesystem::path& path)
{
    return QString::fromStdString(path.string());
}

QString sentence_for(const ExportError& error)
{
    return StoreWords::tr("%1 could not be written: %2. What was there before is untouched.")
        .arg(shown(error.path()), QString::fromUtf8(error.what()));
}

QString sentence_for(StoreCondition condition, const std::filesystem::path& path)
{
    QString file = shown(path);
    switch (condition) {
    case StoreCondition::created:
        return StoreWords::tr("A new store was made at %1 and filled with the bundled figures.")
            .arg(file);
    case StoreCondition::current:
        return StoreWords::tr("The store %1 is in order.").arg(file);
    case StoreCondition::migrated:
        return StoreWords::tr("The store %1 was brought to the present version; a verified copy of "
                              "the old one lies beside it.")
            .arg(file);
    case StoreCondition::read_only:
        return StoreWords::tr("The store %1 cannot be written: its folder or medium is read-only. "
                              "Copy it to a folder of your own to change it.")
            .arg(file);
    case StoreCondition::newer:
        return StoreWords::tr(
                   "The store %1 was written by a later version of Weekboard. Update the "
                   "program to open it; the file was not touched.")
            .arg(file);
    case StoreCondition::corrupt:
        return StoreWords::tr("The store %1 is damaged. Restore one of its daily copies; the file "
                              "was not touched.")
            .arg(file);
    case StoreCondition::not_ours:
        return StoreWords::tr("%1 is not a Weekboard store. Choose another file; this one was not "
                              "touched.")
            .arg(file);
    case StoreCondition::locked:
        return StoreWords::tr("The store %1 is in use by another process and stayed locked. Try "
                              "again when that has finished.")
            .arg(file);
    case StoreCondition::disk_full:
        return StoreWords::tr("There is no room left to write %1. Nothing was changed; make room "
                              "and try again.")
            .arg(file);
    case StoreCondition::unreachable:
        return StoreWords::tr("%1 cannot be opened. Check that the folder exists and that you may "
                              "use it.")
            .arg(file);
    }
    return file;
}

} // namespace weekboard
