#pragma once

#include "series/series.h"
#include "store/store.h"
#include "time/clock.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace weekboard::testing
{

/// A folder that is gone after the test.
class ScratchFolder
{
public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const
    {
        return path_ / name;
    }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// A day that does not pass.
class FixedClock : public Clock
{
public:
    explicit FixedClock(Date today)
        : today_{today}
    {
    }

    [[nodiscard]] std::chrono::sys_seconds now() const override { return today_; }
    [[nodiscard]] Date today() const override { return today_; }

private:
    Date today_;
};

/// The day after the example week.
inline const FixedClock after_the_week{make_date(2026, 4, 13)};

/// A store with the bundled board. Fails the test where it cannot be opened.
[[nodiscard]] std::unique_ptr<Store> bundled_store(const std::filesystem::path& path,
                                                   const Clock& clock = after_the_week);

/// A store without anything.
[[nodiscard]] std::unique_ptr<Store> blank_store(const std::filesystem::path& path,
                                                 const Clock& clock = after_the_week);

/// Puts a series into the store and returns it as stored.
[[nodiscard]] Series make_series(Store& store, const std::string& code, Frequency frequency,
                                 Measure measure, int release_lag_days = 0);

[[nodiscard]] std::string bytes_of(const std::filesystem::path& path);
void write_bytes(const std::filesystem::path& path, const std::string& bytes);

/// Runs `check` in a process without root's powers (root may write what is read-only) and returns
/// whether it gave true.
[[nodiscard]] bool holds_without_privilege(const std::function<bool()>& check);

} // namespace weekboard::testing
