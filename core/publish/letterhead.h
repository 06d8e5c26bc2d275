#pragma once

#include <string>

namespace weekboard
{

/// Who publishes: on the cover and the last page of a deck or a report. All of it may be empty;
/// lines are set apart by line feeds.
struct Letterhead {
    std::string house;
    std::string analysts; ///< with licence numbers
    std::string contacts;
    std::string rating_definitions;
    std::string disclaimer;

    [[nodiscard]] bool has_last_page() const
    {
        return !rating_definitions.empty() || !disclaimer.empty();
    }
};

} // namespace weekboard
