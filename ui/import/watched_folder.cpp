#include "import/watched_folder.h"

#include <QDateTime>
#include <QDir>
#include <QSettings>

namespace weekboard
{

namespace
{

constexpr const char* folder_key = "import/watched_folder";
constexpr const char* known_key = "import/passed_over";

/// A file that has not changed for so long is complete.
constexpr int settling_ms = 1000;

/// Some network folders do not tell of changes.
constexpr int patience_ms = 60000;

} // namespace

WatchedFolder::WatchedFolder(QObject* parent)
    : QObject{parent}
{
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &WatchedFolder::look);
    const auto look_soon = [this] { timer_.start(settling_ms); };
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, this, look_soon);
    connect(&watcher_, &QFileSystemWatcher::fileChanged, this, look_soon);
    const QSettings settings;
    path_ = settings.value(folder_key).toString();
    const QVariantMap known = settings.value(known_key).toMap();
    for (auto it = known.begin(); it != known.end(); ++it) {
        known_[it.key()] = it.value().toString();
    }
    if (!path_.isEmpty()) {
        watcher_.addPath(path_);
        timer_.start(settling_ms);
    }
}

void WatchedFolder::watch(const QString& path)
{
    if (!path_.isEmpty()) {
        watcher_.removePath(path_);
        watch_files({});
    }
    path_ = path;
    moving_.clear();
    known_ = tables();
    if (!path_.isEmpty()) {
        watcher_.addPath(path_);
        timer_.start(settling_ms);
    } else {
        timer_.stop();
    }
    keep();
    if (!fresh_.isEmpty()) {
        fresh_.clear();
        emit found(fresh_);
    }
}

void WatchedFolder::pass_over(const QStringList& files)
{
    const auto now = tables();
    for (const QString& file : files) {
        known_[file] = now.value(file);
    }
    keep();
    look();
}

/// Tables in the folder, with what tells whether they have changed.
QHash<QString, QString> WatchedFolder::tables() const
{
    static const QStringList suffixes{QStringLiteral("*.csv"),  QStringLiteral("*.txt"),
                                      QStringLiteral("*.xlsx"), QStringLiteral("*.xls"),
                                      QStringLiteral("*.html"), QStringLiteral("*.htm")};
    QHash<QString, QString> tables;
    if (path_.isEmpty()) {
        return tables;
    }
    const auto files = QDir{path_}.entryInfoList(suffixes, QDir::Files | QDir::Readable);
    for (const QFileInfo& file : files) {
        // A spreadsheet that is open leaves a lock file beside it.
        if (!file.fileName().startsWith(QStringLiteral("~$")) &&
            !file.fileName().startsWith(QStringLiteral(".~"))) {
            tables[file.absoluteFilePath()] = QStringLiteral("%1 %2")
                                                  .arg(file.size())
                                                  .arg(file.lastModified().toMSecsSinceEpoch());
        }
    }
    return tables;
}

void WatchedFolder::look()
{
    const auto now = tables();
    QStringList fresh;
    bool all_lie_still = true;
    for (auto it = now.begin(); it != now.end(); ++it) {
        if (known_.value(it.key()) == it.value()) {
            continue;
        }
        const bool lies_still = moving_.value(it.key()) == it.value();
        all_lie_still = all_lie_still && lies_still;
        if (lies_still) {
            fresh << it.key();
        }
    }
    moving_ = now;
    watch_files(now.keys());
    if (!path_.isEmpty()) {
        timer_.start(all_lie_still ? patience_ms : settling_ms);
    }
    fresh.sort();
    if (fresh != fresh_) {
        fresh_ = fresh;
        emit found(fresh_);
    }
}

/// A folder does not tell that one of its files was written again.
void WatchedFolder::watch_files(const QStringList& files)
{
    constexpr qsizetype most = 500;
    const QStringList watched = watcher_.files();
    if (!watched.isEmpty()) {
        watcher_.removePaths(watched);
    }
    if (!files.isEmpty()) {
        watcher_.addPaths(files.first(std::min(files.size(), most)));
    }
}

void WatchedFolder::keep()
{
    QSettings settings;
    QVariantMap known;
    for (auto it = known_.begin(); it != known_.end(); ++it) {
        known[it.key()] = it.value();
    }
    settings.setValue(folder_key, path_);
    settings.setValue(known_key, known);
}

} // namespace weekboard
