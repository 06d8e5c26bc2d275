#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace weekboard
{

/// The code of a listed security as the store writes it: six digits and its exchange, `600000.SH`.
/// Takes `SH600000`, `sh.600000`, `600000` too: a bare number of A shares tells its exchange
/// (6: Shanghai; 0, 3: Shenzhen; 4, 8, 92: Beijing). Nothing for what is no such code.
[[nodiscard]] std::optional<std::string> security_code(std::string_view text);

} // namespace weekboard
