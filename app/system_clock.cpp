#include "system_clock.h"

#include <cstdlib>
#include <ctime>

namespace weekboard
{

SystemClock::SystemClock()
{
    if (const char* today = std::getenv("WEEKBOARD_TODAY")) {
        pretended_ = parse_date(today);
    }
}

std::chrono::sys_seconds SystemClock::now() const
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

Date SystemClock::today() const
{
    if (pretended_) {
        return *pretended_;
    }
    const std::time_t instant = std::chrono::system_clock::to_time_t(now());
    std::tm local{};
    localtime_r(&instant, &local);
    return make_date(local.tm_year + 1900, static_cast<unsigned>(local.tm_mon) + 1,
                     static_cast<unsigned>(local.tm_mday));
}

} // namespace weekboard
