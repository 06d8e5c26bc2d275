#pragma once

#include "time/date.h"

namespace weekboard
{

/// Where the present moment comes from. The core library never asks the system: it is told.
class Clock
{
public:
    virtual ~Clock() = default;

    [[nodiscard]] virtual std::chrono::sys_seconds now() const = 0;

    /// The calendar date where the user is.
    [[nodiscard]] virtual Date today() const = 0;
};

} // namespace weekboard
