#pragma once

#include "publish/letterhead.h"

namespace weekboard
{

/// The letterhead as it was set up, for the window and the verbs; empty until somebody does.
[[nodiscard]] Letterhead stored_letterhead();

void store_letterhead(const Letterhead& letterhead);

} // namespace weekboard
