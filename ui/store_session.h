#pragma once

#include "store/store.h"
#include "time/clock.h"

#include <QObject>
#include <QPointer>
#include <QThread>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <utility>

namespace weekboard
{

/// How the store stands, for the status bar and the screen that shows in its place.
struct StoreStatus {
    StoreCondition condition = StoreCondition::unreachable;
    bool usable = false;
    bool on_shared_folder = false;
    QString detail;
};

/// The window's way to the store: one connection on a thread of its own, so that the window never
/// waits for it. Answers come back on the window's thread.
class StoreSession : public QObject
{
    Q_OBJECT

public:
    /// `clock` and what `options` refer to must outlive the session.
    StoreSession(std::filesystem::path path, OpenOptions options, const Clock& clock);
    ~StoreSession() override;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] const Clock& clock() const { return clock_; }

    /// Opens the store, or another one; `status_changed` tells the outcome.
    void open();
    void open(const std::filesystem::path& path);

    /// Whether a store was opened or is being opened: what is read then waits for it.
    [[nodiscard]] bool is_begun() const { return poll_.isActive(); }

    /// Puts a copy in the store's place, then opens it.
    void restore_from(const std::filesystem::path& copy);

    /// Runs `work(database)` on one state of the store, then `done(result)` on the caller's
    /// thread, unless `receiver` is gone by then. Where that fails, `read_failed` tells or, if the
    /// store has become unusable, `status_changed`.
    template <typename Work, typename Done>
    void read(QObject* receiver, Work work, Done done)
    {
        run([this, receiver = QPointer<QObject>{receiver}, work = std::move(work),
             done = std::move(done)](Store& store) {
            auto result = std::make_shared<decltype(work(store.database()))>(store.read(work));
            QMetaObject::invokeMethod(this, [receiver, result, done] {
                if (receiver) {
                    done(std::move(*result));
                }
            });
        });
    }

    /// Runs `work(database)` as one transaction, then `done(result)` on the caller's thread and
    /// `store_changed`. Failures as in `read`.
    template <typename Work, typename Done>
    void write(QObject* receiver, Work work, Done done)
    {
        run([this, receiver = QPointer<QObject>{receiver}, work = std::move(work),
             done = std::move(done)](Store& store) {
            auto result = std::make_shared<decltype(work(store.database()))>(store.write(work));
            QMetaObject::invokeMethod(this, [this, receiver, result, done] {
                if (receiver) {
                    done(std::move(*result));
                }
                emit store_changed();
            });
        });
    }

signals:
    void status_changed(const weekboard::StoreStatus& status);

    /// A read came to nothing, the store is open still: it was locked, or something in it cannot be
    /// made sense of. `detail` is technical.
    void read_failed(weekboard::StoreCondition condition, const QString& detail);

    /// Something was committed, here or by another process.
    void store_changed();

    /// Today's copy: made or there already (`made`), or why it could not be made.
    void daily_copy_done(bool made, const QString& detail);

private:
    void run(std::function<void(Store&)> work);
    void fail(StoreCondition condition, const QString& detail);
    void on_worker(std::function<void()> work);
    void open_on_worker(const std::filesystem::path& path);
    void look_for_changes();
    void make_daily_copy();
    void report(const StoreStatus& status);

    std::filesystem::path path_;
    OpenOptions options_;
    const Clock& clock_;
    QThread thread_;
    QObject worker_; ///< lives on `thread_`; what is sent to it runs there
    QThreadPool copying_;
    QTimer poll_;
    std::atomic<bool> ending_{false};

    // Touched on the worker's thread only.
    std::unique_ptr<Store> store_;
    std::int64_t seen_version_ = 0;
};

} // namespace weekboard
