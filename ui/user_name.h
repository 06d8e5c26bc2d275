#pragma once

#include <cstdlib>
#include <string>

namespace weekboard
{

/// Who works here, for batches and publications; empty where the system does not say.
[[nodiscard]] inline std::string user_name()
{
    const char* user = std::getenv("USER");
    return user != nullptr ? user : "";
}

} // namespace weekboard
