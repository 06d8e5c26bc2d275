#include "store_session.h"

#include "store/backup.h"
#include "store/restore.h"

#include <spdlog/spdlog.h>

namespace weekboard
{

namespace
{

constexpr std::chrono::milliseconds poll_interval{400};

/// The first page is read and painted before anything else is done with the store.
constexpr std::chrono::milliseconds calm_after_opening{2000};

} // namespace

StoreSession::StoreSession(std::filesystem::path path, OpenOptions options, const Clock& clock)
    : path_{std::move(path)}
    , options_{std::move(options)}
    , clock_{clock}
{
    qRegisterMetaType<StoreStatus>();
    worker_.moveToThread(&thread_);
    thread_.start();
    poll_.setInterval(poll_interval);
    connect(&poll_, &QTimer::timeout, this, [this] { on_worker([this] { look_for_changes(); }); });
}

StoreSession::~StoreSession()
{
    ending_ = true;
    copying_.waitForDone();
    on_worker([this] { store_.reset(); });
    thread_.quit();
    thread_.wait();
}

void StoreSession::open()
{
    on_worker([this, path = path_] { open_on_worker(path); });
    poll_.start();
}

void StoreSession::open(const std::filesystem::path& path)
{
    path_ = path;
    open();
}

void StoreSession::restore_from(const std::filesystem::path& copy)
{
    on_worker([this, copy, path = path_] {
        try {
            store_.reset();
            restore(path, copy, clock_);
            open_on_worker(path);
        } catch (const StoreError& error) {
            spdlog::error("restore: {}", error.what());
            report({error.condition(), false, false, QString::fromStdString(error.what())});
        } catch (const std::exception& error) {
            spdlog::error("restore: {}", error.what());
            report(
                {StoreCondition::unreachable, false, false, QString::fromStdString(error.what())});
        }
    });
}

void StoreSession::on_worker(std::function<void()> work)
{
    QMetaObject::invokeMethod(&worker_, std::move(work), Qt::QueuedConnection);
}

void StoreSession::run(std::function<void(Store&)> work)
{
    on_worker([this, work = std::move(work)] {
        if (!store_) {
            return; // the screen shows why already
        }
        try {
            work(*store_);
        } catch (const StoreError& error) {
            spdlog::error("{}: {}", error.path().string(), error.what());
            fail(error.condition(), QString::fromStdString(error.what()));
        } catch (const std::exception& error) {
            spdlog::error("{}", error.what());
            fail(StoreCondition::current, QString::fromStdString(error.what()));
        }
    });
}

/// What passes by leaves the store open; what does not closes it.
void StoreSession::fail(StoreCondition condition, const QString& detail)
{
    switch (condition) {
    case StoreCondition::locked:
    case StoreCondition::disk_full:
    case StoreCondition::read_only:
    case StoreCondition::current:
        QMetaObject::invokeMethod(
            this, [this, condition, detail] { emit read_failed(condition, detail); });
        break;
    default:
        store_.reset();
        report({condition, false, false, detail});
    }
}

void StoreSession::open_on_worker(const std::filesystem::path& path)
{
    store_.reset();
    Opened opened = Store::open(path, options_, clock_);
    spdlog::info("{}: {} {}", path.string(), to_string(opened.condition), opened.detail);
    store_ = std::move(opened.store);
    StoreStatus status{opened.condition, store_ != nullptr, false,
                       QString::fromStdString(opened.detail)};
    if (store_) {
        seen_version_ = store_->data_version();
        status.on_shared_folder = store_->is_on_shared_folder();
    }
    report(status);
    if (store_ && !store_->is_read_only()) {
        QMetaObject::invokeMethod(this, [this] {
            QTimer::singleShot(calm_after_opening, this, [this] { make_daily_copy(); });
        });
    }
}

void StoreSession::look_for_changes()
{
    run([this](Store& store) {
        std::int64_t version = seen_version_;
        try {
            version = store.data_version();
        } catch (const StoreError& error) {
            if (error.condition() != StoreCondition::locked) {
                throw;
            }
            return; // somebody is writing: the next look will tell
        }
        if (version != seen_version_) {
            seen_version_ = version;
            QMetaObject::invokeMethod(this, &StoreSession::store_changed);
        }
    });
}

/// Copying a large store takes seconds: it has a connection and a thread of its own.
void StoreSession::make_daily_copy()
{
    copying_.start([this, path = path_] {
        QString failure;
        try {
            const Opened opened = Store::open(path, {}, clock_);
            if (!opened.store) {
                throw StoreError{opened.condition, path, opened.detail};
            }
            back_up_daily(*opened.store, clock_.today(),
                          [this](double) { return !ending_.load(); });
        } catch (const std::exception& error) {
            spdlog::warn("daily copy: {}", error.what());
            failure = QString::fromStdString(error.what());
        }
        QMetaObject::invokeMethod(
            this, [this, failure] { emit daily_copy_done(failure.isEmpty(), failure); });
    });
}

void StoreSession::report(const StoreStatus& status)
{
    QMetaObject::invokeMethod(this, [this, status] { emit status_changed(status); });
}

} // namespace weekboard
