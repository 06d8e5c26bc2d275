#pragma once

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace weekboard
{

/// A folder whose new tables are told of. What lay in it when it was named is not new; a file that
/// was offered and looked at, or passed over, is not offered again until it changes.
class WatchedFolder : public QObject
{
    Q_OBJECT

public:
    /// Goes on with the folder of the last time.
    explicit WatchedFolder(QObject* parent = nullptr);

    [[nodiscard]] const QString& path() const { return path_; }

    /// An empty path: no folder any more.
    void watch(const QString& path);

    /// These have been looked at, or are not wanted.
    void pass_over(const QStringList& files);

    /// What is new and lies still; also told by `found`.
    [[nodiscard]] const QStringList& fresh() const { return fresh_; }

signals:
    /// The new files, whenever they are others; none any more: an empty list.
    void found(const QStringList& files);

private:
    void look();
    void watch_files(const QStringList& files);
    void keep();
    [[nodiscard]] QHash<QString, QString> tables() const;

    QString path_;
    QHash<QString, QString> known_;  ///< files by path: size and time of what was passed over
    QHash<QString, QString> moving_; ///< seen once; a file that is still written changes again
    QStringList fresh_;
    QFileSystemWatcher watcher_;
    QTimer timer_;
};

} // namespace weekboard
