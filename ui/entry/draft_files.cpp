#include "entry/draft_files.h"

#include "publish/file_target.h"

#include <spdlog/spdlog.h>

namespace weekboard
{

namespace
{

namespace fs = std::filesystem;

constexpr int moment_ms = 250;
constexpr std::string_view mark = ".draft-";
constexpr std::string_view ending = ".json";

/// Throws ExportError.
void put_in_place(const fs::path& path, const std::string& content)
{
    if (!content.empty()) {
        replace_file(path, content);
        return;
    }
    std::error_code error;
    fs::remove(path, error);
    if (error) {
        throw ExportError{path, error.message()};
    }
}

} // namespace

DraftFiles::DraftFiles(QObject* parent)
    : QObject{parent}
{
    writing_.setMaxThreadCount(1); // in the order in which it was typed
    soon_.setSingleShot(true);
    soon_.setInterval(moment_ms);
    connect(&soon_, &QTimer::timeout, this, &DraftFiles::write);
}

DraftFiles::~DraftFiles()
{
    flush();
}

fs::path DraftFiles::path(Week week) const
{
    fs::path path = store_;
    path += std::string{mark} + to_iso(week.friday()) + std::string{ending};
    return path;
}

std::map<Week, Draft> DraftFiles::open(const fs::path& store)
{
    flush();
    store_ = store;
    std::map<Week, Draft> drafts;
    const fs::path folder = store_.has_parent_path() ? store_.parent_path() : fs::path{"."};
    const std::string prefix = store_.filename().string() + std::string{mark};
    unreadable_.clear();
    std::error_code error;
    for (fs::directory_iterator at{folder, error}; !error && at != fs::directory_iterator{};
         at.increment(error)) {
        const std::string name = at->path().filename().string();
        const std::size_t around = prefix.size() + ending.size();
        if (!name.starts_with(prefix) || !name.ends_with(ending) || name.size() < around) {
            continue;
        }
        const auto day = parse_date(name.substr(prefix.size(), name.size() - around));
        if (!day || Week::containing(*day).friday() != *day) {
            continue;
        }
        const Week week = Week::containing(*day);
        if (Draft draft = load_file(week); !draft.is_empty()) {
            drafts[week] = std::move(draft);
        }
    }
    return drafts;
}

Draft DraftFiles::load_file(Week week)
{
    const fs::path path = this->path(week);
    try {
        if (auto draft = Draft::from_json(read_file(path))) {
            return std::move(*draft);
        }
        spdlog::error("{} is no draft", path.string());
    } catch (const std::exception& error) {
        spdlog::error("the draft {} cannot be read: {}", path.string(), error.what());
        emit failed(QString::fromUtf8(error.what()));
    }
    std::error_code error;
    fs::rename(path, path.string() + ".unreadable", error);
    if (error) {
        unreadable_.insert(week);
    }
    return {};
}

void DraftFiles::save(Week week, const Draft& draft)
{
    if (unreadable_.contains(week)) {
        emit failed(tr("an earlier draft is in the way and cannot be read"));
        return;
    }
    pending_[week] = draft.is_empty() ? std::string{} : draft.to_json();
    if (!soon_.isActive()) {
        soon_.start(); // not again with each key: the first one does not wait for the last
    }
}

void DraftFiles::flush()
{
    if (soon_.isActive()) {
        soon_.stop();
        write();
    }
    writing_.waitForDone();
}

void DraftFiles::write()
{
    for (auto& [week, content] : pending_) {
        writing_.start([this, path = path(week), content = std::move(content)] {
            try {
                put_in_place(path, content);
            } catch (const ExportError& error) {
                spdlog::error("the draft {} cannot be written: {}", path.string(), error.what());
                const QString reason = QString::fromUtf8(error.what());
                QMetaObject::invokeMethod(this, [this, reason] { emit failed(reason); });
            }
        });
    }
    pending_.clear();
}

} // namespace weekboard
