#pragma once

#include "entry/draft.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <filesystem>
#include <string>

namespace weekboard
{

/// Keeps a draft on disk while it is typed, beside the store, so that a crash or a kill loses no
/// more than the last moment. Written on a worker, whole or not at all.
class DraftFile : public QObject
{
    Q_OBJECT

public:
    explicit DraftFile(const std::filesystem::path& store, QObject* parent = nullptr);
    ~DraftFile() override;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    /// What was typed last; empty where there is nothing. A file that is no draft is set aside
    /// under another name, never overwritten.
    [[nodiscard]] Draft load();

    /// Writes the draft soon; several changes in a moment make one write.
    void save(const Draft& draft);

    /// Waits until everything is on disk.
    void flush();

signals:
    /// It could not be written; what was typed is in the window alone.
    void failed(const QString& reason);

private:
    void write();

    std::filesystem::path path_;
    QTimer soon_;
    std::string pending_;
    QThreadPool writing_;
};

} // namespace weekboard
