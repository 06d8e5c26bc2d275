#pragma once

#include "entry/draft.h"
#include "time/week.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace weekboard
{

/// Keeps the drafts on disk while they are typed, beside the store and one for each week, so that
/// a crash or a kill loses no more than the last moment. Written on a worker, whole or not at all.
class DraftFiles : public QObject
{
    Q_OBJECT

public:
    explicit DraftFiles(QObject* parent = nullptr);
    ~DraftFiles() override;

    [[nodiscard]] const std::filesystem::path& store() const { return store_; }
    [[nodiscard]] std::filesystem::path path(Week week) const;

    /// Turns to a store, with what is to be written for the one before on disk. Returns what was
    /// typed for it and not saved, by week; none of them is empty. A file that is no draft is
    /// set aside under another name, never overwritten.
    [[nodiscard]] std::map<Week, Draft> open(const std::filesystem::path& store);

    /// Writes the draft soon, or removes it where it is empty; several changes in a moment make
    /// one write.
    void save(Week week, const Draft& draft);

    /// Waits until everything is on disk.
    void flush();

signals:
    /// It could not be read or written; what was typed is in the window alone.
    void failed(const QString& reason);

private:
    [[nodiscard]] Draft load_file(Week week);
    void write();

    std::filesystem::path store_;
    QTimer soon_;
    std::map<Week, std::string> pending_; ///< an empty text: the file goes
    std::set<Week> unreadable_; ///< there is a file that could neither be read nor set aside
    QThreadPool writing_;
};

} // namespace weekboard
