#pragma once

#include <thread>

namespace weekboard
{

/// Begins to read which fonts there are, which takes milliseconds and which Qt does only when the
/// first text is measured. To be called before there is an application, and after the last change
/// to the environment. Qt takes what was read, or reads for itself where that has not ended or was
/// not begun.
[[nodiscard]] std::jthread read_font_list();

} // namespace weekboard
