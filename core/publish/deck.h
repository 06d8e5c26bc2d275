#pragma once

#include "exhibit/exhibit.h"
#include "exhibit/week_view.h"
#include "publish/letterhead.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace weekboard
{

/// All that a deck is made of.
struct DeckContent {
    WeekView view;
    std::vector<Exhibit> exhibits; ///< in their order
    Letterhead letterhead;
    std::string name; ///< of the weekly, e.g. 通信行业周报
    Language language = Language::chinese;
    bool green_up = false; ///< else red is up
};

struct Deck {
    std::string bytes; ///< of the pptx
    int slides = 0;
    int charts = 0;
};

/// The week as slides: cover, the week at a glance, the exhibits, the week's text. Charts are
/// native with their figures behind them, tables are tables, and every chart knows which exhibit it
/// is
/// (`deck_refresh.h`). With the bytes of a presentation as `template_file` the slides use its
/// masters, layouts, fonts and colours. Throws PackageError for a template that is none.
[[nodiscard]] Deck make_deck(const DeckContent& content,
                             std::optional<std::string_view> template_file);

} // namespace weekboard
