#pragma once

#include "program.h"

namespace weekboard
{

/// Opens the window and runs until it is closed. `remember_language`: the user's choice of an
/// earlier session goes before the locale's.
int run_window(Program& program, bool remember_language);

} // namespace weekboard
