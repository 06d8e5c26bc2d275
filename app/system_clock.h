#pragma once

#include "time/clock.h"

#include <optional>

namespace weekboard
{

/// The machine's clock; the date is that of the user's time zone. WEEKBOARD_TODAY=2026-04-12 puts
/// another date in its place, to see what the program would have done then.
class SystemClock : public Clock
{
public:
    SystemClock();

    [[nodiscard]] std::chrono::sys_seconds now() const override;
    [[nodiscard]] Date today() const override;

private:
    std::optional<Date> pretended_;
};

} // namespace weekboard
