#include "entry/draft_file.h"

#include "publish/file_target.h"

#include <spdlog/spdlog.h>

namespace weekboard
{

namespace
{

constexpr int moment_ms = 250;

} // namespace

DraftFile::DraftFile(const std::filesystem::path& store, QObject* parent)
    : QObject{parent}
    , path_{store.string() + ".draft.json"}
{
    writing_.setMaxThreadCount(1); // in the order in which it was typed
    soon_.setSingleShot(true);
    soon_.setInterval(moment_ms);
    connect(&soon_, &QTimer::timeout, this, &DraftFile::write);
}

DraftFile::~DraftFile()
{
    flush();
}

Draft DraftFile::load()
{
    std::error_code unreadable;
    if (!std::filesystem::exists(path_, unreadable)) {
        return {};
    }
    try {
        if (auto draft = Draft::from_json(read_file(path_))) {
            return std::move(*draft);
        }
        std::filesystem::rename(path_, path_.string() + ".unreadable");
    } catch (const std::exception& error) {
        spdlog::error("the draft {} cannot be read: {}", path_.string(), error.what());
        emit failed(QString::fromUtf8(error.what()));
    }
    return {};
}

void DraftFile::save(const Draft& draft)
{
    pending_ = draft.to_json();
    if (!soon_.isActive()) {
        soon_.start(); // not again with each key: the first one does not wait for the last
    }
}

void DraftFile::flush()
{
    if (soon_.isActive()) {
        soon_.stop();
        write();
    }
    writing_.waitForDone();
}

void DraftFile::write()
{
    writing_.start([this, path = path_, content = std::move(pending_)] {
        try {
            replace_file(path, content);
        } catch (const ExportError& error) {
            spdlog::error("the draft {} cannot be written: {}", path.string(), error.what());
            const QString reason = QString::fromUtf8(error.what());
            QMetaObject::invokeMethod(this, [this, reason] { emit failed(reason); });
        }
    });
    pending_.clear();
}

} // namespace weekboard
