#pragma once

#include "series/language.h"
#include "time/date.h"

#include <string>

namespace weekboard
{

/// What happened on a day, to be marked on charts.
struct Event {
    int place = 0; ///< among all events, from 1
    Date day;
    Bilingual text;     ///< empty: it was taken away
    std::string target; ///< code of a series or of a board; empty: all charts
};

} // namespace weekboard
