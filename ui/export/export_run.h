#pragma once

#include "export/picture.h"

#include <QSemaphore>
#include <QThreadPool>

#include <exception>
#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

namespace weekboard
{

/// Writes pictures into a folder. Drawing happens where `add` is called, which must be the
/// QApplication's thread; encoding and writing happen on all cores meanwhile. Few pictures are in
/// memory at once. Names that would meet get a number.
class ExportRun
{
public:
    ExportRun(std::filesystem::path folder, const ExportProfile& profile, PictureFormat format,
              RiseColor rise, std::string pattern = {});

    /// Waits for what was begun.
    ~ExportRun();

    /// Draws one more; waits while too many are unfinished. Throws what went wrong with an earlier
    /// one.
    void add(const Exhibit& exhibit);

    /// Waits for all of them. Returns their paths in order, or throws the first error.
    [[nodiscard]] std::vector<std::filesystem::path> finish();

private:
    void rethrow();

    std::filesystem::path folder_;
    ExportProfile profile_;
    PictureFormat format_;
    RiseColor rise_;
    std::string pattern_;
    std::vector<std::filesystem::path> paths_;
    QThreadPool pool_;
    QSemaphore room_; ///< pictures that may still be drawn before one is finished
    std::mutex guard_;
    std::exception_ptr trouble_;
};

} // namespace weekboard
