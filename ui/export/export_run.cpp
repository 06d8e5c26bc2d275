#include "export/export_run.h"

#include "publish/file_target.h"

#include <utility>

namespace weekboard
{

ExportRun::ExportRun(std::filesystem::path folder, const ExportProfile& profile,
                     PictureFormat format, RiseColor rise, std::string pattern)
    : folder_{std::move(folder)}
    , profile_{profile}
    , format_{format}
    , rise_{rise}
    , pattern_{std::move(pattern)}
    , room_{pool_.maxThreadCount() + 1}
{
}

ExportRun::~ExportRun()
{
    pool_.waitForDone();
}

void ExportRun::add(const Exhibit& exhibit)
{
    rethrow();
    room_.acquire();
    UnfinishedPicture picture;
    try {
        picture = draw_picture(exhibit, profile_, format_, rise_);
    } catch (...) {
        room_.release();
        throw;
    }
    paths_.push_back(free_path(folder_, file_stem(exhibit, pattern_), to_string(format_), paths_));
    pool_.start([this, picture = std::move(picture), path = paths_.back()]() mutable {
        try {
            replace_file(path, std::exchange(picture, nullptr)());
        } catch (...) {
            const std::lock_guard lock{guard_};
            trouble_ = trouble_ ? trouble_ : std::current_exception();
        }
        room_.release();
    });
}

void ExportRun::rethrow()
{
    const std::lock_guard lock{guard_};
    if (trouble_) {
        std::rethrow_exception(trouble_);
    }
}

std::vector<std::filesystem::path> ExportRun::finish()
{
    pool_.waitForDone();
    rethrow();
    return paths_;
}

} // namespace weekboard
