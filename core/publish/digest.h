#pragma once

#include <string>
#include <string_view>

namespace weekboard
{

/// SHA-256 in hexadecimal. Throws std::runtime_error where the library cannot compute it.
[[nodiscard]] std::string sha256(std::string_view bytes);

} // namespace weekboard
